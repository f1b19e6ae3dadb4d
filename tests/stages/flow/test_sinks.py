"""Sinks: which argument fills which parameter, and the host of an address."""

from __future__ import annotations

import pytest

from purposelint.domain.library import Sink
from purposelint.flow.arguments import Argument
from purposelint.flow.sinks import host_of, named
from purposelint.flow.values import MORE, NOTHING
from stages.flow.programs import lines, traced


def _names(sink: Sink, *given: str) -> list[str]:
    """Names by entry for arguments written as `x`, `k=`, `*` and `**`."""
    arguments = [
        Argument(text[:-1] if text.endswith("=") else None, NOTHING, {"*": 1, "**": 2}.get(text, 0))
        for text in given
    ]
    return [name for name, _ in named(sink, arguments)]


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


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://api.example.com/v1", "api.example.com"),
        ("HTTPS://API.Example.com:8443", "api.example.com"),
        ("https://user@api.example.com/", "api.example.com"),
        ("https://api.example.com/" + MORE, "api.example.com"),
        ("https://api." + MORE, ""),
        ("https://" + MORE, ""),
        (MORE, ""),
        ("api.example.com/v1", ""),
        ("", ""),
        ("https://[broken/", ""),
    ],
)
def test_a_host_is_known_only_as_a_whole(text: str, host: str) -> None:
    assert host_of(text) == host


def test_a_vendor_is_read_from_the_host() -> None:
    flows = traced(
        """
        import requests
        BASE = "https://api.stripe.com"
        def send(user, host):
            requests.post(f"{BASE}/v1", data=user.email, timeout=1)
            requests.post(f"https://{host}/v1", data=user.email, timeout=1)
        """
    ).flows
    assert [(flow.sink.host, flow.sink.vendor) for flow in flows] == [("api.stripe.com", "stripe"), ("", "")]


def test_an_argument_may_take_a_call_out() -> None:
    text = """
        import sys
        def show(user, out):
            print(user.email)
            print(user.email, file=sys.stderr)
            print(user.email, file=out)
        """
    assert lines(text) == [3, 4]
