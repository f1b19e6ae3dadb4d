"""What an unused declaration or suppression says of where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from purposelint.domain.settings import Configuration, Declare
from purposelint.domain.verdict import Finding
from stages.judge.world import ROOT, field_of, log_of
from support.pipeline import check_folder


def about(code: str, folder: Path, source: str) -> Finding:
    """The one finding of a code in a file, checked by the whole tool."""
    (folder / "views.py").write_text(source)
    (folder / "purposelint.toml").write_text("")
    (found,) = [finding for finding in check_folder(folder).findings if finding.code == code]
    return found


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        (
            "# purpose: identity.phone for payment",
            "found to hold identity.email, so a declaration for identity.phone",
        ),
        ("# purpose: identity.email, identity.phone for payment", ""),
    ],
)
def test_a_field_says_what_it_was_found_to_hold(comment: str, expected: str) -> None:
    messages = [finding.message for finding in field_of(comment).check().findings if finding.code == "PUR404"]
    assert len(messages) == bool(expected)
    assert all(expected in message for message in messages)


def test_a_general_declaration_of_a_field_beside_a_named_one() -> None:
    world = field_of("# purpose: identity.email for payment")
    world.comments.append(world.comments[0])
    general = "# purpose: payment"
    world.lines.append(f"    {general}")
    world.comment(general, "email = EmailField()")
    (told,) = [finding for finding in world.check().findings if finding.code == "PUR404"]
    assert "hold identity.email, and another declaration of it" in told.message


def test_a_field_that_holds_nothing() -> None:
    world = field_of("# purpose: payment")
    world.fields.clear()
    (told,) = world.check().findings
    assert "no personal data was found in this field" in told.message


HEADERS = {
    "if": "if user:{}\n        log.info(user.email)",
    "for": "for x in user.all:{}\n        log.info(user.email)",
    "while": "while user.new:{}\n        log.info(user.email)",
    "with": "with lock:{}\n        log.info(user.email)",
    "try": "try:{}\n        log.info(user.email)\n    finally:\n        pass",
    "except": "try:\n        pass\n    except OSError:{}\n        log.info(user.email)",
    "case": "match user.kind:\n        case 1:{}\n            log.info(user.email)",
}


@pytest.mark.parametrize("keyword", HEADERS)
@pytest.mark.parametrize(
    ("comment", "code"),
    [("# purpose: messaging", "PUR404"), ("# purposelint: ignore[PUR101] the old log", "PUR406")],
)
def test_behind_a_header_the_remedy_says_where_to_put_it(
    tmp_path: Path, keyword: str, comment: str, code: str
) -> None:
    body = HEADERS[keyword].format(f"  {comment}")
    source = f"import logging\n\nlog = logging.getLogger(__name__)\n\n\ndef view(user):\n    {body}\n"
    told = about(code, tmp_path, source)
    assert f"belongs to the header of `{keyword}` alone" in told.message
    assert "put it behind the statement in the block" in told.remedy


@pytest.mark.parametrize(
    ("globs", "idle"),
    [
        (["app/**"], []),
        (["billing/**"], ["billing/**"]),
        (["app/", "*.txt"], ["*.txt"]),
        (["app/**", "!app/tests/**"], []),
        (["one/", "two/"], ["one/", "two/"]),
    ],
)
def test_a_glob_of_a_table_that_matches_no_file_is_told(globs: list[str], idle: list[str]) -> None:
    table = Declare(paths=tuple(globs), purposes=("security_protection",))
    found = log_of("user.email").check(configuration=Configuration(declare=(table,))).findings
    told = [finding for finding in found if finding.code == "PUR404"]
    assert len(told) == len(idle)
    for finding, glob in zip(told, sorted(idle), strict=True):
        assert finding.message.startswith(f'"{glob}" in `paths` of the 1st [[declare]] of the configuration')
        assert finding.place.path == "purposelint.toml"


def test_a_glob_is_not_judged_in_a_run_over_a_part() -> None:
    table = Declare(paths=("billing/**",), purposes=("security_protection",))
    world = log_of("user.email")
    judged = world.check(configuration=Configuration(declare=(table,)), paths=(ROOT / "app",))
    assert "PUR404" not in [finding.code for finding in judged.findings]


@pytest.mark.parametrize(
    ("glob", "idle", "meant"),
    [
        ("app.view?", False, ""),
        ("app.view.*", True, 'did you mean "app.views.*"?'),
        ("ap.views", True, 'did you mean "app.views"?'),
        ("shop.views", True, 'did you mean "app.views"?'),
        ("billing.invoices.*", True, "as in app.models.Customer.email"),
    ],
)
def test_a_glob_of_symbols_that_matches_nothing_is_told(glob: str, idle: bool, meant: str) -> None:
    table = Declare(symbols=(glob,), purposes=("security_protection",))
    found = log_of("user.email").check(configuration=Configuration(declare=(table,))).findings
    told = [finding for finding in found if finding.code == "PUR404"]
    table_of = "the 1st [[declare]] of the configuration"
    message = f'"{glob}" in `symbols` of {table_of} matches none of the names in the code'
    assert [one.message for one in told] == [message] * idle
    assert all(meant in one.remedy for one in told)
