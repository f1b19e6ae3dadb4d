"""`purposelint diff` where a revision's own configuration, policy, rules or baseline cannot be read."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from purposelint import host
from purposelint.domain.baseline import FILE
from stages.cli.test_diff import LOGS, SENDS, commit, git, project, purposelint, told

__all__ = ["project"]

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")

OF_HEAD = "The base cannot be read as it was, but with the configuration of HEAD (%s)\n"
RULES = '[[guard]]\nid = "own.hide"\ncall = "own.hide"\ngives = "masked"\n'
OWN = {"purposelint.toml": 'extend-rules = ["own"]\n', "own/libraries/own.toml": RULES}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({"purposelint.toml": 'polcy = "x"\n'}, {"purposelint.toml": ""}, "purposelint.toml:1: polcy: "),
        ({"purposelint.toml": 'policy = "none.toml"\n'}, {"purposelint.toml": ""}, "none.toml"),
        ({**OWN, "own/libraries/own.toml": "[[gard]]\n"}, OWN, "own/libraries/own.toml"),
        ({FILE: "{"}, {FILE: ""}, FILE),
    ],
    ids=["configuration", "policy", "rules", "baseline"],
)  # fmt: skip
@pytest.mark.usefixtures("project")
def test_a_broken_base_is_read_with_the_other_ones_configuration(
    before: dict[str, str], after: dict[str, str], said: str
) -> None:
    commit(before)
    for name, text in {**after, "sends.py": SENDS}.items():
        Path(name).write_text(text)
        if not text and name.endswith(".json"):
            Path(name).unlink()
    for arguments in (("HEAD",), ("HEAD~1", "HEAD")):
        if len(arguments) == 2:
            commit({})
        result = purposelint("diff", *arguments)
        assert result.exit_code == 1, result.stderr
        assert "The base cannot be read as it was, but with the configuration of " in result.stdout
        assert said in result.stdout
        assert "1 new finding\n  sends.py:5 PUR201" in result.stdout
        assert "logs.py" not in result.stdout


@pytest.mark.usefixtures("project")
def test_what_is_broken_is_named_with_its_revision_in_every_format() -> None:
    commit({"purposelint.toml": 'polcy = "x"\n'})
    now = commit({"purposelint.toml": ""})
    result = purposelint("diff", "HEAD~1", "HEAD")
    assert result.exit_code == 0
    assert OF_HEAD % now[:10] + "  HEAD~1:purposelint.toml:1: polcy: unknown key" in result.stdout
    assert result.stdout.endswith("What personal data goes where is as it was.\n")
    text = told("HEAD~1", "HEAD", "--output-format", "markdown")
    assert "\n- `HEAD~1:purposelint.toml:1:` polcy: unknown key" in text
    base = json.loads(told("HEAD~1", "HEAD", "--output-format", "json"))["base"]
    assert base["broken"][0].startswith("HEAD~1:purposelint.toml:1: polcy")


@pytest.mark.usefixtures("project")
def test_a_broken_head_is_refused() -> None:
    commit({"purposelint.toml": ""})
    commit({"purposelint.toml": 'polcy = "x"\n'})
    Path("purposelint.toml").write_text("")
    result = purposelint("diff", "HEAD~1", "HEAD")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: HEAD:purposelint.toml:1: polcy: unknown key")


@pytest.mark.usefixtures("project")
def test_what_the_base_had_beside_its_code_does_not_count() -> None:
    commit({**OWN, "own/libraries/broken.toml": "[[gard]]\n", "purposelint.toml": OWN["purposelint.toml"]})
    Path("own/libraries/broken.toml").unlink()
    commit({"purposelint.toml": 'extend-rules = ["own"]\nexclude = ["logs.py"]\n', "sends.py": SENDS})
    text = told("HEAD~1", "HEAD")
    assert "newly sends identity.phone" in text
    assert "exclude" not in text
    assert "logs identity.email" not in text


def test_links_and_what_git_passes_by_do_not_come_along(project: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.toml").write_text("")
    (project / "link.toml").symlink_to(tmp_path / "outside.toml")
    (project / "around").symlink_to(tmp_path)
    (project / "own.toml").write_text("")
    (project / "new.py").write_text("")
    Path(".gitignore").write_text("ignored.toml\n")
    (project / "ignored.toml").write_text("")
    with host.checked_out(project, git("rev-parse", "HEAD"), host.WORK_TREE) as folder:
        found = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert found == {"logs.py", ".gitignore", "own.toml"}


@pytest.mark.usefixtures("project")
def test_check_says_what_is_broken_and_goes_on() -> None:
    commit({"purposelint.toml": 'polcy = "x"\n', "logs.py": LOGS})
    commit({"purposelint.toml": "", "sends.py": SENDS})
    result = purposelint("check", "--diff", "HEAD~1", "--output-format", "json")
    assert [one["code"] for one in json.loads(result.stdout)["findings"]] == ["PUR201"]
    assert "note: HEAD~1:purposelint.toml:1: polcy: unknown key" in result.stderr
    assert "note: HEAD~1 was read with the configuration of the work tree instead." in result.stderr
