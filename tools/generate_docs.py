"""Writes the generated pages of docs/: from the table of codes, from rules/ and from a real run.

`pages()` gives every page as text, so that a test can tell a stale one; run as a script it writes them.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import language_page
from fixture_marks import strip_marks
from purposelint import session
from purposelint.domain.catalog import Catalog, Element
from purposelint.domain.library import Library
from purposelint.domain.policy import Policy
from purposelint.judge.codes import CODES
from purposelint.policy import load_policy, rules_folder, shipped_policies
from purposelint.policy.catalogue import read_catalog
from purposelint.report import Look, render

ROOT = Path(__file__).resolve().parent.parent
_MADE = "<!-- Made by `make docs`; edit what it is made from instead. -->\n"
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
        "elements.md": _elements(catalog),
        "libraries.md": _libraries(catalog),
        "policies.md": _policies(policies),
        "language.md": _language(),
        "img/check.svg": _picture(),
    }


def _language() -> str:
    head = ("feature", "how it is carried", "what is approximated", "open", "case")
    return _page("What the flow carries", language_page.LEAD, [_table(head, language_page.rows())])


def _page(title: str, lead: str, blocks: Iterable[str]) -> str:
    return "\n".join([_MADE, f"# {title}\n", lead + "\n", *blocks]).rstrip() + "\n"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join("| " + " | ".join(_cell(cell) for cell in line) + " |\n" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _codes() -> str:
    lead = (
        f"The {len(CODES)} codes, with what earns each and what mends it."
        " `purposelint explain CODE` says the same."
    )
    overview = _table(
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
    return _page("Codes", lead, [overview, *blocks])


def _elements(catalog: Catalog) -> str:
    groups: dict[str, list[Element]] = {}
    for element in catalog.elements.values():
        groups.setdefault(element.group, []).append(element)
    words = catalog.vocabulary
    lead = (
        f"{len(catalog.elements)} kinds of personal data in {len(groups)} groups. Each is an entry of"
        " `rules/elements/`, and the examples are its own: what must be found, and what sounds like it and"
        f" must not be. Labels refer to the Data Privacy Vocabulary {words.dpv} and to fideslang"
        f" {words.fideslang} (see NOTICE)."
    )
    blocks = [
        f"## {group}\n\n" + "\n".join(_element(element) for element in elements)
        for group, elements in sorted(groups.items())
    ]
    return _page("Elements", lead, blocks)


def _element(element: Element) -> str:
    facts = [element.sensitivity + " sensitivity"]
    facts += [f"clause {element.clause} of `renqing`"] if element.clause else []
    facts += [f"DPV {_quoted(element.dpv)}"] if element.dpv else []
    facts += [f"fideslang {_quoted(element.fides)}"] if element.fides else []
    return (
        f"### {element.id}\n\n{element.title}: {'; '.join(facts)}.\n\n"
        f"- found: {_quoted(_first_lines(element.hits))}\n"
        f"- not found: {_quoted(_first_lines(element.misses))}\n"
    )


def _first_lines(examples: Iterable[str]) -> Iterator[str]:
    return (example.strip().replace("\n", "; ") for example in examples)


def _libraries(catalog: Catalog) -> str:
    lead = (
        f"{len(catalog.libraries)} libraries whose calls are known: where data leaves or enters, what takes"
        " the personal data out, and which classes store their fields. Each is a file of `rules/libraries/`;"
        " most are read only when the scanned code imports the library."
    )
    return _page("Libraries", lead, [_library(one) for _, one in sorted(catalog.libraries.items())])


def _library(library: Library) -> str:
    rows = [
        *((f"{one.activity} sink", one.id, (*one.call, *one.attribute)) for one in library.sink),
        *(
            ("source", one.id or one.element, (*one.call, *one.attribute, *one.name))
            for one in library.source
        ),
        *((f"guard ({one.gives})", one.id, one.call) for one in library.guard),
        *((f"relay, {one.activity}", one.id, one.call) for one in library.relay),
        *(("passes on", one.id, (*one.call, *one.attribute)) for one in library.passthrough),
        *(
            ("stored model" if one.activity else "record", one.id, (*one.base, *one.decorator))
            for one in library.model
        ),
    ]
    facts = [f"vendor `{library.vendor}`"] if library.vendor else []
    facts += [f"hosts {_quoted(library.hosts)}"] if library.hosts else []
    facts += [f"names checked against {library.checked}"] if library.checked else []
    told = f"{'; '.join(facts).capitalize()}.\n\n" if facts else ""
    table = _table(
        ("what", "id", "names"), ((what, f"`{name}`", _quoted(calls)) for what, name, calls in rows)
    )
    return f"## {library.name}\n\n{told}{table if rows else ''}"


def _policies(policies: Iterable[Policy]) -> str:
    lead = (
        "The policies that come with purposelint. Name one in the configuration, or write your own:"
        " see [configuration](configuration.md)."
    )
    return _page("Policies", lead, [_policy(policy) for policy in policies])


def _policy(policy: Policy) -> str:
    head = policy.head
    purposes = _table(
        ("purpose", "title", "clause"),
        ((f"`{name}`", one.title, one.clause) for name, one in policy.purposes.items()),
    )
    recipients = _table(
        ("recipient", "title", "clause", "vendors and hosts"),
        (
            (f"`{name}`", one.title, one.clause, _quoted((*one.vendors, *one.hosts)))
            for name, one in policy.recipients.items()
        ),
    )
    questions = _table(
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


def write(made: Mapping[str, str]) -> None:
    """Write pages below docs/, each only if it changes."""
    for name, text in made.items():
        path = ROOT / "docs" / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"wrote docs/{name}")


if __name__ == "__main__":
    write(pages())
