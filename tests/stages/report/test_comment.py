"""The comment as a code host renders it: short, folded, within its limit, and nothing in it alive."""

from __future__ import annotations

import dataclasses
import re

import msgspec
import pytest
from markdown_it import MarkdownIt

from purposelint.domain.unrecognised import Undescribed, UnknownCall, Unreached, Unrecognised
from purposelint.domain.verdict import Finding, Problem
from purposelint.report import render
from purposelint.report.comment import MARKER, page
from purposelint.report.markdown import code, inline, plain, told
from stages.report.sample_verdict import field, logged, place, sample, sent, silenced

_LIMIT = 65_536


def _html(text: str) -> str:
    rendered: str = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    return rendered


def test_the_whole_comment() -> None:
    assert (
        render("markdown", sample())
        == f"""{MARKER}
### purposelint: 3 errors, 2 warnings

| element | log | share | store |
| --- | --- | --- | --- |
| `identity.email` | 1 | 1 | 1 |
| `identity.phone` | 1 |  | 1 |

<details>
<summary>PUR101 logged-without-purpose: 2 errors</summary>

- `app/views.py:3` `user.email` (`identity.email`) is logged without a declared purpose;\
 also `identity.phone` (`user.phone`)

To mend them: `logger.info(...)  # purpose: NAME`

</details>

<details>
<summary>PUR202 sending-not-permitted: 1 error</summary>

- `app/views.py:4` `user.email` (`identity.email`) is sent to partner for payment\
 (clause `1.4`, medium confidence)

To mend it: declare a purpose that the policy permits: `# purpose: messaging to partner`

</details>

<details>
<summary>PUR301 stored-without-purpose: 2 warnings</summary>

- `app/models.py:2` `Customer`: `email`, `phone`

To mend them: Add `# purpose: NAME`.

</details>

3 files analysed; policy `default` (version `1`); 1 suppressed.
"""
    )


def test_nothing_found_is_said_in_two_lines() -> None:
    assert render("markdown", sample(found=())) == (
        f"{MARKER}\n### purposelint: no findings\n\n3 files analysed; policy `default` (version `1`).\n"
    )


def test_what_was_not_analysed_stands_above_everything() -> None:
    problems = (Problem("PUR901", "app/x.py", "unexpected indent", 3), Problem("PUR902", "", "nothing"))
    verdict = dataclasses.replace(sample(found=(), problems=problems), faults=("app.odd (KeyError)",))
    text = render("markdown", verdict)
    assert "### purposelint: no findings, 1 file not analysed" in text
    assert "- `app/x.py:3` unexpected indent\n- nothing\n- not followed by a fault of purposelint: `" in text


def test_silenced_findings_are_counted() -> None:
    baselined = msgspec.structs.replace(sent(), status="baselined")
    text = render("markdown", sample(found=(silenced(), baselined)))
    assert "no findings" in text
    assert text.endswith("; 1 baselined; 1 suppressed.\n")


def _many(number: int, name: str = "email") -> tuple[Finding, ...]:
    return tuple(
        msgspec.structs.replace(
            logged(name, (1, 2), element="identity.email", line=2),
            place=place("app/views.py", line, (5, 9)),
            data=None,
            message=f"`{name}` é\u4e2d is logged without a declared purpose",
        )
        for line in range(number)
    )


def test_packages_without_rules_are_told_unless_it_is_about_a_change_alone() -> None:
    call = UnknownCall("odd_mail.send", ("identity.email",), "app/mail.py:3")
    unknown = Unrecognised((Undescribed("odd_mail", (call,)),), (Unreached("stripe", "stripe"),))
    made = dataclasses.replace(sample(found=()), unrecognised=unknown)
    told = "Not recognised: 1 element goes into calls of 1 package without rules: `odd_mail` (1)."
    assert f"{told} No call of stripe was recognised.\n" in render("markdown", made)
    assert "Not recognised" not in render("markdown", dataclasses.replace(made, since="main"))


@pytest.mark.parametrize("room", [3_000, _LIMIT, 150_000])
def test_no_page_is_longer_than_its_room_and_what_is_left_out_is_counted(room: int) -> None:
    found = (*_many(2000), *(field(f"f{n}", n, element="identity.phone") for n in range(500)), sent())
    text = page(sample(found=found), room)
    assert len(text.encode()) <= room
    listed = text.count(" is logged without") + text.count("is sent to partner")
    left = re.search(r"(\d+) findings not listed here", text)
    assert left is not None
    models = len(re.findall(r"`f\d+`", text))
    assert listed + models + int(left.group(1)) == len(found)
    assert text.count("<details>") == text.count("</details>")


