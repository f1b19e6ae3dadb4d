from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from purposelint import session
from purposelint.cli.app import app
from purposelint.domain.mended import Mended
from purposelint.host import writing
from purposelint.mending import Wish

VIEWS = """\
import logging

log = logging.getLogger(__name__)


def greet(user):
    log.info("hello %s", user.email)
    log.info("from %s", user.ip_address)
"""

THROUGH = """\
import logging
from helper import last


def f(user):
    logging.info(last(user))
"""
POLICY = """\
[policy]
id = "small"
title = "A small policy"

[purposes.support]
title = "Helping"

[purposes.safety]
title = "Keeping it safe"
requires = "which incident"

[purposes.accident]
title = "What happens"
declarable = false

[[permit]]
elements = ["identity.email"]
purposes = ["support"]
clause = "1"

[[permit]]
elements = ["login.ip_address"]
purposes = ["safety"]
clause = "2"
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "views.py").write_text(VIEWS, encoding="utf-8")
    (tmp_path / "purposelint.toml").write_text('policy = "policy.toml"\n', encoding="utf-8")
    (tmp_path / "policy.toml").write_text(POLICY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["declare", *arguments, "--no-cache"])


def test_what_the_policy_permits_is_written_and_the_rest_is_left(project: Path) -> None:
    result = _run(".", "--purpose", "support")
    assert result.exit_code == 1, result.output
    text = (project / "views.py").read_text(encoding="utf-8")
    assert text == VIEWS.replace("user.email)", "user.email)  # purpose: support")
    assert "views.py:7" in result.stdout
    assert "views.py:8 left: login.ip_address" in result.stdout
    assert "1 declaration in 1 file written, 1 finding fewer, 1 place left." in result.stdout


def test_a_condition_is_to_be_stated(project: Path) -> None:
    result = _run("views.py:8", "--purpose", "safety")
    assert "--because: which incident" in " ".join(result.stdout.split())
    assert (project / "views.py").read_text(encoding="utf-8") == VIEWS
    result = _run("views.py:8", "--purpose", "safety", "--because", "incident 12")
    assert result.exit_code == 0, result.output
    assert "  # purpose: safety because incident 12\n" in (project / "views.py").read_text(encoding="utf-8")


def test_a_dry_run_prints_a_diff_that_applies_and_writes_nothing(project: Path) -> None:
    result = _run(".", "--dry-run")
    assert (project / "views.py").read_text(encoding="utf-8") == VIEWS
    assert result.exit_code == 0
    assert "2 skeletons in 1 file would be written." in result.stderr
    subprocess.run(["git", "apply", "-"], cwd=project, input=result.stdout.encode(), check=True)
    applied = (project / "views.py").read_bytes()
    (project / "views.py").write_text(VIEWS, encoding="utf-8")
    assert _run(".").exit_code == 0
    assert (project / "views.py").read_bytes() == applied
    assert b"# purpose: identity.email for TODO" in applied


def test_a_skeleton_stays_a_finding_until_it_is_filled_in(project: Path) -> None:
    _run(".")
    checked = CliRunner().invoke(app, ["check", "--no-cache", "--output-format", "concise"])
    assert checked.exit_code == 1
    assert checked.stdout.count("PUR401") == 2
    assert "`TODO`" in checked.stdout
    assert "did you mean" not in checked.stdout
    assert _run("views.py:7", "--purpose", "support").exit_code == 0
    text = (project / "views.py").read_text(encoding="utf-8")
    assert "user.email)  # purpose: support\n" in text
    assert text.count("TODO") == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([".", "--purpose", "suport"], "'suport'. Did you mean 'support'?"),
        ([".", "--purpose", "nonsense"], "unknown: 'nonsense'. There is support"),
        ([".", "--purpose", "accident"], "'accident' is not a purpose that code can declare"),
        ([".", "--purpose", "support", "--element", "identity.emial"], "Did you mean 'identity.email'?"),
        ([".", "--code", "PUR102"], "no code 'PUR102'"),
        ([".", "--because", "a # b"], "without `#`"),
        ([".", "--because", "a\nb"], "one line"),
        (["views.py:99"], "no line 99, its last is 8"),
        (["nowhere.py"], "nowhere.py: there is no such file or folder"),
        (["nowhere.py:3"], "nowhere.py: there is no such file or folder"),
        ([], "Missing argument"),
    ],
)
def test_wrong_words_are_told_before_anything_is_read(
    project: Path, arguments: Sequence[str], told: str
) -> None:
    result = _run(*arguments)
    assert result.exit_code == 2, result.output
    assert told in result.stderr
    assert (project / "views.py").read_text(encoding="utf-8") == VIEWS


def test_what_could_not_be_analysed_is_left(project: Path) -> None:
    (project / "broken.py").write_text("def f(:\n", encoding="utf-8")
    result = _run("broken.py", "--purpose", "support")
    assert result.exit_code == 1
    assert "broken.py:1 left: " in result.stdout


def test_a_line_that_nothing_waits_at_is_told(project: Path) -> None:
    result = _run("views.py:1", "views.py:7", "--purpose", "support")
    assert result.exit_code == 0
    assert "views.py:1 no finding waits for a declaration here" in result.stdout
    assert (project / "views.py").read_text(encoding="utf-8").count("# purpose") == 1


def test_only_files_that_were_named_are_written(project: Path) -> None:
    """A run over some files tells of new findings elsewhere too, which nobody asked to declare."""
    (project / "helper.py").write_text("def last(user):\n    return ''\n", encoding="utf-8")
    (project / "views.py").write_text(THROUGH, encoding="utf-8")
    runner = CliRunner()
    assert runner.invoke(app, ["check"]).exit_code == 0
    (project / "helper.py").write_text("def last(user):\n    return user.email\n", encoding="utf-8")
    assert "views.py:6" in runner.invoke(app, ["check", "helper.py"]).output
    assert (
        runner.invoke(app, ["declare", "helper.py", "--purpose", "support"]).stdout == "Nothing to write.\n"
    )
    assert "support" not in (project / "views.py").read_text(encoding="utf-8")


def test_filters_choose(project: Path) -> None:
    assert _run(".", "--element", "login.*", "--code", "PUR1").exit_code == 0
    text = (project / "views.py").read_text(encoding="utf-8")
    assert "login.ip_address for TODO" in text
    assert "identity.email for TODO" not in text


@pytest.fixture
def changing(project: Path) -> Callable[[Callable[[], None]], Mended]:
    """What is written where something happens between the analysis and the writing."""

    def run(happens: Callable[[], None]) -> Mended:
        settings = session.settings_for([project], overrides={"cache": False})
        mended = session.declared(settings, Wish(("support",)))
        happens()
        return session.written(settings, mended)

    return run


def test_a_file_that_was_changed_meanwhile_is_left(
    project: Path, changing: Callable[[Callable[[], None]], Mended]
) -> None:
    file = project / "views.py"

    def change() -> None:
        file.write_text("# mine\n" + VIEWS, encoding="utf-8")

    done = changing(change)
    assert file.read_text(encoding="utf-8") == "# mine\n" + VIEWS
    assert (done.edits, done.changed) == ((), ())
    assert done.left[-1].why == writing.CHANGED


def test_a_link_in_the_place_of_the_file_is_not_followed(
    project: Path, tmp_path_factory: pytest.TempPathFactory, changing: Callable[[Callable[[], None]], Mended]
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "views.py"
    elsewhere.write_text(VIEWS, encoding="utf-8")

    def swap() -> None:
        (project / "views.py").unlink()
        (project / "views.py").symlink_to(elsewhere)

    done = changing(swap)
    assert elsewhere.read_text(encoding="utf-8") == VIEWS
    assert "link" in done.left[-1].why


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_modes_stay_and_nothing_is_left_beside(project: Path) -> None:
    (project / "views.py").chmod(0o750)
    _run(".", "--purpose", "support")
    assert (project / "views.py").stat().st_mode & 0o777 == 0o750
    assert sorted(path.name for path in project.iterdir()) == ["policy.toml", "purposelint.toml", "views.py"]


def test_links_and_files_outside_the_project_are_not_written(
    project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "other.py"
    elsewhere.write_text(VIEWS, encoding="utf-8")
    (project / "linked.py").symlink_to(elsewhere)
    (project / "folder").symlink_to(elsewhere.parent)
    _run(".", "linked.py", "folder", "--purpose", "support")
    assert elsewhere.read_text(encoding="utf-8") == VIEWS


MODELS = """\
from django.db import models


