"""The table of sources: bits, guards, elements."""

from __future__ import annotations

from purposelint.domain.facts import Mention
from purposelint.domain.library import Guard
from purposelint.domain.sightings import Sighting, Sightings
from purposelint.flow.lookup.labels import Labels
from purposelint.flow.state.values import SYMBOLS

_EMAIL = Sighting("app.User.email", "identity.email", "high", ())
_BACKUP = Sighting("app.User.backup", "identity.email", "high", ())
_PHONE = Sighting("app.User.phone", "identity.phone", "high", ())
_NAMED = Mention("attribute", "user", "email")
_MASK = Guard(id="mask", call=("mask",), gives="masked")
_HASH = Guard(id="hash", call=("hash",), gives="pseudonym")


def _labels() -> Labels:
    fields = {("app.User", "email"): (_EMAIL,), ("app.User", "both"): (_EMAIL, _PHONE)}
    known = frozenset({*fields, ("app.User", "count")})
    return Labels(Sightings(fields, known, {_NAMED: (_EMAIL,)}, {}))


def test_a_sighting_has_one_bit_above_the_symbols() -> None:
    labels = _labels()
    assert labels.bit(_EMAIL) == labels.bit(_EMAIL) == 1 << SYMBOLS
    assert labels.bit(_PHONE) == 1 << SYMBOLS + 1
    assert labels.label(SYMBOLS).sighting is _EMAIL
    assert labels.label(SYMBOLS).guard is None


def test_a_field_is_personal_or_declared_as_something_else_or_not_known() -> None:
    labels = _labels()
    assert labels.of_field("app.User", "email") == labels.bit(_EMAIL)
    assert labels.of_field("app.User", "both") == labels.bit(_EMAIL) | labels.bit(_PHONE)
    assert labels.of_field("app.User", "count") == 0
    assert labels.of_field("app.User", "nowhere") is None


def test_a_mention_is_what_it_says() -> None:
    labels = _labels()
    assert labels.of_mention(_NAMED) == labels.bit(_EMAIL)
    assert labels.of_mention(Mention("attribute", "build", "number")) == 0


def test_a_guard_stands_before_each_source_once() -> None:
    labels = _labels()
    masked = labels.guarded(labels.bit(_EMAIL), _MASK)
    assert masked == labels.bit(_EMAIL, _MASK)
    assert masked != labels.bit(_EMAIL)
    assert labels.guarded(masked, _HASH) == masked


def test_a_guard_says_nothing_of_symbols() -> None:
    assert _labels().guarded(0b101, _MASK) == 0


def test_sources_of_one_element_are_found_together() -> None:
    labels = _labels()
    email, backup, phone = (labels.bit(each) for each in (_EMAIL, _BACKUP, _PHONE))
    assert labels.same_elements(email) == email | backup
    assert labels.same_elements(phone) == phone
    assert labels.same_elements(0b1) == 0
