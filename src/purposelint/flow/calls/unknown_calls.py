"""Calls that nobody described: what they are handed may be somewhere in what they give."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.chains import KEYED
from purposelint.flow.access.printing import is_exception
from purposelint.flow.application import tasks
from purposelint.flow.calls import listed
from purposelint.flow.calls.callee import Callee
from purposelint.flow.calls.construction import keep_arguments
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.guesses import made_by_the_unknown
from purposelint.flow.state.keys import text_key
from purposelint.flow.state.values import ANY, UNKNOWN, Value


def evaluate(frame: Frame, callee: Callee, arguments: Sequence[Argument], at: int) -> Value:
    """What a call gives that stays unknown, whoever calls the function around it."""
    _note(frame, callee, arguments, at)
    result = guess(frame, callee, arguments, at)
    frame.undescribed |= result.vague
    return result


def _note(frame: Frame, callee: Callee, arguments: Sequence[Argument], at: int) -> None:
    """Remember that personal data went where the analysis does not see."""
    if callee.outside and not any(is_exception(name) for name in callee.outside):
        exact = 0
        for argument in arguments:
            exact |= frame.deep(argument.value).exact
        frame.engine.handovers.note(frame, at, callee.outside, exact)


def guess(frame: Frame, callee: Callee, arguments: Sequence[Argument], at: int) -> Value:
    """What an unknown call gives: positional arguments may be in it, and what its receiver was handed."""
    result = listed.instance(frame, callee, at)
    if callee.outside and any(is_exception(name) for name in callee.outside):
        return _exception(frame, result, arguments)
    if callee.method and not arguments and not callee.outside:
        mask = frame.name_labels("attribute", callee.word, callee.method)
        if mask:
            frame.enter(mask, at, at, f"{callee.word}.{callee.method}()")
            return Value(mask, 0, result.refs)
    vague = _handed(frame, arguments)
    receiver = callee.receiver
    if receiver is not None:
        if vague and made_by_the_unknown(frame, receiver):
            frame.keep(receiver, Value(0, vague))
        vague |= _of_receiver(frame, callee.method, receiver, arguments)
        if made_by_the_unknown(frame, receiver):
            vague |= receiver.vague & frame.guessed
    frame.guessed |= vague
    return Value(0, vague, (*(result.refs or UNKNOWN.refs), *tasks.wrapped(frame, arguments)))


def _of_receiver(frame: Frame, method: str, receiver: Value, arguments: Sequence[Argument]) -> int:
    """What an unknown method gives of what it is called on; of a container of fields a key says that."""
    asks = method in KEYED and bool(arguments) and text_key(arguments[0].value) != ANY
    return receiver.exact & ~frame.engine.labels.keyed if asks else receiver.exact


def _handed(frame: Frame, arguments: Sequence[Argument]) -> int:
    vague = 0
    for argument in arguments:
        if argument.name is None:
            flat = frame.deep(argument.value)
            vague |= flat.exact | flat.vague
    return vague


def _exception(frame: Frame, result: Value, arguments: Sequence[Argument]) -> Value:
    """An exception of the outside prints what it was made with."""
    keep_arguments(frame, result, arguments)
    exact = vague = 0
    for argument in arguments:
        if argument.name is not None:
            flat = frame.deep(argument.value)
            exact |= flat.exact
            vague |= flat.vague
    return Value(exact, vague, result.refs)
