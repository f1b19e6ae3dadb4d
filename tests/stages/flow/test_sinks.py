"""Sinks: the host of an address, and what is asked of arguments."""

from __future__ import annotations

import pytest

from purposelint.flow.lookup.addresses import host_of
from purposelint.flow.state.values import MORE
from stages.flow.programs import lines, traced


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
    found, is_whole = host_of(text)
    assert (found if is_whole else "") == host


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
