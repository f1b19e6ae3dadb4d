"""A locked question: whoever extends its file can decide that it is forbidden, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint.domain.catalog import Catalog
from purposelint.policy.policies import read_policy

BASE = """\
[policy]
id = "base"
title = "Base"
[purposes.marketing]
title = "Marketing"
includes = ["news"]
[purposes.news]
title = "News"
[[question]]
id = "consent"
text = "?"
clause = "1"
elements = ["identity.email", "identity.phone"]
purposes = ["marketing"]
default = "no"
locked = true
"""
OWN = '[policy]\nid = "own"\nextends = "base.toml"\n'
BY = 'by = "dpo"\non = 2026-01-31\n'
YES, NO = f'decision = "permit"\n{BY}', f'decision = "forbid"\n{BY}'


def _mistakes(
    catalog: Catalog, root: Path, own: str, base: str = BASE, middle: str = ""
) -> list[tuple[str, str]]:
    (root / "base.toml").write_text(base)
    (root / "middle.toml").write_text(OWN + middle)
    (root / "own.toml").write_text(OWN.replace("base", "middle") + own)
    _, found = read_policy("own.toml", catalog, root)
    assert {each.path for each in found} <= {"own.toml"}
    return [(each.key, each.message.partition(":")[0]) for each in found]


def _asked(more: str) -> str:
    return '[[question]]\nid = "consent"\n' + more


@pytest.mark.parametrize(
    ("own", "key", "message"),
    [
        (_asked(YES), "the 1st [[question]], decision", 'cannot become "permit"'),
        (_asked("locked = false\n"), "the 1st [[question]], locked", "cannot become false"),
        (_asked('elements = "identity.email"\n'), "the 1st [[question]], elements", "cannot be changed"),
        (_asked('purposes = "news"\n'), "the 1st [[question]], purposes", "cannot be changed"),
        (_asked('activities = "log"\n'), "the 1st [[question]], activities", "cannot be changed"),
        (_asked('text = "Another?"\n'), "the 1st [[question]], text", "cannot be changed"),
        (
            "[purposes.marketing]\nincludes = []\n",
            "purposes.marketing.includes",
            "lets news escape a question",
        ),
    ],
)
def test_nothing_else_can_be_done(catalog: Catalog, tmp_path: Path, own: str, key: str, message: str) -> None:
    assert _mistakes(catalog, tmp_path, own) == [(key, message)]
    free = BASE.replace("locked = true\n", "")
    assert _mistakes(catalog, tmp_path, own, free) == []


@pytest.mark.parametrize(
    "own", [_asked(NO), _asked(NO + "review_by = 2027-01-31\n"), _asked('decision = ""\n')]
)
def test_a_no_can_be_decided_or_nothing(catalog: Catalog, tmp_path: Path, own: str) -> None:
    assert _mistakes(catalog, tmp_path, own) == []


def test_a_no_on_the_way_is_not_taken_back(catalog: Catalog, tmp_path: Path) -> None:
    for own in (_asked('decision = ""\n'), _asked(YES)):
        taken_back = [("the 1st [[question]], decision", "cannot be taken back")]
        assert _mistakes(catalog, tmp_path, own, middle=_asked(NO)) == taken_back


def test_a_yes_of_the_base_can_be_withdrawn(catalog: Catalog, tmp_path: Path) -> None:
    for own in (_asked('decision = ""\n'), _asked(NO), _asked(YES)):
        assert _mistakes(catalog, tmp_path, own, BASE + YES) == []


def test_a_locked_head_leaves_questions_to_be_decided(catalog: Catalog, tmp_path: Path) -> None:
    base = BASE.replace("locked = true\n", "").replace('title = "Base"\n', 'title = "Base"\nlocked = true\n')
    assert _mistakes(catalog, tmp_path, _asked(YES), base) == []
