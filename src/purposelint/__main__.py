"""`python -m purposelint` is the command `purposelint`."""

from __future__ import annotations

from purposelint.cli import main

if __name__ == "__main__":
    main()
