"""Which parameter of an entry each argument of a call fills."""

from __future__ import annotations

import pytest

from purposelint.domain.library import Sink
from purposelint.flow.objects.arguments import Argument
from purposelint.flow.objects.matching import named
from purposelint.flow.state.values import NOTHING


def _names(sink: Sink, *given: str) -> list[str]:
    """Names by entry for arguments written as `x`, `k=`, `*` and `**`."""
    arguments = [
        Argument(text[:-1] if text.endswith("=") else None, NOTHING, {"*": 1, "**": 2}.get(text, 0))
        for text in given
    ]
    return [name for name, _ in named(sink.parameters, sink.arguments, arguments, sink.unless)]


_LOG = Sink(id="log", parameters=("msg", "*args"), arguments=("msg", "*args", "extra"), activity="log")
_POST = Sink(
    id="post", parameters=("url", "data"), arguments=("data", "json"), unless=("stream",), activity="share"
)
_ALL = Sink(id="all", arguments=("*",), activity="log")
_OPEN = Sink(id="open", parameters=("event",), arguments=("event", "**properties"), activity="share")


@pytest.mark.parametrize(
    ("sink", "given", "expected"),
    [
        (_LOG, ("x", "x", "x"), ["msg", "*args", "*args"]),
        (_LOG, ("x", "extra=", "other="), ["msg", "extra", ""]),
        (_LOG, ("x", "*"), ["msg", "*args"]),
        (_POST, ("x", "x", "x"), ["url", "data", ""]),
        (_POST, ("x", "json=", "stream="), ["url", "json", "stream"]),
        (_POST, ("x", "*"), ["url", "data"]),
        (_POST, ("x", "**"), ["url", "data"]),
        (_ALL, ("x", "k=", "*", "**"), ["*", "k", "*", "*"]),
        (_OPEN, ("x", "k=", "**"), ["event", "**properties", "**properties"]),
    ],
)
def test_arguments_are_named_as_the_entry_names_them(
    sink: Sink, given: tuple[str, ...], expected: list[str]
) -> None:
    assert _names(sink, *given) == expected


def test_parameters_that_the_entry_does_not_speak_of_have_their_names_too() -> None:
    given = [Argument(None, NOTHING), Argument(None, NOTHING), Argument("name", NOTHING)]
    matched = named(("group", "target", "name"), ("target",), given)
    assert [name for name, _ in matched] == ["group", "target", "name"]
