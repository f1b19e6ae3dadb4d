"""`purposelint diff` and `check --diff`: what a change does, told from two revisions of a repository."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from purposelint.cli.app import app
from support.caches import keep_caches_in

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")

LOGS = "import logging\n\n\ndef enter(user):\n    logging.info('%s', user.email)\n"
SENDS = (
    "import requests\n\n\ndef send(user):\n"
    "    requests.post('https://api.mixpanel.com/track', json={'p': user.phone_number})\n"
)


def git(*arguments: str) -> str:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *who, *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(files: Mapping[str, str]) -> str:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text)
    git("add", "-A")
    git("commit", "-q", "--allow-empty", "-m", "one more")
    return git("rev-parse", "HEAD")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    keep_caches_in(tmp_path / "caches", monkeypatch)
    folder = tmp_path / "shop"
    folder.mkdir()
    monkeypatch.chdir(folder)
    git("init", "-q", "-b", "main")
    commit({"logs.py": LOGS, ".gitignore": ".purposelint_cache\n"})
    return folder


def purposelint(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def told(*arguments: str) -> str:
    return purposelint("diff", *arguments).stdout


@pytest.mark.usefixtures("project")
def test_what_begins_and_what_ends() -> None:
    commit({"sends.py": SENDS, "logs.py": "def enter(user):\n    return user\n"})
    result = purposelint("diff", "HEAD~1", "HEAD")
    assert result.exit_code == 1
    assert (
        "newly sends identity.phone to mixpanel (not in the policy): no declared purpose (sends.py:5)\n"
        in result.stdout
    )
    assert "  no longer logs identity.email (logs.py:5)\n" in result.stdout
    assert "1 new finding\n  sends.py:5 PUR201 " in result.stdout
    assert "\n1 finding gone\n  identity.email PUR101: logs.py:5\n" in result.stdout
    assert "\n\n1 new use, 1 stopped, 1 new finding, 1 finding gone.\n\nNew\n" in result.stdout


def test_without_a_head_the_work_tree_is_compared_and_nothing_is_touched(project: Path) -> None:
    commit({})
    (project / "sends.py").write_text(SENDS)
    before = {path: path.read_bytes() for path in project.rglob("*.py")}
    index = (project / ".git" / "index").read_bytes()
    assert "to the work tree" in told("HEAD")
    assert "newly sends identity.phone" in told("HEAD")
    assert {path: path.read_bytes() for path in project.rglob("*.py")} == before
    assert (project / ".git" / "index").read_bytes() == index
    assert git("status", "--porcelain") == "?? sends.py"


@pytest.mark.usefixtures("project")
def test_a_change_that_does_nothing_with_personal_data_says_so() -> None:
    commit({"logs.py": "# moved\n\n" + LOGS, "sums.py": "def add(a, b):\n    return a + b\n"})
    result = purposelint("diff", "HEAD~1", "HEAD")
    assert result.exit_code == 0
    assert result.stdout.endswith("\n\nWhat personal data goes where is as it was.\n")


@pytest.mark.usefixtures("project")
def test_a_declaration_turns_a_use_and_is_named() -> None:
    commit({"logs.py": LOGS.replace(".email)", ".email)  # purpose: security_protection")})
    text = told("HEAD~1", "HEAD")
    assert "logs identity.email: now permitted for security_protection, was no declared purpose" in text
    assert "It declares\n  security_protection in logs.py:5\n" in text
    assert "newly" not in text


@pytest.mark.usefixtures("project")
def test_a_second_purpose_of_a_use_begins() -> None:
    first = LOGS.replace(".email)", ".email)  # purpose: security_protection")
    commit({"logs.py": first})
    commit({"more.py": LOGS.replace(".email)", ".email)  # purpose: payment")})
    text = told("HEAD~1", "HEAD")
    assert "newly logs identity.email for payment: permitted (more.py:5)" in text
    assert "Stopped" not in text


@pytest.mark.parametrize(
    ("files", "row"),
    [
        ({"logs.py": LOGS.replace(".email)", ".email)  # purposelint: ignore[PUR101] old until 2099-01-31")},
         "1 suppression: PUR101 in logs.py:5 (old; until 2099-01-31)"),
        ({"logs.py": LOGS.replace("def enter", "# purpose of this module: payment\n\n\ndef enter")},
         "1 broad declaration: any element for payment: module logs in logs.py:4"),
        ({"purposelint.toml": 'own-hosts = ["x.example"]\n'}, "1 own host: x.example"),
        ({"purposelint.toml": 'exclude = ["logs.py"]\n'}, "1 exclude: logs.py (stated in exclude; 1 file)"),
        ({"purposelint.toml": 'extend-rules = ["own"]\n',
          "own/libraries/own.toml": '[[guard]]\nid = "own.hide"\ncall = "own.hide"\ngives = "masked"\n'},
         "1 guard of the project's own: own.hide: own.hide gives masked in own/libraries/own.toml:1"),
        ({"purposelint.toml": 'min-confidence = "high"\n'}, 'min-confidence: "low", now "high"'),
        ({"purposelint.toml": 'policy = "renqing"\n'}, "policy default 1, now renqing"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("project")
def test_what_silences_is_named(files: dict[str, str], row: str) -> None:
    commit(files)
    assert row in told("HEAD~1", "HEAD")


@pytest.mark.usefixtures("project")
def test_what_is_left_out_did_not_end() -> None:
    commit({"purposelint.toml": 'exclude = ["logs.py"]\n'})
    text = told("HEAD~1", "HEAD")
    assert "Not looked at any more\n  logs identity.email (logs.py:5)\n" in text
    assert "Stopped" not in text
    assert "gone" not in text


@pytest.mark.usefixtures("project")
def test_entries_of_a_baseline_are_counted_and_silence() -> None:
    purposelint("baseline", "create")
    commit({})
    text = told("HEAD~1", "HEAD")
    assert "1 finding accepted by the baseline: PUR101 identity.email in logs.py\n" in text
    assert "logs identity.email: now accepted by the baseline, was no declared purpose (logs.py:5)" in text


@pytest.mark.usefixtures("project")
def test_a_suppression_that_lasts_longer_reaches_on() -> None:
    lines = [LOGS.replace(".email)", f".email)  # purposelint: ignore[PUR101] old until {day}") for day in
             ("2099-01-31", "2099-06-30")]  # fmt: skip
    commit({"logs.py": lines[0]})
    commit({"logs.py": "# moved\n" + lines[1]})
    text = told("HEAD~1", "HEAD")
    assert (
        "suppression PUR101 in logs.py:6 (old; until 2099-06-30): reaches further, was until 2099-01-31"
        in text
    )
    assert "It takes away" not in text


@pytest.mark.usefixtures("project")
def test_a_file_that_the_change_broke_is_no_end() -> None:
    commit({"logs.py": "def broken(:\n"})
    result = purposelint("diff", "HEAD~1", "HEAD", "--exit-zero")
    assert result.exit_code == 3
    unread = "  none of the files found could be analysed\n  logs.py: the bracket ( is never closed\n"
    assert f"Not analysed any more\n{unread}" in result.stdout
    assert "Stopped" not in result.stdout


@pytest.mark.usefixtures("project")
def test_the_fork_is_compared_with_when_asked() -> None:
    git("checkout", "-q", "-b", "feature")
    commit({"sends.py": SENDS})
    git("checkout", "-q", "main")
    commit({"logs.py": "def enter(user):\n    return user\n"})
    git("checkout", "-q", "feature")
    assert "newly logs identity.email" in told("main", "feature")
    text = told("main", "feature", "--merge-base")
    assert "newly sends identity.phone" in text
    assert "logs identity.email" not in text


@pytest.mark.usefixtures("project")
def test_check_tells_only_what_the_change_caused() -> None:
    commit({})
    Path("sends.py").write_text(SENDS)
    result = purposelint("check", "--diff", "HEAD", "--output-format", "json")
    assert [one["code"] for one in json.loads(result.stdout)["findings"]] == ["PUR201"]
    summary = purposelint("check", "--diff", "HEAD").stdout
    assert "Only what the change since HEAD caused; 1 finding of before." in summary
    Path("sends.py").unlink()
    assert purposelint("check", "--diff", "HEAD").exit_code == 0
    assert purposelint("check").exit_code == 1


def test_a_project_in_a_folder_of_its_repository(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit({"part/app.py": LOGS, "part/purposelint.toml": 'include = ["app.py"]\n'})
    commit({"part/app.py": LOGS + SENDS})
    monkeypatch.chdir(project / "part")
    text = told("HEAD~1", "HEAD")
    assert "newly sends identity.phone to mixpanel" in text
    assert "app.py:10" in text
    assert "part/" not in text


@pytest.mark.usefixtures("project")
def test_a_base_is_looked_at_once() -> None:
    commit({"sends.py": SENDS})
    first = told("HEAD~1", "HEAD")
    kept = {path.name for path in Path(".purposelint_cache").iterdir() if path.name.startswith("revision-")}
    assert len(kept) == 2
    assert told("HEAD~1", "HEAD") == first
    assert told("HEAD~1", "HEAD", "--no-cache") == first


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nowhere",), "nowhere: there is no such commit here"),
        (("HEAD", "nowhere"), "nowhere: there is no such commit here"),
        (("HEAD:logs.py",), "there is no such commit here"),
        (("--", "--output=x"), "--output=x: "),
    ],
)
@pytest.mark.usefixtures("project")
def test_a_revision_that_is_none(arguments: tuple[str, ...], said: str) -> None:
    result = purposelint("diff", *arguments)
    assert (result.exit_code, said in result.stderr) == (2, True), result.stderr
    assert not Path("x").exists()


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_caches_in(tmp_path / "caches", monkeypatch)
    monkeypatch.chdir(tmp_path)
    result = purposelint("diff", "HEAD")
    assert result.exit_code == 2
    assert "is in no git repository" in result.stderr


def test_a_shallow_clone_says_what_it_lacks(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = git("rev-parse", "HEAD")
    commit({"sends.py": SENDS})
    git("clone", "-q", "--depth", "1", f"file://{project}", str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    result = purposelint("diff", old)
    assert result.exit_code == 2
    assert "this clone is shallow: fetch more of it" in result.stderr


def test_links_and_odd_paths_of_a_revision_are_left_out(project: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.py").write_text(SENDS)
    (project / "link.py").symlink_to(tmp_path / "secret.py")
    (project / "around").symlink_to(tmp_path)
    commit({})
    assert "newly" not in told("HEAD~1", "HEAD")


@pytest.mark.usefixtures("project")
def test_programs_that_a_repository_names_are_not_run() -> None:
    git("config", "filter.own.smudge", "touch ran; cat")
    git("config", "diff.external", "touch ran")
    git("config", "core.fsmonitor", "touch ran")
    commit({".gitattributes": "*.py filter=own diff=own\n", "sends.py": SENDS})
    Path("ran").unlink(missing_ok=True)
    assert "newly sends identity.phone" in told("HEAD~1")
    assert "newly sends identity.phone" in told("HEAD~1", "HEAD")
    assert not Path("ran").exists()


@pytest.mark.usefixtures("project")
def test_names_become_no_markup() -> None:
    commit({"a`b<i>|@x.py": SENDS})
    text = purposelint("diff", "HEAD~1", "HEAD", "--output-format", "markdown").stdout
    assert "(`` a`b<i>|@x.py:5 ``)" in text
    assert text.startswith("### Privacy diff: `HEAD~1` (")


@pytest.mark.usefixtures("project")
def test_json_has_every_row() -> None:
    commit({"sends.py": SENDS})
    made = json.loads(told("HEAD~1", "HEAD", "--output-format", "json"))
    (begun,) = made["begun"]
    assert (begun["activity"], begun["element"], begun["to"]) == ("share", "identity.phone", "mixpanel")
    assert begun["places"] == ["sends.py:5"]
    assert [one["code"] for one in made["findings"]] == ["PUR201"]


@pytest.mark.usefixtures("project")
def test_personal_data_in_the_words_of_a_comment_is_masked() -> None:
    commit(
        {"logs.py": LOGS.replace(".email)", ".email)  # purposelint: ignore[PUR101] jane@shop.example asked")}
    )
    for form in ("text", "markdown", "json"):
        text = told("HEAD~1", "HEAD", "--output-format", form)
        assert "PUR101" in text
        assert "jane" not in text
