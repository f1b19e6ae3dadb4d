"""`purposelint report` as reviewers run it: files, records, exit codes, the same bytes each time."""

from __future__ import annotations

import csv
import io
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fixture_marks import strip_marks
from purposelint import session
from purposelint.cli.app import app
from purposelint.domain.dossier import Dossier
from purposelint.report.page.unseen import OWN_CLASSES, unseen_by
from support.page import Page
from support.places import FIXTURES


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["report", *arguments])


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    strip_marks(FIXTURES / "shop", tmp_path / "shop")
    monkeypatch.chdir(tmp_path / "shop")
    return tmp_path / "shop"


def _dossier(folder: Path) -> Dossier:
    verdict = session.for_reviewers(session.settings_for([folder], overrides={"cache": False, "workers": 1}))
    assert verdict.dossier is not None
    return verdict.dossier


def test_a_page_is_written_beside_the_reader_and_findings_do_not_fail(shop: Path) -> None:
    result = _run()
    assert result.exit_code == 0, result.output
    assert "Wrote privacy-report.html" in result.stderr
    page = Page((shop / "privacy-report.html").read_text(encoding="utf-8"))
    assert {link[1:] for link in page.links} <= set(page.ids)


def test_check_makes_the_same_page(shop: Path) -> None:
    _run("--output", "one.html")
    checked = CliRunner().invoke(app, ["check", "--output", "html=two.html"])
    assert checked.exit_code == 1
    assert (shop / "one.html").read_bytes() == (shop / "two.html").read_bytes()


@pytest.mark.usefixtures("shop")
def test_the_same_from_run_to_run_with_and_without_cache() -> None:
    first = _run("--output", "-").stdout
    assert first == _run("--output", "-").stdout
    assert first == _run("--output", "-", "--no-cache").stdout


def test_a_record_goes_to_stdout_unless_a_file_is_named(shop: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(_run("--output-format", "record-csv").stdout)))
    assert {row["controller"] for row in rows} == {"Lindenmarkt GmbH"}
    assert {row["legal basis"] for row in rows} >= {"Contract", "Consent", "not stated"}
    stored = {(row["purpose id"], row["recipient"]) for row in rows}
    assert ("parcel_delivery", "The parcel service") in stored
    assert not (shop / "privacy-report.html").exists()
    _run("--output-format", "record-markdown", "--output", "record.md")
    assert (shop / "record.md").read_text(encoding="utf-8").startswith("# Record of processing activities")


@pytest.mark.usefixtures("shop")
def test_a_place_that_cannot_be_written_is_told_before_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "for_reviewers", lambda *_: pytest.fail("it ran"))
    result = _run("--output", "gone/report.html")
    assert result.exit_code == 2
    assert "gone does not exist" in result.output


@pytest.mark.usefixtures("shop")
def test_the_older_word_for_a_record_means_the_same() -> None:
    assert _run("--record", "csv").stdout == _run("--output-format", "record-csv").stdout


def test_one_run_writes_the_page_and_the_record(shop: Path) -> None:
    result = _run("--output", "html=audit.html", "--output", "record-csv=a=b.csv")
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert (shop / "audit.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (shop / "a=b.csv").read_text(encoding="utf-8").lstrip("\ufeff").startswith('"controller",')
    assert not (shop / "privacy-report.html").exists()


def test_a_file_without_a_format_gets_what_is_asked_for(shop: Path) -> None:
    _run("--output-format", "record-csv", "--output", "html=audit.html")
    assert (shop / "audit.html").exists()
    _run("--output", "one.html", "--output", "record-markdown=two.md")
    assert (shop / "one.html").read_bytes() == (shop / "audit.html").read_bytes()
    assert (shop / "two.md").exists()


@pytest.mark.usefixtures("shop")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--record", "xlsx"), "'xlsx' is not one of"),
        (("--output-format", "record"), "'record' is not one of"),
        (("--output", "record-cvs=x.csv"), "no format 'record-cvs'. Did you mean 'record-csv'?"),
        (("--record", "csv", "--output-format", "html"), "give one of the two"),
        (("--output", "a.html", "--output", "b.html"), "say of each what it is, as in html=a.html"),
        (("--output", "html=a", "--output", "record-csv=a"), "'a' is given twice"),
        (("--output", "html="), "'html=' names no file"),
    ],
)
def test_what_cannot_be_meant_is_a_mistake_of_the_user(arguments: tuple[str, ...], said: str) -> None:
    result = _run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_file_that_cannot_be_read_is_exit_code_3_and_in_the_report(shop: Path) -> None:
    (shop / "broken.py").write_text("def (\n", encoding="utf-8")
    result = _run("--output", "-")
    assert result.exit_code == 3
    assert "broken.py" in result.stdout[result.stdout.index('id="unseen"') :]


def test_the_commit_dates_the_report(shop: Path) -> None:
    environment = {"PATH": "/usr/bin:/bin", "GIT_COMMITTER_DATE": "2026-05-04T23:30:00-0200"}
    for who in ("AUTHOR", "COMMITTER"):
        environment |= {f"GIT_{who}_NAME": "x", f"GIT_{who}_EMAIL": "x"}
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        subprocess.run(["git", *command], cwd=shop, check=True, env=environment)
    assert _dossier(shop).committed == "2026-05-04"
    assert "2026-05-04" in _run("--output", "-").stdout
    (shop / "manage.py").write_text("x = 1\n", encoding="utf-8")
    assert "with changes that are not committed" in _run("--output", "-").stdout


