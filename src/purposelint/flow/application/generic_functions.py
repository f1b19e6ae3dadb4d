"""Generic functions (`functools.singledispatch`): the class of the first argument says what is called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from purposelint.domain import chains
from purposelint.domain.expressions import Call, Expr
from purposelint.domain.program import FunctionInfo
from purposelint.flow.lookup.decorator_view import DecoratorView
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import CONTAINERS, Ref, Value

_MOST_CHOSEN = 6
_BUILTIN = "builtins."


class GenericFunctions:
    """Functions that were registered with a generic one, each with the class that it is for ('' unknown)."""

    def __init__(self, view: DecoratorView) -> None:
        """Find them by their decorators."""
        self._view = view
        self._found: dict[str, list[tuple[str, str]]] = {}
        for symbol, info in view.program.functions.items() if view.knowledge.alternatives else ():
            for decorator in info.facts.decorators:
                generic = self._generic(info, decorator)
                if generic:
                    self._found.setdefault(generic, []).append((symbol, self._class_of(info, decorator)))

    def _generic(self, info: FunctionInfo, decorator: Expr) -> str:
        """The generic function that a decorator registers with, '' for any other decorator."""
        text = chains.dotted(decorator.func if type(decorator) is Call else decorator)
        owner, _, last = text.rpartition(".")
        if not owner or last not in self._view.knowledge.alternatives:
            return ""
        symbol = f"{info.owner}.{owner}" if info.owner else ""
        if symbol not in self._view.program.functions:
            symbol = self._view.resolve(info, owner)
        known = symbol in self._view.program.functions
        entries = self._view.handlers(symbol) if known else []
        return symbol if any(last in entry.alternatives for entry, _ in entries) else ""

    def _class_of(self, info: FunctionInfo, decorator: Expr) -> str:
        stated = decorator.args[0].value if type(decorator) is Call and decorator.args else None
        first = info.facts.params[1 if info.owner else 0 :][:1]
        expr = stated if stated is not None else first[0].annotation if first else None
        text = chains.dotted(expr)
        return self._view.resolve(info, text) if text else ""

    def targets(
        self, frame: Frame, functions: Sequence[tuple[str, Value | None]], arguments: Sequence[Argument]
    ) -> Iterator[tuple[str, Value | None]]:
        """Functions that a call may reach, those registered with a generic one among them."""
        for symbol, receiver in functions:
            registered = self._found.get(symbol)
            if registered is None:
                yield symbol, receiver
                continue
            first = next((argument.value for argument in arguments if argument.name is None), Value())
            chosen, certain = self._chosen(frame, registered, first)
            frame.limited = frame.limited or len(chosen) > _MOST_CHOSEN
            yield from ((each, receiver) for each in chosen[:_MOST_CHOSEN])
            if not certain:
                yield symbol, receiver

    def _chosen(
        self, frame: Frame, registered: Sequence[tuple[str, str]], first: Value
    ) -> tuple[list[str], bool]:
        """The functions for the class of an argument, and whether one of them is called for certain."""
        classes = [self._classes(frame, ref) for ref in first.refs]
        chosen = [
            symbol
            for symbol, kind in registered
            if not kind or not classes or any(self._may_be(each, kind) for each in classes)
        ]
        certain = bool(classes) and all(any(kind in each for _, kind in registered) for each in classes)
        return chosen, certain

    def _classes(self, frame: Frame, ref: Ref) -> tuple[str, ...]:
        """Classes that a thing is an instance of, or may be as they are below; () if unknown."""
        kind = getattr(ref, "type", "")
        info = self._view.program.classes.get(kind)
        if info is None:
            kind = _BUILTIN + kind if kind in CONTAINERS else kind.removesuffix("()")
            return (kind,) if kind.startswith(_BUILTIN) else ()
        below = () if frame.is_exactly(ref) else self._view.program.subclasses.get(kind, ())
        return (*info.lineage, *below)

    def _may_be(self, classes: tuple[str, ...], kind: str) -> bool:
        """Whether something of these classes may be of another: of one of the outside nobody knows."""
        known = kind in self._view.program.classes or kind.startswith(_BUILTIN)
        return not classes or kind in classes or not known
