"""Calls: who is called, what the catalogue says of it, and what comes back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from purposelint.domain.expressions import Arg, Attr, Call, Name
from purposelint.flow.application import callbacks, channels, services, signatures, tasks, workflows
from purposelint.flow.application.apply import call_function, call_object
from purposelint.flow.application.callables import bound_arguments
from purposelint.flow.application.decoration import wrapped_method
from purposelint.flow.calls import (
    builtin_calls,
    construction,
    endings,
    keyed,
    listed,
    query_calls,
    queueing,
    unknown_calls,
)
from purposelint.flow.calls.callee import Callee, add_method, callee_of
from purposelint.flow.lookup.known import NOT_KNOWN
from purposelint.flow.methods import containers, sinks
from purposelint.flow.objects import partings
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state import tested
from purposelint.flow.state.deferral import Passed, defer, is_too_deep, place_of
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import (
    MAX_CODE,
    NOTHING,
    UNKNOWN,
    Static,
    Super,
    Value,
    join,
    of,
)

_MOST_TARGETS = MAX_CODE
_BUILT_IN = frozenset({"builtins.str", "builtins.bytes", "builtins.dict", "builtins.list"})


def evaluate(frame: Frame, call: Call) -> Value:
    """The value of a call, its effects and what it leaks; behind one that never returns the way ends."""
    callee, last = callee_of(frame, call), _last_word(call)
    value = _evaluate(frame, call, callee, last)
    endings.close(frame, callee, last)
    return value


def _argument(frame: Frame, arg: Arg) -> Argument:
    value = frame.value(arg.value)
    if arg.name:
        value = keyed.named(frame, arg.name, value, arg.value, (arg.at, arg.to))
    return Argument(arg.name, value, arg.star, arg)


def _evaluate(frame: Frame, call: Call, callee: Callee, last: str) -> Value:
    arguments = [Argument(None, UNKNOWN)] * callee.filled + [_argument(frame, arg) for arg in call.args]
    handed = callbacks.call(frame, call, callee, last, arguments)
    if handed is not None:
        listed.leaving(frame, call, callee, last, arguments)
        return handed
    special = builtin_calls.call(frame, call, callee.outside, arguments)
    if special is not None:
        return special
    named = [*callee.outside, *_described(frame, callee)]
    own = callee.functions or callee.objects or callee.classes or callee.tasks
    unheard = not own and not any(map(frame.engine.knowledge.speaks_of, _owners(callee.outside)))
    known = frame.engine.knowledge.of_call(
        named, last, callee.word, resolved=callee.resolved, unheard=unheard
    )
    frame.engine.note_call(frame, call.at, own, known)
    if known is not NOT_KNOWN:
        frame.engine.handovers.described(callee.outside)
    provided = services.call(frame, call, callee, last, arguments)
    provided = channels.call(frame, call, callee, arguments) if provided is None else provided
    provided = workflows.call(frame, call, callee, arguments) if provided is None else provided
    if provided is not None:
        return provided
    rows = query_calls.call(frame, call, callee, last, arguments)
    if known is not NOT_KNOWN:
        value = listed.evaluate(frame, call, callee, known, arguments)
        if value is not None and rows is None:
            if known.guards and callee.functions:
                _change_in_place(frame, call, callee, arguments)
            return value
    if rows is None:
        return _unlisted(frame, call, callee, arguments)
    return join(_unlisted(frame, call, callee, arguments), rows) if callee.functions else rows


def _described(frame: Frame, callee: Callee) -> list[str]:
    """Functions of the project that may have entries: its own rules describe what no code can show."""
    called = frame.engine.knowledge.called
    return [symbol for symbol, _ in callee.functions if symbol.rpartition(".")[2] in called]


def _owners(names: Sequence[str]) -> Iterator[str]:
    """What names of the outside stand behind: the type of a method, the module of a function."""
    return (name.rpartition(".")[0] for name in names)


def _change_in_place(frame: Frame, call: Call, callee: Callee, arguments: list[Argument]) -> None:
    """What a guard of the project does to its arguments; what it gives, and leaks, is the entry's to say."""
    leaks = dict(frame.leaks)
    _own_code(frame, call, callee, arguments)
    frame.leaks = leaks


def _last_word(call: Call) -> str:
    if type(call.func) is Attr:
        return call.func.name
    return call.func.id if type(call.func) is Name else ""


def call_value(
    frame: Frame, target: Value, method: str, arguments: list[Argument], at: int, to: int
) -> Value:
    """Call a value, or a method of it, without a call expression of its own (a callback, a task)."""
    callee = Callee()
    node = Call(Name(method or "callback", at), (), at, to)
    if method:
        callee.receiver, callee.method, callee.word = target, method, "callback"
    for ref in target.refs:
        if method:
            add_method(frame, ref, method, callee)
        else:
            callee.add(frame, ref)
    special = builtin_calls.call(frame, node, callee.outside, arguments)
    if special is not None:
        return special
    woven = workflows.call(frame, node, callee, arguments)
    if woven is not None:
        return woven
    known = frame.engine.knowledge.of_call(callee.outside, "", "", resolved=True)
    if known is not NOT_KNOWN:
        value = listed.evaluate(frame, node, callee, known, arguments)
        if value is not None:
            return value
    return _unlisted(frame, node, callee, arguments)


