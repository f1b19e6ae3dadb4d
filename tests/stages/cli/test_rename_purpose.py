"""`purposelint fix --rename-purpose`: a purpose under its new name wherever something is declared for it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from purposelint.cli.app import app

POLICY = """
[policy]
id = "small"
title = "Small"

[purposes.customer_support]
title = "Helping"

[purposes.billing]
title = "Money"

[purposes.accident]
title = "What happens"
declarable = false
"""
CONFIGURATION = """\
policy = "policy.toml"   # ours
declarations = "side.toml"

[[declare]]
paths = ["other/**"]
purposes = [
    "billing",
    'support',   # helping
]
because = "support"
"""
SIDE = '[[declare]]\npaths = "support/**"\npurposes = "support"\n'
CODE = """\
from django.db import models
from sqlalchemy import Column
from typing import Annotated

from purposelint_markers import Personal, purpose

Email = Annotated[str, Personal("identity.email", purpose="support")]


class Customer(models.Model):
    email = models.EmailField()  # noqa: X1  # purpose: support because support asks  # type: ignore
    # purpose: identity.phone for billing , support to self
    phone = models.CharField(max_length=20)
    iban = models.CharField(max_length=34)  # purpose: support, customer_support, billing
    name = Column("support", info={"purpose": ["billing", r"support"]}, comment="support")
    city = Column(metadata=dict(purpose="support"))
    mail: Email


@purpose(
    'support',  # the desk
    because="support",
)
def help(user):
    # purpose of this function: support
    with purpose("support"):  # support
        print("support", user.email)  # purpose: supporting
"""
AFTER = """\
from django.db import models
from sqlalchemy import Column
from typing import Annotated

from purposelint_markers import Personal, purpose

Email = Annotated[str, Personal("identity.email", purpose="customer_support")]


class Customer(models.Model):
    email = models.EmailField()  # noqa: X1  # purpose: customer_support because support asks  # type: ignore
    # purpose: identity.phone for billing , customer_support to self
    phone = models.CharField(max_length=20)
    iban = models.CharField(max_length=34)  # purpose: customer_support, billing
    name = Column("support", info={"purpose": ["billing", r"customer_support"]}, comment="support")
    city = Column(metadata=dict(purpose="customer_support"))
    mail: Email


@purpose(
    'customer_support',  # the desk
    because="support",
)
def help(user):
    # purpose of this function: customer_support
    with purpose("customer_support"):  # support
        print("support", user.email)  # purpose: supporting
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "policy.toml").write_text(POLICY, encoding="utf-8")
    (tmp_path / "purposelint.toml").write_text(CONFIGURATION, encoding="utf-8")
    (tmp_path / "side.toml").write_text(SIDE, encoding="utf-8")
    (tmp_path / "app.py").write_text(CODE, encoding="utf-8")
    (tmp_path / "crlf.py").write_bytes(b"x = 1  # purpose: support\r\nprint(x)\r\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["fix", *arguments, "--no-cache"])


def _rename(*arguments: str) -> Result:
    return _run("--rename-purpose", "support", "customer_support", *arguments)


def test_every_declaration_has_the_new_name_and_nothing_else_changes(project: Path) -> None:
    result = _rename()
    assert result.exit_code == 0, result.output
    assert (project / "app.py").read_text(encoding="utf-8") == AFTER
    assert (project / "crlf.py").read_bytes() == b"x = 1  # purpose: customer_support\r\nprint(x)\r\n"
    told = (project / "purposelint.toml").read_text(encoding="utf-8")
    assert told == CONFIGURATION.replace("'support'", "'customer_support'")
    assert (project / "side.toml").read_text(encoding="utf-8") == SIDE.replace(
        '= "support"', '= "customer_support"'
    )
    assert result.stdout.endswith("12 lines in 4 files written.\n")


def test_a_dry_run_prints_a_diff_that_applies(project: Path) -> None:
    result = _rename("--dry-run")
    assert (project / "app.py").read_text(encoding="utf-8") == CODE
    subprocess.run(["git", "apply", "-"], cwd=project, input=result.stdout_bytes, check=True)
    assert (project / "app.py").read_text(encoding="utf-8") == AFTER
    assert "customer_support" in (project / "side.toml").read_text(encoding="utf-8")


def test_only_paths_that_are_asked_for_are_changed(project: Path) -> None:
    assert _rename("crlf.py").exit_code == 0
    assert (project / "app.py").read_text(encoding="utf-8") == CODE
    assert (project / "purposelint.toml").read_text(encoding="utf-8") == CONFIGURATION
    assert b"customer_support" in (project / "crlf.py").read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("suport", "billing"), "no declaration there is for 'suport'. Did you mean 'support'?"),
        (("support", "customer_suport"), "unknown: 'customer_suport'. Did you mean 'customer_support'?"),
        (("support", "accident"), "unknown: 'accident'."),
        (("billing", "billing"), "'billing' is its name already."),
        (("support", "billing", "--code", "PUR401"), "stands alone, without --code"),
    ],
)
def test_words_that_are_wrong_are_told_and_nothing_is_written(
    project: Path, words: tuple[str, ...], said: str
) -> None:
    result = _run("--rename-purpose", *words)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert (project / "app.py").read_text(encoding="utf-8") == CODE


def test_a_second_run_says_that_the_name_is_gone(project: Path) -> None:
    _rename()
    result = _rename()
    assert result.exit_code == 2
    assert "no declaration there is for 'support'." in result.stderr
    assert (project / "app.py").read_text(encoding="utf-8") == AFTER


def test_what_names_it_otherwise_is_left_and_told(project: Path) -> None:
    (project / "app.py").write_text(
        'from markers import purpose\n\n\n@purpose("sup" "port")\ndef f(user): ...\n\n\n'
        '@purpose("support", "customer_support")\ndef g(user): ...\n',
        encoding="utf-8",
    )
    (project / "purposelint.toml").write_text(
        CONFIGURATION.replace('"billing"', '"customer_support"'), encoding="utf-8"
    )
    result = _rename()
    told = " ".join(result.stdout.split())
    assert result.exit_code == 1
    assert "app.py:4 left: no text there is the purpose alone: change it by hand" in told
    assert "app.py:8 left: it names customer_support as well: take support out by hand" in told
    assert "purposelint.toml left: " in told
    assert (project / "purposelint.toml").read_text(encoding="utf-8").count("customer_support") == 1
