"""What goes, or may go, where no rule describes the calls: a run that is silent about them is not clean."""

from __future__ import annotations

from collections.abc import Collection

import msgspec


class UnknownCall(msgspec.Struct, frozen=True, order=True):
    """A call that no rule describes: its name, the elements that it gets, and `path:line` of the first."""

    call: str
    elements: tuple[str, ...]
    where: str


class Undescribed(msgspec.Struct, frozen=True):
    """A package that no rule describes, with its calls that get personal data."""

    package: str
    calls: tuple[UnknownCall, ...]

    @property
    def elements(self) -> frozenset[str]:
        """Every element that goes into a call of it."""
        return frozenset(element for call in self.calls for element in call.elements)


class Unreached(msgspec.Struct, frozen=True, order=True):
    """A package that is a vendor's by its name, or its wrapper, none of whose calls any rule describes."""

    vendor: str
    package: str


class Unrecognised(msgspec.Struct, frozen=True):
    """Packages that get what nobody follows, most elements first, and those of vendors that look unused."""

    undescribed: tuple[Undescribed, ...] = ()
    unreached: tuple[Unreached, ...] = ()

    @property
    def elements(self) -> frozenset[str]:
        """Every element that goes into a call of a package that no rule describes."""
        return frozenset(element for one in self.undescribed for element in one.elements)


def package_of(call: str, packages: Collection[str]) -> str:
    """The package of a call, told by its first name or by two; '' where it is of none of these."""
    names = call.partition("(")[0].partition("[")[0].split(".")
    return next((name for name in (".".join(names[:2]), names[0]) if name in packages), "")


NOTHING_UNRECOGNISED = Unrecognised()
