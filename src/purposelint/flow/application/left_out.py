"""Parameters that a call leaves out, or gives a constant: their names say nothing of that call's data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from purposelint.domain.expressions import Const
from purposelint.domain.facts import Param
from purposelint.domain.program import FunctionInfo
from purposelint.flow.application import addressees
from purposelint.flow.application.following import Following
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.objects.instance_fields import is_constant
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.summary import Summary
from purposelint.flow.state.values import Field, Instance, Obj, Sym, Value


def name_mask(frame: Frame, index: int, param: Param) -> int:
    """What a marker declares a parameter to hold, else what its name says.

    A name's is kept apart from all else where callers may leave the parameter out; it says nothing
    where all of them hand in what is the service's own.
    """
    marked = frame.engine.labels.of_marked(frame.info.symbol, param.name)
    if marked:
        return marked
    named = frame.name_labels("parameter", "", param.name) or addressees.mask(frame, param)
    if named and frame.engine.service_values.parameters.gets(frame.info, index):
        return 0
    if type(param.default) is not Const:
        return named
    return frame.engine.labels.of_optional(named, _key(frame.info, index))


def _key(info: FunctionInfo, index: int) -> str:
    return f"{info.symbol} {index}"


class LeftOut:
    """What the names of a callee's parameters say that is not so for one call."""

    def __init__(self, paths: Following, summary: Summary, arguments: Sequence[Argument]) -> None:
        """Compare what the call hands in with what the names of parameters and their attributes say."""
        frame, info, binding = paths.frame, paths.info, paths.binding
        self._labels = frame.engine.labels
        self.absent = 0
        self.renamed: list[tuple[str, str]] = []
        for index, key in _optional(frame, info):
            given = binding.values.get(index)
            if _is_constant(given, arguments):
                self.absent |= self._labels.of_parameter(key)
            elif given is not None and (own := _same(frame, given)):
                self.renamed.append((key, own))
        for mask, path in summary.said_of:
            if _holds_constant(frame, binding.values.get(path[0]), path[1]):
                self.absent |= self._labels.variants(mask)

    def without(self, mask: int) -> int:
        """A mask of the callee without what is not so here."""
        if not mask:
            return 0
        mask &= ~self.absent
        for key, own in self.renamed:
            mask = self._labels.handed(mask, key, own)
        return mask


def _optional(frame: Frame, info: FunctionInfo) -> Iterator[tuple[int, str]]:
    """Parameters with a constant default whose names say something."""
    for index, param in enumerate(info.facts.params):
        if type(param.default) is Const:
            key = _key(info, index)
            if frame.engine.labels.of_parameter(key):
                yield index, key


def _is_constant(given: Value | None, arguments: Sequence[Argument]) -> bool:
    """Whether a parameter gets what the code itself states: its default, unless a mapping may hold it."""
    if given is not None:
        return not (given.refs or given.exact or given.vague)
    return not any(argument.star and not _is_made_here(argument.value) for argument in arguments)


def _holds_constant(frame: Frame, owner: Value | None, field: Field) -> bool:
    """Whether an argument is one object that the caller made or got, whose attribute the code states."""
    if owner is None or len(owner.refs) != 1 or type(owner.refs[0]) not in (Obj, Instance):
        return False
    return is_constant(frame.read(owner, field))


def _is_made_here(value: Value) -> bool:
    return not (value.exact or value.vague) and all(isinstance(ref, Obj) for ref in value.refs)


def _same(frame: Frame, given: Value) -> str:
    """The caller's own parameter that is handed on as it is, where its name alone makes it data."""
    for ref in given.refs if len(given.refs) == 1 and given.exact and not given.vague else ():
        if type(ref) is Sym and len(ref.path) == 1 and isinstance(ref.path[0], int):
            key = _key(frame.info, ref.path[0])
            return key if not given.exact & ~frame.engine.labels.of_parameter(key) else ""
    return ""
