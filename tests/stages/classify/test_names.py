"""Names alone: whole sub-words, the head noun, what stands before it."""

from __future__ import annotations

import pytest

from purposelint.classify import classify_name
from purposelint.classify.lexicon import lexicon_of, singular
from purposelint.classify.names import NameReader
from purposelint.classify.owners import OwnerReader
from purposelint.domain.catalog import Catalog


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("userEmail", "user_email"),
        ("emails", "emails"),
        ("email_2", "email"),
        ("firstname", "firstname"),
        ("billing_phone_number", "phone_number"),
        ("phone_of_customer", "phone"),
    ],
)
def test_a_listed_name_is_found_at_the_head(catalog: Catalog, name: str, said: str) -> None:
    assert [match.said for match in NameReader(lexicon_of(catalog)).read(name).matches] == [said]


@pytest.mark.parametrize(
    "name",
    ["email_template", "phone_verified_at", "has_address", "is_email", "number_of_phones", "sent_by_email"],
)
def test_what_is_said_about_the_data_is_not_the_data(catalog: Catalog, name: str) -> None:
    reading = NameReader(lexicon_of(catalog)).read(name)
    assert reading.matches == ()
    assert reading.refused


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Customer", "person"),
        ("UserCreateSchema", "person"),
        ("AppuserBase", "person"),
        ("UserProfile", "person"),
        ("PatientSample", "related"),
        ("TeamMember", "loose"),
        ("CompanyProfile", "thing"),
        ("UserType", "related"),
        ("CustomerNode", "related"),
        ("Facility", "thing"),
        ("app_settings", "system"),
        ("Invoice", "unknown"),
    ],
)
def test_the_last_telling_word_of_an_owner_decides(catalog: Catalog, name: str, kind: str) -> None:
    assert OwnerReader(lexicon_of(catalog)).read(name).kind == kind


def test_words_are_compared_in_the_singular() -> None:
    assert [singular(word) for word in ("users", "addresses", "cities", "status", "class")] == [
        "user",
        "address",
        "city",
        "status",
        "class",
    ]


def test_asking_is_less_strict_than_sighting_and_says_so(catalog: Catalog) -> None:
    (sighting,) = classify_name(catalog, "word", "age")
    assert (sighting.element, sighting.confidence) == ("identity.age", "low")
    assert classify_name(catalog, "Facility", "age") == ()
    assert classify_name(catalog, "Reply", "contact", "django.db.models.EmailField")[0].confidence == "high"


def test_of_a_name_of_megabytes_the_last_words_are_read(catalog: Catalog) -> None:
    reading = NameReader(lexicon_of(catalog)).read("user_" * 100_000 + "email")
    assert [match.said for match in reading.matches] == ["user_email"]
    assert len(reading.words) == 60
