"""Functions of Python's own that move data field by field; the rest of them are catalogue entries."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.expressions import Attr, Call, Const, Seq
from purposelint.flow.access import attributes
from purposelint.flow.application import generators, implicit
from purposelint.flow.application.computed_methods import beginning_with, unnamed
from purposelint.flow.calls import assign
from purposelint.flow.methods import container_builtins, getters, method_values
from purposelint.flow.methods.container_builtins import Perhaps
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.objects.copying import copy_entries
from purposelint.flow.state import texts, throwing
from purposelint.flow.state.alternatives import in_turn
from purposelint.flow.state.forms import REPR
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.keys import attribute_key, attribute_named
from purposelint.flow.state.properties import Managed
from purposelint.flow.state.values import (
    MORE,
    NOTHING,
    UNKNOWN,
    Record,
    Static,
    Super,
    Value,
    attribute_dicts,
    join,
    of,
)

_ACCESSORS = ("fget", "fset", "fdel", "doc")


def call(frame: Frame, node: Call, names: Sequence[str], arguments: Sequence[Argument]) -> Value | None:
    """Value of a call to one of these builtins, None for any other call."""
    for name in names:
        short = name.removeprefix("builtins.")
        if short in _ASKED and arguments:
            implicit.call(frame, arguments[0].value, _ASKED[short], (), node)
        elif short in _CONVERTED and arguments:
            converted = _converted(frame, _CONVERTED[short], node, arguments)
            if converted is not None:
                return converted
        function = _FUNCTIONS.get(short)
        if function is not None:
            return function(frame, node, arguments)
    return None


_ASKED = {"len": ("__len__",), "bool": ("__bool__", "__len__"), "hash": ("__hash__",), "dir": ("__dir__",)}
"""Functions whose special methods run, but give no data."""

_CONVERTED = {
    "next": ("__next__",),
    "anext": ("__anext__",),
    "reversed": ("__reversed__",),
    "abs": ("__abs__",),
    "round": ("__round__",),
    "int": ("__int__", "__index__", "__trunc__"),
    "float": ("__float__", "__index__"),
    "complex": ("__complex__", "__float__"),
    "bytes": ("__bytes__",),
    "str": ("__str__", "__repr__"),
    "repr": ("__repr__",),
    "ascii": ("__repr__",),
    "format": ("__format__", "__str__", "__repr__"),
    "os.fspath": ("__fspath__",),
    "copy.copy": ("__copy__",),
    "copy.deepcopy": ("__deepcopy__",),
    "math.floor": ("__floor__",),
    "math.ceil": ("__ceil__",),
    "math.trunc": ("__trunc__",),
}
"""Functions that give what a special method of their first argument gives."""


def _converted(
    frame: Frame, methods: Sequence[str], node: Call, arguments: Sequence[Argument]
) -> Value | None:
    """What the project's own method gives, or the default that stands beside it."""
    others = [argument.value for argument in arguments[1:]]
    given = implicit.call(frame, arguments[0].value, methods, others, node)
    if given is None or given.rest.refs:
        return None
    return join(given.value, others[0]) if others and methods[0] in ("__next__", "__anext__") else given.value


def _represented(frame: Frame, _node: Call, arguments: Sequence[Argument]) -> Value:
    """`repr(o)` of what the project has no method for: of a record, of what is in a container."""
    shown = frame.deep(arguments[0].value, REPR) if arguments else NOTHING
    return Value(shown.exact, shown.vague, UNKNOWN.refs)


def _one(frame: Frame, _node: Call, arguments: Sequence[Argument]) -> Value:
    result = NOTHING
    for index, argument in enumerate(arguments):
        if argument.name is None:
            result = join(result, generators.next_of(frame, argument.value) if index == 0 else argument.value)
    return result


def _extreme(frame: Frame, _node: Call, arguments: Sequence[Argument]) -> Value:
    plain = [a for a in arguments if a.name is None]
    if len(plain) == 1:
        return frame.elements_of(plain[0].value)
    result = NOTHING
    for argument in plain:
        result = join(result, argument.value)
    return result


