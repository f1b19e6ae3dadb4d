from pathlib import Path

import pytest

from purposelint.errors import InputError
from purposelint.policy import load, settings_for


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "repo/.git").mkdir(parents=True)
    (tmp_path / "repo/app/inner").mkdir(parents=True)
    (tmp_path / "repo/app/inner/a.py").write_text("")
    (tmp_path / "purposelint.toml").write_text("include-tests = true\n")
    return tmp_path / "repo"


def messages(path: Path, **overrides: object) -> list[str]:
    with pytest.raises(InputError) as caught:
        settings_for([path], overrides=overrides)
    return [str(each) for each in caught.value.mistakes]


def test_without_a_file_the_root_is_that_of_version_control(project: Path) -> None:
    settings = settings_for([project / "app/inner/a.py"])
    assert settings.root == project
    assert settings.paths == (project / "app/inner/a.py",)
    assert settings.configuration_path == ""
    assert not settings.configuration.include_tests


def test_without_version_control_the_root_is_the_folder_given(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("")
    assert settings_for([tmp_path / "a.py"]).root == tmp_path
    assert settings_for([tmp_path]).root == tmp_path


def test_the_nearest_file_wins_alone(project: Path) -> None:
    (project / "purposelint.toml").write_text('policy = "renqing"\nstrict-callers = true\n')
    (project / "app/pyproject.toml").write_text('[tool.purposelint]\nselect = "PUR1"\n')
    settings = settings_for([project / "app/inner"])
    assert settings.root == project / "app"
    assert settings.configuration_path == "pyproject.toml"
    assert settings.configuration.select == ("PUR1",)
    assert settings.configuration.policy == "default"
    assert settings_for([project / "app", project]).root == project


def test_in_one_folder_the_plain_file_goes_first(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.purposelint]\npolicy = "c"\n')
    assert settings_for([project]).configuration.policy == "c"
    (project / ".purposelint.toml").write_text('policy = "b"\n')
    assert settings_for([project]).configuration.policy == "b"
    (project / "purposelint.toml").write_text('policy = "a"\n')
    assert settings_for([project]).configuration.policy == "a"


def test_a_pyproject_of_other_tools_is_passed_by(project: Path) -> None:
    (project / "app/pyproject.toml").write_text("[tool.other]\nx = 1\n")
    (project / "purposelint.toml").write_text('policy = "a"\n')
    assert settings_for([project / "app"]).root == project


def test_a_file_asked_for_is_taken(project: Path, tmp_path: Path) -> None:
    (tmp_path / "ci.toml").write_text("fail-on = 'warning'\n")
    settings = settings_for([project], config=tmp_path / "ci.toml")
    assert settings.configuration.fail_on == "warning"
    assert settings.root == tmp_path
    with pytest.raises(InputError, match=r"gone\.toml: cannot be read"):
        settings_for([project], config=tmp_path / "gone.toml")
    (tmp_path / "pyproject.toml").write_text("")
    with pytest.raises(InputError, match=r"has no table \[tool\.purposelint\]"):
        settings_for([project], config=tmp_path / "pyproject.toml")


def test_the_command_line_wins_and_none_means_not_given(project: Path) -> None:
    (project / "purposelint.toml").write_text("fail-on = 'warning'\nallow-unparsed = true\n")
    overrides = {"fail_on": "note", "allow_unparsed": None, "workers": 1, "cache": False, "ignore": ("PUR3",)}
    settings = settings_for([project], overrides=overrides)
    assert settings.configuration.fail_on == "note"
    assert settings.configuration.allow_unparsed
    assert settings.configuration.ignore == ("PUR3",)
    assert (settings.workers, settings.cache) == (1, False)


def test_mistakes_of_file_paths_and_command_line_come_together(project: Path) -> None:
    (project / "pyproject.toml").write_text(
        '[tool.purposelint]\ninclude_tests = true\nexclude = [1]\n[[tool.purposelint.declare]]\nby = "x"\n'
    )
    assert messages(project, min_sensitivity="medum", workers="two") == [
        "command line: workers: must be of type int",
        (
            'pyproject.toml:2: tool.purposelint.include_tests: unknown key "include_tests", '
            'did you mean "include-tests"?'
        ),
        "pyproject.toml:3: item 1 of tool.purposelint.exclude: must be text, not a number",
        'pyproject.toml:4: the 1st [[tool.purposelint.declare]]: key "purposes" is missing',
        (
            'pyproject.toml:4: the 1st [[tool.purposelint.declare]]: needs "paths" or "symbols", '
            '`paths = ["**"]` for the whole project'
        ),
        (
            'command line: min-sensitivity: "medum" is none of critical, high, low, medium, '
            'did you mean "medium"?'
        ),
    ]


def test_a_path_must_exist(project: Path) -> None:
    gone = project / "gone.py"
    assert messages(gone) == [f"{gone.as_posix()}: there is no such file or folder"]


def test_codes_are_known_by_their_beginnings(project: Path) -> None:
    codes = ("PUR101", "PUR102")
    assert settings_for([project], overrides={"select": ("PUR1",)}, codes=codes).configuration.select
    with pytest.raises(InputError, match='"pur10" begins no code, did you mean "PUR102"'):
        settings_for([project], overrides={"select": ("pur10",)}, codes=codes)
    with pytest.raises(InputError, match='PUR103" begins no code'):
        settings_for([project], overrides={"select": ("PUR103",)}, codes=codes)


def test_a_configuration_that_is_not_toml_settles_the_search(project: Path) -> None:
    (project / "app/pyproject.toml").write_text("[tool.purposelint\n")
    with pytest.raises(InputError, match=r"^pyproject\.toml:1: is not valid TOML"):
        settings_for([project / "app"])


def test_own_hosts_belong_to_the_service(project: Path) -> None:
    (project / "purposelint.toml").write_text('own-hosts = ["*.corp.example"]\n')
    _, policy = load(settings_for([project]))
    assert policy.recipients["self"].hosts == ("*.corp.example",)


def test_loading_tells_mistakes_of_rules_policy_and_side_file(project: Path) -> None:
    (project / "purposelint.toml").write_text(
        'policy = "renqing"\n[[declare]]\npaths = "**"\nelements = "identity.emial"\npurposes = ["paymet"]\n'
    )
    with pytest.raises(InputError) as caught:
        load(settings_for([project]))
    assert [str(each) for each in caught.value.mistakes] == [
        (
            'purposelint.toml:4: the 1st [[declare]], elements: unknown element "identity.emial", '
            'did you mean "identity.email"?'
        ),
        (
            'purposelint.toml:5: the 1st [[declare]], item 1 of purposes: the policy has no purpose "paymet",'
            ' did you mean "payment"?'
        ),
    ]


def test_a_policy_that_is_not_there_is_told_at_its_key(project: Path) -> None:
    (project / "purposelint.toml").write_text('policy = "renqin"\n')
    with pytest.raises(InputError, match=r'toml:1: policy: no policy "renqin" .* did you mean "renqing"'):
        load(settings_for([project]))


@pytest.mark.parametrize("name", ["purposelint.toml", ".purposelint.toml"])
def test_a_configuration_that_is_no_file_is_not_passed_by(project: Path, name: str) -> None:
    (project / name).symlink_to("gone.toml")
    assert messages(project) == [f"{name}: is not a file"]


def test_patterns_that_are_none_are_all_told(project: Path) -> None:
    (project / "purposelint.toml").write_text(
        'exclude = ["a", "!"]\ninclude = "!"\n[[declare]]\npaths = ["!"]\npurposes = ["payment"]\n'
    )
    assert messages(project) == [
        'purposelint.toml:2: include: "!" is not a pattern as in .gitignore',
        'purposelint.toml:1: item 2 of exclude: "!" is not a pattern as in .gitignore',
        'purposelint.toml:4: the 1st [[declare]], item 1 of paths: "!" is not a pattern as in .gitignore',
    ]


def test_a_declaration_for_nothing_or_of_nothing_is_a_mistake(project: Path) -> None:
    (project / "purposelint.toml").write_text(
        '[[declare]]\npurposes = ["payment"]\n[[declare]]\npaths = ["**"]\npurposes = []\nelements = []\n'
    )
    assert messages(project) == [
        (
            'purposelint.toml:1: the 1st [[declare]]: needs "paths" or "symbols", '
            '`paths = ["**"]` for the whole project'
        ),
        "purposelint.toml:6: the 2nd [[declare]], elements: must not be empty: leave the key out for all",
        "purposelint.toml:5: the 2nd [[declare]], purposes: must not be empty",
    ]


def test_a_configuration_asked_for_is_known_by_its_place_below_the_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf/ci.toml").write_text(
        'fail-on = "note"\n\n[[declare]]\npaths = ["**"]\npurposes = ["paymet"]\n'
    )
    monkeypatch.chdir(tmp_path)
    settings = settings_for(["conf"], config=Path("conf/ci.toml"))
    assert (settings.configuration_path, settings.declare_lines) == ("ci.toml", (3,))
    with pytest.raises(InputError, match=r"^ci\.toml:5: the 1st \[\[declare\]\], item 1 of purposes: "):
        load(settings)


def test_a_policy_of_the_command_line_is_said_from_the_root(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / "app")
    settings = settings_for(["inner"], overrides={"policy": "../own.toml"})
    assert settings.configuration.policy == "own.toml"
