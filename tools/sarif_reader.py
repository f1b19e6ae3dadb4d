"""Reads our SARIF with a reader that others wrote: `make sarif-reader`.

Installs sarif-tools into a throwaway environment, checks the sample services (or the folders that are
given), and holds the findings that it lists against those of our JSON. Prints what differs, and exits 1 then.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_READER = "sarif-tools>=3.0.5"
_READ = (
    "import json, sys; from sarif import loader;"
    " print(json.dumps(loader.load_sarif_file(sys.argv[1]).get_records()))"
)

Row = tuple[str, int, str, str]
"""Path, line, code and severity of a finding."""


def main(folders: list[str]) -> int:
    """Compare each service; the exit code is 1 where one differs."""
    services = [Path(name) for name in folders] or sorted((ROOT / "fixtures").iterdir())
    with tempfile.TemporaryDirectory() as made:
        python = _reader(Path(made))
        wrong = [
            service.name for service in services if service.is_dir() and not _agrees(service, python, made)
        ]
    print(f"differs: {', '.join(wrong)}" if wrong else "every service is read as it was written")
    return 1 if wrong else 0


def _reader(folder: Path) -> Path:
    venv.create(folder / "reader", with_pip=True)
    python = folder / "reader" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", _READER]
    subprocess.run(install, check=True)
    return python


def _agrees(service: Path, python: Path, folder: str) -> bool:
    """Whether both list the same findings of one service; says which they do not."""
    written, told = Path(folder) / "told.sarif", Path(folder) / "told.json"
    outputs = ["--output", f"sarif={written}", "--output", f"json={told}", "--output-format", "concise"]
    check = [sys.executable, "-m", "purposelint", "check", "--no-cache", "--exit-zero", *outputs]
    subprocess.run(check, cwd=service, check=True, stdout=subprocess.DEVNULL)
    read = subprocess.run(
        [str(python), "-c", _READ, str(written)], check=True, capture_output=True, text=True
    )
    theirs = Counter(
        (str(one["Location"]), int(one["Line"]), str(one["Code"]), str(one["Severity"]))
        for one in json.loads(read.stdout)
    )
    ours = Counter(_rows(told, _prefix(service)))
    for row in sorted((ours - theirs) + (theirs - ours)):
        print(f"{service.name}: {'only ours' if row in ours else 'only theirs'}: {row}")
    print(f"{service.name}: {sum(ours.values())} findings written, {sum(theirs.values())} read")
    return ours == theirs


def _rows(told: Path, prefix: str) -> list[Row]:
    rows: list[Row] = []
    for one in json.loads(told.read_text(encoding="utf-8"))["findings"]:
        at = one["data"] or one  # SARIF marks the data, JSON tells the call as well
        rows.append((f"{prefix}{one['path']}", at["line"], one["code"], one["severity"]))
    return rows


def _prefix(service: Path) -> str:
    """Where the service lies in its repository, as paths in SARIF begin."""
    asked = ["git", "rev-parse", "--show-prefix"]
    return subprocess.run(asked, cwd=service, check=False, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
