"""`purposelint diff` where the two revisions are unlike each other, or a revision cannot be read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from stages.cli.test_diff import LOGS, SENDS, commit, git, project, purposelint, told

__all__ = ["project"]

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")

CALLS = "from tell import tell\n\n\ndef view(user):\n    tell(user.email)\n"
TELLS = "import logging\n\n\ndef tell(address):\n    logging.info('%s', address)\n"
AS_IT_WAS = "What personal data goes where is as it was."


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("above", [{}, {"purposelint.toml": 'include = ["part/app.py"]\n'}])
def test_a_project_that_gets_a_configuration_of_its_own_does_nothing_new(above: dict[str, str]) -> None:
    commit({"part/app.py": LOGS, **above})
    commit({"part/purposelint.toml": "preview = false\n"})
    for arguments in (("HEAD~1", "HEAD", "--path", "part"), ("HEAD", "HEAD~1", "--path", "part")):
        result = purposelint("diff", *arguments)
        assert (result.exit_code, AS_IT_WAS in result.stdout) == (0, True), result.output
        assert "gone" not in result.stdout
    assert purposelint("check", "part", "--diff", "HEAD~1").exit_code == 0


@pytest.mark.usefixtures("project")
def test_a_named_configuration_that_a_revision_does_not_have_yet() -> None:
    commit({"ci/own.toml": "include-tests = true\n", "ci/app.py": LOGS})
    commit({"ci/new.toml": "include-tests = true\n"})
    result = purposelint("diff", "HEAD~1", "HEAD", "--path", "ci", "--config", "ci/new.toml")
    assert result.exit_code == 0, result.stderr
    assert "include-tests" in result.stdout
    assert "new finding" not in result.stdout


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    "change",
    [{"tell.py": TELLS + "def (\n"}, {"purposelint.toml": 'exclude = ["tell.py"]\n'}],
    ids=["broken", "excluded"],
)
def test_what_goes_through_a_file_that_was_not_read_did_not_end(change: dict[str, str]) -> None:
    commit({"view.py": CALLS, "tell.py": TELLS, "logs.py": ""})
    commit(change)
    text = told("HEAD~1", "HEAD")
    assert "Not looked at any more\n  logs identity.email (" in text
    assert "Stopped" not in text
    assert "gone" not in text


@pytest.mark.usefixtures("project")
def test_what_may_go_on_in_a_file_that_was_not_read_did_not_end() -> None:
    commit({"again.py": LOGS})
    commit({"logs.py": "", "again.py": LOGS + "def (\n"})
    text = told("HEAD~1", "HEAD")
    assert "Not looked at any more\n  logs identity.email (" in text
    assert "Stopped" not in text


@pytest.mark.usefixtures("project")
def test_what_is_silenced_is_still_there() -> None:
    purposelint("baseline", "create")
    commit({"sends.py": ""})
    text = told("HEAD~1", "HEAD")
    assert "1 finding accepted by the baseline" in text
    assert "gone" not in text


@pytest.mark.parametrize("name", ["", "-x", "^HEAD", "HEAD..HEAD", "HEAD...HEAD"])
@pytest.mark.usefixtures("project")
def test_what_names_no_single_commit_is_refused(name: str) -> None:
    for arguments in (("diff", "--", name), ("check", f"--diff={name}")):
        result = purposelint(*arguments)
        assert result.exit_code == 2
        assert f"error: {name or repr('')}: is no name of one commit" in result.stderr


@pytest.mark.parametrize("name", ["logs.py", "picture.png"])
def test_a_revision_of_which_a_file_is_missing(project: Path, name: str) -> None:
    commit({"logs.py": LOGS, "picture.png": "p"})
    blob = git("rev-parse", f"HEAD:{name}")
    commit({"logs.py": SENDS, "picture.png": ""})
    (project / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    result = purposelint("diff", "HEAD~1", "HEAD")
    if name == "picture.png":  # nobody reads that
        assert result.exit_code == 1
    else:
        assert result.exit_code == 2
        assert f"{name}: git cannot read it here" in result.stderr


@pytest.fixture
def module(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project with a submodule `lib`, whose second commit is checked out and recorded."""
    other = tmp_path / "other"
    other.mkdir()
    monkeypatch.chdir(other)
    git("init", "-q", "-b", "main")
    commit({"logs.py": LOGS})
    monkeypatch.chdir(project)
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other), "lib")
    commit({})
    monkeypatch.chdir(project / "lib")
    commit({"sends.py": SENDS})
    monkeypatch.chdir(project)
    commit({})
    return project


def test_a_submodule_is_looked_at_as_in_the_work_tree(module: Path) -> None:
    clean = purposelint("diff", "HEAD")
    assert (clean.exit_code, AS_IT_WAS in clean.stdout) == (0, True), clean.output
    assert "1 new finding\n  lib/sends.py:5 PUR201" in told("HEAD~1", "HEAD")
    shutil.rmtree(module / "lib")  # as in a clone that has none
    (module / "lib").mkdir()
    assert "new finding" not in told("HEAD~1", "HEAD", "--no-cache")


