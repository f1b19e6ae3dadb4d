"""Who a call may reach: functions and classes of the project, names outside, the receiver's methods."""

from __future__ import annotations

from typing import TypeGuard

from purposelint.domain.expressions import Attr, Call
from purposelint.flow.access import attributes
from purposelint.flow.application.callables import ANSWER, HELD, function_of, gets_receiver, is_partial
from purposelint.flow.application.computed_methods import handed_method
from purposelint.flow.objects.instance_fields import class_attribute
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.keys import is_handed
from purposelint.flow.state.rows import row_class
from purposelint.flow.state.values import (
    CONTAINERS,
    THINGS,
    Bound,
    Instance,
    Obj,
    Path,
    Queued,
    Record,
    Ref,
    Static,
    Super,
    Sym,
    Value,
    of,
    outlives,
)


class Callee:
    """What a call may reach: functions and classes of the project, outside names, the receiver.

    `refs` are what is called, or what the method is looked up on. `filled` arguments of what is called
    outside come before those of the call.
    """

    def __init__(self) -> None:
        self.functions: list[tuple[str, Value | None]] = []
        self.classes: list[str] = []
        self.tasks: list[Queued] = []
        self.objects: list[tuple[Ref, Value | None]] = []
        self.partials: list[tuple[Ref, Value | None]] = []
        self.answers: list[Value] = []
        self.records: list[tuple[str, ...]] = []
        self.outside: list[str] = []
        self.filled = 0
        self.receiver: Value | None = None
        self.method = ""
        self.word = ""
        self.base_of: Value | None = None
        self.open: list[tuple[Path, str]] = []
        self.refs: tuple[Ref, ...] = ()

    def add(self, frame: Frame, ref: Ref) -> None:
        """Take in one ref that is called."""
        if type(ref) is Static:
            self._add_static(frame, ref.name)
        elif type(ref) is Record:
            self.records.append(ref.fields)
        elif type(ref) is Queued:
            self.tasks.append(ref)
        elif type(ref) is Bound:
            self.functions.append((ref.function, ref.receiver))
        elif isinstance(ref, THINGS):
            self._add_value(frame, ref)

    def _add_value(self, frame: Frame, ref: Obj | Sym | Instance) -> None:
        """A function as an object, an instance that can be called, or what the caller handed in."""
        if is_handed_class(ref, frame):
            self.open.append((ref.path, ""))
        elif function_of(ref):
            self.objects.append((ref, None))
        elif is_partial(ref):
            self.partials.append((ref, None))
        elif isinstance(ref, Obj) and ref.type == ANSWER:
            self.answers.append(frame.read(of(ref), HELD))
        elif ref.type in frame.engine.program.classes:
            method = frame.engine.program.method(ref.type, "__call__")
            if method:
                self.functions.append((method, of(ref)))
        elif type(ref) is Sym and not ref.type:
            self._add_handed(ref)
        elif (type(ref) is Instance or type(ref) is Sym) and ref.type and ref.type not in CONTAINERS:
            self.outside.append(ref.type)

    def _add_handed(self, ref: Sym) -> None:
        """What the caller handed in, or a method of it that was read as a value: the caller knows of what."""
        name = ref.path[-1]
        if len(ref.path) > 1 and isinstance(name, str) and name[1:].isidentifier() and name[0] == ".":
            self.open.append((ref.path[:-1], name[1:]))
        else:
            self.open.append((ref.path, ""))

    def _add_static(self, frame: Frame, name: str) -> None:
        program = frame.engine.program
        if name in program.functions:
            self.functions.append((name, None))
        elif name in program.classes:
            self.classes.append(name)
        elif name not in program.modules:
            self.add_outside(frame, name, None)

    def add_outside(self, frame: Frame, name: str, receiver: Value | None) -> None:
        """Take in what stands outside the project under a name, and what the project put there."""
        self.outside.append(name)
        for put in frame.engine.patched.under(name):
            if put.function in frame.engine.program.functions:
                self.functions.append((put.function, receiver))
            else:
                self.outside.append(put.function)
                self.filled = put.filled

    @property
    def resolved(self) -> bool:
        """Whether it is known what is called, beyond which unknown call gave it."""
        return bool(
            self.functions
            or self.objects
            or self.classes
            or self.tasks
            or any("()" not in name for name in self.outside)
        )


def callee_of(frame: Frame, call: Call) -> Callee:
    """What a call expression may reach."""
    callee = Callee()
    if type(call.func) is not Attr:
        callee.refs = frame.value(call.func).refs
        callee.open.extend(handed_method(frame, call.func))
        for ref in callee.refs:
            if not (callee.open and type(ref) is Sym and is_handed(ref.path[-1])):
                callee.add(frame, ref)
        return callee
    callee.receiver = frame.value(call.func.value)
    callee.refs = callee.receiver.refs
    callee.method = call.func.name
    callee.word = frame.receiver(call.func.value)
    for ref in callee.receiver.refs:
        add_method(frame, ref, call.func.name, callee)
    return callee


