"""Applying a function's summary where it is called: results, mutations and leaks in the caller's terms."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.expressions import Arg
from purposelint.domain.flows import SinkPoint
from purposelint.flow.application import captured_locals, unknown_classes
from purposelint.flow.application.callables import function_of
from purposelint.flow.application.carrying import addressed, carriers, handed_on
from purposelint.flow.application.following import Following
from purposelint.flow.application.grafting import Graft
from purposelint.flow.application.left_out import LeftOut
from purposelint.flow.application.switching import switched
from purposelint.flow.lookup.result_types import typed
from purposelint.flow.objects.arguments import Argument, Manner, bind
from purposelint.flow.state import merging, planting, throwing
from purposelint.flow.state.deferral import Deferral, without_containers
from purposelint.flow.state.fields import is_unnamed
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.rendering import render
from purposelint.flow.state.summary import (
    STATED,
    Deferred,
    Leak,
    Mutation,
    Summary,
)
from purposelint.flow.state.throwing import CAUGHT, Thrown
from purposelint.flow.state.values import (
    BEGUN,
    CAPTURED,
    CLEARED,
    CONSTANT,
    NOTHING,
    SYMBOL_MASK,
    UNKNOWN,
    Begun,
    Ref,
    Value,
    bits,
    join,
    labelled,
    of,
)

_MOST_HANDED = 20
_MOST_LEAKS = 80


def call_function(
    frame: Frame,
    symbol: str,
    arguments: Sequence[Argument | tuple[str | None, Value]],
    at: int,
    to: int,
    manner: Manner | None = None,
) -> Value:
    """The value of calling a function of the project; its effects happen in the caller's store."""
    given = [a if isinstance(a, Argument) else Argument(*a) for a in arguments]
    paths = _paths(
        frame, symbol, given, (at, to), frame.deferrals.site(at) if manner is None else manner.site
    )
    if manner is not None:
        paths.binding.values.update(manner.handed)
    return _applied(paths, given)


def call_summarised(
    frame: Frame, symbol: str, summary: Summary, arguments: Sequence[Argument], at: int, to: int
) -> Value:
    """The value of calling a function of which a summary for this very call was made."""
    paths = _paths(frame, symbol, arguments, (at, to), frame.deferrals.site(at))
    return _Application(paths, summary, symbol, arguments).run()


def asked_of(frame: Frame, symbol: str, ref: Ref) -> Value:
    """What a method that gives an object's text gives: what it changes or raises besides is left out.

    The text of an object is asked for wherever the object goes, far more often than it is made.
    """
    given = [Argument(None, of(ref))]
    paths = _paths(frame, symbol, given, frame.standing, frame.deferrals.site(frame.standing[0]))
    key, summary = _summary(paths, given)
    return UNKNOWN if summary is None else _Application(paths, summary, key, given).give()


def call_object(frame: Frame, function: Ref, arguments: Sequence[Argument], at: int, to: int) -> Value:
    """The value of calling a function as an object, with the variables and defaults that it keeps."""
    info = frame.engine.program.functions[function_of(function)]
    site = frame.deferrals.site(at)
    binding = bind(frame, info, arguments, site)._replace(kept=of(function))
    return _applied(Following(frame, info, binding, (at, to), site), arguments)


def _paths(
    frame: Frame, symbol: str, given: Sequence[Argument], place: tuple[int, int], site: int
) -> Following:
    """Arguments bound to the parameters of a function, at a place; `site` tells calls there apart."""
    info = frame.engine.program.functions[symbol]
    return Following(frame, info, bind(frame, info, given, site), place, site)


def _applied(paths: Following, given: Sequence[Argument]) -> Value:
    engine, symbol = paths.frame.engine, paths.info.symbol
    key, summary = _summary(paths, given)
    if summary is None:  # not analysed yet (recursion): nothing is known until the next round
        return typed(UNKNOWN, engine.returned_type(symbol))
    is_led_to = paths.frame.deferrals.depth or paths.frame.implicits.depth
    if is_led_to and not summary.mutations and not paths.info.facts.is_generator:
        return typed(_once(paths, summary, key, given), engine.returned_type(symbol))
    result = _Application(paths, summary, key, given).run()
    if paths.info.facts.is_generator:
        begun = Begun(symbol, tuple((a.name, a.star, a.value) for a in given))
        for ref in result.refs:
            paths.frame.write(of(ref), BEGUN, of(begun))
    return typed(result, engine.returned_type(symbol))


