from pathlib import Path

import pytest

from purposelint.domain.catalog import Catalog
from purposelint.errors import InputMistake
from purposelint.policy.catalogue import read_catalog
from purposelint.policy.locations import rules_folder

SINK = """
vendor = "acme"
[[sink]]
id = "acme.send"
call = "acme.send"
arguments = ["message"]
activity = "share"
"""


def read(
    rules: Path, *own: Path, packages: frozenset[str] | None = None
) -> tuple[Catalog | None, list[InputMistake]]:
    return read_catalog(rules, own, rules.parent, packages)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_a_single_text_stands_for_a_list_and_the_stem_for_name_and_imports(rules: Path) -> None:
    write(rules, "libraries/acme.toml", SINK)
    catalog, mistakes = read(rules)
    assert mistakes == []
    assert catalog is not None
    library = catalog.libraries["acme"]
    assert library.imports == ("acme",)
    assert library.sink[0].call == ("acme.send",)


def test_libraries_that_nothing_imports_are_left_out(rules: Path) -> None:
    write(rules, "libraries/acme.toml", SINK)
    write(
        rules, "libraries/other.toml", 'imports = ["acme_sdk", "x"]\n' + SINK.replace("acme.send", "x.send")
    )
    write(rules, "libraries/builtin.toml", 'imports = "*"\n')
    for packages, names in (
        ({"acme"}, ["acme", "builtin"]),
        ({"acme_sdk"}, ["builtin", "other"]),
        (set[str](), ["builtin"]),
    ):
        catalog, _ = read(rules, packages=frozenset(packages))
        assert catalog is not None
        assert list(catalog.libraries) == names


def test_the_digest_follows_names_and_bytes(rules: Path) -> None:
    def digest() -> str:
        catalog, _ = read(rules)
        assert catalog is not None
        return catalog.digest

    first = digest()
    assert digest() == first
    added = write(rules, "libraries/acme.toml", SINK)
    second = digest()
    assert second != first
    added.rename(added.with_name("acme2.toml"))
    assert digest() not in (first, second)


def test_a_project_wins_by_id_and_needs_no_examples(rules: Path, tmp_path: Path) -> None:
    write(rules, "libraries/acme.toml", SINK)
    own = tmp_path / "privacy"
    write(own, "libraries/house.toml", SINK.replace('"message"', '"text"'))
    write(
        own,
        "elements/ours.toml",
        '[[element]]\nid = "identity.badge"\ntitle = "Badge"\nsensitivity = "low"\nstrong = "badge"\n'
        '[[element]]\nid = "identity.email"\nstrong = ["mailbox"]\n',
    )
    write(own, "vocabulary.toml", 'person_owners = "beekeeper"\n')
    catalog, mistakes = read(rules, own)
    assert mistakes == []
    assert catalog is not None
    assert catalog.libraries["acme"].sink == ()
    assert catalog.libraries["house"].sink[0].arguments == ("text",)
    assert catalog.libraries["house"].imports == ("*",)
    assert catalog.elements["identity.badge"].strong == ("badge",)
    assert catalog.elements["identity.email"].strong == ("mailbox",)
    assert catalog.elements["identity.email"].sensitivity == "high"
    assert catalog.vocabulary.person_owners == ("user", "beekeeper")


def test_a_folder_of_rules_must_be_there(rules: Path, tmp_path: Path) -> None:
    _, mistakes = read(rules, tmp_path / "nowhere")
    assert [(each.path, each.message) for each in mistakes] == [("nowhere", "is not a folder of rules")]


LIBRARY_MISTAKES = [
    (SINK + 'colour = "red"\n', "the 1st [[sink]], colour", 8, 'unknown key "colour"'),
    (SINK.replace('"share"', '"shrae"'), "the 1st [[sink]], activity", 7, 'did you mean "share"?'),
    (
        SINK.replace('"acme.send"\narg', '"acme send"\narg'),
        "the 1st [[sink]], call",
        5,
        "is not a dotted name",
    ),
    (SINK + '[[source]]\nelement = "identity.emial"\n', "the 1st [[source]], element", 9, '"identity.email"'),
    (SINK + SINK[SINK.index("[[") :], "the 2nd [[sink]], id", 9, "stated twice"),
    (
        SINK + '[[model]]\nid = "m"\n[model.inherits]\nmail = "identity.x"\n',
        "the 1st [[model]], inherits.mail",
        11,
        "",
    ),
    ('names = ["Acme"]\n' + SINK, "item 1 of names", 1, "lower-case letters and digits"),
    ('names = ["acme"]\n' + SINK.replace('vendor = "acme"', ""), "names", 1, "state `vendor`, too"),
    (SINK + "wrapped = true\n", "the 1st [[sink]], call", 5, 'write it as "*.send"'),
    (SINK + "[[guard]\n", "", 8, "is not valid TOML"),
]


@pytest.mark.parametrize(("text", "key", "line", "message"), LIBRARY_MISTAKES)
def test_a_mistake_in_a_library_has_its_place(
    rules: Path, text: str, key: str, line: int, message: str
) -> None:
    write(rules, "libraries/acme.toml", text)
    _, mistakes = read(rules)
    assert [(each.path, each.key, each.line) for each in mistakes] == [
        ("rules/libraries/acme.toml", key, line)
    ]
    assert message in mistakes[0].message


def test_an_id_may_not_return_in_another_file(rules: Path) -> None:
    write(rules, "libraries/acme.toml", SINK)
    write(rules, "libraries/zoo.toml", SINK)
    _, mistakes = read(rules)
    assert [str(each) for each in mistakes] == [
        (
            "rules/libraries/zoo.toml:4: the 1st [[sink]] (acme.send), id: "
            'sink "acme.send" is stated twice, first in '
            "rules/libraries/acme.toml"
        )
    ]


def test_an_element_belongs_to_its_file_and_is_stated_once(rules: Path) -> None:
    text = (rules / "elements/device.toml").read_text()
    write(rules, "elements/device.toml", text + text.replace("device.imei", "login.cookie") + text)
    _, mistakes = read(rules)
    assert [each.key for each in mistakes] == ["the 2nd [[element]], id", "the 3rd [[element]], id"]


def test_the_rules_that_ship_load_without_a_mistake() -> None:
    catalog, mistakes = read_catalog(rules_folder(), [], Path.cwd(), None)
    assert mistakes == []
    assert catalog is not None
    assert set(catalog.elements) > {"identity.email", "device.imei"}
