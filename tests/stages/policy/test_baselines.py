"""The baseline file: read with every mistake, written the same from any order."""

from __future__ import annotations

import json

import msgspec
import pytest

from purposelint.domain.baseline import Accepted, Asked, Baseline
from purposelint.errors import InputError
from purposelint.policy import read_baseline, written

ENTRIES = (
    Accepted(path="b.py", symbol="b.f", code="PUR101", element="identity.email", sink="log", fingerprint="2"),
    Accepted(path="a.py", code="PUR401", fingerprint="1"),
)
BASELINE = Baseline(
    version=1, tool="0.1.0", rules="r", policy="p", asked=Asked(select=("PUR1",)), entries=ENTRIES
)


def changed(**keys: object) -> bytes:
    return json.dumps({**json.loads(written(BASELINE)), **keys}).encode()


def mistakes(content: bytes) -> str:
    with pytest.raises(InputError) as raised:
        read_baseline(content, "baseline.json")
    return "\n".join(map(str, raised.value.mistakes))


def test_what_was_written_is_read() -> None:
    read = read_baseline(written(BASELINE).encode(), "baseline.json")
    assert read == msgspec.structs.replace(BASELINE, entries=tuple(sorted(ENTRIES)))


def test_an_entry_is_a_line_and_any_order_gives_the_same_text() -> None:
    turned = msgspec.structs.replace(BASELINE, entries=ENTRIES[::-1])
    assert written(turned) == written(BASELINE)
    lines = written(BASELINE).splitlines()
    assert [json.loads(line.rstrip(","))["path"] for line in lines if line.startswith("  {")] == [
        "a.py",
        "b.py",
    ]


def test_a_baseline_of_nothing_is_one() -> None:
    empty = msgspec.structs.replace(BASELINE, entries=())
    assert read_baseline(written(empty).encode(), "baseline.json") == empty


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfe{}", "is not UTF-8 text"),
        (b"", "baseline.json:1: is not valid JSON: Expecting value"),
        (b'{"version": 1,\n oops', "baseline.json:2: is not valid JSON"),
        (b"[" * 100_000, "is nested too deeply"),
        (b"[]", "is no baseline, which is a JSON object"),
        (b"{}", "version: names no version"),
        (changed(version=2), "version: is of version 2; this purposelint reads version 1"),
        (changed(version=True), "version: is of version true"),
        (changed(version=int("9" * 4000)), "version: is of version 99999999999999999999;"),
        (changed(entires=[]), 'entires: unknown key "entires", did you mean "entries"?'),
        (
            changed(entries=[{"path": "a.py", "code": "PUR101"}]),
            'item 1 of entries: key "fingerprint" is missing',
        ),
        (changed(entries=[{"path": 1}]), "item 1 of entries, path: must be text, not a number"),
        (changed(entries="all"), "item 1 of entries: must be a table"),
        (changed(tool=None), "tool: must be text"),
    ],
)
def test_what_is_no_baseline_is_told(content: bytes, told: str) -> None:
    assert told in mistakes(content)


def test_every_mistake_is_told() -> None:
    told = mistakes(changed(tool=1, rules=2))
    assert "tool: must be text" in told
    assert "rules: must be text" in told
