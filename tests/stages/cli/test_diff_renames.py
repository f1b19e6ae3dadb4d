"""Files that git says were renamed: what is the same but for their names is neither new nor ended."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from stages.cli.test_diff import LOGS, SENDS, commit, git, project, purposelint, told

__all__ = ["project"]

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")

MODELS = (
    "from django.db import models\n\n\nclass Customer(models.Model):\n"
    "    email = models.EmailField()\n    born = models.DateField('date of birth')\n"
    "    nickname = models.CharField(max_length=20)  # not-personal: invented\n"
)
VIEWS = (
    "import logging\n\nfrom shop.models import Customer\n\n\ndef view(pk):\n"
    "    customer = Customer.objects.get(pk=pk)\n    logging.info('%s', customer.email)\n"
    "    print(customer.born)  # purposelint: ignore[PUR101] asked for\n"
)
SHOP = {"shop/__init__.py": "", "shop/models.py": MODELS, "shop/views.py": VIEWS}
AS_IT_WAS = "What personal data goes where is as it was.\n"


def move(old: str, new: str) -> None:
    Path(new).parent.mkdir(parents=True, exist_ok=True)
    Path(old).rename(new)


@pytest.mark.usefixtures("project")
def test_what_moved_with_its_file_is_told_in_one_line() -> None:
    commit(SHOP)
    move("shop/views.py", "shop/web/pages.py")
    commit({})
    result = purposelint("diff", "HEAD~1", "HEAD")
    assert result.exit_code == 0
    assert result.stdout.endswith(
        f"\n\n{AS_IT_WAS}\n2 flows moved with a renamed file (shop/views.py, now shop/web/pages.py).\n"
    )


@pytest.mark.usefixtures("project")
def test_the_fields_of_a_model_move_with_it_and_so_do_its_flows() -> None:
    commit(SHOP)
    move("shop/models.py", "shop/people.py")
    commit({"shop/views.py": VIEWS.replace("shop.models", "shop.people")})
    result = purposelint("diff", "HEAD~1", "HEAD")
    assert (result.exit_code, AS_IT_WAS in result.stdout) == (0, True), result.stdout
    assert "flows moved with a renamed file (shop/models.py, now shop/people.py)" in result.stdout
    assert "gone" not in result.stdout


@pytest.mark.usefixtures("project")
def test_a_package_moves_with_all_of_its_files() -> None:
    commit(SHOP)
    for name in ("__init__", "models", "views"):
        move(f"shop/{name}.py", f"src/store/{name}.py")
    commit({"src/store/views.py": VIEWS.replace("from shop.", "from store.")})
    result = purposelint("diff", "HEAD~1", "HEAD", "--output-format", "json")
    made = json.loads(result.stdout)
    assert result.exit_code == 0
    changes = {key: made[key] for key in ("begun", "ended", "turned", "findings", "loosened", "tightened")}
    assert changes == {key: [] for key in changes}
    assert made["mended"] == 0
    assert made["moved"] > 2
    assert {"was": "shop/views.py", "now": "src/store/views.py"} in made["renamed"]


@pytest.mark.parametrize("added", [False, True], ids=["untracked", "staged"])
def test_a_file_that_is_renamed_in_the_work_tree(project: Path, added: bool) -> None:
    commit(SHOP)
    move("shop/views.py", "shop/pages.py")
    if added:
        git("add", "-A")
    index = (project / ".git" / "index").read_bytes()
    text = told("HEAD")
    assert f"{AS_IT_WAS}\n2 flows moved with a renamed file" in text
    assert (project / ".git" / "index").read_bytes() == index
    result = purposelint("check", "--diff", "HEAD", "--output-format", "json")
    assert (result.exit_code, json.loads(result.stdout)["findings"]) == (0, [])


def test_a_split_index_is_left_as_it_is(project: Path) -> None:
    commit(SHOP)
    git("config", "core.splitIndex", "true")
    git("update-index", "--split-index")
    before = {path.name: path.read_bytes() for path in (project / ".git").iterdir() if path.is_file()}
    move("shop/views.py", "shop/pages.py")
    for number in range(9):  # so many that git would split anew
        (project / f"new_{number}.py").write_text(f"X = {number}\n")
    assert "2 flows moved with a renamed file" in told("HEAD")
    assert {path.name: path.read_bytes() for path in (project / ".git").iterdir() if path.is_file()} == before


@pytest.mark.usefixtures("project")
def test_what_a_renamed_file_has_besides_is_new() -> None:
    commit(SHOP)
    move("shop/views.py", "shop/pages.py")
    commit({"shop/pages.py": VIEWS + "    print(customer.email)\n"})
    result = purposelint("diff", "HEAD~1", "HEAD")
    assert result.exit_code == 1
    assert "1 new finding\n  shop/pages.py:10 PUR101" in result.stdout
    assert "\nNew\n" not in result.stdout
    assert "2 flows moved" in result.stdout


@pytest.mark.usefixtures("project")
def test_another_function_of_a_renamed_file_is_new() -> None:
    commit(SHOP)
    move("shop/views.py", "shop/pages.py")
    commit({"shop/pages.py": VIEWS.replace("def view", "def show")})
    result = purposelint("diff", "HEAD~1", "HEAD")
    assert (result.exit_code, "1 new finding" in result.stdout) == (1, True)
    assert "1 finding gone\n  identity.email PUR101: shop/views.py:8\n" in result.stdout


@pytest.mark.usefixtures("project")
def test_files_that_are_not_alike_were_not_renamed() -> None:
    Path("logs.py").unlink()
    longer = LOGS.replace("(user):\n", "(user):\n" + "    count = count + 1\n" * 9)
    commit({"enter.py": "import os\n" * 40 + longer})
    result = purposelint("diff", "HEAD~1", "HEAD")
    assert (result.exit_code, "1 new finding" in result.stdout) == (1, True)


@pytest.mark.usefixtures("project")
def test_entries_of_the_baseline_follow_renamed_files() -> None:
    commit({**SHOP, "sends.py": SENDS})
    purposelint("baseline", "create")
    commit({})
    move("shop/models.py", "shop/people.py")
    move("shop/views.py", "shop/pages.py")
    commit({"shop/pages.py": VIEWS.replace("shop.models", "shop.people")})
    result = purposelint("check")
    assert result.exit_code == 0, result.stdout
    assert "Baseline: 3 entries moved with their code; purposelint baseline update writes" in result.stdout
    assert "no longer occur" not in result.stdout
    held = purposelint("baseline", "check")
    assert (held.exit_code, "3 entries moved with their code" in held.stdout) == (0, True), held.stdout
    assert AS_IT_WAS in told("HEAD~1", "HEAD")
    assert AS_IT_WAS in told("HEAD~1")


@pytest.mark.usefixtures("project")
def test_an_update_writes_the_new_names_so_that_files_may_be_renamed_again() -> None:
    commit(SHOP)
    purposelint("baseline", "create")
    commit({})
    move("shop/views.py", "shop/pages.py")
    commit({})
    updated = purposelint("baseline", "update")
    assert ".purposelint-baseline.json: 0 of 4 entries removed, 1 under new names." in updated.stdout
    entries = json.loads(Path(".purposelint-baseline.json").read_text())["entries"]
    assert "shop/pages.py" in {one["path"] for one in entries}
    assert "shop/views.py" not in json.dumps(entries)
    commit({})
    assert "moved" not in purposelint("check").stdout
    assert AS_IT_WAS in told("HEAD~1", "HEAD")
    move("shop/pages.py", "shop/site.py")
    result = purposelint("check")
    assert (result.exit_code, "1 entry moved with its code" in result.stdout) == (0, True), result.stdout


@pytest.mark.usefixtures("project")
def test_a_baseline_covers_nothing_that_a_renamed_file_has_besides() -> None:
    commit(SHOP)
    purposelint("baseline", "create")
    commit({})
    move("shop/views.py", "shop/pages.py")
    commit({"shop/pages.py": VIEWS.replace("customer.email)", "customer.born)")})
    result = purposelint("check", "--output-format", "concise")
    assert "shop/pages.py:8" in result.stdout
    assert "1 entry of 4 no longer occurs" in purposelint("check").stdout


@pytest.mark.usefixtures("project")
def test_a_commit_that_a_baseline_names_is_no_option_of_git() -> None:
    commit(SHOP)
    purposelint("baseline", "create")
    file = Path(".purposelint-baseline.json")
    made = json.loads(file.read_text())
    file.write_text(json.dumps({**made, "commit": "--output=written", "names": "--output=written"}))
    move("shop/views.py", "shop/pages.py")
    assert "no longer occurs" in purposelint("check").stdout
    assert not Path("written").exists()
