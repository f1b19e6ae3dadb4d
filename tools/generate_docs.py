"""Writes the generated pages of docs/: from the table of codes, from rules/ and from a real run.

`pages()` gives every page as text, so that a test can tell a stale one; run as a script it writes them.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import language_page
from commands_page import commands_page
from element_pages import element_pages
from fixture_marks import strip_marks
from library_pages import library_pages
from page_layout import MADE, page, quoted, table
from promises_page import promises_sections
from purposelint import session
from purposelint.domain.policy import Policy
from purposelint.judge.codes import CODES
from purposelint.policy import load_policy, rules_folder, shipped_policies
from purposelint.policy.catalogue import read_catalog
from purposelint.report import Look, render

ROOT = Path(__file__).resolve().parent.parent
_PICTURED = "fixtures/shop"
_SHOWN = ("PUR102", "PUR202", "PUR203")
"""Codes in the picture: enough to see what a finding looks like."""

_WIDTH = 110
_FONT = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


def pages() -> dict[str, str]:
    """Every generated page by its path below docs/."""
    catalog, mistakes = read_catalog(rules_folder(), (), ROOT, None)
    if catalog is None or mistakes:
        message = "\n".join(str(mistake) for mistake in mistakes)
        raise SystemExit(message)
    policies = [load_policy(name, catalog, ROOT) for name in shipped_policies()]
    return {
        "codes.md": _codes(),
        "commands.md": commands_page(),
        **element_pages(catalog),
        **library_pages(catalog),
        "policies.md": _policies(policies),
        "language.md": _language(),
        "img/check.svg": _picture(),
    }


def _language() -> str:
    head = ("feature", "how it is carried", "what is approximated", "open", "case")
    return page("What the flow carries", language_page.LEAD, [table(head, language_page.rows())])


def _codes() -> str:
    lead = (
        f"The {len(CODES)} codes, with what earns each and what mends it."
        " `purposelint explain CODE` says the same."
    )
    overview = table(
        ("code", "name", "severity", "meaning"),
        (
            (f"[{code.code}](#{code.code.lower()}-{code.name})", code.name, code.severity, code.summary)
            for code in CODES.values()
        ),
    )
    blocks = [
        f"## {code.code} {code.name}\n\n{code.summary}\n\n{code.explanation}\n\n"
        f"**To mend it:** {code.remedy}\n"
        for code in CODES.values()
    ]
    return page("Codes", lead, [overview, *blocks])


def _policies(policies: Iterable[Policy]) -> str:
    lead = (
        "The policies that come with purposelint. Name one in the configuration, or write your own:"
        " see [configuration](configuration.md). Below them: what"
        " [`policy coverage`](#what-a-policy-promises-and-what-the-code-does) and"
        " [`policy export`](#what-the-code-handles-for-fides) tell of a policy and the code."
    )
    return page("Policies", lead, [*(_policy(policy) for policy in policies), *promises_sections()])


def _policy(policy: Policy) -> str:
    head = policy.head
    purposes = table(
        ("purpose", "title", "clause"),
        ((f"`{name}`", one.title, one.clause) for name, one in policy.purposes.items()),
    )
    recipients = table(
        ("recipient", "title", "clause", "vendors and hosts"),
        (
            (f"`{name}`", one.title, one.clause, quoted((*one.vendors, *one.hosts)))
            for name, one in policy.recipients.items()
        ),
    )
    questions = table(
        ("question", "clause", "text"), ((f"`{one.id}`", one.clause, one.text) for one in policy.questions)
    )
    parts = [
        f"## {head.id}\n\n{head.title}, version {head.version}. {_size_of(policy)}\n",
        purposes,
        recipients,
    ]
    return "\n".join([*parts, *([questions] if policy.questions else [])])


def _size_of(policy: Policy) -> str:
    silence = "denied" if policy.head.default == "deny" else "allowed"
    return (
        f"What it does not permit is {silence}; it has {len(policy.permits)} permits, {len(policy.forbids)}"
        f" prohibitions and {len(policy.questions)} open questions."
    )


def _picture() -> str:
    """The terminal's picture of a real run over a sample service, as SVG."""
    from rich.console import Console  # noqa: PLC0415 - the other pages need no terminal
    from rich.text import Text  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        service = Path(folder) / "shop"
        strip_marks(ROOT / _PICTURED, service)
        settings = session.settings_for([service], overrides={"cache": False, "workers": 1, "select": _SHOWN})
        verdict = session.check(settings)
    report = render("full", verdict, Look(colour="truecolor", width=_WIDTH))
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(
            record=True, width=_WIDTH, force_terminal=True, color_system="truecolor", file=nowhere
        )
        console.print(Text("$ purposelint check --select " + ",".join(_SHOWN), style="bold"))
        console.print(Text.from_ansi(report))
        drawn = console.export_svg(title="purposelint", unique_id="purposelint")
    # The fonts would come from a host of someone else's; the reader's own monospace serves.
    return _FONT.sub("", drawn) + "\n"


def outdated(made: Mapping[str, str]) -> list[str]:
    """Pages below docs/ that were made once and are not any more."""
    docs = ROOT / "docs"
    there = {path.relative_to(docs).as_posix(): path for path in docs.rglob("*.md")}
    return sorted(
        name
        for name, path in there.items()
        if name not in made and path.read_text(encoding="utf-8").startswith(MADE)
    )


def write(made: Mapping[str, str]) -> None:
    """Write pages below docs/, each only if it changes; those that are made no longer go."""
    for name in outdated(made):
        (ROOT / "docs" / name).unlink()
        print(f"removed docs/{name}")
    for name, text in made.items():
        path = ROOT / "docs" / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"wrote docs/{name}")


if __name__ == "__main__":
    write(pages())
