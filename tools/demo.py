"""`make demo`: checks a sample service and shows what is found, as a user would see it."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from fixture_marks import strip_marks

_FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"


def main(name: str) -> int:
    """Run `purposelint check` in a copy of fixtures/NAME that does not say what is expected."""
    with tempfile.TemporaryDirectory() as folder:
        service = Path(folder) / name
        strip_marks(_FIXTURES / name, service)
        print(f"$ cd fixtures/{name} && purposelint check --exit-zero\n", flush=True)
        command = [sys.executable, "-m", "purposelint", "check", "--exit-zero"]
        return subprocess.run(command, cwd=service, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:] or ["shop"]))
