"""Programs that nobody wrote: each is read or told, no function is given up, and no file gets lost."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import hypothesmith
import msgspec
from hypothesis import given
from hypothesis import strategies as st

from purposelint import session
from purposelint.domain.facts import FileFacts, SourceFile
from purposelint.domain.verdict import Verdict
from purposelint.extract import extract
from purposelint.report import FORMATS, render
from support.fuzzing import spliced, tries

GOOD = 'import logging\n\n\ndef f(user):\n    logging.info("%s", user.email)\n'
OURS = ("could not be analysed", "positions", "the parser failed", "crashed", "took more than")
"""What a message says when it is our fault that a file was not analysed."""


def _read(text: str) -> None:
    result = extract(SourceFile("x.py", text.encode()))
    if isinstance(result, FileFacts):
        encoded = msgspec.msgpack.encode(result)
        assert msgspec.msgpack.decode(encoded, type=FileFacts) == result
    else:
        assert not any(word in result.reason for word in OURS), result


@tries(80)
@given(hypothesmith.from_grammar())
def test_programs_of_the_grammar_are_read_or_told(text: str) -> None:
    _read(text)


@tries(15)
@given(hypothesmith.from_node())
def test_programs_of_the_parsers_own_nodes_are_read_or_told(text: str) -> None:
    _read(text)


@tries(150)
@given(spliced())
def test_pieces_of_programs_are_read_or_told(text: str) -> None:
    _read(text)


@contextmanager
def _project(texts: list[str]) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "good.py").write_text(GOOD, encoding="utf-8")
        for number, text in enumerate(texts):
            (root / f"m{number}.py").write_bytes(text.encode())
        yield root


def _checked(texts: list[str]) -> Verdict:
    with _project(texts) as root:
        settings = session.settings_for([root], overrides={"workers": 1})
        settings = msgspec.structs.replace(settings, cache=True)
        first = session.check(settings)
        again = session.check(settings)
    assert render("json", again) == render("json", first)
    return first


def _holds(verdict: Verdict, number: int) -> None:
    assert verdict.faults == ()
    assert verdict.files.discovered == number + 1
    assert verdict.files.analysed + verdict.files.unreadable == verdict.files.discovered
    assert not any(word in one.message for one in verdict.problems for word in OURS), verdict.problems
    assert ("good.py", 5) in {(one.place.path, one.place.span.line) for one in verdict.findings}
    for name in FORMATS:
        assert render(name, verdict)
    json.loads(render("json", verdict))


@tries(10)
@given(st.lists(spliced(), min_size=1, max_size=4))
def test_a_whole_run_over_pieces_of_programs(texts: list[str]) -> None:
    _holds(_checked(texts), len(texts))


@tries(5)
@given(st.lists(hypothesmith.from_grammar(), min_size=1, max_size=8))
def test_a_whole_run_over_programs_of_the_grammar(texts: list[str]) -> None:
    _holds(_checked(texts), len(texts))
