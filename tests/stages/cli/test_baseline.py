"""`purposelint baseline` on a small project, from the first run to the last entry."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from purposelint.cli.app import app
from support.caches import keep_caches_in

FILE = ".purposelint-baseline.json"
LOGS = "import logging\n\n\ndef enter(user):\n    logging.info('%s', user.email)\n"
SENDS = (
    "import requests\n\n\ndef send(user):\n"
    "    requests.post('https://x.example', json={'p': user.phone_number})\n"
)

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    keep_caches_in(tmp_path / "caches", monkeypatch)
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "purposelint.toml").write_text('extend-rules = ["privacy"]\n')
    (folder / "privacy" / "libraries").mkdir(parents=True)
    (folder / "privacy" / "libraries" / "own.toml").write_text('title = "Our own"\n')
    (folder / "logs.py").write_text(LOGS)
    (folder / "sends.py").write_text(SENDS)
    monkeypatch.chdir(folder)
    return folder


def purposelint(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


def git(*arguments: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], check=True, capture_output=True)


def open_codes(*arguments: str) -> list[str]:
    told = json.loads(purposelint("check", "--output-format", "json", *arguments).stdout)
    return [one["code"] for one in told["findings"] if one["status"] == "open"]


def test_what_is_accepted_is_told_no_more_and_what_is_new_is(project: Path) -> None:
    assert purposelint("check").exit_code == 1
    made = purposelint("baseline", "create")
    assert (made.exit_code, made.stdout) == (
        0,
        f"{FILE}: 2 findings accepted. Commit it: `check` tells only new ones.\n",
    )
    accepted = purposelint("check")
    assert accepted.exit_code == 0
    assert "No findings; 2 baselined" in accepted.stdout
    assert open_codes("--no-baseline") == ["PUR101", "PUR201"]
    (project / "logs.py").write_text(
        "# moved\n\n" + LOGS + "\n\ndef leave(user):\n    logging.info(user.email)\n"
    )
    assert purposelint("check").exit_code == 1
    assert open_codes() == ["PUR101"]


def test_it_only_shrinks(project: Path) -> None:
    purposelint("baseline", "create")
    assert purposelint("baseline", "check").exit_code == 0
    (project / "sends.py").write_text("def send(user):\n    return user.phone_number\n")
    (project / "logs.py").write_text("def enter(user):\n    return user\n")
    told = purposelint("check")
    assert (
        "2 entries of 2 no longer occur; purposelint baseline update removes what is mended." in told.stdout
    )
    held = purposelint("baseline", "check")
    assert held.exit_code == 1
    assert "  logs.py PUR101 identity.email logs.enter logging.message\n" in held.stdout
    shrunk = purposelint("baseline", "update")
    assert (shrunk.exit_code, shrunk.stdout.splitlines()[0]) == (0, f"{FILE}: 2 of 2 entries removed.")
    assert json.loads((project / FILE).read_text())["entries"] == []
    assert purposelint("baseline", "check").exit_code == 0


def test_a_baseline_that_is_there_is_left_alone(project: Path) -> None:
    purposelint("baseline", "create")
    before = (project / FILE).read_bytes()
    (project / "logs.py").write_text("")
    again = purposelint("baseline", "create")
    assert again.exit_code == 2
    assert "is there already: `purposelint baseline update` shrinks it" in again.stderr
    assert (project / FILE).read_bytes() == before


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("command", ["update", "check"])
def test_without_one_it_is_said_how_to_make_it(command: str) -> None:
    told = purposelint("baseline", command)
    assert told.exit_code == 2
    assert "`purposelint baseline create` makes it" in told.stderr


@pytest.mark.parametrize("command", ["check", "baseline update", "baseline check"])
@pytest.mark.parametrize("content", ["{", '{"version": 7}', "[1]"])
def test_one_that_cannot_be_used_is_named_and_left_as_it_is(
    project: Path, command: str, content: str
) -> None:
    (project / FILE).write_text(content)
    told = purposelint(*command.split())
    assert told.exit_code == 2
    assert told.stderr.startswith(f"error: {FILE}")
    assert (project / FILE).read_text() == content


def test_a_link_to_elsewhere_is_not_followed(project: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.json").write_text('{"version": 1}')
    (project / FILE).symlink_to(tmp_path / "elsewhere.json")
    told = purposelint("check")
    assert (told.exit_code, told.stderr) == (2, f"error: {FILE}: is a symbolic link\n")
    assert purposelint("baseline", "create").exit_code == 2


def test_a_run_of_other_options_does_not_shrink_it(project: Path) -> None:
    purposelint("baseline", "create")
    (project / "purposelint.toml").write_text('select = ["PUR2"]\nextend-rules = ["privacy"]\n')
    told = purposelint("baseline", "update")
    assert told.exit_code == 2
    assert 'asked for select = [], ignore = [], min-sensitivity = "medium"' in told.stderr
    assert "no longer" not in purposelint("check").stdout


def test_a_run_without_previews_does_not_shrink_one_that_has_them(project: Path) -> None:
    sink = (
        'imports = ["house"]\n[[sink]]\nid = "h"\ncall = "house.audit"\narguments = ["*"]\nactivity = "log"\n'
    )
    (project / "privacy" / "libraries" / "own.toml").write_text(sink + "preview = true\n")
    (project / "app.py").write_text("from house import audit\n\n\ndef enter(user):\n    audit(user.email)\n")
    purposelint("baseline", "create", "--preview")
    assert "3 entries" in purposelint("baseline", "check", "--preview").stdout
    before = (project / FILE).read_bytes()
    assert "cannot be told" in purposelint("baseline", "check").stdout
    assert purposelint("baseline", "update").exit_code == 2
    assert (project / FILE).read_bytes() == before


def test_a_run_with_previews_may_shrink_one_that_has_none(project: Path) -> None:
    purposelint("baseline", "create")
    (project / "logs.py").write_text("")
    assert "1 of 2 entries removed" in purposelint("baseline", "update", "--preview").stdout


@needs_git
def test_one_that_git_could_not_merge_says_how_to(project: Path) -> None:
    for name in ("a.py", "b.py"):
        (project / name).write_text(LOGS)
    purposelint("baseline", "create")
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "one")
    for branch, name in (("theirs", "a.py"), ("ours", "b.py")):
        git("checkout", "-q", "-b", branch, "main")
        (project / name).write_text("")
        purposelint("baseline", "update")
        git("commit", "-q", "-a", "-m", branch)
    with pytest.raises(subprocess.CalledProcessError):
        git("merge", "-q", "theirs")
    told = purposelint("check")
    assert (told.exit_code, "holds both sides of a merge: keep the lines of both" in told.stderr) == (2, True)
    text = (project / FILE).read_text().splitlines()
    (project / FILE).write_text(
        "\n".join(line for line in text if line[:7] not in {"<" * 7, "=" * 7, ">" * 7})
    )
    assert "2 of 4 entries removed" in purposelint("baseline", "update").stdout


def test_a_run_that_missed_files_does_not_touch_it(project: Path) -> None:
    purposelint("baseline", "create")
    before = (project / FILE).read_bytes()
    (project / "logs.py").write_text("def broken(:\n")
    told = purposelint("baseline", "update")
    assert told.exit_code == 3
    assert "is as it was" in told.stderr
    assert (project / FILE).read_bytes() == before
    assert purposelint("baseline", "update", "--allow-unparsed").exit_code == 0
    assert (project / FILE).read_bytes() == before  # what stands in the broken file may still be there


def test_a_path_inside_the_project_means_the_project(project: Path) -> None:
    (project / "part").mkdir()
    assert purposelint("baseline", "create", "part").exit_code == 0
    assert len(json.loads((project / FILE).read_text())["entries"]) == 2


@pytest.mark.usefixtures("project")
def test_a_named_file_is_held_against_it_too() -> None:
    purposelint("baseline", "create")
    assert open_codes("logs.py") == []
    assert open_codes("logs.py", "--no-baseline") == ["PUR101"]


@needs_git
def test_what_the_rules_learned_is_told_apart_and_can_be_taken_in(project: Path) -> None:
    (project / "audit.py").write_text(
        "from house import audit\n\n\ndef enter(user):\n    audit(user.email)\n"
    )
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "one")
    purposelint("baseline", "create")
    (project / "privacy" / "libraries" / "own.toml").write_text(
        '[[sink]]\nid = "house.audit"\ncall = "house.audit"\narguments = ["*"]\nactivity = "log"\n'
    )
    told = purposelint("check")
    assert "1 finding new because the rules changed, not the code" in told.stdout
    assert purposelint("baseline", "check").exit_code == 1
    purposelint("baseline", "update")
    assert open_codes() == ["PUR101"]
    purposelint("baseline", "update", "--take-learned")
    assert open_codes() == []
    (project / "sends.py").write_text(
        SENDS + "    requests.post('https://y.example', json={'p': user.email})\n"
    )
    purposelint("baseline", "update", "--take-learned")
    assert open_codes() == ["PUR201"]


POLICY = """
[policy]
schema = 1
id = "{0}"
title = "{0}"
version = "1"
[purposes.messaging]
title = "Messages"
clause = "1"
[[permit]]
elements = ["identity.email"]
purposes = ["messaging"]
recipients = ["self"]
activities = [{1}]
clause = "2"
"""


@needs_git
def test_what_another_policy_brings_is_told_apart_though_files_were_not_committed(project: Path) -> None:
    (project / "a.toml").write_text(POLICY.format("a", '"log"'))
    (project / "b.toml").write_text(POLICY.format("b", '"store"'))
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "one")
    (project / "logs.py").write_text(LOGS.replace("email)", "email)  # purpose: messaging"))
    (project / "later.py").write_text(LOGS.replace("email)", "email)  # purpose: messaging"))
    assert not purposelint("baseline", "create", "--policy", "a.toml").stderr
    told = purposelint("baseline", "check", "--policy", "b.toml").stdout
    assert "2 findings new because the policy changed, not the code (purposelint baseline update" in told
    assert (
        "2 findings new because the policy changed, not the code;"
        in purposelint("check", "--policy", "b.toml").stdout
    )
    git("add", ".")
    git("commit", "-q", "-m", "two")
    (project / "logs.py").write_text(LOGS.replace("email)", "email)  # purpose: messaging") + "x = 1\n")
    told = purposelint("baseline", "check", "--policy", "b.toml").stdout
    assert "1 finding new since the code or the policy changed:" in told
    assert "1 finding new because the policy changed, not the code (" in told


def test_entries_that_another_policy_ends_are_not_called_mended(project: Path) -> None:
    purposelint("baseline", "create")
    (project / "a.toml").write_text(POLICY.format("a", '"log"'))
    why = "the policy changed since it was made, so perhaps nothing was mended"
    told = " ".join(purposelint("check", "--policy", "a.toml").stdout.split())
    assert f"1 entry of 2 no longer occurs; {why}; purposelint baseline update forgets it for good." in told
    assert "removes what is mended" not in told
    page = purposelint("baseline", "check", "--policy", "a.toml").stdout
    assert f"1 entry no longer occurs (purposelint baseline update forgets it for good; {why}):" in page


def test_a_baseline_that_names_no_policy_is_read_and_claims_nothing(project: Path) -> None:
    purposelint("baseline", "create")
    made = json.loads((project / FILE).read_text())
    del made["policy"], made["edited"]
    (project / FILE).write_text(json.dumps(made))
    (project / "logs.py").write_text(LOGS + LOGS.replace("enter", "leave"))
    told = purposelint("baseline", "check")
    assert told.exit_code == 1
    assert "1 finding new since the baseline was made:" in told.stdout


def test_what_is_cut_says_how_to_see_all(project: Path) -> None:
    (project / "logs.py").write_text(
        "import logging\n\n\n"
        + "\n\n".join(f"def f{each}(user):\n    logging.info(user.email)\n" for each in range(22))
    )
    purposelint("baseline", "create")
    (project / "logs.py").write_text("x = 1\n")
    told = purposelint("baseline", "check").stdout
    assert "  ... 2 more (purposelint baseline check --verbose tells all)\n" in told
    whole = purposelint("baseline", "check", "--verbose").stdout
    assert "more" not in whole
    assert whole.count("  logs.py PUR101") == 22
