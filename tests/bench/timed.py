"""Run one command and write down what it took; started small, since a child inherits its parent's peak.

    python -I -S timed.py RESULT COMMAND...

Linux counts the memory that a process had before it became another program, so whoever measures must be
smaller than whatever is measured. RESULT gets JSON: exit code, seconds of wall and processor, and the peak
in KiB of the largest process among the command and all of its children.
"""

import os
import sys
import time


def main(result: str, command: list[str]) -> None:
    """Run the command with our own input and outputs."""
    began = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ)
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - began
    code = os.waitstatus_to_exitcode(status)
    cpu = used.ru_utime + used.ru_stime
    peak = used.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
    with open(result, "w", encoding="ascii") as file:  # noqa: PTH123 - pathlib would be half of our size
        file.write(f'{{"code": {code}, "wall": {wall:.6f}, "cpu": {cpu:.6f}, "peak": {peak}}}')


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