class Customer(models.Model):
    # purpose: identity.email for support to self because they asked
    email = models.EmailField()
    spare_email = models.EmailField(db_comment="purpose: support")
    old_email = models.EmailField()  # purpose: support
"""
USES = """\
import logging

from models import Customer


def show(pk):
    customer = Customer.objects.get(pk=pk)
    logging.info(customer.email)  # purpose: reminders
    logging.info(customer.spare_email)  # purpose: reminders
    logging.info(customer.old_email)  # purpose: logs_alone
"""
MORE = """
[purposes.reminders]
title = "Reminding"

[purposes.logs_alone]
title = "What may be logged alone"

[[permit]]
elements = ["identity.email"]
purposes = ["reminders"]
clause = "3"

[[permit]]
elements = ["identity.email"]
purposes = ["logs_alone"]
activities = ["log"]
clause = "4"
"""


@pytest.fixture
def bounded(project: Path) -> Path:
    """Fields that declare less than their data is used for."""
    (project / "views.py").unlink()
    (project / "models.py").write_text(MODELS, encoding="utf-8")
    (project / "uses.py").write_text(USES, encoding="utf-8")
    (project / "policy.toml").write_text(POLICY + MORE, encoding="utf-8")
    return project


def test_a_field_is_widened_where_that_is_asked_for(bounded: Path) -> None:
    assert _run(".").exit_code == 0
    assert (bounded / "models.py").read_text(encoding="utf-8") == MODELS
    result = _run("uses.py", "--code", "PUR403")
    assert result.exit_code == 1, result.output
    assert (bounded / "uses.py").read_text(encoding="utf-8") == USES
    widened = "# purpose: identity.email for support, reminders to self because they asked\n"
    text = (bounded / "models.py").read_text(encoding="utf-8")
    assert text == MODELS.replace(
        "# purpose: identity.email for support to self because they asked\n", widened
    )
    told = " ".join(result.stdout.split())
    assert "uses.py:9 left: identity.email: its field declares its purposes elsewhere" in told
    assert "so its field cannot be kept for that" in told
    assert "1 declaration in 1 file written, 1 finding fewer, 2 places left." in told


@pytest.mark.parametrize("more", [["--purpose", "support"], ["--code", "PUR101"], ["--because", "so"]])
@pytest.mark.usefixtures("bounded")
def test_widening_stands_alone(more: list[str]) -> None:
    result = _run(".", "--code", "PUR403", *more)
    assert result.exit_code == 2
    assert "PUR403 stands alone" in result.output
