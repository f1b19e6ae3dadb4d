"""Runs over files that are named: their findings, and what their change does elsewhere, and no more work."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint import session
from purposelint.domain.flows import Focus
from purposelint.domain.verdict import Verdict

_FILES = {
    "purposelint.toml": "",
    "shop/__init__.py": "",
    "shop/audit.py": (
        "import logging\nlog = logging.getLogger(__name__)\n"
        "def note(text):\n    log.info('%s', text)\n"
        "def count(things):\n    return len(things)\n"
    ),
    "shop/views.py": (
        "from shop.audit import count, note\n"
        "def welcome(user):\n    note(user.email)\n"
        "def total(user):\n    return count(user.phone_number)\n"
    ),
    "shop/state.py": "current = {}\n",
    "shop/login.py": (
        "from shop.state import current\ndef login(user):\n    current['contact'] = user.email\n"
    ),
    "shop/reports.py": (
        "import logging\nfrom shop.state import current\nlog = logging.getLogger(__name__)\n"
        "def report():\n    log.info('%s', current['contact'])\n"
    ),
    "shop/other.py": (
        "import logging\nlog = logging.getLogger(__name__)\n"
        "def other(user):\n    log.info(user.phone_number)\n"
    ),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in _FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def _check(project: Path, *names: str, **overrides: object) -> Verdict:
    return session.check(session.settings_for([project / name for name in names or ("",)], None, overrides))


def _told(verdict: Verdict) -> list[tuple[str, int, str]]:
    return [(one.place.path, one.place.span.line, one.element or "") for one in verdict.findings]


def _edit(project: Path, name: str, old: str, new: str) -> None:
    file = project / name
    assert old in file.read_text()
    file.write_text(file.read_text().replace(old, new))


@pytest.mark.parametrize("cache", [True, False])
def test_a_flow_through_another_file_is_found_though_one_is_named(project: Path, cache: bool) -> None:
    assert _told(_check(project, "shop/views.py", cache=cache)) == [("shop/views.py", 3, "identity.email")]


def test_what_stands_in_other_files_is_not_told(project: Path) -> None:
    assert {path for path, _, _ in _told(_check(project))} == {
        "shop/other.py",
        "shop/reports.py",
        "shop/views.py",
    }
    verdict = _check(project, "shop/audit.py")
    assert _told(verdict) == []
    assert (verdict.files.discovered, verdict.judgements, verdict.problems) == (1, (), ())


def test_an_unchanged_project_is_not_followed_again(project: Path, traces: list[Focus | None]) -> None:
    _check(project)
    assert _told(_check(project, "shop/views.py")) == [("shop/views.py", 3, "identity.email")]
    assert traces == [None]


def test_only_what_a_named_file_needs_is_followed(project: Path, traces: list[Focus | None]) -> None:
    _check(project)
    _edit(project, "shop/other.py", "user.phone_number", "user.email")
    assert _told(_check(project, "shop/other.py")) == [("shop/other.py", 4, "identity.email")]
    whole, focus = traces
    assert whole is None
    assert focus is not None
    assert {symbol.rpartition(".")[0] for symbol in focus.functions} == {"shop.other"}


def test_what_others_leave_for_a_named_file_is_found(project: Path, traces: list[Focus | None]) -> None:
    _check(project)
    _edit(project, "shop/reports.py", "'%s'", "'now %s'")
    assert _told(_check(project, "shop/reports.py")) == [("shop/reports.py", 5, "identity.email")]
    assert traces[1] is not None


def test_what_a_change_causes_elsewhere_is_told(project: Path) -> None:
    _check(project)
    _edit(project, "shop/audit.py", "    return len(things)", "    log.info(things)\n    return len(things)")
    verdict = _check(project, "shop/audit.py")
    assert _told(verdict) == [("shop/views.py", 5, "identity.phone")]
    assert [one.verdict for one in verdict.judgements] == ["finding"]


def test_without_a_run_over_the_project_nothing_is_new_elsewhere(project: Path) -> None:
    assert _told(_check(project, "shop/audit.py")) == []


def test_without_a_run_over_the_project_one_is_made(project: Path, traces: list[Focus | None]) -> None:
    _check(project, "shop/other.py")
    _edit(project, "shop/other.py", "user.phone_number", "user.email")
    _check(project, "shop/other.py")
    assert [focus is None for focus in traces] == [True, False]


def test_a_folder_has_what_its_files_have(project: Path, traces: list[Focus | None]) -> None:
    (project / "tools").mkdir()
    (project / "tools" / "run.py").write_text(_FILES["shop/other.py"])
    of_file = _told(_check(project, "tools/run.py"))
    assert of_file == [("tools/run.py", 4, "identity.phone")]
    assert _told(_check(project, "tools")) == of_file
    assert traces == [None]


def test_a_folder_beside_a_file_takes_nothing_from_it(project: Path) -> None:
    alone = _told(_check(project, "shop/views.py", cache=False))
    (project / "tools").mkdir()
    (project / "tools" / "run.py").write_text("ready = True\n")
    assert alone
    assert _told(_check(project, "tools", "shop/views.py", cache=False)) == alone


def test_what_ails_another_file_is_its_own_business(project: Path) -> None:
    (project / "shop" / "broken.py").write_text("def (:\n")
    verdict = _check(project, "shop/views.py")
    assert _told(verdict) == [("shop/views.py", 3, "identity.email")]
    assert (verdict.problems, verdict.files.unreadable) == ((), 0)
    problems = _check(project, "shop/broken.py").problems
    assert [(one.code, one.path) for one in problems] == [("PUR902", ""), ("PUR901", "shop/broken.py")]


@pytest.mark.parametrize("before", [True, False])
def test_the_analysis_is_cut_short_in_functions_of_the_named_files_alone(project: Path, before: bool) -> None:
    for name in ("views", "other"):
        with (project / "shop" / f"{name}.py").open("a") as file:
            file.write("def deep(user):\n    print(" + "[" * 12 + "user.email" + "]" * 12 + ")\n")
    if before:
        assert _check(project).limits == ("shop.other.deep", "shop.views.deep")
    assert _check(project, "shop/views.py").limits == ("shop.views.deep",)


def test_a_file_outside_any_project_is_read_alone(tmp_path: Path, traces: list[Focus | None]) -> None:
    for name in ("one.py", "two.py"):
        (tmp_path / name).write_text(_FILES["shop/other.py"])
    assert _check(tmp_path, "one.py").files.discovered == 1
    assert not (tmp_path / ".git").exists()
    assert len(traces) == 1


def test_a_file_that_is_left_out_of_runs_is_read_with_its_project(project: Path) -> None:
    (project / "tests").mkdir()
    (project / "tests" / "test_views.py").write_text(
        "from shop.audit import note\ndef test_note(user):\n    note(user.email)\n"
    )
    assert _told(_check(project, "tests/test_views.py")) == [("tests/test_views.py", 3, "identity.email")]


_LOUD = "import logging\nlog = logging.getLogger(__name__)\n"
_BASE = (
    f"{_LOUD}def loud(x):\n    log.info(x)\ndef quiet(x):\n    return 1\n"
    "class A:\n    def m(self, x):\n        log.info(x)\nclass Q:\n    def m(self, x):\n        return 1\n"
)
_VIEW = "from shop import middle\ndef view(user):\n    {}\n"


@pytest.mark.parametrize(
    ("call", "old", "new"),
    [
        (
            "middle.show(user.email)",
            "from shop.base import quiet as emit\ndef show(x):\n    emit(x)\n",
            "from shop.base import loud as emit\ndef show(x):\n    emit(x)\n",
        ),
        (
            "middle.show(user.email)",
            "from shop import base\nhook = base.quiet\ndef show(x):\n    hook(x)\n",
            "from shop import base\nhook = base.loud\ndef show(x):\n    hook(x)\n",
        ),
        (
            "middle.D().m(user.email)",
            "from shop.base import A, Q\nclass D(Q):\n    pass\n",
            "from shop.base import A, Q\nclass D(A):\n    pass\n",
        ),
        (
            "middle.D().m(user.email)",
            "from shop.base import A\nclass D(A):\n    def m(self, x):\n        return 1\n    n = 1\n",
            "from shop.base import A\nclass D(A):\n    n = 1\n",
        ),
        (
            "middle.D().m(user.email)",
            "from shop.base import Q, log\nclass D(Q):\n    n = 1\n",
            (
                "from shop.base import Q, log\nclass D(Q):\n    n = 1\n"
                "    def m(self, x):\n        log.info(x)\n"
            ),
        ),
        (
            "middle.old(user.email)",
            "from shop.base import loud\ndef old(x):\n    return 1\n",
            "from shop.base import loud as old\n",
        ),
    ],
    ids=["import", "variable", "base class", "method gone", "method new", "function replaced"],
)
def test_what_changes_outside_functions_is_followed_everywhere(
    project: Path, call: str, old: str, new: str
) -> None:
    (project / "shop" / "base.py").write_text(_BASE)
    (project / "shop" / "middle.py").write_text(old)
    (project / "shop" / "front.py").write_text(_VIEW.format(call))
    assert "shop/front.py" not in {path for path, _, _ in _told(_check(project))}
    (project / "shop" / "middle.py").write_text(new)
    assert _told(_check(project, "shop/middle.py")) == [("shop/front.py", 3, "identity.email")]


def test_a_field_that_becomes_personal_is_told_where_it_leaves(project: Path) -> None:
    model = "from django.db import models\nclass Customer(models.Model):\n    zz = models.IntegerField()\n"
    (project / "shop" / "models.py").write_text(model)
    (project / "shop" / "front.py").write_text(
        f"{_LOUD}from shop.models import Customer\ndef view(c: Customer):\n    log.info(c.zz)\n"
    )
    _check(project)
    _edit(project, "shop/models.py", "IntegerField", "EmailField")
    told = _told(_check(project, "shop/models.py"))
    assert ("shop/front.py", 5, "identity.email") in told
    assert {path for path, _, _ in told} == {"shop/front.py", "shop/models.py"}


def test_comments_and_blank_lines_outside_functions_change_nothing_elsewhere(
    project: Path, traces: list[Focus | None]
) -> None:
    _check(project)
    _edit(project, "shop/views.py", "def welcome", "# purpose of this module: messaging\n\ndef welcome")
    _check(project, "shop/views.py")
    assert traces[1] is not None


def test_files_that_are_all_left_out_bring_nothing_else_in(project: Path) -> None:
    (project / "purposelint.toml").write_text('exclude = ["skip/**"]\n')
    (project / "skip").mkdir()
    (project / "skip" / "a.py").write_text("x = 1\n")
    verdict = _check(project, "skip/a.py")
    assert (_told(verdict), verdict.files.discovered) == ([], 0)
    assert [one.code for one in verdict.problems] == ["PUR902"]
    assert _check(project, "skip/a.py", "shop/audit.py").problems == ()


@pytest.mark.parametrize(
    "narrower",
    [{"select": ("PUR4",)}, {"min_confidence": "high", "ignore": ("PUR1",)}, {"policy": "renqing"}],
)
def test_what_a_narrower_run_leaves_out_is_not_new(project: Path, narrower: dict[str, object]) -> None:
    _check(project)
    assert _told(_check(project, "shop/audit.py")) == []
    _check(project, **narrower)
    assert _told(_check(project, "shop/audit.py")) == []


def test_what_a_change_of_other_files_causes_is_not_told_of_one_that_stands_as_it_was(project: Path) -> None:
    _check(project)
    _edit(
        project,
        "shop/audit.py",
        "def note(text):\n",
        "def note(text, user=None):\n    log.info(user.email)\n",
    )
    assert _told(_check(project, "shop/views.py")) == [("shop/views.py", 3, "identity.email")]
    assert _told(_check(project, "shop/audit.py")) == [("shop/audit.py", 4, "identity.email")]


def test_what_goes_through_another_changed_file_alone_is_told_of_that_one(project: Path) -> None:
    _check(project)
    _edit(project, "shop/audit.py", "    return len(things)", "    log.info(things)\n    return len(things)")
    _edit(project, "shop/other.py", "log = ", "audit = log = ")
    assert _told(_check(project, "shop/other.py")) == [("shop/other.py", 4, "identity.phone")]
    assert ("shop/views.py", 5, "identity.phone") in _told(_check(project, "shop/other.py", "shop/audit.py"))


def test_a_comment_that_is_gone_is_a_change_too(project: Path) -> None:
    _edit(project, "shop/login.py", "user.email\n", "user.email  # not-personal: the shop's own address\n")
    whole = _check(project)
    assert "shop/reports.py" not in {path for path, _, _ in _told(whole)}
    _edit(project, "shop/login.py", "  # not-personal: the shop's own address", "")
    assert _told(_check(project, "shop/login.py")) == [("shop/reports.py", 5, "identity.email")]
