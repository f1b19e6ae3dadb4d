"""What a run was asked to do: configuration file and command line, merged."""

from __future__ import annotations

from pathlib import Path

import msgspec

from purposelint.domain.catalog import Confidence, Entry, Sensitivity
from purposelint.domain.facts import SourceFile
from purposelint.domain.limits import STANDARD, Limits
from purposelint.domain.positions import nth_table
from purposelint.domain.verdict import Severity


class Declare(Entry, frozen=True, kw_only=True):
    """A `[[declare]]` of the side file: purposes for whole paths or symbols (globs)."""

    paths: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    elements: tuple[str, ...] = ()
    purposes: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    because: str = ""
    by: str = ""
    on: str = ""
    review_by: str = ""


class SideFile(Entry, frozen=True, kw_only=True):
    """A file of declarations alone, which its own people can be asked to review."""

    declare: tuple[Declare, ...] = ()


class Placed(msgspec.Struct, frozen=True):
    """A `[[declare]]` table and where it stands: `path` from the root, `index` counts in its file."""

    declare: Declare
    path: str
    line: int
    index: int

    @property
    def key(self) -> str:
        """The table's key, as tools write it: it tells a finding at the table from its like."""
        return f"declare[{self.index}]"

    @property
    def title(self) -> str:
        """How people call the table: `the 1st [[declare]]`."""
        return nth_table(self.index, "declare")


class Configuration(Entry, frozen=True, kw_only=True, rename="kebab"):
    """`purposelint.toml`, or `[tool.purposelint]` of pyproject.toml."""

    policy: str = "default"
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    include_tests: bool = False
    preview: bool = False
    extend_rules: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    min_sensitivity: Sensitivity = "medium"
    min_confidence: Confidence = "low"
    fail_on: Severity = "error"
    strict_callers: bool = False
    allow_unparsed: bool = False
    own_hosts: tuple[str, ...] = ()
    datasets: tuple[str, ...] = ()
    limits: Limits = STANDARD
    declarations: tuple[str, ...] = ()
    declare: tuple[Declare, ...] = ()


class Settings(msgspec.Struct, frozen=True):
    """One run: the project root, the paths asked for (absolute), and the configuration in force.

    `configuration_path` is relative to the root, '' when there is no file. `declare_lines` are the lines
    in it of its `[[declare]]` tables, `side_declarations` those of the files that `declarations` names.
    `workers` 0 means as many as pay. `baseline` says whether the project's baseline counts. `unsaved` are
    files of the project whose text is not that on the disk: what an editor has open, or what an edit would
    make of them. `force_exclude`: a file that is asked for by name is left out where a folder's would be.
    """

    root: Path
    paths: tuple[Path, ...]
    configuration: Configuration
    configuration_path: str = ""
    declare_lines: tuple[int, ...] = ()
    workers: int = 0
    cache: bool = True
    baseline: bool = True
    side_declarations: tuple[Placed, ...] = ()
    unsaved: tuple[SourceFile, ...] = ()
    force_exclude: bool = False

    def declarations(self) -> tuple[Placed, ...]:
        """All `[[declare]]` tables: those of the configuration, then those of its side files."""
        lines = self.declare_lines
        own = (
            Placed(each, self.configuration_path, lines[at] if at < len(lines) else 1, at)
            for at, each in enumerate(self.configuration.declare)
        )
        return (*own, *self.side_declarations)

    @property
    def names_part(self) -> bool:
        """Whether files or folders are asked for that are a part of a project whose beginning is known."""
        is_known = bool(self.configuration_path) or (self.root / ".git").exists()
        return bool(self.paths) and is_known and not self.covers_project

    @property
    def covers_project(self) -> bool:
        """Whether the paths asked for take in the project's root."""
        return any(path == self.root or path in self.root.parents for path in self.paths)
