"""Typed carriers of purpose declarations, for those who prefer them to comments.

`Personal` and `NotPersonal` go into `Annotated`, `purpose` above a function or class or into a `with`
statement. They do nothing at run time but exist: purposelint reads the source and imports nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import TracebackType
from typing import TypeAlias, TypeVar

__all__ = ["NotPersonal", "Personal", "purpose"]
__version__ = "0.1.0"

Words: TypeAlias = "str | Iterable[str]"
"""One word, or several."""

_Decorated = TypeVar("_Decorated")
_Entered = TypeVar("_Entered", bound="purpose")


def _several(words: Words) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


class _Value:
    """A value object: equal and hashable by what it says, cheap to make, and no text itself."""

    __slots__: tuple[str, ...] = ()

    def _said(self) -> tuple[object, ...]:
        return (type(self), *(getattr(self, name) for name in self.__slots__))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Value) and other._said() == self._said()

    def __hash__(self) -> int:
        return hash(self._said())

    def __repr__(self) -> str:
        said = (f"{name}={value!r}" for name in self.__slots__ if (value := getattr(self, name)))
        return f"{type(self).__name__}({', '.join(said)})"


class Personal(_Value):
    """What a field or parameter holds, and what for: `Annotated[str, Personal("identity.email")]`."""

    __slots__ = ("because", "elements", "purpose", "to")

    def __init__(self, *elements: str, purpose: Words = (), to: Words = (), because: str = "") -> None:
        self.elements = elements
        self.purpose = _several(purpose)
        self.to = _several(to)
        self.because = because


class NotPersonal(_Value):
    """No personal data, whatever its name, and what it is instead: the words are required."""

    __slots__ = ("words",)

    def __init__(self, words: str) -> None:
        self.words = words


class purpose(_Value):  # noqa: N801 - a decorator and a context manager, written as functions are
    """Purposes of a function, class or block: `@purpose("payment", to="partner")`, `with purpose(...)`."""

    __slots__ = ("because", "elements", "purposes", "to")

    def __init__(self, *purposes: str, elements: Words = (), to: Words = (), because: str = "") -> None:
        self.purposes = purposes
        self.elements = _several(elements)
        self.to = _several(to)
        self.because = because

    def __call__(self, decorated: _Decorated) -> _Decorated:
        """Give back what is decorated as it is: its signature, its kind and its name stay its own."""
        return decorated

    def __enter__(self: _Entered) -> _Entered:  # noqa: PYI019 - 3.10 has no Self
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let every exception pass."""

    async def __aenter__(self: _Entered) -> _Entered:  # noqa: PYI019 - 3.10 has no Self
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let every exception pass."""
