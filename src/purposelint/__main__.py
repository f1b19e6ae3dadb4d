"""`python -m purposelint` is the command `purposelint`."""

from __future__ import annotations

import sys


def _main() -> None:
    # Python puts the current folder first, where a scanned project's json.py would be taken for Python's.
    if not getattr(sys.flags, "safe_path", False):
        del sys.path[0]
    from purposelint.cli import main  # noqa: PLC0415 - only then

    main()


if __name__ == "__main__":
    _main()