def _summary(paths: Following, given: Sequence[Argument]) -> tuple[str, Summary | None]:
    """The analysis of the callee that fits the call, and its summary; None where it is under way."""
    key = paths.frame.analysis_of(paths.info, paths.binding.values.get(0))
    summary = paths.frame.engine.summary(paths.frame, key)
    return (key, summary) if summary is None else switched(paths, key, summary, given)


def _once(paths: Following, summary: Summary, key: str, given: Sequence[Argument]) -> Value:
    """A call that one call leads to again and again, as with listeners: the same gives the same.

    It changes nothing that it is handed; what it raises is raised each time.
    """
    frame = paths.frame
    asked = (key, paths.binding.kept, tuple(paths.binding.values.items()))
    made = frame.deferrals.made if frame.deferrals.depth else frame.implicits.made
    known = made.get(asked)
    if known is None:
        frame.raised.append({})
        result = _Application(paths, summary, key, given).run()
        known = made[asked] = (result, frame.raised.pop())
    for kind, thrown in known[1].items():
        frame.raise_(kind, thrown)
    return known[0]


class _Application:
    """One summary at one call site; `key` names the analysis that it comes from."""

    def __init__(self, paths: Following, summary: Summary, key: str, given: Sequence[Argument]) -> None:
        self.paths = paths
        self.key = key
        self.frame = paths.frame
        self.info = paths.info
        self.binding = paths.binding
        self.at, self.to, self.site = paths.at, paths.to, paths.site
        self.summary = summary
        self.graft = Graft(paths, summary, LeftOut(paths, summary, given))

    def run(self) -> Value:
        """All that is read is read as it was when the call began; only then are mutations written."""
        summary = self.summary
        self._left_to_it()
        for one in summary.raised:
            value, behind = self.graft.value(one.value), self.graft.value(one.behind)
            throwing.hand_on(self.frame, one.kind, Thrown(value, behind), self.at)
        filling, outer = self.frame.filling, self.frame.filling.telling
        filling.below.update(summary.fills)
        filling.telling = summary.fills
        result = self._result()
        written = [(m, self.paths.follow(m.path), self.graft.value(m.value)) for m in summary.mutations]
        for mutation, target, value in written:
            self._mutate(mutation, target, value)
        filling.telling = outer
        self._enter(summary.sources)
        return result

    def give(self) -> Value:
        """What it gives, with what reaches its sinks; nothing is written, and nothing raised."""
        self._left_to_it()
        self._enter(self.summary.sources)
        return self._result()

    def _left_to_it(self) -> None:
        """Make the calls that the callee left to this frame, and see its sinks from here."""
        self.binding.values[CAUGHT] = throwing.values(self.frame.handling[-1])
        for number, deferred in enumerate(self.summary.deferred):
            self.frame.raised.append({})
            self.frame.thrown.append(None)
            self.binding.values[f"!{number}"] = self._deferred(deferred)
            self.binding.values[f"?{number}"] = throwing.values(self.frame.raised.pop())
            self.frame.thrown.pop()
            self.graft.forget()
        for leak in self.summary.leaks:
            self._leak(leak)
        if self.frame.engine.handovers.below is not None:
            self.frame.engine.handovers.hand_up(self.frame, self.key, self.paths.follow)

    def _result(self) -> Value:
        return self.graft.value(self.summary.result) if self.summary.result is not None else NOTHING

    def _enter(self, sources: int) -> None:
        """Remember that sources came into this frame by the callee."""
        if sources:
            text = f"{self.info.symbol.rpartition('.')[2]}()"
            self.frame.enter(sources, self.at, self.to, text, self.key)

    def _deferred(self, call: Deferred) -> Value:
        """A call that the callee left to this frame; what it runs may leave further ones."""
        frame = self.frame
        method = self.paths.method(call.method)
        if call.method and not method:
            return UNKNOWN
        if frame.deferrals.exhausted or frame.is_spent():
            frame.limited = True
            return UNKNOWN
        given = handed_on(self.summary, self.binding, call, self.graft.value)
        own = merging.sources(*(tree for _, _, tree in call.arguments))
        self._enter(own)
        made = Deferral(call.place, frame.place(self.at, self.to), own)
        outer, frame.deferrals.current = frame.deferrals.current, made
        try:
            with frame.deferrals:
                target = self.paths.follow(call.path)
                if method in frame.engine.container_methods:
                    target = without_containers(target)
                return frame.engine.call_value(frame, target, method, given, self.at, self.to)
        finally:
            frame.deferrals.current = outer

    # --- effects -------------------------------------------------------------------------------

    def _mutate(self, mutation: Mutation, target: Value, value: Value) -> None:
        port = str(mutation.path[0])
        if mutation.field == "=" and port.startswith("^"):
            self._rebind(port[1:], value)
            return
        if port == f"@{self.frame.info.module}" and self.frame.info.facts.kind == "module":
            self.frame.bind(str(mutation.field)[1:], value)
            return
        if value is NOTHING and mutation.value == STATED and not mutation.removed:
            value = CONSTANT
        field = self.paths.named(mutation.field)
        touched = target.refs and self.frame.engine.protocols.touch(target.refs)
        if touched and not unknown_classes.knew(self.frame, self.info, mutation.path[0]):
            target = unknown_classes.write(self.frame, target, field, value, (self.at, self.to))
        if mutation.field == CLEARED:
            self.frame.clear(target)
            return
        if mutation.removed:
            self.frame.remove(target, field)
            return
        if mutation.weak and not is_unnamed(field):
            value = join(planting.held_by(self.frame, target, field), value)
        self.graft.set(target, field, value, kept=mutation.depends)
        if not mutation.depends:
            planting.left_by_callee(self.frame, target, field, value, merging.sources(mutation.value))

    def _rebind(self, name: str, value: Value) -> None:
        """A captured variable that the function bound anew."""
        if self.frame.read(self.binding.kept, CAPTURED + name) is not NOTHING:
            self.frame.write(self.binding.kept, CAPTURED + name, value)
        elif f"{self.frame.info.symbol}.".startswith(
            f"{self.frame.engine.owner_of_captured(self.info, name)}."
        ):
            self.frame.bind(name, value)

    def _leak(self, leak: Leak) -> None:
        """The callee's sink, seen from this call: what each argument of the caller adds to it."""
        carried: dict[tuple[int, int], tuple[Arg | None, Value]] = {}
        for index in bits((leak.exact | leak.vague) & SYMBOL_MASK):
            bit = 1 << index
            if not leak.sink.frames and self.summary.symbols[index].path == (CAUGHT,):
                captured_locals.remember(self.frame, leak.sink, self.frame.place(self.at, self.to))
            flat = self.graft.masks(leak.exact & bit, leak.vague & bit)
            if not (flat.exact or flat.vague):
                continue
            for arg, part in carriers(self.frame, self.binding, self.summary.symbols[index].path, flat):
                where = (arg.at, arg.to) if arg else (self.at, self.to)
                before = carried[where][1] if where in carried else NOTHING
                carried[where] = (arg, labelled(part.exact | before.exact, part.vague | before.vague))
        sink = (
            addressed(self.frame, leak.sink, self.binding) if leak.sink.asks >= 0 and carried else leak.sink
        )
        for arg, flat in carried.values():
            self._carried(leak, sink, arg, flat)

    def _carried(self, leak: Leak, sink: SinkPoint, carrier: Arg | None, flat: Value) -> None:
        """What one argument brings to the callee's sink."""
        frame = self.frame
        place = frame.place(self.at, self.to)
        data = frame.place(carrier.at, carrier.to) if carrier else place
        key = ("call", place.span, sink, leak.data.span, data.span)
        deferral = frame.deferrals.current
        left = (deferral.place,) if deferral is not None and deferral.place != place else ()
        before = frame.leaks.get(key)
        if before is not None:
            flat = labelled(flat.exact | before.exact, flat.vague | before.vague)
        one_more = before is None and not (flat.exact | flat.vague) & ~SYMBOL_MASK
        if len(leak.handed) >= _MOST_HANDED or (one_more and len(frame.leaks) >= _MOST_LEAKS):
            frame.limited = True
            return
        frame.leaks[key] = Leak(
            sink=sink,
            exact=flat.exact,
            vague=flat.vague & ~flat.exact,
            below=leak.below | _told(frame, leak),
            data=data,
            expr=render(carrier.value) if carrier else "",
            handed=(*leak.handed, *left, place),
        )


def _told(frame: Frame, leak: Leak) -> int:
    """Sources of which the callee tells itself at its sink; of those that fill a column the sure ones."""
    if leak.sink.column:
        return frame.engine.labels.sure(leak.exact & ~SYMBOL_MASK)
    return (leak.exact | leak.vague) & ~SYMBOL_MASK
