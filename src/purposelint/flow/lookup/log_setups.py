"""Where a program sets up that what it logs leaves for somebody else: calls, and logging configurations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from purposelint.domain.catalog import Confidence
from purposelint.domain.chains import dotted, stated_text
from purposelint.domain.expressions import Attr, Call, Const, Expr, Lambda, Map, Name, Seq
from purposelint.domain.mentions import nodes_of
from purposelint.domain.place import Place, span_between
from purposelint.domain.program import FunctionInfo, Program
from purposelint.domain.relays import LEVELS, Relay
from purposelint.domain.statements import Assign
from purposelint.flow.lookup.definitions import Definitions
from purposelint.flow.lookup.event_hooks import Effect, effect
from purposelint.flow.lookup.knowledge import Knowledge
from purposelint.flow.lookup.registrations import Registration, calls_of
from purposelint.flow.lookup.scrubbing import scrubbed
from purposelint.flow.lookup.told import function_symbol
from purposelint.flow.lookup.view import View

_CONFIGURED_BY = "dictConfig"
_CONFIGURATION = "LOGGING"
"""Name under which a framework looks for a logging configuration, or the end of one's own."""

_OF_KEYWORDS = 2
"""Stars of an argument that is a mapping of keywords."""


class Setup(NamedTuple):
    """What was set up where: from which level on, what its hook does, for the loggers of which name.

    `scrubbed` are names whose values it takes out, in small letters.
    """

    entry: Relay
    vendor: str
    place: Place
    call: str
    level: int
    hook: Effect = "lets through"
    logger: str = ""
    scrubbed: tuple[str, ...] = ()
    confidence: Confidence = "high"


def setups_of(view: View) -> tuple[Setup, ...]:
    """All set-ups of a program; of several of one entry for the same loggers the most talkative."""
    found = [*_by_call(view), *_by_configuration(view.program, view.knowledge)]
    best: dict[tuple[str, str], Setup] = {}
    for each in sorted(found, key=lambda each: (each.level, each.place)):
        best.setdefault((each.entry.id, each.logger), each)
    return tuple(best.values())


def _by_call(view: View) -> Iterator[Setup]:
    program, knowledge, definitions = view.program, view.knowledge, Definitions(view)
    calls = calls_of(program, knowledge.relaying)
    made = [each if each.canonical else each._replace(canonical=_of_local(program, each)) for each in calls]
    for each in made:
        for entry, library in knowledge.relays(each.canonical):
            given = _with_keys({**_spread(definitions, each), **each.given(entry.parameters)})
            level = _stated(entry, given.get(entry.given), _tuned(entry, made))
            if each.canonical in entry.call and level is not None and _in_force(entry, given):
                place = _place(each.info, each.node.at, each.node.to)
                hook = given.get(entry.hook)
                yield Setup(
                    entry,
                    entry.vendor or library.vendor,
                    place,
                    dotted(each.node.func),
                    level,
                    _effect(view, each.info, hook, entry) if hook is not None else "lets through",
                    scrubbed=scrubbed(definitions, each.info, entry, given.get(entry.scrubber)),
                    confidence=_confidence(entry, given),
                )


def _confidence(entry: Relay, given: Mapping[str, Expr]) -> Confidence:
    stated = any(_is_one(given.get(name), texts) for name, texts in entry.confirmed_by.items())
    return "high" if stated else entry.confidence


def _spread(definitions: Definitions, each: Registration) -> Mapping[str, Expr]:
    """Arguments of a dict that stands elsewhere and is spread into the call: `init(**OPTIONS)`."""
    dicts = [argument.value for argument in each.node.args if argument.star == _OF_KEYWORDS]
    found: dict[str, Expr] = {}
    for stated in (one for expr in dicts for one in definitions.of(each.info, expr)):
        found |= _entries(stated.expr)
    return found


def _with_keys(given: Mapping[str, Expr]) -> Mapping[str, Expr]:
    """The arguments, and under `name.key` what a dict among them states under that key."""
    keys = {
        f"{name}.{key}": held
        for name, stated in given.items()
        for key, held in _entries(stated).items()
        if type(stated) is Map
    }
    return {**given, **keys}


def _of_local(program: Program, made: Registration) -> str:
    """Canonical name of a method of what a function made itself: `handler.setLevel`."""
    for node in nodes_of(made.info.facts) if made.receiver else ():
        if type(node) is not Assign or type(node.value) is not Call:
            continue
        if any(type(each) is Name and each.id == made.receiver for each in node.targets):
            of = program.resolve(made.info.module, dotted(node.value.func), made.info.imports)
            return f"{of}().{made.last}" if of else ""
    return ""


