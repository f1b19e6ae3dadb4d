from __future__ import annotations

from pathlib import Path

import pytest

from purposelint.host import requirements

_LISTED = "Django>=4\n# x\n-e .\nsentry_sdk[django]==2 ; python_version>'3'\n\n"
_GROUPED = """
[project.optional-dependencies]
x = ["Flask"]
[dependency-groups]
y = ["q", {include-group = "x"}]
"""


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("requirements.txt", _LISTED, {"django", "sentry-sdk"}),
        ("requirements-dev.txt", "black\n", {"black"}),
        ("requirements/base.txt", "stripe @ file:///x\n", {"stripe"}),
        ("pyproject.toml", '[project]\ndependencies = ["A.B_c~=1", 3]\n', {"a-b-c"}),
        ("pyproject.toml", _GROUPED, {"flask", "q"}),
        ("pyproject.toml", '[tool.poetry.dependencies]\npython = "^3"\nRedis = "*"\n', {"python", "redis"}),
        ("pyproject.toml", "[project\n", set()),
        ("pyproject.toml", '[project]\ndependencies = "flask"\n[tool]\npoetry = 3\n', set()),
        ("Pipfile", '[packages]\nrequests = "*"\n', {"requests"}),
    ],
)
def test_names(tmp_path: Path, name: str, text: str, found: set[str]) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert requirements(tmp_path) == found


def test_links_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("flask\n", encoding="utf-8")
    (tmp_path / "requirements.txt").symlink_to(tmp_path / "real")
    assert requirements(tmp_path) == frozenset()
