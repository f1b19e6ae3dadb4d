"""Names whose owner is not known: receiver and name decide."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from purposelint.classify.mentioning import Mentioner
from purposelint.domain.catalog import Catalog
from purposelint.domain.facts import Mention
from purposelint.domain.sightings import Sightings


@pytest.fixture
def mentioner(catalog: Catalog) -> Mentioner:
    return Mentioner(catalog)


@pytest.mark.parametrize(
    ("mention", "element", "confidence"),
    [
        (Mention("attribute", "user", "email"), "identity.email", "high"),
        (Mention("variable", "", "email"), "identity.email", "medium"),
        (Mention("attribute", "user", "name"), "identity.name", "medium"),
        (Mention("attribute", "customer", "mobile"), "identity.phone", "medium"),
        (Mention("parameter", "", "customer_name"), "identity.name", "high"),
        (Mention("key", "headers", "User-Agent"), "login.user_agent", "high"),
        (Mention("key", "META", "REMOTE_ADDR"), "login.ip_address", "medium"),
        (Mention("attribute", "phone", "number"), "identity.phone", "medium"),
        (Mention("variable", "", "hashed_email"), "identity.email", "low"),
        (Mention("variable", "", "password"), "credential.password", "low"),
        (Mention("attribute", "user", "password"), "credential.password", "high"),
        (Mention("attribute", "USER", "email"), "identity.email", "medium"),
    ],
)
def test_what_a_mention_holds(mentioner: Mentioner, mention: Mention, element: str, confidence: str) -> None:
    (sighting,) = mentioner.sight(mention)
    assert (sighting.element, sighting.confidence) == (element, confidence)
    assert sighting.symbol == (f"{mention.receiver}.{mention.name}" if mention.receiver else mention.name)
    assert sighting.place is None
    assert sighting.evidence


@pytest.mark.parametrize(
    "mention",
    [
        Mention("attribute", "settings", "password"),
        Mention("attribute", "config", "email"),
        Mention("key", "environ", "email"),
        Mention("attribute", "product", "name"),
        Mention("attribute", "facility", "phone_number"),
        Mention("attribute", "row", "name"),
        Mention("attribute", "", "name"),
        Mention("variable", "", "name"),
        Mention("variable", "", "EMAIL"),
        Mention("variable", "", "send_email"),
        Mention("variable", "", "has_phone"),
        Mention("variable", "", "email_template"),
        Mention("attribute", "user", "email_verified"),
        Mention("variable", "", "from_email"),
        Mention("attribute", "client", "BadCredentials"),
        Mention("attribute", "member", "name"),
        Mention("attribute", "EMAIL", "value"),
        Mention("attribute", "USER", "name"),
        Mention("attribute", "SETTINGS", "email"),
        Mention("variable", "", "staff_only_message"),
    ],
)
def test_what_is_no_person_s_data(mentioner: Mentioner, mention: Mention) -> None:
    assert mentioner.sight(mention) == ()


def test_mentions_of_all_files_are_sighted(sighted: Callable[..., Sightings]) -> None:
    sightings = sighted("def greet(user, page):\n    print(user.email, page.title)\n")
    assert Mention("attribute", "user", "email") in sightings.mentions
    assert Mention("attribute", "page", "title") not in sightings.mentions