def _unlisted(frame: Frame, call: Call, callee: Callee, arguments: list[Argument]) -> Value:
    """A call of the project's own code, of a container's method, or of something nobody described."""
    if frame.tested and (callee.functions or callee.method not in containers.METHODS):
        tested.touched(frame, [callee.receiver, *(argument.value for argument in arguments)])
    queueing.keep(frame, call, callee, arguments)
    results = _own_code(frame, call, callee, arguments)
    if callee.receiver is not None and not callee.functions:
        found = containers.call(frame, _itself(callee.receiver), callee.method, arguments, call)
        if found is not None:
            results.append(found)
            if partings.cuts(frame, callee.receiver, callee.method, arguments):
                return found
    if callee.method == "__new__" and not callee.functions:
        return construction.allocate(frame, call, arguments)
    if callee.base_of is not None or callee.method == "__init__":
        construction.fill_base(frame, callee, arguments, call)
    results.extend(_deferred(frame, callee, arguments, call))
    results.extend(callee.answers)
    results.extend(_unbound(frame, callee, arguments, call))
    if not results:
        return _of_nobody(frame, call, callee, arguments)
    result = results[0]
    for value in results[1:]:
        result = join(result, value)
    return result


def _of_nobody(frame: Frame, call: Call, callee: Callee, arguments: list[Argument]) -> Value:
    """A call that nobody described, but perhaps of a package that is a vendor's by its name."""
    wrapping = frame.engine.knowledge.wrapped.of_call(callee.outside)
    for sink in wrapping:
        sinks.record(frame, sink, call, arguments, callee.receiver)
    if wrapping:
        frame.engine.handovers.described(callee.outside)
        return unknown_calls.guess(frame, callee, arguments, call.at)
    return unknown_calls.evaluate(frame, callee, arguments, call.at)


def _own_code(frame: Frame, call: Call, callee: Callee, arguments: list[Argument]) -> list[Value]:
    """What functions and classes of the project give, with arguments and variables that they keep."""
    most = max(len(callee.functions), len(callee.objects), len(callee.classes))
    frame.limited = frame.limited or most > _MOST_TARGETS
    functions = callee.functions[:_MOST_TARGETS]
    targets = list(frame.engine.generic.targets(frame, functions, arguments))
    if len(targets) + len(callee.objects) < 2:
        return _reached(frame, call, callee, arguments, targets)
    with frame.deferrals.turns.several():
        return _reached(frame, call, callee, arguments, targets)


def _reached(
    frame: Frame,
    call: Call,
    callee: Callee,
    arguments: list[Argument],
    functions: Sequence[tuple[str, Value | None]],
) -> list[Value]:
    """What each gives, in its turn."""
    results: list[Value] = []
    for symbol, receiver in functions:
        results.append(_function(frame, symbol, receiver, arguments, call))
        frame.deferrals.turns.next()
    for function, receiver in callee.objects[:_MOST_TARGETS]:
        given = arguments if receiver is None else [Argument(None, receiver), *arguments]
        results.append(call_object(frame, function, given, call.at, call.to))
        frame.deferrals.turns.next()
    results += [signatures.call(frame, task, arguments, call.at, call.to) for task in callee.tasks]
    for partial, receiver in callee.partials:
        called, bound = bound_arguments(frame, partial)
        given = [*bound, *arguments] if receiver is None else [Argument(None, receiver), *bound, *arguments]
        results.append(call_value(frame, called, "", given, call.at, call.to))
    results += [construction.named_tuple(frame, fields, arguments, call.at) for fields in callee.records]
    classes = callee.classes[:_MOST_TARGETS]
    results += [construction.construct(frame, symbol, arguments, call) for symbol in classes]
    return results


def _itself(receiver: Value) -> Value:
    """The object that a method is called on; `super()` is the object itself."""
    if Super not in map(type, receiver.refs):
        return receiver
    result = NOTHING
    for ref in receiver.refs:
        result = join(result, ref.receiver if type(ref) is Super else of(ref))
    return result


def _deferred(frame: Frame, callee: Callee, arguments: list[Argument], call: Call) -> list[Value]:
    """Calls of what the caller handed in: a function, or a method of an object of unknown class."""
    others = [] if callee.method in frame.engine.only_of_containers else callee.open
    open_calls = [(path, method) for path, method in others if not is_too_deep(path)]
    if not open_calls or (callee.method == "copy" and not arguments):  # `copies` leaves it to the caller
        return []
    given = [Passed(a.name, a.star, a.value) for a in arguments]
    place = place_of(frame, call.at, call.to)
    unknown = unknown_calls.guess(frame, callee, arguments, call.at)
    guessed = Value(0, unknown.vague, tasks.wrapped(frame, arguments))
    return [join(defer(frame, path, method, given, call.at, place), guessed) for path, method in open_calls]


def _function(
    frame: Frame, symbol: str, receiver: Value | None, arguments: list[Argument], call: Call
) -> Value:
    """A function as it stands, or a method by its name: then what its decorators left there."""
    if receiver is None:
        itself = [Argument(None, of(Static(symbol)))] if frame.engine.gets_itself(symbol) else []
        return call_function(frame, symbol, [*itself, *arguments], call.at, call.to)
    given = arguments if frame.engine.is_staticmethod(symbol) else [Argument(None, receiver), *arguments]
    wrapped = wrapped_method(frame, symbol)
    if wrapped is not None:
        return call_value(frame, wrapped, "", given, call.at, call.to)
    return call_function(frame, symbol, given, call.at, call.to)


def _unbound(frame: Frame, callee: Callee, arguments: list[Argument], call: Call) -> list[Value]:
    """`str.strip(value)`: a method of a built-in type with its receiver as an argument."""
    results = []
    for name in callee.outside if arguments and callee.base_of is None else ():
        owner, _, method = name.rpartition(".")
        if owner in _BUILT_IN:
            given = containers.call(frame, arguments[0].value, method, arguments[1:], call)
            if given is not None:
                results.append(given)
    return results
