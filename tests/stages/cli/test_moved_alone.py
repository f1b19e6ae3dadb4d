"""Functions and classes that move alone, files that swap their names, comments that move: none is new."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from stages.cli.test_diff import commit, git, project, purposelint, told
from stages.cli.test_diff_renames import AS_IT_WAS, MODELS, SHOP, VIEWS, move

__all__ = ["project"]

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")

IMPORTS = "import logging\n\nfrom shop.models import Customer\n\n\n"
VIEW = VIEWS.removeprefix(IMPORTS)
LISTS = "def every(pks):\n    return [Customer.objects.get(pk=pk) for pk in pks]\n"
KEEPS = {"shop/views.py": IMPORTS + VIEW + "\n\n" + LISTS, "shop/api.py": IMPORTS + LISTS}
WENT = {"shop/views.py": IMPORTS + LISTS, "shop/api.py": IMPORTS + LISTS + "\n\n" + VIEW}


def changes(*arguments: str) -> dict[str, object]:
    """What a diff tells besides what moved; nothing of it where all is as it was."""
    made = json.loads(told(*arguments, "--output-format", "json"))
    keys = ("begun", "ended", "turned", "findings", "gone", "loosened", "tightened", "widened")
    return {key: made[key] for key in keys if made[key]}


@pytest.mark.usefixtures("project")
def test_a_function_that_moves_alone_is_neither_new_nor_gone() -> None:
    commit({**SHOP, **KEEPS})
    commit(WENT)
    text = told("HEAD~1", "HEAD")
    assert text.endswith(f"\n\n{AS_IT_WAS}\n2 flows moved with view (shop/views.py, now shop/api.py).\n")
    assert changes("HEAD~1", "HEAD") == {}
    made = json.loads(told("HEAD~1", "HEAD", "--output-format", "json"))
    assert made["alone"] == [{"name": "view", "was": "shop/views.py", "now": "shop/api.py"}]
    assert purposelint("check", "--diff", "HEAD~1").exit_code == 0


@pytest.mark.usefixtures("project")
def test_a_function_that_moves_to_a_new_file_of_the_work_tree() -> None:
    commit({**SHOP, **KEEPS})
    Path("shop/views.py").write_text(IMPORTS + LISTS)
    Path("shop/pages.py").write_text(f'"""Pages."""\n\n{IMPORTS}{VIEW}')
    assert changes("HEAD") == {}
    assert purposelint("check", "--diff", "HEAD").exit_code == 0


@pytest.mark.usefixtures("project")
def test_a_function_that_is_written_a_little_otherwise_has_moved_all_the_same() -> None:
    commit({**SHOP, **KEEPS})
    commit({**WENT, "shop/api.py": WENT["shop/api.py"].replace("def view(pk)", "def view(pk: int)")})
    assert changes("HEAD~1", "HEAD") == {}


@pytest.mark.usefixtures("project")
def test_what_a_function_does_besides_when_it_moved_is_new() -> None:
    commit({**SHOP, **KEEPS})
    more = WENT["shop/api.py"] + "    print(customer.email)\n"
    commit({**WENT, "shop/api.py": more})
    made = json.loads(told("HEAD~1", "HEAD", "--output-format", "json"))
    assert [(one["path"], one["sink"]["id"]) for one in made["findings"]] == [("shop/api.py", "print")]
    assert made["gone"] == []


@pytest.mark.usefixtures("project")
def test_a_function_of_the_same_name_that_is_another_one_is_new() -> None:
    commit({**SHOP, **KEEPS})
    lines = "".join(f"    step_{number} = compute_{number}(pk)\n" for number in range(20))
    other = VIEW.replace("def view(pk):\n", f"def view(pk):\n{lines}")
    commit({**WENT, "shop/api.py": IMPORTS + LISTS + "\n\n" + other})
    result = purposelint("diff", "HEAD~1", "HEAD")
    assert (result.exit_code, "1 new finding, 1 finding gone" in result.stdout) == (1, True)


@pytest.mark.usefixtures("project")
def test_one_of_two_functions_that_are_alike_is_not_guessed() -> None:
    commit({**SHOP, **KEEPS, "shop/api.py": KEEPS["shop/views.py"]})
    commit({"shop/views.py": IMPORTS + LISTS, "shop/api.py": IMPORTS + LISTS, "shop/site.py": IMPORTS + VIEW})
    made = json.loads(told("HEAD~1", "HEAD", "--output-format", "json"))
    assert (len(made["findings"]), len(made["gone"]), made["alone"]) == (1, 2, [])


@pytest.mark.usefixtures("project")
def test_a_copy_is_new() -> None:
    commit({**SHOP, **KEEPS})
    commit({"shop/api.py": WENT["shop/api.py"]})
    made = json.loads(told("HEAD~1", "HEAD", "--output-format", "json"))
    assert [one["path"] for one in made["findings"]] == ["shop/api.py"]


@pytest.mark.usefixtures("project")
def test_a_model_that_moves_alone_is_kept_there_and_its_flows_are_the_same() -> None:
    other = "\n\nclass Order(models.Model):\n    total = models.IntegerField()\n"
    address = "\n\nclass Patient(models.Model):\n    phone_number = models.CharField(max_length=9)\n"
    commit(
        {
            **SHOP,
            "shop/models.py": MODELS + other,
            "shop/people.py": "from django.db import models\n" + address,
        }
    )
    moved = MODELS.replace("from django.db import models\n", "")
    commit(
        {
            "shop/models.py": "from django.db import models\n" + other,
            "shop/people.py": "from django.db import models\n" + address + moved,
            "shop/views.py": VIEWS.replace("shop.models", "shop.people"),
        }
    )
    assert changes("HEAD~1", "HEAD") == {}
    assert "with Customer (shop/models.py, now shop/people.py)" in told("HEAD~1", "HEAD")


@pytest.mark.usefixtures("project")
def test_a_baseline_goes_on_accepting_what_moved_alone() -> None:
    commit({**SHOP, **KEEPS})
    purposelint("baseline", "create")
    commit({})
    commit(WENT)
    result = purposelint("check")
    assert (result.exit_code, "1 entry moved with its code" in result.stdout) == (0, True), result.stdout
    assert changes("HEAD~1", "HEAD") == {}
    assert ": 0 of 4 entries removed, 1 under new names." in purposelint("baseline", "update").stdout
    assert "moved" not in purposelint("check").stdout
    commit({})
    assert changes("HEAD~2", "HEAD") == {}


COMMENTS = (
    "import logging\n\nfrom shop.models import Customer\n\n# purpose of this module: messagin\n\n\n"
    "def view(pk):\n    customer = Customer.objects.get(pk=pk)\n"
    "    logging.info('%s', customer.email)  # purposelint: ignore[PUR101]\n"
    "    logging.info('%s', customer.born)  # purposelint: ignore[PUR101] x until 2020-01-01\n"
    "    logging.info('hi')  # purposelint: ignore[PUR101] nothing\n"
    "    logging.info('hi')  # purpose: payment\n"
    "    logging.info('%s', customer.nickname)  # purpose: paymen\n"
)
TWINS = (
    "from pydantic import BaseModel\n\n\nclass CustomerIn(BaseModel):\n"
    "    email: str  # purpose: payment\n\n\nclass CustomerOut(CustomerIn):\n"
    "    email: str  # purpose: messaging\n"
)


@pytest.mark.usefixtures("project")
def test_findings_about_comments_move_with_their_file() -> None:
    commit({**SHOP, "shop/views.py": COMMENTS, "shop/twins.py": TWINS})
    codes = {
        one["code"] for one in json.loads(purposelint("check", "--output-format", "json").stdout)["findings"]
    }
    assert {"PUR401", "PUR402", "PUR404", "PUR405", "PUR406", "PUR407"} <= codes
    purposelint("baseline", "create")
    commit({})
    move("shop/views.py", "shop/pages.py")
    move("shop/twins.py", "shop/schemas.py")
    more = '"""Lines above."""\n\n'
    commit({name: more + Path(name).read_text() for name in ("shop/pages.py", "shop/schemas.py")})
    assert changes("HEAD~1", "HEAD") == {}
    result = purposelint("check", "--diff", "HEAD~1", "--no-baseline", "--output-format", "json")
    assert [one["code"] for one in json.loads(result.stdout)["findings"]] == []
    held = purposelint("check")
    assert (held.exit_code, "no longer occur" in held.stdout) == (0, False), held.stdout


@pytest.mark.usefixtures("project")
def test_a_comment_in_a_function_that_moves_alone() -> None:
    head, _, view = COMMENTS.partition("def view")
    commit({**SHOP, "shop/views.py": COMMENTS + "\n\n" + LISTS, "shop/api.py": IMPORTS + LISTS})
    commit({"shop/views.py": head + LISTS, "shop/api.py": f"{IMPORTS}{LISTS}\n\ndef view{view}"})
    assert changes("HEAD~1", "HEAD") == {}


def _swap(one: str, other: str) -> None:
    first, second = (Path(name).read_text() for name in (one, other))
    Path(one).write_text(second)
    Path(other).write_text(first)


@pytest.mark.parametrize("large", [False, True], ids=["small", "large"])
@pytest.mark.usefixtures("project")
def test_two_files_that_swap_their_names(large: bool) -> None:
    padding = "\n\n" + "".join(f"CONSTANT_{number} = {number}\n" for number in range(80)) if large else ""
    phones = (
        "import requests\n\nfrom shop.models import Customer\n\n\ndef view(pk):\n    asked = Customer.objects"
        ".get(pk=pk)\n    requests.post('https://api.mixpanel.com/track', json={'mail': asked.email})\n"
    )
    commit({**SHOP, "shop/views.py": VIEWS + padding, "shop/api.py": phones + padding.replace("CON", "PRO")})
    purposelint("baseline", "create")
    commit({})
    _swap("shop/views.py", "shop/api.py")
    if large:  # and edited, which git's own similarity bears
        Path("shop/api.py").write_text(Path("shop/api.py").read_text() + "\n\nLATER = 1\n")
    result = purposelint("check")
    assert (result.exit_code, "moved with their code" in result.stdout) == (0, True), result.stdout
    commit({})
    assert changes("HEAD~1", "HEAD") == {}
    assert purposelint("check", "--diff", "HEAD~1", "--no-baseline").exit_code == 0
    purposelint("baseline", "update")
    assert "moved" not in purposelint("check").stdout


@pytest.mark.parametrize("committed", [True, False])
@pytest.mark.usefixtures("project")
def test_an_update_that_is_made_before_the_rename_is_committed(committed: bool) -> None:
    commit(SHOP)
    purposelint("baseline", "create")
    commit({})
    move("shop/views.py", "shop/pages.py")
    assert "1 under new names" in purposelint("baseline", "update").stdout
    if committed:
        commit({})
    move("shop/pages.py", "shop/site.py")
    result = purposelint("check")
    assert (result.exit_code, "1 entry moved with its code" in result.stdout) == (0, True), result.stdout
    purposelint("baseline", "update")
    commit({})
    move("shop/site.py", "shop/web.py")
    commit({})
    assert purposelint("check").exit_code == 0
    assert AS_IT_WAS in told("HEAD~1", "HEAD")


@pytest.mark.usefixtures("project")
def test_a_baseline_that_is_made_before_a_rename_is_committed() -> None:
    commit(SHOP)
    move("shop/views.py", "shop/pages.py")
    purposelint("baseline", "create")
    made = json.loads(Path(".purposelint-baseline.json").read_text())
    assert made["moved"] == [{"was": "shop/views.py", "now": "shop/pages.py", "name": ""}]
    move("shop/pages.py", "shop/site.py")
    assert purposelint("check").exit_code == 0


@pytest.mark.usefixtures("project")
def test_a_commit_that_was_squashed_away_is_not_needed() -> None:
    commit(SHOP)
    git("checkout", "-q", "-b", "feature")
    commit({"shop/more.py": "X = 1\n"})
    purposelint("baseline", "create")
    commit({})
    git("checkout", "-q", "main")
    git("merge", "-q", "--squash", "feature")
    git("commit", "-q", "-m", "squashed")
    git("branch", "-q", "-D", "feature")
    git("reflog", "expire", "--expire=now", "--all")
    git("gc", "-q", "--prune=now")
    move("shop/views.py", "shop/pages.py")
    commit({})
    result = purposelint("check")
    assert (result.exit_code, "1 entry moved with its code" in result.stdout) == (0, True), result.stdout


def test_a_shallow_clone_says_that_it_cannot_follow_names(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(SHOP)
    named = git("rev-parse", "HEAD")
    purposelint("baseline", "create")
    commit({})
    move("shop/views.py", "shop/pages.py")
    commit({})
    git("clone", "-q", "--depth", "1", f"file://{project}", str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    said = f"the commit {named[:10]}, at which entries had their names, is not here"
    for arguments in (("check",), ("baseline", "check")):
        result = purposelint(*arguments)
        assert (result.exit_code, said in result.stdout) == (1, True), result.stdout


@pytest.mark.usefixtures("project")
def test_what_moved_and_was_changed_is_named_beside_the_entry() -> None:
    commit(SHOP)
    purposelint("baseline", "create")
    commit({})
    Path("shop/views.py").unlink()
    commit(
        {"shop/api.py": "import os\n" * 60 + VIEWS.replace("    print", "    os = 1\n" * 30 + "    print")}
    )
    text = purposelint("baseline", "check").stdout
    assert (
        "shop/views.py PUR101 identity.email shop.views.view logging.message; shop/api.py:68 does the same\n"
        in text
    )
