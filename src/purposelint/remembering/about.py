"""What a verdict is made from, as its reports say it."""

from __future__ import annotations

import re

import msgspec

from purposelint import host
from purposelint._version import __version__
from purposelint.domain.catalog import Catalog
from purposelint.domain.facts import Unreadable
from purposelint.domain.policy import Policy, cited
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import RunInfo

_CITED = re.compile(rb"""\bclause\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)')""")


def run_info(settings: Settings, catalog: Catalog, policy_in_force: Policy) -> RunInfo:
    """What a verdict is made from; nothing in it depends on the machine."""
    commit, dirty = host.revision(settings.root)
    asked = [
        path.relative_to(settings.root).as_posix()
        for path in settings.paths
        if path.is_relative_to(settings.root)
    ]
    inside = (settings.root / policy_in_force.path).is_file()
    return RunInfo(
        tool=__version__,
        rules=catalog.digest,
        policy_id=policy_in_force.head.id,
        policy_version=policy_in_force.head.version,
        policy_path=policy_in_force.path if inside else f"purposelint:{policy_in_force.path}",
        policy_digest=policy_in_force.digest,
        commit=commit,
        dirty=dirty,
        options={**msgspec.to_builtins(settings.configuration), "paths": sorted(asked)},
        project=settings.root.name,
        folder=host.folder_in_repository(settings.root),
        clause_lines=_clause_lines(settings, policy_in_force.path) if inside else {},
    )


def _clause_lines(settings: Settings, path: str) -> dict[str, int]:
    """Where a policy's own file cites each clause first; of what it extends, nothing."""
    source = host.read(settings.root, path)
    found: dict[str, int] = {}
    lines = () if isinstance(source, Unreadable) else source.data.splitlines()
    for number, line in enumerate(lines, start=1):
        for match in _CITED.finditer(line):
            for clause in cited((match[1] or match[2] or b"").decode("utf-8", "replace")):
                found.setdefault(clause, number)
    return found
