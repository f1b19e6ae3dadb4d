"""Whatever `declare` writes into the fixtures and the cases ends its finding, and changes nothing besides."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from pathlib import Path
from typing import NamedTuple

import pytest

from fixture_marks import strip_marks
from purposelint import session
from purposelint.domain.mended import Mended
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import Finding
from purposelint.mending import Wish
from support.pipeline import check_folder
from support.places import CASES, FIXTURES

_WAITING = {"PUR101", "PUR201", "PUR301"}
_EXPECTED = {"PUR403", "PUR404", "PUR406"}
"""What a purpose may bring: it goes beyond a field's, or makes something else unneeded."""

_EVERY = 4
"""Cases are taken by this step: all of them take a minute, and most have the same shapes."""

_COMMENT = re.compile(
    rb"(  )?# purpose: [^#\r\n]*order_processing|# purpose: [^#\r\n]*(treatment|location_service)"
)
_PURPOSES = {
    "cases": "order_processing",
    "shop": "order_processing",
    "clinic": "treatment",
    "telemetry": "location_service",
}
_BESIDE_CODE = {tokenize.COMMENT, tokenize.NL}


class _Done(NamedTuple):
    before: Path
    folder: Path
    settings: Settings
    mended: Mended
    findings: tuple[Finding, ...]


@pytest.fixture(scope="module", params=_PURPOSES)
def done(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> _Done:
    """A program as it was, and with every declaration that could be written."""
    name: str = request.param
    base: Path = tmp_path_factory.mktemp(name)
    for folder in (base / "before", base / "after"):
        strip_marks(CASES if name == "cases" else FIXTURES / name, folder)
        if name == "cases":
            for index, path in enumerate(sorted(folder.glob("*.py"))):
                if index % _EVERY:
                    path.unlink()
    settings = session.settings_for([base / "after"], overrides={"cache": False, "workers": 1})
    findings = check_folder(base / "after").findings
    mended = session.written(settings, session.declared(settings, Wish((_PURPOSES[name],))))
    return _Done(base / "before", base / "after", settings, mended, findings)


def test_what_was_written_ends_its_findings(done: _Done) -> None:
    written = {(one.path, span) for one in done.mended.changed for span in one.spans}
    assert written
    edits = {one.path: one for one in done.mended.edits}
    asked = [one for one in done.findings if (one.place.path, one.place.span) in written and _waits(one)]
    assert asked
    now = {_key(one, one.place.span.line) for one in check_folder(done.folder).findings if _waits(one)}
    lines = ((one, edits[one.place.path].moved(one.place.span.line)) for one in asked)
    left = {(one.path, one.line, one.what) for one in done.mended.left}
    assert [
        one
        for one, line in lines
        if _key(one, line) in now and (one.place.path, one.place.span.line, one.element) not in left
    ] == []


def test_all_others_stay_and_what_comes_is_told(done: _Done) -> None:
    edits = {one.path: one for one in done.mended.edits}
    before = {
        _key(
            one,
            edits[one.place.path].moved(one.place.span.line)
            if one.place.path in edits
            else one.place.span.line,
        )
        for one in done.findings
        if one.status == "open"
    }
    after = [one for one in check_folder(done.folder).findings if one.status == "open"]
    new = {_key(one, one.place.span.line) for one in after} - before
    assert new == {_key(one, one.place.span.line) for one in done.mended.arisen}
    assert {one.code for one in done.mended.arisen} <= _EXPECTED
    gone = before - {_key(one, one.place.span.line) for one in after}
    assert len(gone) == done.mended.gone
    assert {key[0] for key in gone} - {"PUR404", "PUR406"} <= _WAITING


def _code(source: bytes) -> object:
    """What stands for a file's code without its comments: its tree, or its words if this Python is older."""
    try:
        return ast.dump(ast.parse(source))
    except SyntaxError:
        words = tokenize.tokenize(io.BytesIO(source).readline)
        return [(word.type, word.string) for word in words if word.type not in _BESIDE_CODE]


def test_nothing_but_comments_was_added(done: _Done) -> None:
    for path in sorted(done.before.rglob("*.*")):
        if not path.is_file():
            continue
        old, new = path.read_bytes(), (done.folder / path.relative_to(done.before)).read_bytes()
        if path.suffix != ".py":
            assert old == new
            continue
        if old == new:
            continue  # among them files that are broken on purpose
        assert _code(old) == _code(new), path
        assert _without(new) == _without(old), path


def test_a_second_time_there_is_nothing_to_write(done: _Done) -> None:
    again = session.declared(done.settings, Wish((_PURPOSES[_name(done)],)))
    assert again.edits == ()
    assert [one.what for one in again.left] == [one.what for one in done.mended.left]


def _name(done: _Done) -> str:
    return next(name for name in _PURPOSES if done.folder.parent.name.startswith(name))


def _waits(finding: Finding) -> bool:
    return finding.status == "open" and finding.code in _WAITING


def _key(finding: Finding, line: int) -> tuple[object, ...]:
    place = finding.place
    return (finding.code, place.path, line, place.span.column, finding.element, finding.sink_id, finding.expr)


def _without(data: bytes) -> list[bytes]:
    """Lines of code without declarations of the purpose, and without lines that held nothing else."""
    found = (_COMMENT.sub(b"", line).rstrip() for line in data.splitlines())
    return [line for line in found if line.strip()]
