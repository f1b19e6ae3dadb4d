"""`tools/corpus_run.py` counts what it reads, and complains of what nobody accounts for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from support.places import ROOT


def _run(*arguments: str | Path) -> tuple[int, list[str]]:
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "corpus_run.py", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


def test_what_is_accounted_for_is_counted(tmp_path: Path) -> None:
    (tmp_path / "good.py").write_text("x = [(1), {2: f(3)}]\n", encoding="utf-8")
    (tmp_path / "old.py").write_text("print 'x'\n", encoding="utf-8")
    (tmp_path / "deep.py").write_text("x = " + "(" * 101 + ")" * 101, encoding="utf-8")
    code, lines = _run(tmp_path, "--check")
    assert code == 0, lines
    assert lines[0] == "3 files, 1 analysed, 0 crashes"
    assert "     1 a syntax error" in lines
    assert any(
        line.startswith(f"over a limit: {tmp_path / 'deep.py'}: more than 100 brackets") for line in lines
    )
    assert "most nesting: 3.0 (good.py)" in lines
    assert any(line.startswith(f"{tmp_path.name}: exit code 3, ") for line in lines)


def test_what_python_reads_and_we_do_not_is_told(tmp_path: Path) -> None:
    (tmp_path / "rare.py").write_text("(a): int = 1\n", encoding="utf-8")
    code, lines = _run(tmp_path)
    assert code == 1
    name = Path(sys.executable).name
    assert f"!! {tmp_path / 'rare.py'}: a syntax error: but {name} parses it" in lines