def add_method(frame: Frame, ref: Ref, name: str, callee: Callee) -> None:
    """Take in the method of one ref: of the project with its overrides, else by outside name."""
    engine = frame.engine
    if type(ref) is Static:
        for found in attributes.of_static(frame, ref.name, name).refs:
            callee.add(frame, found)
        if not frame.is_exactly(ref):
            _class_overrides(frame, ref, name, callee)
    elif type(ref) is Super:
        method = engine.method_above(ref.owner, name, _class_of(ref.receiver))
        if method:
            callee.functions.append((method, ref.receiver))
        callee.outside.extend(f"{base}.{name}" for base in engine.program.outside_bases(ref.owner))
        callee.base_of = ref.receiver if name == "__init__" and not method else None
    elif is_handed_class(ref, frame):
        _handed_class_method(frame, ref, name, callee)
    elif isinstance(ref, THINGS):
        _instance_method(frame, ref, name, callee)


def _class_overrides(frame: Frame, ref: Static, name: str, callee: Callee) -> None:
    """What `cls.name` may be in a class method that is called on a class below."""
    engine = frame.engine
    known = {function for function, _ in callee.functions}
    for method in engine.reached(ref.name, name, exact=False):
        if method not in known and engine.is_of_class(method):
            callee.functions.append((method, of(ref)))


def _class_of(receiver: Value) -> str:
    """The class of a method's own receiver, '' where there are several."""
    ref = receiver.refs[0] if len(receiver.refs) == 1 else None
    return ref.name if type(ref) is Static else getattr(ref, "type", "")


def is_handed_class(ref: Ref, frame: Frame) -> TypeGuard[Sym]:
    """Whether a parameter holds a class, by its annotation: the caller knows which one."""
    return type(ref) is Sym and ref.path in frame.handed_classes


def _handed_class_method(frame: Frame, ref: Sym, name: str, callee: Callee) -> None:
    """A method of a class that was handed in: of the project, else whatever the caller's class has there."""
    engine = frame.engine
    found = engine.reached(ref.type, name, exact=False) if ref.type in engine.program.classes else ()
    callee.functions.extend((method, of(ref)) for method in found)
    if not found:
        callee.open.append((ref.path, name))


def _instance_method(frame: Frame, ref: Obj | Sym | Instance, name: str, callee: Callee) -> None:
    engine = frame.engine
    if ref.type in engine.program.classes:
        found = engine.reached(ref.type, name, exact=frame.is_exactly(ref))
        callee.functions.extend((method, of(ref)) for method in found)
        if not found:
            _stored_callable(frame, ref, name, callee)
            _class_callable(frame, ref, name, callee)
            callee.outside.extend(f"{base}.{name}" for base in engine.program.outside_bases(ref.type))
        return
    model = row_class(ref)
    own = engine.relations.query_classes.method(model, name) if model else ""
    if own:
        callee.functions.append((own, of(ref)))
        return
    if model and name in engine.knowledge.queried:  # `self.model(...)` of a manager
        callee.add(frame, Static(model))
        return
    extended = engine.extensions.find(ref.type, callee.word, name)
    if extended is not None and not extended.is_property:
        callee.functions.append((extended.symbol, of(ref)))
    elif ref.type and ref.type not in CONTAINERS:
        _outside_method(frame, ref, name, callee)
    else:
        _stored_callable(frame, ref, name, callee)
        if type(ref) is Sym and not ref.type:
            callee.open.append((ref.path, name))


def _outside_method(frame: Frame, ref: Obj | Sym | Instance, name: str, callee: Callee) -> None:
    """A method of a library's class, with what the project put there.

    What may start a task (`task: Actor`) is also the caller's, who knows of which function.
    """
    callee.add_outside(frame, f"{ref.type}.{name}", of(ref))
    if type(ref) is Sym and len(ref.path) == 1 and name in frame.engine.knowledge.starting:
        callee.open.append((ref.path, name))
    if outlives(ref) or (type(ref) is Instance and ref.site):
        for held in frame.read(of(ref), "." + name).refs:
            callee.add(frame, held)


def _stored_callable(frame: Frame, ref: Obj | Sym | Instance, name: str, callee: Callee) -> None:
    """A function kept in an attribute, or an attribute whose type can be called."""
    for held in frame.read(of(ref), "." + name).refs:
        if ref.type or type(held) is not Sym:
            callee.add(frame, held)
    stated = frame.engine.attribute_type(ref.type, name)
    if stated:
        callee.add(frame, Instance(stated))


def _class_callable(frame: Frame, ref: Obj | Sym | Instance, name: str, callee: Callee) -> None:
    """A function that a class body keeps under a name without defining it there: it gets the receiver."""
    for held in class_attribute(frame, ref.type, name).refs:
        if type(held) is Static and held.name in frame.engine.program.functions:
            callee.functions.append((held.name, of(ref)))
        elif function_of(held):
            callee.objects.append((held, of(ref)))
        elif is_partial(held):
            callee.partials.append((held, of(ref) if gets_receiver(frame, held) else None))
        else:
            callee.add(frame, held)
