from __future__ import annotations

import io
import os
import shlex
import subprocess
import sys
import time
from pathlib import Path

import pytest

from purposelint.cli.progress import ProgressBar
from purposelint.cli.screen import emit, look_of, write_report, write_whole
from purposelint.errors import InputError


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_pipe_gets_plain_text_of_a_fixed_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "33")
    look = look_of(io.StringIO())
    assert (look.colour, look.width) == ("", 120)


@pytest.mark.parametrize("name", ["NO_COLOR", "TERM"])
def test_colours_are_given_up_when_asked(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv(name, "dumb")
    assert not look_of(Terminal()).colour


def test_a_report_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    target.write_text("old", encoding="utf-8")
    write_whole(target, "new \ud800\n")
    assert target.read_text(encoding="utf-8") == "new \\ud800\n"
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


def test_a_new_report_is_readable_as_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("x", encoding="utf-8")
    write_whole(tmp_path / "report", "x")
    assert (tmp_path / "report").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_no_bar_is_drawn_on_a_pipe_or_in_a_short_run(capsys: pytest.CaptureFixture[str]) -> None:
    with ProgressBar(shown=True) as progress:
        progress("Reading files", 1, 2)
    assert capsys.readouterr().err == ""


def test_a_long_run_on_a_terminal_shows_its_stages(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    clock = iter((0.0, 0.5, 2.0, 2.01, 2.02))
    monkeypatch.setattr(time, "monotonic", lambda: next(clock, 9.0))
    with ProgressBar(shown=True) as progress:
        progress("Reading files", 1, 9)
        assert capsys.readouterr().err == ""
        progress("Reading files", 5, 9)
        assert "Reading files" in capsys.readouterr().err
        progress("Reading files", 6, 9)
        progress("Following data", 0, 0)
    assert "Following data" in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(os, "fork"), reason="pipes are closed differently here")
def test_a_closed_pipe_is_no_failure() -> None:
    program = "from purposelint.cli.screen import emit\nemit('line\\n' * 200_000)\nraise SystemExit(0)"
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "line\n"
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait(20) == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files here")
def test_a_report_into_a_pipe_leaves_the_pipe_what_it_is(tmp_path: Path) -> None:
    target = tmp_path / "pipe"
    os.mkfifo(target)
    reader = os.open(target, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_report(target, "text", "--output")
        assert os.read(reader, 10) == b"text"
    finally:
        os.close(reader)
    assert target.is_fifo()


def test_a_report_that_the_system_refuses_is_the_callers_mistake(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"--output: .* cannot be written"):
        write_report(tmp_path / "gone" / "report", "text", "--output")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize(
    ("redirection", "code"),
    [("check . >/dev/full", 2), ("check . 2>&- >&-", 3), ("check gone 2>/dev/full", 2)],
)
def test_streams_that_take_nothing_do_not_become_our_fault(
    tmp_path: Path, redirection: str, code: int
) -> None:
    command = f"{shlex.quote(sys.executable)} -m purposelint {redirection}"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, stderr=subprocess.PIPE, check=False)
    assert b"internal error" not in done.stderr
    assert done.returncode == code


def test_nothing_is_written_to_a_stream_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    emit("text")
    assert look_of(None).colour == ""
