"""Where a code host looks for what a verdict tells: paths from the top of the repository."""

from __future__ import annotations

from purposelint.domain.place import Place
from purposelint.domain.verdict import Finding, RunInfo


def from_repository(path: str, run: RunInfo) -> str:
    """A project-relative path, as seen from the top of the repository that the project lies in."""
    return f"{run.folder}/{path}" if run.folder else path


def shown_at(finding: Finding) -> Place:
    """Where a finding is marked: the data where it stands in the same file, else the call or field."""
    data = finding.data
    return data if data is not None and data.path == finding.place.path else finding.place