def test_a_submodule_behind_a_link_is_left_out(module: Path, tmp_path: Path) -> None:
    (module / "lib").rename(tmp_path / "lib")
    (module / "lib").symlink_to(tmp_path / "lib")
    assert "new finding" not in told("HEAD~1", "HEAD", "--no-cache")


@pytest.mark.usefixtures("module")
def test_a_submodule_whose_commit_is_not_here() -> None:
    git("update-index", "--cacheinfo", "160000," + "1" * 40 + ",lib")
    git("commit", "-q", "-m", "elsewhere")
    result = purposelint("diff", "HEAD")
    assert (result.exit_code, "so may a submodule" in result.stderr) == (2, True)


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    "change", [{".gitignore": "logs.py\n"}, {"purposelint.toml": 'include = ["sends.py"]\n'}]
)
def test_what_git_keeps_and_the_run_passes_by_did_not_end(change: dict[str, str]) -> None:
    commit({"sends.py": SENDS})
    commit(change)
    for arguments in (("HEAD~1",), ("HEAD~1", "HEAD")):
        text = told(*arguments)
        assert "Not looked at any more\n  logs identity.email (" in text
        assert "Stopped" not in text
        assert "gone" not in text


@pytest.mark.usefixtures("project")
def test_a_new_file_that_cannot_be_read_was_not_analysed_before() -> None:
    commit({"purposelint.toml": 'exclude = ["later.py"]\n', "later.py": "def (:\n"})
    commit({"purposelint.toml": "", "new.py": "def broken(:\n"})
    result = purposelint("diff", "HEAD~1", "HEAD")
    assert result.exit_code == 3
    assert "New, and cannot be analysed\n  later.py: " in result.stdout
    assert "\n  new.py: the bracket ( is never closed\n" in result.stdout
    assert "any more" not in result.stdout
    made = json.loads(told("HEAD~1", "HEAD", "--output-format", "json"))
    assert [(one["path"], one["was_analysed"]) for one in made["problems"]] == [
        ("later.py", False),
        ("new.py", False),
    ]


@pytest.mark.usefixtures("project")
def test_a_renamed_file_that_the_change_broke_was_analysed_before() -> None:
    commit({"logs.py": LOGS + "X = 1\n" * 20, "sums.py": ""})
    Path("logs.py").unlink()
    commit({"login.py": LOGS + "X = 1\n" * 20 + "def broken(:\n"})
    text = told("HEAD~1", "HEAD")
    assert "Not analysed any more\n  login.py: the bracket ( is never closed\n" in text
    assert "Not looked at any more\n  logs identity.email (" in text
    assert "Stopped" not in text
    assert "gone" not in text


@pytest.mark.usefixtures("project")
def test_an_entry_of_the_baseline_that_goes_through_an_unread_file_is_kept() -> None:
    commit({"view.py": CALLS, "tell.py": TELLS, "logs.py": ""})
    purposelint("baseline", "create")
    commit({"tell.py": TELLS + "def (\n"})
    result = purposelint("baseline", "update", "--allow-unparsed")
    assert ": 0 of 1 entry removed" in result.stdout
    commit({"tell.py": "def tell(address):\n    pass\n"})
    assert ": 1 of 1 entry removed" in purposelint("baseline", "update").stdout


@pytest.mark.usefixtures("project")
def test_an_exclude_that_leaves_out_more_files_reaches_on() -> None:
    scripts = {f"scripts/{number}.py": "" for number in range(9)}
    commit({"purposelint.toml": 'exclude = ["scripts"]\n', **scripts})
    commit({"scripts/9.py": ""})
    assert "exclude scripts (stated in exclude; 10 files): reaches further, was 9 files" in told(
        "HEAD~1", "HEAD"
    )
    assert "reaches further" not in told("HEAD", "HEAD~1")


@pytest.mark.usefixtures("project")
def test_two_histories_have_no_fork() -> None:
    git("checkout", "-q", "--orphan", "other")
    commit({"sends.py": SENDS})
    result = purposelint("diff", "main", "--merge-base")
    assert result.exit_code == 2
    assert "error: main: has no commit in common with HEAD here" in result.stderr


TASK = (
    "import logging\n\nfrom celery import shared_task\n\n\n@shared_task\ndef write(address):\n"
    "    logging.info('wrote %s', len(address))\n"
)
QUEUES = "from jobs.mail import write\n\n\ndef view(user):\n    write.delay(user.email)\n"


@pytest.mark.usefixtures("project")
def test_what_needs_a_file_that_is_left_out_did_not_end_though_it_does_not_go_through_it() -> None:
    commit({"jobs/__init__.py": "", "jobs/mail.py": TASK, "view.py": QUEUES, "logs.py": ""})
    assert "stored by write.delay" in purposelint("check", "--output-format", "concise").stdout
    commit({"purposelint.toml": 'exclude = ["jobs/**"]\n'})
    text = told("HEAD~1", "HEAD")
    assert "Not looked at any more\n  stores identity.email in " in text
    assert "Stopped" not in text
    assert "gone" not in text
    commit({"view.py": QUEUES.replace("write.delay(user.email)", "return user")})
    assert "Stopped\n  no longer stores identity.email in " in told("HEAD~2", "HEAD")
