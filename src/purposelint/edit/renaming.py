"""A purpose renamed where a file declares it: in comments, and in the texts of declarations that are code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import libcst as cst
from libcst.metadata import MetadataWrapper, PositionProvider

from purposelint.domain.facts import SourceFile
from purposelint.domain.markers import METADATA, PERSONAL, PURPOSE, PURPOSE_KEYS
from purposelint.domain.mended import Changed, Left, Reworded, Rewritten
from purposelint.domain.place import Span
from purposelint.edit.rewording import comment_at
from purposelint.edit.splicing import Splice, edited, unchanged
from purposelint.edit.text import Text, UneditableError, text_of
from purposelint.edit.tree import tree_of

_PUT_TOGETHER = "no text there is the purpose alone: change it by hand"
_OTHER_PROGRAM = "with it, it would be another program"


class _Found(NamedTuple):
    """A text that is the old purpose; `named` tells that it stands in a `Personal(...)`."""

    line: int
    start: int
    end: int
    text: str
    named: bool


def renamed(
    source: SourceFile, comments: Sequence[Reworded], code: Sequence[Span], old: str, new: str
) -> Rewritten:
    """Reword comments, and put `new` for `old` where the `code` of declarations, or a `Personal`, names it.

    A span of code in which no text is `old` alone is left.
    """
    try:
        text = text_of(source.data)
        texts = list(_texts(text, old)) if code or f"{PERSONAL}(" in text.whole else []
    except UneditableError as error:
        return Rewritten(unchanged(source), left=(Left(source.path, 0, str(error)),))
    meant = [one for one in texts if one.named or any(_holds(span, one) for span in code)]
    idle = [span for span in code if not any(_holds(span, one) for one in meant)]
    left = [Left(source.path, span.line, _PUT_TOGETHER) for span in idle]
    groups = [[_of_comment(text, one)] for one in comments]
    groups += [[Splice(one.line, one.start, one.end, one.text.replace(old, new))] for one in meant]
    edit, wrong = edited(source, text, groups, (old, new))
    left += [Left(source.path, groups[index][0].line, _OTHER_PROGRAM) for index in sorted(wrong)]
    lines = sorted({group[0].line for index, group in enumerate(groups) if index not in wrong})
    after = edit.after.decode(text.encoding)
    now = text_of(edit.after).lines if after else []
    changed = [
        Changed(source.path, line, now[line - 1].strip(), line, before=text.lines[line - 1].strip())
        for line in lines
    ]
    return Rewritten(edit, tuple(changed), tuple(left))


def _of_comment(text: Text, one: Reworded) -> Splice:
    stands = comment_at(text, one.span).rstrip()
    return Splice(one.span.line, one.span.column, one.span.column + len(stands), one.text)


def _holds(span: Span, one: _Found) -> bool:
    return (span.line, span.column) <= (one.line, one.start) < (span.end_line, span.end_column)


def _texts(text: Text, old: str) -> Iterator[_Found]:
    """Texts that are the old purpose where declarations that are code state purposes.

    Raises UneditableError where the file cannot be parsed.
    """
    wrapper = MetadataWrapper(tree_of(text.whole), unsafe_skip_copy=True)
    try:
        positions: Mapping[cst.CSTNode, object] = wrapper.resolve(PositionProvider)
    except RecursionError as error:
        raise UneditableError("something in it nests too deeply") from error
    waiting: list[cst.CSTNode] = [wrapper.module]
    while waiting:
        node = waiting.pop()
        waiting += node.children
        for value in _purposes(node) if isinstance(node, cst.Call) else ():
            for one in _plain(value):
                if one.raw_value == old:
                    at: object = positions[one]
                    start, end = getattr(at, "start"), getattr(at, "end")  # noqa: B009 - typed too loosely
                    named = isinstance(node, cst.Call) and _name(node.func) == PERSONAL
                    yield _Found(start.line, start.column + 1, end.column + 1, one.value, named)


def _purposes(call: cst.Call) -> Iterator[cst.BaseExpression]:
    """Arguments of a call that say what for, if it is a declaration."""
    name = _name(call.func)
    for argument in call.args:
        keyword = argument.keyword.value if argument.keyword is not None else ""
        if (name == PURPOSE and not keyword) or (name == PERSONAL and keyword == PURPOSE):
            yield argument.value
        elif keyword in METADATA:
            yield from _under_keys(argument.value)


def _under_keys(mapping: cst.BaseExpression) -> Iterator[cst.BaseExpression]:
    """What a display or a call of `dict` has under the keys that state purposes."""
    if isinstance(mapping, cst.Dict):
        for element in mapping.elements:
            key = element.key if isinstance(element, cst.DictElement) else None
            if isinstance(key, cst.SimpleString) and key.raw_value.lower() in PURPOSE_KEYS:
                yield element.value
    elif isinstance(mapping, cst.Call):
        for argument in mapping.args:
            if argument.keyword is not None and argument.keyword.value in PURPOSE_KEYS:
                yield argument.value


def _plain(value: cst.BaseExpression) -> Iterator[cst.SimpleString]:
    """A text, or those of a display."""
    items: Iterable[cst.BaseExpression] = [value]
    if isinstance(value, cst.List | cst.Tuple | cst.Set):
        items = [element.value for element in value.elements]
    yield from (item for item in items if isinstance(item, cst.SimpleString))


def _name(func: cst.BaseExpression) -> str:
    """The name that a callee ends with."""
    if isinstance(func, cst.Attribute):
        return func.attr.value
    return func.value if isinstance(func, cst.Name) else ""
