"""Summaries and flows as text that a person can read and compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from purposelint.domain.flows import Flow
from purposelint.domain.place import Place
from purposelint.domain.program import FunctionInfo
from purposelint.flow.engine import Engine
from purposelint.flow.state.summary import Leak, Summary, Symbol, Tree
from purposelint.flow.state.values import (
    ANY,
    CLEARED,
    EACH,
    KEYS,
    MORE,
    SYMBOLS,
    Bound,
    Field,
    Instance,
    Path,
    Queued,
    Ref,
    Static,
    Super,
    Sym,
    bits,
)


def render(engine: Engine, flows: Iterable[Flow]) -> str:
    """All functions of a program with their summaries, then all flows."""
    text = [row for symbol in sorted(engine.summaries) for row in _Function(engine, symbol).rows()]
    return "\n".join([*text, "flows", *(row for flow in flows for row in flow_rows(flow))]) + "\n"


def flow_rows(flow: Flow) -> Iterator[str]:
    """One flow: where, what, by which argument, and its trace."""
    says = [flow.confidence, f"guarded by {flow.guard}" if flow.guard else "", "pseudonym" * flow.pseudonym]
    yield f"  {at(flow.place)} {flow.source.element} into {flow.sink.id} ({', '.join(filter(None, says))})"
    vendor = f" vendor {flow.sink.vendor}" if flow.sink.vendor else ""
    host = f" host {flow.sink.host}" if flow.sink.host else ""
    yield f"    from {flow.source.symbol} at {at(flow.origin)}"
    yield f"    data {flow.expr} at {at(flow.data)}"
    yield f"    sink {flow.sink.call} at {at(flow.sink.place)}{vendor}{host}"
    for hop in flow.trace:
        yield f"    > {at(hop.place)} {hop.note}"


def at(place: Place) -> str:
    """`7:5`."""
    return f"{place.span.line}:{place.span.column}"


def path_text(path: Path, info: FunctionInfo) -> str:
    """A path in the function's own words: `box.held`, `rest[0]`, `^captured`, `@app.Box.last`."""
    port = path[0]
    params = info.facts.params
    name = params[port].name if isinstance(port, int) and port < len(params) else str(port)
    return name + "".join(_step(field) for field in path[1:])


def _step(field: Field) -> str:
    if isinstance(field, int) or field in (ANY, EACH, KEYS, CLEARED):
        return f"[{field}]"
    return f"[{field[1:]!r}]" if field.startswith("[") else field


class _Function:
    """One function's summary on its way to text."""

    def __init__(self, engine: Engine, symbol: str) -> None:
        self.labels = engine.labels
        self.symbol = symbol
        self.info = engine.program.functions[symbol]
        self.summary: Summary = engine.summaries[symbol]

    def rows(self) -> Iterator[str]:
        summary = self.summary
        yield f"function {self.symbol}"
        if summary.result is not None:
            yield f"  gives {self.tree(summary.result)}"
        for one in summary.raised:
            yield f"  raises {one.kind or 'something'} {self.tree(one.value)}"
        for change in summary.mutations:
            word = "may write" if change.weak else "writes"
            where = path_text((*change.path, change.field), self.info)
            yield f"  {word} {where} = {self.tree(change.value)}"
        for leak in summary.leaks:
            yield f"  leaks {self._leak(leak)}"
        for number, call in enumerate(summary.deferred):
            given = ", ".join(
                "*" * star + (f"{name}=" if name else "") + self.tree(tree)
                for name, star, tree in call.arguments
            )
            method = f".{call.method}" if call.method else ""
            yield f"  leaves to its caller !{number} = {path_text(call.path, self.info)}{method}({given})"
        for name, tree in sorted(summary.exports.items()):
            if not self._is_definition(tree, name):
                yield f"  leaves {name} = {self.tree(tree)}"

    def _is_definition(self, tree: Tree, name: str) -> bool:
        return any(isinstance(ref, Static) and ref.name.endswith(f".{name}") for ref in tree.refs)

    def _leak(self, leak: Leak) -> str:
        handed = " <- ".join(at(place) for place in leak.handed)
        below = f" beyond {self.mask(leak.below)}" if leak.below else ""
        data = f"{self.mask(leak.exact, leak.vague)} as {leak.expr} at {at(leak.data)}"
        return f"{data} into {leak.sink.id} by {handed}{below}"

    def mask(self, exact: int, vague: int = 0) -> str:
        """`box.held + identity.email`; `?` stands before what may only be inside."""
        words = [self._label(index) for index in bits(exact)]
        words += ["?" + self._label(index) for index in bits(vague & ~exact)]
        return " + ".join(words)

    def _label(self, index: int) -> str:
        if index < SYMBOLS:
            symbol: Symbol = self.summary.symbols[index]
            text = path_text(symbol.path, self.info)
            return f"{symbol.guard.gives}({text})" if symbol.guard else text
        label = self.labels.label(index)
        element = label.sighting.element
        return f"{label.guard.gives}({element})" if label.guard else element

    def tree(self, tree: Tree) -> str:
        """Labels, then what is referred to, then objects with their fields."""
        parts = [self.mask(tree.exact, tree.vague)] if tree.exact or tree.vague else []
        parts += [f"<{self._ref(ref)}>" for ref in tree.refs]
        for made in tree.objects:
            fields = ", ".join(f"{_step(field)}: {self.tree(held)}" for field, held in made.fields)
            parts.append(f"new {made.type}({fields})")
        if tree.text:
            parts.append(repr(tree.text.replace(MORE, "...")))
        return " | ".join(parts) or "nothing"

    def _ref(self, ref: Ref) -> str:
        if isinstance(ref, Sym):
            return path_text(ref.path, self.info) + (f": {ref.type}" if ref.type else "")
        if isinstance(ref, Instance):
            return f"a {ref.type}" if ref.type else "unknown"
        if isinstance(ref, Static):
            return ref.name
        if isinstance(ref, Bound | Queued):
            return f"{type(ref).__name__.lower()} {ref.function}"
        return f"super of {ref.owner}" if isinstance(ref, Super) else type(ref).__name__
