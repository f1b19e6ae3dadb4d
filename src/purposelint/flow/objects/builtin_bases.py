"""Classes of the project below Python's own containers and texts: what an instance is made with is in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from purposelint.flow.objects.arguments import Argument, one_by_one
from purposelint.flow.objects.mappings import put_into
from purposelint.flow.objects.missing_items import FACTORY
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import ANY, Value

DATA = ".data"
"""Where the classes of `collections` that are made to be inherited from keep what they hold."""


def keep_contents(frame: Frame, made: Value, bases: Sequence[str], arguments: Sequence[Argument]) -> None:
    """Put what a constructor is handed into the instance, as the first base that is a container does."""
    for base in bases:
        keep = _KEEPING.get(base)
        if keep is not None:
            keep(frame, made, list(one_by_one(frame, arguments)))
            if base.startswith("collections.User"):
                frame.write(made, DATA, made)
            return


def _default_dict(frame: Frame, made: Value, arguments: Sequence[Argument]) -> None:
    for factory in arguments[:1]:
        frame.write(made, FACTORY, factory.value)
    put_into(frame, made, arguments[1:])


def _sequence(frame: Frame, made: Value, arguments: Sequence[Argument]) -> None:
    for argument in arguments[:1]:
        known = frame.known_items(argument.value)
        if known is None:
            frame.write(made, ANY, frame.elements_of(argument.value))
        for index, item in enumerate(known or ()):
            frame.write(made, index, item)


def _text(frame: Frame, made: Value, arguments: Sequence[Argument]) -> None:
    """A text, whose items are its characters; a number is held alike."""
    for argument in arguments[:1]:
        frame.write(made, ANY, argument.value)


_KEEPING: dict[str, Callable[[Frame, Value, Sequence[Argument]], None]] = {
    **dict.fromkeys(("builtins.dict", "collections.OrderedDict", "collections.UserDict"), put_into),
    "collections.defaultdict": _default_dict,
    **dict.fromkeys(("builtins.list", "builtins.tuple", "builtins.set", "builtins.frozenset"), _sequence),
    **dict.fromkeys(("collections.deque", "collections.UserList"), _sequence),
    **dict.fromkeys(("builtins.str", "builtins.bytes", "collections.UserString"), _text),
    **dict.fromkeys(("builtins.int", "builtins.float"), _text),
}
