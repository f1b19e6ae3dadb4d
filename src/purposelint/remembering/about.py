"""What a verdict is made from, as its reports say it."""

from __future__ import annotations

import msgspec

from purposelint import host
from purposelint._version import __version__
from purposelint.domain.catalog import Catalog
from purposelint.domain.policy import Policy
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import RunInfo


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
    )
