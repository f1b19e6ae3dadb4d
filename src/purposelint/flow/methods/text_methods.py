"""Methods of texts and bytes: what of a text is left in what they give."""

from __future__ import annotations

from collections.abc import Sequence

from purposelint.domain.expressions import Call, Name
from purposelint.flow.access.turns import is_text
from purposelint.flow.methods import formatting, getters
from purposelint.flow.objects import partings, sequences
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.state.frame import Frame
from purposelint.flow.state.values import CONSTANT, NOTHING, UNKNOWN, Value, join

_SAME_TEXT = frozenset(
    {
        "lower", "upper", "strip", "lstrip", "rstrip", "title", "capitalize", "casefold", "swapcase",
        "center", "ljust", "rjust", "zfill", "encode", "decode", "removeprefix", "removesuffix",
        "expandtabs", "translate", "isoformat", "strftime", "hex",
    }
)  # fmt: skip
_PARTS = frozenset(["split", "rsplit", "splitlines", "partition", "rpartition"])
KEEPING = _SAME_TEXT | _PARTS
"""Methods that give the text, or parts of it."""

_NOTHING = frozenset(
    {
        "startswith", "endswith", "isdigit", "isalpha", "isnumeric", "isspace", "isupper", "islower",
        "isidentifier", "count", "index", "find", "rfind", "exists", "bit_length",
    }
)  # fmt: skip


def call(frame: Frame, receiver: Value, name: str, arguments: Sequence[Argument], node: Call) -> Value | None:
    """Value of a text's method, None for a method that texts have not."""
    if name in _NOTHING:
        return NOTHING
    if keeps(name):
        return kept(frame, receiver, name, arguments, node)
    if name == "join":
        return _join(frame, receiver, arguments)
    if name == "replace":  # what is put in shows, what is looked for does not
        return formatting.everything(frame, receiver, arguments[1:])
    if name in ("format", "format_map"):
        return formatting.formatted(frame, receiver, arguments, node, mapping=name == "format_map")
    if name == getters.FOLLOW and arguments and formatting.is_known(receiver):
        return getters.followed(frame, arguments[0].value, Name("", node.at), receiver.text, node.to)
    return None


def keeps(name: str) -> bool:
    """Whether a method gives the text, or parts of it."""
    return name in KEEPING


def kept(frame: Frame, receiver: Value, name: str, arguments: Sequence[Argument], node: Call) -> Value:
    """What such a method gives: the text, or its pieces where an entry tells one of them from the others."""
    shown = as_text(frame, receiver)
    words = _words(receiver, name, arguments)
    if words:
        return sequences.made_of(frame, (node.at, 39), "list", [(word, False) for word in words])
    pieces = partings.parted(frame, shown, name, arguments, node.at) if name in _PARTS else None
    return shown if pieces is None else pieces


def _words(receiver: Value, name: str, arguments: Sequence[Argument]) -> list[Value]:
    """The pieces of a constant text that is cut at blanks or at another constant text."""
    if name != "split" or not is_text(receiver) or len(arguments) > 1:
        return []
    if arguments and not is_text(arguments[0].value):
        return []
    words = receiver.text.split(arguments[0].value.text if arguments else None)
    return [Value(0, 0, (), word) if word else CONSTANT for word in words]


def as_text(frame: Frame, receiver: Value) -> Value:
    """What a text says, in another text or in several."""
    flat = frame.deep(receiver)
    return Value(flat.exact, flat.vague, UNKNOWN.refs if receiver.refs else ())


def _join(frame: Frame, receiver: Value, arguments: Sequence[Argument]) -> Value:
    """Of a mapping the keys are joined; what stands between shows where there is a between."""
    shown = arguments and frame.length(arguments[0].value, 2) > 1
    result = frame.deep(receiver) if shown else NOTHING
    for argument in arguments:
        part = frame.deep(frame.elements_of(argument.value))
        result = join(result, part)
    return result
