"""The command line: the only room that prints, asks the terminal or chooses an exit code."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line on the process's arguments and exit."""
    try:
        from purposelint.cli.app import app  # noqa: PLC0415 - whoever imports the package alone needs no click
    except KeyboardInterrupt:
        sys.exit(130)
    app()