def _getattr(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
    if len(arguments) < 2 or arguments[0].arg is None:
        return UNKNOWN
    name = arguments[1].value
    if texts.alternatives(name.text):
        return in_turn(frame, name, lambda one: _getattr(frame, node, _named(arguments, one)))
    if name.text and MORE not in name.text:
        there = Attr(arguments[0].arg.value, attribute_named(name.text)[1:], node.to)
        stated = arguments[1].arg is not None and type(arguments[1].arg.value) is Const
        result = attributes.read(frame, arguments[0].value, there, computed=not stated)
    else:
        methods = beginning_with(frame, arguments[0].value, name)
        result = frame.attribute(arguments[0].value, name)
        result = result if result is not NOTHING else UNKNOWN
        methods = methods or unnamed(frame, arguments[0].value)
        result = Value(result.exact, result.vague, methods) if methods else result
    for default in arguments[2:3]:
        result = join(result, default.value)
    return result


def _named(arguments: Sequence[Argument], name: Value) -> Sequence[Argument]:
    """Arguments with another name of the attribute."""
    return [*arguments[:1], arguments[1]._replace(value=name), *arguments[2:]]


def _setattr(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
    if len(arguments) == 3 and not copy_entries(frame, node, arguments[0].value, arguments[1].value):
        assign.bind_attribute(frame, arguments[0].value, arguments[1].value, arguments[2].value, node)
    return NOTHING


def _delattr(frame: Frame, _node: Call, arguments: Sequence[Argument]) -> Value:
    if len(arguments) == 2:
        holder, name = arguments[0].value, arguments[1].value
        in_turn(frame, name, lambda one: frame.write(holder, attribute_key(one), NOTHING))
    return NOTHING


def _vars(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
    """`vars(o)`, `o.__dict__`; without argument `locals()`."""
    if not arguments:
        return _locals(frame, node, arguments)
    given = arguments[0].value
    return attribute_dicts(given) if given.refs else Value(given.exact, given.vague)


def _locals(frame: Frame, node: Call, _arguments: Sequence[Argument]) -> Value:
    """A dict of the variables of the function; of a module or class body nobody asks for them."""
    made = frame.fresh((node.at, 18), "dict")
    if frame.info.facts.kind in ("function", "lambda"):
        for name in frame.info.facts.locals:
            held = frame.lookup(name)
            if held is not None:
                frame.write(made, "[" + name, held)
    return made


def _managed(_frame: Frame, _node: Call, arguments: Sequence[Argument]) -> Value:
    """`property(get, set)`: functions of the project that read and write an attribute."""
    given = {argument.name or order: argument for order, argument in zip(_ACCESSORS, arguments, strict=False)}
    found = {
        name: ref.name
        for name, argument in given.items()
        for ref in argument.value.refs
        if type(ref) is Static
    }
    return of(Managed(found.get("fget", ""), found.get("fset", "")))


def _record_class(_frame: Frame, node: Call, _arguments: Sequence[Argument]) -> Value:
    """`namedtuple("Point", "x y")`: a class that keeps its arguments by position and by name."""
    stated = node.args[1].value if len(node.args) > 1 else None
    if type(stated) is Const and isinstance(stated.value, str):
        return of(Record(tuple(stated.value.replace(",", " ").split())))
    if type(stated) is Seq:
        texts = [item.value for item in stated.items if type(item) is Const]
        return of(Record(tuple(text for text in texts if isinstance(text, str))))
    return UNKNOWN


def _type(_frame: Frame, _node: Call, arguments: Sequence[Argument]) -> Value:
    """`type(o)`: the class itself, which can be called; with more arguments a new one, unknown."""
    return attributes.classes_of(arguments[0].value) if len(arguments) == 1 else UNKNOWN


def _super(frame: Frame, _node: Call, arguments: Sequence[Argument]) -> Value:
    if len(arguments) == 2:
        above = next((ref.name for ref in arguments[0].value.refs if type(ref) is Static), "")
        return of(Super(above, arguments[1].value)) if above in frame.engine.program.classes else UNKNOWN
    owner = frame.info.owner
    params = frame.info.facts.params
    if not owner or not params:
        return UNKNOWN
    receiver = frame.lookup(params[0].name)
    return of(Super(owner, receiver)) if receiver is not None else UNKNOWN


def _group(frame: Frame, node: Call, arguments: Sequence[Argument]) -> Value:
    """`ExceptionGroup(message, exceptions)`."""
    message, members = [a.value for a in arguments[:2]] if len(arguments) > 1 else (NOTHING, NOTHING)
    return throwing.group_of(frame, message, [frame.elements_of(members)], (node.at, 21))


_FUNCTIONS: dict[str, Perhaps] = {
    **container_builtins.FUNCTIONS,
    **getters.FUNCTIONS,
    **method_values.FUNCTIONS,
    "next": _one,
    "repr": _represented,
    "ascii": _represented,
    "min": _extreme,
    "max": _extreme,
    "getattr": _getattr,
    "setattr": _setattr,
    "object.__setattr__": _setattr,
    "delattr": _delattr,
    "object.__delattr__": _delattr,
    "vars": _vars,
    "locals": _locals,
    "property": _managed,
    "super": _super,
    "ExceptionGroup": _group,
    "BaseExceptionGroup": _group,
    "type": _type,
    "collections.namedtuple": _record_class,
}
