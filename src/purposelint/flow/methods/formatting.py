"""Texts made from a template: which parts a constant template shows, by position, name or key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import zip_longest
from operator import or_
from string import Formatter
from typing import NamedTuple

from purposelint.domain.expressions import Attr, Call, Const, Expr, Name, Sub
from purposelint.flow.access import attributes, items
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state import forms
from purposelint.flow.state.deferral import can_defer
from purposelint.flow.state.forms import ITEMS, REPR, TEXT
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.keys import attribute_named
from purposelint.flow.state.values import MORE, NOTHING, SYMBOL_MASK, Template, Value, labelled

_PERCENT = re.compile(
    r"%(?:\((?P<key>[^()]*)\))?[#0\- +]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[hlL]?(?P<kind>[diouxXeEfFgGcrsa%])"
)
_DOLLAR = re.compile(r"\$(?:(?P<escaped>\$)|(?P<plain>[_a-zA-Z]\w*)|\{(?P<braced>[_a-zA-Z]\w*)\})")
_STEP = re.compile(r"\.(?P<name>[^.\[\]]+)|\[(?P<key>[^\]]+)\]")
_HEAD = re.compile(r"[^.\[]*")
_MOST_FIELDS = 60


class _Field(NamedTuple):
    """A replacement field: the argument that it names, and the way from there."""

    head: str
    steps: str
    form: str = TEXT


def everything(frame: Frame, receiver: Value, arguments: Sequence[Argument]) -> Value:
    """A text with all arguments in it: nobody knows which of them it shows."""
    flat = frame.deep(receiver)
    exact, vague = flat.exact, flat.vague
    for argument in arguments:
        part = frame.deep(argument.value, ITEMS if argument.star == 1 else TEXT)
        exact |= part.exact
        vague |= part.vague
    return Value(exact, vague, (), _head(receiver))


def _head(template: Value) -> str:
    """What is known of a text that a template makes: what stands before the first field."""
    return template.text.partition("{")[0].partition(MORE)[0] + MORE if template.text else ""


def is_known(template: Value) -> bool:
    """Whether a template is a constant text."""
    return bool(template.text) and MORE not in template.text and not (template.exact or template.vague)


def _texts(template: Value) -> list[str]:
    """The constant texts that a template may be."""
    known = [template.text] if is_known(template) else []
    return known + [ref.text for ref in template.refs if type(ref) is Template]


def _may_be_another(frame: Frame, template: Value) -> bool:
    """Whether nobody knows all that a template may be, the caller neither."""
    if is_known(template):
        return False
    if template.exact or template.vague or not template.refs:
        return True
    return not all(type(ref) is Template or can_defer(ref, frame) for ref in template.refs)


# --- str.format ----------------------------------------------------------------------------------


def formatted(
    frame: Frame, template: Value, arguments: Sequence[Argument], node: Call, *, mapping: bool
) -> Value:
    """`template.format(...)`, or `template.format_map(mapping)`."""
    every = [_fields(text) for text in _texts(template)]
    if None in every or any(argument.star == 1 for argument in arguments):
        return everything(frame, template, arguments)
    exact = vague = 0
    for field in dict.fromkeys(field for fields in every for field in fields or ()):
        part = frame.deep(_shown(frame, field, arguments, node, mapping=mapping), field.form)
        exact |= part.exact
        vague |= part.vague
    if not is_known(template):
        rest = everything(frame, template, arguments)
        kept = -1 if _may_be_another(frame, template) else ~SYMBOL_MASK  # the caller knows what it handed in
        exact, vague = exact | rest.exact & kept, vague | rest.vague & kept
    return Value(exact, vague, (), _head(template) or MORE)


def as_shown(frame: Frame, template: Value, arguments: Sequence[Argument], node: Call) -> dict[int, Value]:
    """By number, what a constant template shows of arguments of which it names parts only: `{user.plan}`."""
    fields = _fields(template.text) if is_known(template) else None
    if not fields or any(argument.star for argument in arguments):
        return {}
    shown: dict[int, Value] = {}
    for number, argument in enumerate(arguments):
        place = str(sum(each.name is None for each in arguments[:number]))
        own = [field for field in fields if field.head == (argument.name or place)]
        if own and all(field.steps for field in own):
            parts = [frame.deep(_shown(frame, field, arguments, node, mapping=False)) for field in own]
            exact = reduce(or_, (part.exact for part in parts))
            vague = reduce(or_, (part.vague for part in parts))
            shown[number] = labelled(exact, vague)
    return shown


def _fields(text: str) -> list[_Field] | None:
    """Replacement fields of a template, numbered; None where it is none."""
    found: list[_Field] = []
    try:
        for name, form in _names(text, 2):
            head = _HEAD.match(name)
            first = head.group() if head else ""
            number = sum(field.head.isdigit() for field in found)
            found.append(_Field(first or str(number), name[len(first) :], form))
    except ValueError:
        return None
    return found if len(found) <= _MOST_FIELDS else None


def _names(text: str, depth: int) -> Iterator[tuple[str, str]]:
    for _, name, spec, conversion in Formatter().parse(text):
        if name is not None:
            yield name, forms.of_conversion(conversion)
        if spec and depth:
            yield from _names(spec, depth - 1)


def _shown(frame: Frame, field: _Field, arguments: Sequence[Argument], node: Call, *, mapping: bool) -> Value:
    if mapping:
        given = arguments[0] if arguments else None
        steps = f"[{field.head}]{field.steps}"
    elif field.head.isdigit():
        positional = [argument for argument in arguments if argument.name is None and not argument.star]
        given = positional[int(field.head)] if int(field.head) < len(positional) else None
        steps = field.steps
    else:
        given = next((argument for argument in arguments if argument.name == field.head), None)
        steps = field.steps
    if given is None and not mapping and not field.head.isdigit():
        given = next((argument for argument in arguments if argument.star == 2), None)
        steps = f"[{field.head}]{field.steps}"
    if given is None:
        return NOTHING
    head = Name("" if field.head.isdigit() else field.head, node.at)
    shown = _followed(frame, given.value, given.arg.value if given.arg else head, steps, node.to)
    return (
        shown
        if shown.exact or not (steps and given.arg)
        else _followed(frame, given.value, head, steps, node.to)
    )


def _followed(frame: Frame, value: Value, expr: Expr, steps: str, to: int) -> Value:
    """`.name` and `[key]` after an argument; keys stand there without quotes."""
    for step in _STEP.finditer(steps):
        if step["name"] is not None:
            there = Attr(expr, attribute_named(step["name"])[1:], to)
            value, expr = attributes.read(frame, value, there), there
        else:
            text = step["key"]
            key = Const("int", int(text)) if text.isdecimal() and len(text) < 9 else Const("str", text)
            value, expr = _item(frame, value, expr, key, to)
    return value


def _item(frame: Frame, value: Value, expr: Expr, key: Const, to: int) -> tuple[Value, Expr]:
    there = Sub(expr, key, to)
    index = Value(0, 0, (), key.value) if isinstance(key.value, str) else NOTHING
    return items.read_item(frame, value, index, there, computed=True), there


# --- % and $ -------------------------------------------------------------------------------------


def percent(frame: Frame, template: Value, value: Value, expr: Expr) -> Value | None:
    """`template % value` for a template that names keys; None for any other."""
    found = _conversions(template)
    keys = {match["key"]: forms.of_conversion(match["kind"]) for match in found if match["key"] is not None}
    if not keys or any(match["key"] is None for match in found):
        return None
    return _by_keys(frame, value, expr, keys)


def _conversions(template: Value) -> list[re.Match[str]]:
    """What a constant template converts, in its order; nothing of one that has too much."""
    if "%" not in template.text or not is_known(template):
        return []
    found = [match for match in _PERCENT.finditer(template.text) if match["kind"] != "%"]
    return found if len(found) <= _MOST_FIELDS else []


def positions(template: Value) -> list[str]:
    """The forms in which a template shows what it is given one after the other; none where nobody knows."""
    found = _conversions(template)
    plain = all(match["key"] is None and "*" not in match.group() for match in found)
    return [forms.of_conversion(match["kind"]) for match in found] if plain else []


def by_position(frame: Frame, template: Value, value: Value) -> Value:
    """Labels of `template % value` for a template that names no keys."""
    wanted = positions(template)
    if REPR not in wanted:
        return frame.deep(value, ITEMS)
    items = frame.known_items(value)
    if items is None:
        return frame.deep(value, REPR if len(wanted) == 1 else ITEMS)
    exact = vague = 0
    for item, form in zip_longest(items, wanted[: len(items)], fillvalue=TEXT):
        part = frame.deep(item, form) if type(item) is Value else NOTHING
        exact |= part.exact
        vague |= part.vague
    return Value(exact, vague)


def substituted(frame: Frame, template: Value, arguments: Sequence[Argument], to: int) -> Value:
    """`Template.substitute(mapping, name=value)`."""
    if not is_known(template) or any(argument.star for argument in arguments):
        return everything(frame, template, arguments)
    names = [match["plain"] or match["braced"] for match in _DOLLAR.finditer(template.text)]
    exact = vague = 0
    given = {argument.name: argument.value for argument in arguments if argument.name is not None}
    frame.limited = frame.limited or len(names) > _MOST_FIELDS
    for name in names[:_MOST_FIELDS]:
        if name in given:
            part = frame.deep(given[name])
            exact |= part.exact
            vague |= part.vague
    for argument in arguments:
        if argument.name is None and argument.arg is not None:
            wanted = [name for name in names if name and name not in given]
            part = _by_keys(frame, argument.value, argument.arg.value, dict.fromkeys(wanted, TEXT), to)
            exact |= part.exact
            vague |= part.vague
    return Value(exact, vague)


def _by_keys(frame: Frame, value: Value, expr: Expr, keys: Mapping[str, str], to: int = 0) -> Value:
    """Labels of what is under some keys, each in the form that is asked for."""
    exact = vague = 0
    for key, form in keys.items():
        held, _ = _item(frame, value, expr, Const("str", key), to)
        part = frame.deep(held, form)
        exact |= part.exact
        vague |= part.vague
    return Value(exact, vague)