def test_silencers_are_told_with_the_flows_that_they_end(shop: Path) -> None:
    verdict = session.for_reviewers(session.settings_for([shop], overrides={"cache": False, "workers": 1}))
    assert verdict.dossier is not None
    ended = {
        (one.kind, one.place.path if one.place else "", one.until): [
            verdict.judgements[index].finding.place.span.line for index in one.flows
        ]
        for one in verdict.dossier.ledger.silencers
    }
    assert ended["suppression", "notifications/mail.py", "2024-03-31"] == []
    assert ended["broad declaration", "purposelint.toml", ""] == [19, 27]
    assert ended["not-personal", "customers/models.py", ""] == [50]
    assert any(one.by == "M. Brandt" for one in verdict.dossier.ledger.vouched)


def test_a_projects_own_guards_hosts_and_excludes_are_in_the_ledger(tmp_path: Path) -> None:
    rules = tmp_path / "rules" / "libraries"
    rules.mkdir(parents=True)
    (rules / "house.toml").write_text(
        '[[guard]]\nid = "house.veil"\ncall = "*.veil"\ngives = "masked"\n', encoding="utf-8"
    )
    (tmp_path / "purposelint.toml").write_text(
        'extend-rules = ["rules"]\nown-hosts = ["api.house.example"]\n'
        'exclude = ["scripts/**", "!scripts/kept.py"]\n',
        encoding="utf-8",
    )
    (tmp_path / "app.py").write_text(
        "import logging\n\nimport requests\n\n\ndef veil(text):\n    return text\n\n\n"
        "def f(user):\n    logging.info(veil(user.email))\n"
        '    requests.post("https://api.house.example/x", json={"mail": user.email})\n',
        encoding="utf-8",
    )
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts" / "once.py").write_text("x = 1\n", encoding="utf-8")
    (tmp_path / "test_app.py").write_text("def test_x():\n    pass\n", encoding="utf-8")
    found = {(one.kind, one.what): one for one in _dossier(tmp_path).ledger.silencers}
    guard = found["project guard", "house.veil: *.veil gives masked"]
    assert guard.place is not None
    assert (guard.place.path, guard.place.span.line) == ("rules/libraries/house.toml", 1)
    assert len(guard.flows) == 1
    assert len(found["own host", "api.house.example"].flows) == 1
    assert found["exclude", "scripts/**"].files == ("scripts/once.py",)
    assert found["exclude", "!scripts/kept.py"].files == ()
    assert found["exclude", "scripts/**"].missed == 0
    assert found["exclude", "tests and migrations"].files == ("test_app.py",)
    assert found["exclude", "tests and migrations"].missed is None


def test_hosts_that_are_the_services_own_by_their_names_are_in_the_ledger(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(
        "import requests\n\n\ndef f(user):\n"
        '    requests.post("http://mailer:8080/x", json={"mail": user.email})\n',
        encoding="utf-8",
    )
    (found,) = [one for one in _dossier(tmp_path).ledger.silencers if one.kind == "own host"]
    assert found.what == "private addresses, and names without a dot"
    assert len(found.flows) == 1


def test_what_a_docstring_says_not_to_be_personal_is_in_the_ledger(tmp_path: Path) -> None:
    (tmp_path / "models.py").write_text(
        "from django.db import models\n\n\nclass Customer(models.Model):\n"
        '    """\n    .. no_pii: the addresses of our own branches\n    """\n\n'
        "    email = models.EmailField()\n",
        encoding="utf-8",
    )
    result = _run(str(tmp_path), "--output", "-", "--no-cache")
    ledger = result.stdout[result.stdout.index('<section id="ledger"') :].partition("</section>")[0]
    assert "the addresses of our own branches" in ledger


def test_calls_that_nobody_described_are_told_with_what_they_get(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(
        "import hashlib\nimport strange\nfrom strange.deep import push\n\n\n"
        "def f(user):\n    push(user.email)\n    strange.send(to=user.phone, body='x')\n"
        "    strange.ping('x')\n    hashlib.sha256(user.email)\n    f(user.email)\n",
        encoding="utf-8",
    )
    dossier = _dossier(tmp_path)
    assert [(one.place.span.line, one.call, one.element) for one in dossier.handovers] == [
        (7, "strange.deep.push", "identity.email"),
        (8, "strange.send", "identity.phone"),
    ]
    assert [(one.name, one.files) for one in dossier.packages] == [("strange", ("app.py",))]


def test_a_package_that_shares_its_first_name_with_the_project_is_told_by_two(tmp_path: Path) -> None:
    """Parts of the project, also those that were left out, are none."""
    files = {
        "house/__init__.py": "",
        "house/app.py": "from house.crm.api import upsert\nfrom house.tests import make\n"
        "import house.names\n\n\ndef save(user_email):\n    upsert(user_email)\n    make(user_email)\n",
        "house/names.py": "",
        "house/tests/__init__.py": "def make(it):\n    pass\n",
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert [one.name for one in _dossier(tmp_path).packages] == ["house.crm"]
    settings = session.settings_for([tmp_path], overrides={"cache": False, "workers": 1})
    (stranger, own) = unseen_by(session.for_reviewers(settings)).unknown
    assert (stranger.name, stranger.elements) == ("house.crm", ("identity.email",))
    assert own.name == OWN_CLASSES


def test_what_is_masked_goes_to_no_unknown_call_in_clear_text(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(
        "import strange\n\n\ndef f(user):\n    strange.push(len(user.email), bool(user.phone))\n",
        encoding="utf-8",
    )
    assert _dossier(tmp_path).handovers == ()


def test_files_asked_for_by_name_are_all_that_the_report_speaks_of(shop: Path) -> None:
    (shop / ".git").mkdir()
    text = _run("--output", "-", "customers/views.py").stdout
    flows = text[text.index('<ol class="entries') :].partition("</ol>\n<p class")[0]
    assert "Only a part of the project was asked for" in text
    assert "customers/views.py" in flows
