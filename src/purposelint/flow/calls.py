"""Calls: who is called, what the catalogue says of it, and what comes back."""

from __future__ import annotations

from purposelint.domain.expressions import Attr, Call, Name
from purposelint.flow import attributes, builtin_calls, containers, listed, queries
from purposelint.flow.apply import call_function
from purposelint.flow.arguments import Argument
from purposelint.flow.deferral import Passed, defer
from purposelint.flow.frame import Frame
from purposelint.flow.knowledge import NOT_KNOWN
from purposelint.flow.printing import ARGUMENTS, is_exception
from purposelint.flow.spreading import spread_attributes
from purposelint.flow.values import (
    CONTAINERS,
    UNKNOWN,
    Bound,
    Instance,
    Obj,
    Packed,
    Ref,
    Static,
    Super,
    Sym,
    Value,
    join,
    of,
)
from purposelint.frameworks import implicit_constructor

_MOST_TARGETS = 8
_DEEPEST_CALLEE = 2


class Callee:
    """What a call may reach: functions and classes of the project, outside names, the receiver."""

    def __init__(self) -> None:
        self.functions: list[tuple[str, Value | None]] = []
        self.classes: list[str] = []
        self.packed: list[str] = []
        self.outside: list[str] = []
        self.receiver: Value | None = None
        self.method = ""
        self.word = ""
        self.base_of: Value | None = None
        self.called: tuple[Ref, ...] = ()

    def add(self, frame: Frame, ref: Ref) -> None:
        """Take in one ref that is called."""
        program = frame.engine.program
        if isinstance(ref, Static):
            if ref.name in program.functions:
                self.functions.append((ref.name, None))
            elif ref.name in program.classes:
                self.classes.append(ref.name)
            elif ref.name not in program.modules:
                self.outside.append(ref.name)
        elif isinstance(ref, Packed):
            self.packed.append(ref.function)
        elif isinstance(ref, Bound):
            self.functions.append((ref.function, ref.receiver))
        elif isinstance(ref, Instance | Sym | Obj) and ref.type in program.classes:
            method = program.method(ref.type, "__call__")
            if method:
                self.functions.append((method, of(ref)))
        elif isinstance(ref, Instance) and ref.type:
            self.outside.append(ref.type)

    @property
    def resolved(self) -> bool:
        """Whether it is known what is called, beyond which unknown call gave it."""
        return bool(self.functions or self.classes or any("()" not in name for name in self.outside))


def evaluate(frame: Frame, call: Call) -> Value:
    """The value of a call, its effects and what it leaks."""
    callee = _callee(frame, call)
    arguments = [Argument(arg.name, frame.value(arg.value), arg.star, arg) for arg in call.args]
    special = builtin_calls.call(frame, call, callee.outside, arguments)
    if special is not None:
        return special
    known = frame.engine.knowledge.of_call(
        callee.outside, _last_word(call), callee.word, resolved=callee.resolved
    )
    frame.engine.count_call(callee.functions or callee.classes, known)
    rows = queries.call(frame, call, callee, _last_word(call), arguments)
    if known is not NOT_KNOWN:
        value = listed.evaluate(frame, call, callee, known, arguments)
        if value is not None and rows is None:
            return value
    if rows is None:
        return _unlisted(frame, call, callee, arguments)
    return join(_unlisted(frame, call, callee, arguments), rows) if callee.functions else rows


def _last_word(call: Call) -> str:
    if isinstance(call.func, Attr):
        return call.func.name
    return call.func.id if isinstance(call.func, Name) else ""


def _callee(frame: Frame, call: Call) -> Callee:
    callee = Callee()
    if not isinstance(call.func, Attr):
        callee.called = frame.value(call.func).refs
        for ref in callee.called:
            callee.add(frame, ref)
        return callee
    callee.receiver = frame.value(call.func.value)
    callee.method = call.func.name
    callee.word = frame.receiver(call.func.value)
    for ref in callee.receiver.refs:
        _method(frame, ref, call.func.name, callee)
    return callee


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
            _method(frame, ref, method, callee)
        else:
            callee.add(frame, ref)
    callee.called = () if method else target.refs
    known = frame.engine.knowledge.of_call(callee.outside, "", "", resolved=True)
    if known is not NOT_KNOWN:
        value = listed.evaluate(frame, node, callee, known, arguments)
        if value is not None:
            return value
    return _unlisted(frame, node, callee, arguments)


def _method(frame: Frame, ref: Ref, name: str, callee: Callee) -> None:
    """Take in the method of one ref: of the project with its overrides, else by outside name."""
    engine = frame.engine
    if isinstance(ref, Static):
        for found in attributes.of_static(frame, ref.name, name).refs:
            callee.add(frame, found)
    elif isinstance(ref, Super):
        method = engine.method_above(ref.owner, name)
        if method:
            callee.functions.append((method, ref.receiver))
        callee.outside.extend(f"{base}.{name}" for base in engine.program.outside_bases(ref.owner))
        callee.base_of = ref.receiver if name == "__init__" and not method else None
    elif isinstance(ref, Obj | Sym | Instance):
        _instance_method(frame, ref, name, callee)


def _instance_method(frame: Frame, ref: Obj | Sym | Instance, name: str, callee: Callee) -> None:
    engine = frame.engine
    if ref.type in engine.program.classes:
        found = engine.methods(ref.type, name, exact=isinstance(ref, Obj))
        callee.functions.extend((method, of(ref)) for method in found)
        if not found:
            _stored_callable(frame, ref, name, callee)
            callee.outside.extend(f"{base}.{name}" for base in engine.program.outside_bases(ref.type))
    elif ref.type and ref.type not in CONTAINERS:
        callee.outside.append(f"{ref.type}.{name}")
    else:
        _stored_callable(frame, ref, name, callee)


