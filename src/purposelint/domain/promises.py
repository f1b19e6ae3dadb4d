"""What a policy promises and what the code does, held beside each other: the output of `judge.promises`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from purposelint.domain.catalog import Activity


class Used(msgspec.Struct, frozen=True):
    """One element with the places, (path, line), where the code logs, sends or stores it."""

    element: str
    places: tuple[tuple[str, int], ...]


class Unpromised(msgspec.Struct, frozen=True):
    """Flows that the policy does not promise, of one kind: the same code, activity, recipient and purposes.

    `purposes` are those that the code declares, none where nothing is declared. `vendors` are who the
    recipient is here; `clauses` those that the findings cite.
    """

    code: str
    activity: Activity
    recipient: str
    purposes: tuple[str, ...]
    vendors: tuple[str, ...]
    clauses: tuple[str, ...]
    elements: tuple[Used, ...]


class Unkept(msgspec.Struct, frozen=True):
    """Promises that no code keeps: these elements for each of the purposes and each of the recipients.

    `*` among purposes or recipients means that the permit names none in particular. `handled` says that
    the code does hand the elements to the recipients, without such a purpose being declared.
    """

    purposes: tuple[str, ...]
    recipients: tuple[str, ...]
    clauses: tuple[str, ...]
    handled: bool
    elements: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Promises:
    """Both ways: flows without a promise, promises without a flow, and elements that only one side knows.

    `hidden` counts findings and flows that a check would not show, by the reason. `never_handled` are
    elements that the policy names by id or group, not by `*`. `known` are all elements of the catalogue.
    """

    whole: bool
    """Whether the whole project was read: of part of one, no promise can be said to be unkept."""
    unpromised: tuple[Unpromised, ...]
    hidden: Mapping[str, int]
    made: int
    """Promises of the policy: an element, a purpose and a recipient of a permit, which it does permit.

    Purposes that are exceptions promise nothing: what is permitted for them stands in `exceptions`.
    """
    kept: int
    unkept: tuple[Unkept, ...]
    exceptions: tuple[Unkept, ...]
    """What is permitted as an exception alone and no code makes use of."""
    never_handled: tuple[str, ...]
    never_named: tuple[Used, ...]
    known: tuple[str, ...]
