"""What belongs to one function, class body or module body while it is walked."""

from __future__ import annotations

from purposelint.domain.expressions import Expr


class Scope:
    """A function-like body under way. `owner` is the class that `self_name` is an instance of."""

    __slots__ = (
        "bound",
        "calls",
        "class_",
        "declared",
        "fields",
        "index",
        "is_generator",
        "kind",
        "owner",
        "parent",
        "prefix",
        "self_name",
    )

    def __init__(self, kind: str, index: int, prefix: str, parent: Scope | None, class_: int) -> None:
        self.kind = kind
        self.index = index
        self.prefix = prefix
        """What stands before the qualified names of what it defines, with the dot."""
        self.parent = parent
        self.class_ = class_
        """Index of the class whose body this is, else -1."""
        self.bound: set[str] = set()
        self.declared: set[str] = set()
        self.calls: set[str] = set()
        self.is_generator = False
        self.fields: list[FieldSketch] = []
        self.owner = ""
        self.self_name = ""

    def local_names(self) -> tuple[str, ...]:
        """Names it binds, sorted, without global and nonlocal ones."""
        return tuple(sorted(self.bound - self.declared))


class FieldSketch:
    """A field of a class body whose comments are still to come."""

    __slots__ = ("annotation", "at", "name", "to", "value")

    def __init__(self, name: str, annotation: Expr | None, value: Expr | None, at: int, to: int) -> None:
        self.name = name
        self.annotation = annotation
        self.value = value
        self.at = at
        self.to = to
