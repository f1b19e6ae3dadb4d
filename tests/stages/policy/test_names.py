"""What is told of a policy's name that means no file: what to give instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint.errors import InputError
from purposelint.policy import load, settings_for
from purposelint.policy.names import find_policy

HEAD = '[policy]\nid = "p"\ntitle = "P"\n'
SHIPPED = "default, renqing"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "privacy").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / "default").mkdir()
    (tmp_path / "privacy/policy.toml").write_text(HEAD)
    (tmp_path / "notice.toml").write_text(HEAD)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("privacy", '"privacy" is a folder: name the policy\'s file in it, "privacy/policy.toml"'),
        ("./privacy/", '"./privacy/" is a folder: name the policy\'s file in it, "./privacy/policy.toml"'),
        ("empty", '"empty" is a folder: name the policy\'s file in it, which ends in .toml'),
        ("notice", 'no policy "notice" comes with purposelint, did you mean "notice.toml"?'),
        ("privacy/policy", 'there is no file "privacy/policy", did you mean "privacy/policy.toml"?'),
        ("renqign", 'no policy "renqign" comes with purposelint, did you mean "renqing"?'),
        ("x" * 5000, f" comes with purposelint (there is {SHIPPED}; a file needs its .toml)"),
        ("x" * 5000 + ".toml", "there is no file "),
        (" ", f"names no policy: write one that ships ({SHIPPED}), a TOML file, or package:NAME"),
        ("package:", 'names no package: write "package:NAME", with the name it is installed by'),
        ("package:json", '"json" is a module of Python itself and has no policy: name a package with a'),
        ("package:no_such", 'package "no_such" is not installed beside purposelint: install it there, or'),
        (
            "package:click",
            'package "click" has no file "policy.toml": name a package with a policy.toml, or a',
        ),
    ],
)
def test_what_is_no_policy_is_told_with_what_to_give(project: Path, name: str, said: str) -> None:
    found = find_policy(name, project, project)
    assert isinstance(found, str)
    assert said in found


def test_a_package_is_told_with_the_files_it_has(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    info = project / "acme-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1.0\n")
    (info / "RECORD").write_text("acme/base.toml,,\nacme/__init__.py,,\n")
    monkeypatch.syspath_prepend(project)
    for name in ("package:acme", "package:acme/other.toml"):
        assert str(find_policy(name, project, project)).endswith(': it has "package:acme/acme/base.toml"')
    assert find_policy("package:acme/base.toml", project, project) == project / "acme/base.toml"


def test_a_folder_of_the_name_of_one_that_ships_does_not_hide_it(project: Path) -> None:
    found = find_policy("default", project, project)
    assert isinstance(found, Path)
    assert found.name == "default.toml"


@pytest.mark.parametrize("name", ["../privacy", "../privacy/policy", "."])
def test_the_command_line_states_paths_from_the_current_folder(
    project: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (project / "purposelint.toml").write_text("")
    monkeypatch.chdir(project / "privacy")
    with pytest.raises(InputError, match=r'"privacy/policy\.toml"'):
        load(settings_for([Path()], overrides={"policy": name}))
