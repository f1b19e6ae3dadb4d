"""What a reviewer of a pull request reads of `purposelint diff`: few rows, counts, the first named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from stages.cli.test_diff import LOGS, SENDS, commit, project, purposelint, told

__all__ = ["project"]

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")

MODEL = "from django.db import models\n\n\nclass {0}(models.Model):\n    email = models.EmailField()\n"


@pytest.mark.usefixtures("project")
def test_what_silences_is_counted_by_kind_and_the_first_are_named() -> None:
    logs = {f"logs_{number}.py": LOGS for number in range(5)}
    commit(logs)
    ignored = LOGS.replace(".email)", ".email)  # purposelint: ignore[PUR101] goes away")
    commit({**dict.fromkeys(logs, ignored), "purposelint.toml": 'own-hosts = ["a.example", "b.example"]\n'})
    text = told("HEAD~1", "HEAD")
    names = [f"PUR101 in logs_{number}.py:5 (goes away)" for number in range(3)]
    assert f"\n  5 suppressions: {'; '.join(names)} and 2 more\n" in text
    assert "\n  2 own hosts: a.example (stated in own-hosts); b.example (stated in own-hosts)\n" in text
    assert "logs_3.py" not in text


@pytest.mark.usefixtures("project")
def test_declarations_that_say_the_same_are_one_row() -> None:
    shops = {f"shop_{number}.py": MODEL.format(f"Customer{number}") for number in range(5)}
    commit(shops)
    said = {name: text.replace("()\n", "()  # purpose: messaging\n") for name, text in shops.items()}
    commit(said)
    text = told("HEAD~1", "HEAD")
    assert "It declares\n  messaging in shop_0.py:5, shop_1.py:5, shop_2.py:5 and 2 more\n" in text
    models = "shop_0.Customer0, shop_1.Customer1, shop_2.Customer2 and 2 more"
    assert (
        f"  stores identity.email in {models}: now permitted for messaging, was no declared purpose\n" in text
    )
    assert "  identity.email PUR301: shop_0.py:5, shop_1.py:5, shop_2.py:5 and 2 more\n" in text


@pytest.mark.usefixtures("project")
def test_another_purpose_for_the_same_use_is_told_once() -> None:
    names = ("payment", "messaging")
    first, second = (LOGS.replace(".email)", f".email)  # purpose: {name}") for name in names)
    commit({"logs.py": first})
    commit({"logs.py": second})
    result = purposelint("diff", "HEAD~1", "HEAD")
    assert result.stdout.endswith(
        "\n\n1 allowed differently, 1 declaration.\n\n"
        "Allowed differently\n"
        "  logs identity.email: now permitted for messaging, was permitted for payment\n\n"
        "It declares\n  messaging in logs.py:5, was payment\n"
    )


@pytest.mark.usefixtures("project")
def test_another_purpose_in_one_place_more_is_new() -> None:
    first = LOGS.replace(".email)", ".email)  # purpose: payment")
    commit({"logs.py": first})
    other = first.replace("payment", "messaging")
    commit({"logs.py": other, "more.py": other.replace("messaging", "security_protection")})
    made = json.loads(told("HEAD~1", "HEAD", "--output-format", "json"))
    assert [one["purposes"] for one in made["begun"]] == [["security_protection"]]
    assert [(one["was"]["purposes"], one["now"]["purposes"]) for one in made["turned"]] == [
        (["payment"], ["messaging"])
    ]


@pytest.mark.usefixtures("project")
def test_a_new_use_is_told_with_the_places_that_lack_a_purpose() -> None:
    asked = SENDS.replace("})", "})  # purposelint: ignore[PUR201] asked for")
    commit({"asked.py": asked, "sends.py": SENDS})
    text = told("HEAD~1", "HEAD")
    assert (
        "newly sends identity.phone to mixpanel (not in the policy): no declared purpose (sends.py:5)" in text
    )


@pytest.mark.usefixtures("project")
def test_findings_that_are_gone_have_a_name_and_a_place_in_json() -> None:
    commit({"logs.py": "def enter(user):\n    return user\n"})
    made = json.loads(told("HEAD~1", "HEAD", "--output-format", "json"))
    assert [(one["element"], one["path"], one["line"]) for one in made["gone"]] == [
        ("identity.email", "logs.py", 5)
    ]
    assert made["mended"] == 1


@pytest.mark.usefixtures("project")
def test_a_comment_is_never_longer_than_a_code_host_takes() -> None:
    deep = "/".join(f"{'part' * 30}{number}" for number in range(3))
    names = [f"{deep}/{'name' * 25}_{number}.py" for number in range(30)]
    commit({name: SENDS.replace("mixpanel.com", f"{'x' * 50}{at}.example") for at, name in enumerate(names)})
    where = f"https://code.example/{'y' * 4000}/{{path}}#{{line}}"
    text = purposelint(
        "diff", "HEAD~1", "HEAD", "--output-format", "markdown", "--link-template", where
    ).stdout
    assert len(text) < 65_536
    assert "rows not listed here: the page would be too long.\n" in text
    assert "\n**30 new findings**\n" in text


@pytest.mark.usefixtures("project")
def test_code_in_a_message_is_code_in_the_comment() -> None:
    Path("more.py").write_text(SENDS)
    text = purposelint("diff", "--output-format", "markdown").stdout
    assert "`more.py:5` PUR201 `identity.phone` (`user.phone_number`) is sent to mixpanel" in text


TABLE = '[[declare]]\npaths = ["{0}"]\npurposes = ["{1}"]\n'


@pytest.mark.usefixtures("project")
def test_a_table_of_declarations_is_known_by_what_it_reaches_not_by_its_number() -> None:
    commit({"purposelint.toml": TABLE.format("logs.py", "payment"), "more.py": SENDS})
    commit({"purposelint.toml": TABLE.format("more.py", "messaging") + TABLE.format("logs.py", "payment")})
    text = told("HEAD~1", "HEAD")
    assert "\n  1 broad declaration: any element for messaging: more.py in purposelint.toml:1\n" in text
    assert "It takes away" not in text


@pytest.mark.usefixtures("project")
def test_a_table_of_declarations_that_reaches_more_files_is_told() -> None:
    commit({"purposelint.toml": TABLE.format("logs.py", "payment")})
    commit({"purposelint.toml": TABLE.format("*.py", "payment")})
    text = told("HEAD~1", "HEAD")
    assert (
        "any element for payment: *.py in purposelint.toml:1, was any element for payment: logs.py\n" in text
    )


@pytest.mark.parametrize(
    ("suppressed", "baselined", "words"),
    [
        (True, False, "silenced"),
        (False, True, "accepted by the baseline"),
        (True, True, "silenced or accepted by the baseline"),
    ],
)
def test_a_new_place_beside_a_silenced_one_is_told_as_that(
    project: Path, suppressed: bool, baselined: bool, words: str
) -> None:
    if baselined:
        commit({"logs.py": LOGS})
        purposelint("baseline", "create")
        commit({})
    if suppressed:
        name = "other.py" if baselined else "logs.py"
        commit({name: LOGS.replace(".email)", ".email)  # purposelint: ignore[PUR101] goes away")})
    (project / "more.py").write_text(LOGS)
    text = told()
    new = "New logs identity.email in one more place: no declared purpose (more.py:5); elsewhere it is"
    assert f"{new} {words} " in f"{' '.join(text.split())} "
    assert "Allowed differently" not in text
    assert text == told("HEAD")