def test_the_comment_holds_githubs_limit_whatever_is_in_it() -> None:
    huge = "x" * 200_000
    problems = tuple(Problem("PUR901", f"{huge}{n}", huge, n) for n in range(50))
    found = tuple(
        msgspec.structs.replace(one, element=f"a{n}.{huge}", message=huge) for n, one in enumerate(_many(300))
    )
    text = render("markdown", sample(found=found, problems=problems))
    assert len(text) <= _LIMIT
    assert "and 40 more" in text
    assert "285 more elements" in text


@pytest.mark.parametrize(
    "evil",
    [
        *("@team", "a@team", "#12", "GH-12", "owner/repo#3", "0123abcdef", "defaced", "www.pwned.example"),
        *("https://pwned.example", "<img src=x>", "</details>", "&lt;b&gt;", "![x](y)", "[x](y)", "**b**"),
        *("_b_", "~~b~~", "a|b", "`b", "``b`", "<!-- x", "-->", "---", "===", "1)", "- x", "\\`b", "$x$"),
        *(":tada:", "\u202eb", "\ud800", "\x1b[2J", "\n# b", "a\n\n> b", "[ ] x", "jira-12", "PR_12"),
    ],
)
def test_whatever_is_more_than_a_word_is_code(evil: str) -> None:
    sentence = f"{evil} is logged by `{evil.strip('`')}` (in {evil}), without {evil}."
    rendered = _html(f"- x {told(sentence)} {inline(evil)}\n")
    text = re.sub(r"<code>.*?</code>", "", rendered, flags=re.DOTALL)
    tags = set(re.findall(r"</?([a-z0-9]+)", text))
    assert tags == {"ul", "li"}, rendered
    bare = re.sub(r"<[^>]+>", "", text)
    assert not re.search(r"[@#<>&*_~|`\\\[\]$]|://|www|GH-|\d[a-f]|defaced|tada:|-12", bare), bare


def test_a_call_of_many_elements_is_one_line() -> None:
    found = tuple(
        msgspec.structs.replace(sent(), element=f"identity.e{n:02}", fingerprint=str(n)) for n in range(20)
    )
    text = render("markdown", sample(found=found))
    (line,) = [line for line in text.splitlines() if line.startswith("- `app")]
    assert "; also `identity.e01` (`user`), `identity.e02` (`user`)," in line
    assert line.endswith(" and 11 more")


@pytest.mark.parametrize(
    "evil",
    ["@team", "a@b.example", "#12", "GH-12", "o/r#3", "0123abcdef", "https://x.example", "www.x", "!7"],
)
def test_what_a_code_host_links_is_code_in_plain_text_too(evil: str) -> None:
    rendered = _html(plain(f"see {evil} of *all* ({evil})."))
    bare = re.sub(r"<code>.*?</code>", "", rendered)
    assert bare == "<p>see  of *all* </p>\n"


def test_prose_stays_prose() -> None:
    assert told("user.email (identity.email) isn't well-known, see clause 12.") == (
        "`user.email` (`identity.email`) isn't well-known, see clause 12."
    )


def test_a_bar_is_escaped_in_tables_alone() -> None:
    assert (code("a|b"), inline("a|b")) == ("`a\\|b`", "`a|b`")


def test_elements_beyond_the_table_are_summed() -> None:
    found = tuple(
        msgspec.structs.replace(sent(), element=f"identity.e{n:02}", fingerprint=str(n)) for n in range(20)
    )
    assert "| 5 more elements |  | 5 |  |\n" in render("markdown", sample(found=found))


def test_of_several_remedies_each_says_where_it_belongs() -> None:
    found = [
        msgspec.structs.replace(sent(), remedy=f"# purpose: {name}", fingerprint=name)
        for name in ("messaging", "payment", "messaging")
    ]
    page = render("markdown", sample(found=tuple(found), problems=()))
    for name in ("messaging", "payment"):
        said = f"`identity.email`, `app/views.py:4`: say what it is for, as in: `# purpose: {name}`"
        assert f"\n- {said}\n" in page


def test_remedies_beyond_the_first_are_counted() -> None:
    found = [msgspec.structs.replace(sent(), remedy=f"take out {n}", fingerprint=f"{n}") for n in range(6)]
    page = render("markdown", sample(found=tuple(found), problems=()))
    assert page.count(": take out ") == 3
    assert "\n- and 3 more, told with each finding in the log\n" in page
