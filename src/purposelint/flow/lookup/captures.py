"""What is set up once for the whole program, and whether local variables leave by it."""

from __future__ import annotations

from fnmatch import fnmatchcase

from purposelint.flow.lookup.log_setups import setups_of
from purposelint.flow.lookup.view import View


class Captures:
    """The set-ups of a program, and which local variables they take along with an exception."""

    def __init__(self, view: View) -> None:
        """Read all calls and configurations that set something up."""
        self.setups = setups_of(view)
        self._of_frames = [setup for setup in self.setups if setup.entry.frames]
        self._known: dict[str, bool] = {}
        self._scrubbed = [set(setup.scrubbed) for setup in self._of_frames]

    def takes(self, sink: str) -> bool:
        """Whether an exception that this sink hands on takes local variables along."""
        if not self._of_frames:
            return False
        found = self._known.get(sink)
        if found is None:
            patterns = (each for setup in self._of_frames for each in setup.entry.takes)
            found = self._known[sink] = any(fnmatchcase(sink, each) for each in patterns)
        return found

    def scrubs(self, variable: str) -> bool:
        """Whether every one that takes local variables leaves out one of this name."""
        name = variable.lower()
        return all(any(fnmatchcase(name, each) for each in names) for names in self._scrubbed)
