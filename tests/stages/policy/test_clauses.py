from pathlib import Path

import pytest

from purposelint.domain.catalog import Catalog
from purposelint.domain.policy import cited
from purposelint.errors import InputError
from purposelint.policy.clauses import as_toml, compare, digest_of, read_clauses, split
from purposelint.policy.policies import load_policy
from purposelint.policy.statements import statements
from stages.judge.test_ask_shipped import renqing

HEAD = '[policy]\nid = "p"\ntitle = "P"\n'
TEXT = """Our notice

1.1 We keep: (1) your name; (2) your address, see (1).
1.2 We never
3.5 million times sell
it. And (2) is no list.

1.3 Then there is
(a) a list
(b) of (a) and more
2. Last words
"""


def test_every_word_belongs_to_one_clause() -> None:
    found = {number: " ".join(words.split()) for number, words in split(TEXT).items()}
    assert found == {
        "preamble": "Our notice",
        "1.1": "We keep:",
        "1.1(1)": "your name;",
        "1.1(2)": "your address, see (1).",
        "1.2": "We never 3.5 million times sell it. And (2) is no list.",
        "1.3": "Then there is",
        "1.3(a)": "a list",
        "1.3(b)": "of (a) and more",
        "2": "Last words",
    }


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("## 1. Who we are\nwe\n## 2. What\nthat\n", ["1", "2"]),
        ("**3.1** a\n**3.2** b\n", ["3.1", "3.2"]),
        ("§ 1 a\n§ 2 b\n", ["1", "2"]),
        ("Article 5\na\nArticle 6\nb\n", ["5", "6"]),
        ("A.1 a\nA.2 b\nB.1 c\n", ["A.1", "A.2", "B.1"]),
        ("1.9 a\n1.10 b\n1.2 is above\n", ["1.9", "1.10"]),
        ("1. a\n12 months later\n2024. b\n2. c\n", ["1", "2"]),
        ("nothing numbered", ["preamble"]),
        ("", []),
    ],
)
def test_how_clauses_are_numbered(text: str, numbers: list[str]) -> None:
    assert list(split(text)) == numbers


def test_a_hash_is_of_the_words_not_of_how_they_are_set() -> None:
    assert digest_of(" ﬁrst\u00a0 name,\n\tlast ") == digest_of("first name, last")
    assert digest_of("first name") != digest_of("first names")


def test_hashes_written_into_a_policy_match_their_text(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "text.md").write_text(TEXT)
    text = read_clauses(tmp_path / "text.md")
    (tmp_path / "own.toml").write_text(HEAD + as_toml(text))
    policy = load_policy("own.toml", catalog, tmp_path)
    assert {each.state for each in compare(policy, text)} == {"same"}


def test_a_text_that_changed_is_told_clause_by_clause(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "text.md").write_text(TEXT)
    (tmp_path / "own.toml").write_text(
        HEAD
        + '[purposes.a]\ntitle = "A"\nclause = "1.1"\n[recipients.b]\ntitle = "B"\nclause = "2, 1.1(2)"\n'
        + as_toml(read_clauses(tmp_path / "text.md"))
    )
    policy = load_policy("own.toml", catalog, tmp_path)
    changed = TEXT.replace("your address", "your friends").replace("(b) of", "(2) of").replace("\n2.", "\n3.")
    (tmp_path / "text.md").write_text(changed + "4. New\n")
    found = {
        each.clause: (each.state, each.now, each.statements)
        for each in compare(policy, read_clauses(tmp_path / "text.md"))
        if each.state != "same"
    }
    assert found == {
        "1.1(2)": ("changed", "", ("purpose a", "recipient b")),
        "1.3": ("changed", "", ()),
        "1.3(a)": ("missing", "", ()),
        "1.3(b)": ("missing", "", ()),
        "2": ("moved", "3", ("recipient b",)),
        "4": ("new", "", ()),
    }


def test_a_policy_without_hashes_is_compared_with_nothing(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(HEAD)
    assert compare(load_policy("own.toml", catalog, tmp_path), {"1": digest_of("x")}) == ()


def test_a_hash_must_be_one(catalog: Catalog, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(HEAD + '[clauses]\n"1" = { sha256 = "abc" }\n"2" = { sha1 = "x" }\n')
    with pytest.raises(InputError) as caught:
        load_policy("own.toml", catalog, tmp_path)
    keys = [(each.line, each.key) for each in caught.value.mistakes]
    assert keys == [(6, "clauses.2.sha1"), (6, "clauses.2"), (5, "clauses.1.sha256")]


def test_a_text_must_be_text(tmp_path: Path) -> None:
    (tmp_path / "text.pdf").write_bytes(b"%PDF\xff\xfe")
    with pytest.raises(InputError, match="is not UTF-8 text"):
        read_clauses(tmp_path / "text.pdf")
    with pytest.raises(InputError, match="cannot be read"):
        read_clauses(tmp_path)


def test_a_hostile_text_is_split_in_time() -> None:
    text = "1. " + "(1) (2) x " * 20_000 + "\n(1)" * 20_000 + "\n1.1" * 20_000
    assert len(split(text)) < 10


def test_every_clause_that_renqing_cites_has_a_hash() -> None:
    policy = renqing()
    clauses = {clause for _, _, citation in statements(policy) for clause in cited(citation)}
    assert clauses <= set(policy.clauses)
    assert len({clause.sha256 for clause in policy.clauses.values()}) == len(policy.clauses) == 23
