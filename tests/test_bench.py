"""The made-up service that growth is measured on has a constant structure, whatever its size."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

from bench.service import packages_for, service, write_service
from purposelint.domain.verdict import Verdict
from support.pipeline import check_folder

_SEED = 4


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Verdict]:
    """What is found in services of one and of two packages."""
    found: dict[int, Verdict] = {}
    for packages in (1, 2):
        folder = tmp_path_factory.mktemp(f"packages_{packages}")
        write_service(folder, packages, _SEED)
        found[packages] = check_folder(folder)
    return found


def _counted(packages: int) -> Counter[str]:
    """Classes, functions and calls of the packages, without the core that they share."""
    nodes = [
        type(node).__name__
        for path, text in service(packages, _SEED).items()
        if not path.startswith("core/")
        for node in ast.walk(ast.parse(text))
    ]
    return Counter(kind for kind in nodes if kind in {"Module", "ClassDef", "FunctionDef", "Call", "Import"})


def _twice(counter: Counter[str]) -> Counter[str]:
    return Counter({what: 2 * number for what, number in counter.items()})


def test_twice_the_packages_are_twice_the_code() -> None:
    assert _counted(6) == _twice(_counted(3))
    assert _counted(3)["Call"] > 500


def test_twice_the_packages_are_twice_the_findings(verdicts: dict[int, Verdict]) -> None:
    one, two = (
        Counter(f"{finding.code} {finding.element}" for finding in verdicts[packages].findings)
        for packages in (1, 2)
    )
    assert two == _twice(one)
    assert {"PUR101", "PUR201", "PUR301"} <= {kind.split()[0] for kind in one}


def test_some_flows_are_declared_and_some_are_quiet(verdicts: dict[int, Verdict]) -> None:
    one, two = (
        Counter(judgement.verdict for judgement in verdicts[packages].judgements) for packages in (1, 2)
    )
    assert two == _twice(one)
    assert set(one) == {"finding", "permitted", "quiet"}


def test_calls_cross_packages(verdicts: dict[int, Verdict]) -> None:
    crossing = [
        finding
        for finding in verdicts[2].findings
        if finding.source and not finding.source.path.startswith(finding.place.path.split("/")[0])
    ]
    assert crossing


def test_generation_is_deterministic(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_service(tmp_path / name, 2, _SEED)
    texts = [
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.py")}
        for name in ("one", "other")
    ]
    assert texts[0] == texts[1]
    assert service(2, _SEED) != service(2, _SEED + 1)


def test_a_service_has_about_the_lines_asked_for() -> None:
    made = service(packages_for(30_000), _SEED)
    assert 29_000 < sum(text.count("\n") for text in made.values()) < 31_000


def test_no_two_packages_share_a_name() -> None:
    packages = packages_for(1_000_000)
    assert len({path.split("/")[0] for path in service(packages)}) == packages + 1
