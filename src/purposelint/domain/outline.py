"""What a project is made of, as far as it bears on how it is to be checked."""

from __future__ import annotations

import msgspec


class Met(msgspec.Struct, frozen=True, order=True):
    """A library of the rules that a project uses: its title, kind and vendor ('' for none).

    `models` says that the project imports what makes a class one whose fields are stored.
    """

    title: str
    kind: str
    vendor: str = ""
    models: bool = False


class Package(msgspec.Struct, frozen=True, order=True):
    """A top-level package or module of the project, and the folder that it lies in ('' for the root)."""

    name: str
    folder: str


class Outline(msgspec.Struct, frozen=True):
    """A project from outside.

    `imported` are libraries that its code imports, `stated` those that only its requirements name.
    `services` are folders below the root that are projects of their own; `samples` such as hold no part of
    a service, by their names.
    """

    name: str
    files: int
    unreadable: int
    packages: tuple[Package, ...] = ()
    imported: tuple[Met, ...] = ()
    stated: tuple[Met, ...] = ()
    services: tuple[str, ...] = ()
    samples: tuple[str, ...] = ()

    def of_kind(self, *kinds: str) -> tuple[Met, ...]:
        """Imported libraries of some kinds."""
        return tuple(one for one in self.imported if one.kind in kinds)

    @property
    def storage(self) -> tuple[str, ...]:
        """What stores data, by title: libraries for that, and models of others."""
        stores = {"storage", "cloud"}
        return tuple(
            one.title if one.kind in stores else f"{one.title} models"
            for one in self.imported
            if one.kind in stores or one.models
        )

    @property
    def vendors(self) -> tuple[Met, ...]:
        """Imported libraries that hand data to a vendor."""
        return tuple(one for one in self.imported if one.vendor)