def _tuned(entry: Relay, made: Sequence[Registration]) -> int | None:
    """The level that a call beside the set-up states; None where it switches the relay off."""
    own = list(_stated_by(entry, entry.tuned_by, made))
    if own:
        return own[-1]
    let = [level for level in _stated_by(entry, entry.loosened_by, made) if level is not None]
    return min(entry.level, *let) if let else entry.level


def _stated_by(entry: Relay, calls: Sequence[str], made: Iterable[Registration]) -> Iterator[int | None]:
    for each in made if calls else ():
        stated = each.given(entry.tuned_parameters).get(entry.tuned) if each.canonical in calls else None
        if stated is not None:
            yield _level(stated, entry.level)


def _stated(entry: Relay, expr: Expr | None, otherwise: int | None) -> int | None:
    return otherwise if expr is None else _level(expr, entry.level)


def _level(expr: Expr, otherwise: int) -> int | None:
    """A level that code states; None for none at all."""
    if type(expr) is Const:
        if expr.kind == "none":
            return None
        if isinstance(expr.value, int) and expr.kind == "int":
            return expr.value
        return LEVELS.get(str(expr.value).lower(), otherwise)
    if type(expr) is Attr or type(expr) is Name:
        return LEVELS.get(dotted(expr).rpartition(".")[2].lower(), otherwise)
    return otherwise


def _in_force(entry: Relay, given: Mapping[str, Expr]) -> bool:
    for name, allowed in entry.when.items():
        if not _is_one(given.get(name), allowed):
            return False
    return not any(
        _is_one(given.get(name), excluded) and not _is_one(given.get(name), entry.confirmed_by.get(name, ()))
        for name, excluded in entry.unless_is.items()
    )


def _is_one(expr: Expr | None, texts: Sequence[str]) -> bool:
    """Whether a constant is one of these; `*` is anything that is stated."""
    if type(expr) is not Const:
        return expr is not None and "*" in texts
    text = "None" if expr.kind == "none" else str(expr.value)
    return any(fnmatchcase(text.lower(), each.lower()) for each in texts)


def _effect(view: View, info: FunctionInfo, hook: Expr, entry: Relay) -> Effect:
    if type(hook) is Const:
        return "lets through"
    if type(hook) is Lambda:
        return effect(view.program, view.function_at(info.path, hook.function), entry.carries)
    return effect(view.program, function_symbol(view.program, info, hook), entry.carries)


# --- logging configurations ---


def _by_configuration(program: Program, knowledge: Knowledge) -> Iterator[Setup]:
    for info in program.functions.values() if knowledge.relaying else ():
        named = any(name.endswith(_CONFIGURATION) for name in info.facts.locals)
        if not named and not any(call.endswith(_CONFIGURED_BY) for call in info.facts.calls):
            continue
        for node in nodes_of(info.facts):
            if type(node) is Map:
                entries = _entries(node)
                if isinstance(entries.get("handlers"), Map):
                    yield from _of_configuration(info, entries, knowledge)


def _of_configuration(
    info: FunctionInfo, entries: Mapping[str, Expr], knowledge: Knowledge
) -> Iterator[Setup]:
    """Set-ups of one configuration: its handlers that relay, by the loggers that use them."""
    users = list(_loggers(entries))
    handlers = entries["handlers"]
    for item in handlers.items if type(handlers) is Map else ():
        stated = _entries(item.value)
        kind, name = stated_text(stated.get("class")) or stated_text(stated.get("()")), stated_text(item.key)
        for entry, library in knowledge.relays(kind):
            level = _stated(entry, stated.get("level"), 0)
            for logger, uses, lowest in users:
                if name in uses and level is not None and kind in entry.call and _in_force(entry, stated):
                    place = _place(info, item.at, item.to)
                    vendor = entry.vendor or library.vendor
                    call = kind.rpartition(".")[2]
                    yield Setup(entry, vendor, place, call, max(level, lowest), "lets through", logger)


def _loggers(entries: Mapping[str, Expr]) -> Iterator[tuple[str, tuple[str, ...], int]]:
    """Loggers of a configuration with the names of their handlers and their level; '' is the root."""
    named = entries.get("loggers")
    several = [(stated_text(item.key), item.value) for item in named.items] if type(named) is Map else []
    if "root" in entries:
        several.append(("", entries["root"]))
    for name, value in several:
        stated = _entries(value)
        uses = stated.get("handlers")
        names = tuple(stated_text(each) for each in uses.items) if type(uses) is Seq else ()
        level = stated.get("level")
        yield name if name != "root" else "", names, (_level(level, 0) or 0) if level is not None else 0


def _entries(expr: Expr) -> dict[str, Expr]:
    items = expr.items if type(expr) is Map else ()
    return {stated_text(item.key): item.value for item in items if item.key is not None}


def _place(info: FunctionInfo, at: int, to: int) -> Place:
    return Place(info.path, span_between(at, to), info.symbol.removesuffix(".<module>"))
