"""What a constant key says of the item under it: by entries for its holder's type, else by its own words."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.expressions import Attr, Call, Expr, Name, Sub
from purposelint.domain.facts import SUBMITTED
from purposelint.domain.library import Source
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.objects.matching import named
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import MORE, AttributeDict, Static, Value

_PERSON = "user"
"""Whoever fills in a form."""

_OF_PERSONS = ("identity", "credential", "account")
"""Groups of what tells who somebody is: a source of such is that person's record."""


def of_key(frame: Frame, holder: Value, expr: Expr, key: str, *, computed: bool = False) -> int:
    """Labels of `holder[key]` by entries for the holder's type, else by what the key says.

    A `computed` key stands somewhere else than behind its holder, as in a template.
    """
    knowledge = frame.engine.knowledge
    for ref in holder.refs:
        if type(ref) is AttributeDict:
            declared = frame.engine.field_mask(getattr(ref.owner, "type", ""), key)
            if declared is not None:
                return declared
            return frame.name_labels("attribute", frame.receiver(_whose(expr)), key, computed=True)
        kind = ref.name if type(ref) is Static else getattr(ref, "type", "")
        found = _by_entries(frame, knowledge.source_attributes(kind), kind, key) if kind else None
        if found is not None:
            return found
    if type(expr) is Attr:
        word = frame.receiver(expr.value)
        found = _by_entries(
            frame, knowledge.source_attributes_of(expr.name, word), f"{word}.{expr.name}", key
        )
        if found is not None:
            return found
    elif type(expr) is Name or type(expr) is Sub:
        if type(expr) is Name and _is_constant(expr.id):
            return 0
        word = frame.receiver(expr)
        keyed = [source for source in knowledge.source_attributes_of(word, "") if source.key]
        found = _by_entries(frame, keyed, word, key)
        if found is not None:
            return found
    named = frame.name_labels("key", frame.receiver(expr), key, computed=computed)
    return frame.engine.service_values.own_access.without(frame.info, named)


def of_asked(frame: Frame, source: Source, arguments: Sequence[Argument]) -> int:
    """Labels of the field that a call asks for by name; the source's own element where nobody knows which."""
    if source.asked.startswith("*"):
        return _of_several(frame, arguments)
    matched = named(source.parameters, (source.asked,), arguments)
    key = next((argument.value.text for name, argument in matched if name == source.asked), "")
    if not key or MORE in key:
        return frame.engine.source_mask((source,), source.asked)
    if not source.element:
        return frame.name_labels("key", "", key, computed=True)
    return submitted(frame, (source,), key)


def submitted(frame: Frame, sources: Sequence[Source], key: str) -> int:
    """Labels of a field that a person fills in.

    One that things have too (`name`) counts in what a source knows for a person's own record (a profile),
    and in a request beside other data of a person.
    """
    said = frame.name_labels(SUBMITTED, "", key, computed=True)
    if said:
        return said
    of_person = any(source.element.partition(".")[0] in _OF_PERSONS for source in sources)
    if not (of_person or frame.engine.service_values.company.around(frame.info)):
        return 0
    return frame.name_labels("key", _PERSON, key, computed=True)


def _of_several(frame: Frame, arguments: Sequence[Argument]) -> int:
    """Labels of columns that are asked for by their names, in lists too, and of what else is asked for."""
    mask = 0
    for argument in arguments:
        items = frame.known_items(argument.value) if argument.value.refs else None
        for value in items or (argument.value,):
            if value.text and MORE not in value.text and not value.refs:
                mask |= frame.name_labels("key", "", value.text, computed=True)
            else:
                mask |= frame.deep(value).exact
    return mask


def _is_constant(name: str) -> bool:
    """Whether a name is a constant's: its items are what code states (`HEADERS["User-Agent"]`)."""
    return len(name) > 1 and name.isupper()


def _whose(attributes: Expr) -> Expr:
    """What the dict of its attributes is read from: `o` of `o.__dict__` and `vars(o)`."""
    if type(attributes) is Attr and attributes.name == "__dict__":
        return attributes.value
    return attributes.args[0].value if type(attributes) is Call and attributes.args else attributes


def _by_entries(frame: Frame, sources: Sequence[Source], name: str, key: str) -> int | None:
    """What entries say of one key; None where they leave it to the key's own name."""
    for source in sources:
        if source.key and same_key(source.key, key):
            return frame.engine.source_mask((source,), f"{name}[{key!r}]")
        if not source.element and not source.key:
            return 0
        if source.container and not source.key:
            return _by_name(frame, source, name, key)
    return None


def _by_name(frame: Frame, source: Source, name: str, key: str) -> int:
    """What the name of a field says that a container holds; where it says nothing, what the rest is."""
    said = submitted(frame, (source,), key)
    if said or not source.rest or same_key(frame.engine.knowledge.vocabulary.preferences, key):
        return said
    return frame.engine.source_mask((source,), f"{name}[{key!r}]")


def same_key(keys: tuple[str, ...], key: str) -> bool:
    """Whether a constant key is one of an entry's: without case, `-` like `_`."""
    wanted = key.lower().replace("-", "_")
    return any(wanted == k.lower().replace("-", "_") for k in keys)
