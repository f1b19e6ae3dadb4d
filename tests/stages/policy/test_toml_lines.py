from purposelint.policy.documents import Document, parse
from purposelint.policy.toml_lines import key_lines, spelled

DOCUMENT = '''\
# a comment with [brackets]
title = "x"
words = [
    "a",  # first
    "b, [c]",
    { inner = "d" },
]

[policy]
id = "p"
text = """
[not.a.table]
key = 1
"""

[purposes."exc.legal"]
title = 'a # b'

[[permit]]
elements = ["x", "y"]

[[permit]]
elements = [[1, 2], [3]]
dotted.key = true

[[permit.note]]
by = "z"
'''


def test_tables_keys_and_items_have_lines() -> None:
    lines = key_lines(DOCUMENT)
    assert lines["title",] == 2
    assert [lines["words", item] for item in range(3)] == [4, 5, 6]
    assert ("words", 3) not in lines
    assert lines["policy",] == 9
    assert lines["policy", "text"] == 11
    assert lines["purposes", "exc.legal", "title"] == 17
    assert lines["permit", 0, "elements", 1] == 20
    assert lines["permit", 1] == 22
    assert lines["permit", 1, "elements", 1] == 23
    assert lines["permit", 1, "dotted", "key"] == 24
    assert lines["permit", 1, "note", 0, "by"] == 27


def test_text_that_only_looks_like_toml_has_no_line() -> None:
    assert ("not",) not in key_lines(DOCUMENT)
    assert ("policy", "key") not in key_lines(DOCUMENT)


def test_broken_text_is_survived() -> None:
    assert key_lines('[[[a\nb = "unfinished\nc = [1,\n') != {}
    assert key_lines("") == {}


def test_paths_are_spelled_as_people_write_them() -> None:
    document = parse(("[[permit]]\nclause = '1.3'\npurposes = ['a', 'b']\n" * 4).encode(), "p.toml")
    assert isinstance(document, Document)
    assert document.named(("permit", 3)) == "the 4th [[permit]]"
    assert document.named(("permit", 3, "purposes", 1)) == "the 4th [[permit]], item 2 of purposes"
    assert document.named(("permit", 3, "clause", 0)) == "the 4th [[permit]], clause"
    told = str(document.mistake(("permit", 3, "purposes", 1), "is wrong"))
    assert told == "p.toml:12: the 4th [[permit]] (clause 1.3), item 2 of purposes: is wrong"
    assert spelled(("entries", 3, "path")) == "item 4 of entries, path"
    assert spelled(("purposes", "exc.legal", "title")) == 'purposes."exc.legal".title'
