from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from purposelint import session
from purposelint.cli.app import app
from support.places import FIXTURES


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A service without anything of ours."""
    folder = tmp_path / "shop"
    shutil.copytree(FIXTURES / "shop", folder)
    shutil.rmtree(folder / "privacy")
    (folder / "purposelint.toml").unlink()
    named = "Django>=4.2\nnewrelic==9  # to come\n-r other.txt\n"
    (folder / "requirements.txt").write_text(named, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["init", *arguments])


def _files(folder: Path) -> set[str]:
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return {path for path in found if not path.startswith((".purposelint_cache/", "customers/"))}


def test_a_configuration_is_written_that_holds_as_it_stands(project: Path) -> None:
    before = _files(project)
    result = _run()
    assert result.exit_code == 0, result.output
    assert _files(project) - before == {"purposelint.toml"}
    settings = session.settings_for([project])
    assert settings.configuration_path == "purposelint.toml"
    assert settings.configuration.policy == "default"
    text = (project / "purposelint.toml").read_text(encoding="utf-8")
    for told in ("frameworks: Django", "vendors: stripe (Stripe)", "not imported: New Relic", "customers, "):
        assert told in text
        assert told in result.output


def test_every_line_that_is_offered_may_be_taken(project: Path) -> None:
    """What the comments offer is a configuration too, so that nobody meets an error by uncommenting it."""
    (project / "docs").mkdir()
    (project / "docs" / "conf.py").write_text("import sys\n", encoding="utf-8")
    _run("--policy", "new")
    (project / "privacy" / "rules" / "elements").mkdir(parents=True)
    for name in ("purposelint.toml", "privacy/policy.toml"):
        path = project / name
        lines = path.read_text(encoding="utf-8").splitlines()
        offered = [line.removeprefix("# ") if _is_offer(line) else line for line in lines]
        assert offered != lines
        path.write_text("\n".join(offered), encoding="utf-8")
    settings = session.settings_for([project])
    assert settings.configuration.exclude == ("docs/**",)
    assert settings.configuration.declare[0].paths == ("billing/**",)


def _is_offer(line: str) -> bool:
    return line.startswith(("# [[", "# [rec")) or (line.startswith("# ") and " = " in line)


@pytest.mark.usefixtures("project")
def test_a_new_policy_is_valid_and_in_force() -> None:
    result = _run("--policy", "new")
    assert result.exit_code == 0, result.output
    checked = CliRunner().invoke(app, ["policy", "check"])
    assert checked.exit_code == 0
    assert "No mistakes." in checked.output
    asked = CliRunner().invoke(app, ["check", "--no-cache", "--output-format", "concise"])
    assert asked.exit_code == 1
    assert "PUR101" in asked.output
    assert "PUR501" not in asked.output


def test_nothing_that_is_there_is_touched(project: Path) -> None:
    _run("--policy", "new")
    with (project / "purposelint.toml").open("a", encoding="utf-8") as ours:
        ours.write("# ours\n")
    before = {path: (project / path).read_bytes() for path in _files(project)}
    again = _run("--policy", "new", "--dry-run")
    assert again.exit_code == 0
    assert {path: (project / path).read_bytes() for path in _files(project)} == before
    assert "purposelint.toml: left, it is there already." in again.output
    assert '  policy = "privacy/policy.toml"' in again.output
    assert "privacy/policy.toml: left, it is there already and says the same.\n" in again.output
    assert "  [purposes.account_registration]" not in again.output


@pytest.mark.parametrize("words", [(), ("--policy", "renqing")])
def test_a_folder_of_purposes_that_is_offered_has_a_purpose_of_the_policy(
    project: Path, words: tuple[str, ...]
) -> None:
    _run(*words)
    path = project / "purposelint.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text(
        "\n".join(line.removeprefix("# ") if _is_offer(line) else line for line in lines), encoding="utf-8"
    )
    (project / "privacy" / "rules" / "elements").mkdir(parents=True)
    checked = CliRunner().invoke(app, ["check", "--no-cache", "--output-format", "concise"])
    complaints = [row for row in checked.output.splitlines() if row.startswith("purposelint.toml")]
    assert "PUR101" in checked.output
    assert not any("PUR401" in row for row in complaints)


@pytest.mark.parametrize("name", [".purposelint.toml", "pyproject.toml"])
def test_another_configuration_is_not_put_out_of_force(project: Path, name: str) -> None:
    text = "[tool.purposelint]\n" if name == "pyproject.toml" else ""
    (project / name).write_text(text, encoding="utf-8")
    result = _run()
    assert result.exit_code == 0
    assert f"left, it is configured in {name} already" in result.output
    assert not (project / "purposelint.toml").exists()


def test_a_pyproject_of_others_is_none_of_ours(project: Path) -> None:
    (project / "pyproject.toml").write_text(
        "[project]\nname = 'x'\ndependencies = ['mixpanel']\n", encoding="utf-8"
    )
    assert "not imported: Mixpanel, New Relic" in _run().output
    assert (project / "purposelint.toml").is_file()


def test_hooks_and_build_steps(project: Path) -> None:
    result = _run("--pre-commit", "--ci", "github")
    assert result.exit_code == 0, result.output
    hooks = yaml.safe_load((project / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [one["id"] for one in hooks["repos"][0]["hooks"]] == ["purposelint", "purposelint-full"]
    workflow = yaml.safe_load((project / ".github/workflows/purposelint.yml").read_text(encoding="utf-8"))
    steps = workflow["jobs"]["purposelint"]["steps"]
    assert any("sarif-open=purposelint.sarif" in step.get("run", "") for step in steps)
    assert [step["with"] for step in steps if "upload-sarif" in step.get("uses", "")] == [
        {"sarif_file": "purposelint.sarif"}
    ]
    assert _run("--ci", "gitlab").exit_code == 0
    job = yaml.safe_load((project / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    reports = job["purposelint"]["artifacts"]["reports"]
    assert reports == {"codequality": "gl-code-quality-report.json", "junit": "purposelint.xml"}
    assert "pre-commit install" in result.output


def test_the_commands_of_build_steps_are_ours(project: Path) -> None:
    """Whatever the written files run is a command line that this version takes."""
    _run("--pre-commit", "--ci", "github")
    _run("--ci", "gitlab")
    texts = [
        (project / name).read_text(encoding="utf-8")
        for name in (".pre-commit-config.yaml", ".github/workflows/purposelint.yml", ".gitlab-ci.yml")
    ]
    commands = [
        line.partition("purposelint check")[2].partition("||")[0].split()
        for text in texts
        for line in text.splitlines()
        if "purposelint check" in line
    ]
    assert len(commands) == 4
    for arguments in commands:
        result = CliRunner().invoke(app, ["check", *arguments])
        assert result.exit_code == 1, (arguments, result.output)


def test_a_baseline_is_created_by_its_own_command(project: Path) -> None:
    result = _run("--baseline")
    assert result.exit_code == 0, result.output
    assert (project / ".purposelint-baseline.json").is_file()
    assert CliRunner().invoke(app, ["check"]).exit_code == 0
    again = _run("--baseline")
    assert ".purposelint-baseline.json: left, it is there already." in again.output


def test_a_dry_run_writes_nothing(project: Path) -> None:
    before = _files(project)
    result = _run("--policy", "new", "--pre-commit", "--ci", "gitlab", "--baseline", "--dry-run")
    assert result.exit_code == 0
    assert _files(project) == before
    assert "privacy/policy.toml: would be written" in result.output


def test_links_do_not_lead_out(project: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (project / "privacy").symlink_to(outside)
    (project / ".pre-commit-config.yaml").symlink_to(outside / "hooks.yaml")
    result = _run("--policy", "new", "--pre-commit")
    assert list(outside.iterdir()) == []
    assert "privacy/policy.toml: left, it would lie outside the project" in result.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--policy", "nwe"), "no policy 'nwe', and no file. Did you mean 'new'?"),
        (("--policy", "renquing"), "Did you mean 'renqing'?"),
        (("--ci", "jenkins"), "'jenkins' is not one of 'github', 'gitlab'"),
        (("nowhere",), "'nowhere' does not exist"),
    ],
)
def test_wrong_words(project: Path, arguments: tuple[str, ...], told: str) -> None:
    result = _run(*arguments)
    assert result.exit_code == 2
    assert told in " ".join(result.output.replace("│", " ").split())
    assert not (project / "purposelint.toml").exists()


def test_an_odd_name_does_not_break_what_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / 'a "b"\\ \x1b[1m]'
    folder.mkdir()
    (folder / "app.py").write_text("import stripe\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    assert _run("--policy", "new").exit_code == 0
    assert CliRunner().invoke(app, ["policy", "check"]).exit_code == 0


def test_services_below_are_named_and_an_empty_folder_is_doubted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "No Python file was found" in _run("--dry-run").output
    outputs = []
    for name in ("pay", "mail"):
        (tmp_path / "services" / name).mkdir(parents=True)
        (tmp_path / "services" / name / "main.py").write_text("import flask\n", encoding="utf-8")
        (tmp_path / "services" / name / "pyproject.toml").write_text("", encoding="utf-8")
        outputs.append(" ".join(_run("--dry-run").output.split()))
    alone, output = outputs
    assert "project of its own: services/pay" in alone
    assert "services/pay: a project of its own, it seems." in alone
    assert "services/mail, services/pay: projects of their own." in output


def test_what_only_builds_the_project_is_no_package_and_is_offered_to_be_left_out(project: Path) -> None:
    (project / "_build").mkdir()
    (project / "_build" / "backend.py").write_text("import sys\n", encoding="utf-8")
    (project / "src").mkdir()
    (project / "src" / "manage.py").write_text("import sys\n", encoding="utf-8")
    (project / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["_build"]\n',
        encoding="utf-8",
    )
    output = _run().output
    assert 'exclude = ["_build/**"]' in (project / "purposelint.toml").read_text(encoding="utf-8")
    assert "packages: _build" not in output
    assert "project of its own" not in output


@pytest.mark.parametrize(
    ("text", "is_packaged", "is_one"),
    [
        ("from django.views import View\n", True, False),
        ("from setuptools import setup\n", True, True),
        ("import distutils.core\n", True, True),
        ("exec(open('x').read())\n", False, True),
    ],
)
def test_a_module_that_is_called_setup_begins_no_project(
    project: Path, text: str, *, is_packaged: bool, is_one: bool
) -> None:
    (project / "views").mkdir()
    (project / "views" / "setup.py").write_text(text, encoding="utf-8")
    if is_packaged:
        (project / "views" / "__init__.py").touch()
    assert ("views: a project of its own" in _run("--dry-run").output) == is_one


def test_a_file_that_no_import_finds_is_no_package(project: Path) -> None:
    (project / "gunicorn.conf.py").write_text("workers = 2\n", encoding="utf-8")
    output = _run("--dry-run").output
    assert "packages: " in output
    assert "gunicorn" not in output


def test_hooks_for_a_project_with_a_configuration_do_not_print_it_again(project: Path) -> None:
    (project / "purposelint.toml").write_text("", encoding="utf-8")
    output = _run("--pre-commit").output
    assert "purposelint.toml: left, it" in output
    assert "What it would have said" not in output
    assert (project / ".pre-commit-config.yaml").is_file()