def _stored_callable(frame: Frame, ref: Obj | Sym | Instance, name: str, callee: Callee) -> None:
    """A function kept in an attribute, or an attribute whose type can be called."""
    for held in frame.read(of(ref), "." + name).refs:
        if isinstance(held, Static | Bound):
            callee.add(frame, held)
    stated = frame.engine.attribute_type(ref.type, name)
    if stated:
        callee.add(frame, Instance(stated))


def _unlisted(frame: Frame, call: Call, callee: Callee, arguments: list[Argument]) -> Value:
    """A call of the project's own code, of a container's method, or of something nobody described."""
    results: list[Value] = []
    for symbol, receiver in callee.functions[:_MOST_TARGETS]:
        given = arguments
        if receiver is not None and not frame.engine.is_staticmethod(symbol):
            given = [Argument(None, receiver), *arguments]
        results.append(call_function(frame, symbol, given, call.at, call.to))
    results.extend(
        call_function(frame, symbol, _unpacked(arguments), call.at, call.to) for symbol in callee.packed
    )
    results.extend(construct(frame, symbol, arguments, call) for symbol in callee.classes[:_MOST_TARGETS])
    if callee.receiver is not None and not callee.functions:
        found = containers.call(frame, callee.receiver, callee.method, arguments, call)
        if found is not None:
            results.append(found)
    if callee.base_of is not None and any(is_exception(n.rpartition(".")[0]) for n in callee.outside):
        keep_arguments(frame, callee.base_of, arguments)
    results.extend(_deferred(frame, callee, arguments, call.at))
    if not results:
        return _unknown(frame, callee, arguments, call.at)
    result = results[0]
    for value in results[1:]:
        result = join(result, value)
    return result


def _deferred(frame: Frame, callee: Callee, arguments: list[Argument], at: int) -> list[Value]:
    """Calls of what the caller handed in: a function, or a method of an object of unknown class."""
    refs = callee.called or (callee.receiver.refs if callee.receiver is not None else ())
    open_refs = [r for r in refs if isinstance(r, Sym) and not r.type and len(r.path) <= _DEEPEST_CALLEE]
    if not open_refs:
        return []
    given = [Passed(a.name, a.star, a.value) for a in arguments]
    unknown = Value(0, _unknown(frame, callee, arguments, at).vague)
    return [join(defer(frame, ref.path, callee.method, given, at), unknown) for ref in open_refs]


def _unpacked(arguments: list[Argument]) -> list[Argument]:
    """The arguments of a task that is called with `args` and `kwargs`."""
    order = ("args", "kwargs")
    given: list[Argument] = []
    for position, argument in enumerate(arguments):
        name = argument.name or (order[position] if position < len(order) else "")
        if name in order:
            given.append(Argument(None, argument.value, 1 + order.index(name), argument.arg))
    return given


def construct(frame: Frame, symbol: str, arguments: list[Argument], call: Call) -> Value:
    """A new instance: through `__init__` where the project writes one, else keywords set fields."""
    made = frame.fresh((call.at,), symbol)
    program = frame.engine.program
    init = program.method(symbol, "__init__")
    if init:
        call_function(frame, init, [Argument(None, made), *arguments], call.at, call.to)
        return made
    if frame.engine.printer(symbol).exception:
        keep_arguments(frame, made, arguments)
    order = implicit_constructor(program, symbol) or ()
    position = 0
    for argument in arguments:
        if argument.star == 2:
            spread_attributes(frame, argument.value, made)
        elif argument.name is not None:
            frame.write(made, "." + argument.name, argument.value)
        elif position < len(order):
            frame.write(made, "." + order[position], argument.value)
            position += 1
    return made


def keep_arguments(frame: Frame, made: Value, arguments: list[Argument]) -> None:
    """An exception keeps its positional arguments."""
    held = frame.fresh((arguments[0].arg.at if arguments and arguments[0].arg else 0, 11), "tuple")
    for index, argument in enumerate(a for a in arguments if a.name is None):
        frame.write(held, index, argument.value)
    frame.write(made, ARGUMENTS, held)


def _unknown(frame: Frame, callee: Callee, arguments: list[Argument], at: int) -> Value:
    """A call nobody described: positional arguments may be somewhere in what it gives."""
    result = listed.instance(frame, callee, at)
    if any(is_exception(name) for name in callee.outside):
        return _exception(frame, result, arguments)
    if callee.method and not arguments and not callee.outside:
        mask = frame.name_labels("attribute", callee.word, callee.method)
        if mask:
            frame.enter(mask, at, at, f"{callee.word}.{callee.method}()")
            return Value(mask, 0, result.refs)
    vague = 0
    for argument in arguments:
        if argument.name is None:
            flat = frame.deep(argument.value)
            vague |= flat.exact | flat.vague
    if callee.receiver is not None:
        vague |= callee.receiver.exact
    return Value(0, vague, result.refs or UNKNOWN.refs)


def _exception(frame: Frame, result: Value, arguments: list[Argument]) -> Value:
    """An exception of the outside prints what it was made with."""
    exact = vague = 0
    for argument in arguments:
        flat = frame.deep(argument.value)
        exact |= flat.exact
        vague |= flat.vague
    return Value(exact, vague, result.refs)
