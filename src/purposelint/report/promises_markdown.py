"""`policy coverage` as Markdown: the same sections as on the terminal, as tables."""

from __future__ import annotations

from purposelint.domain.promises import Promises
from purposelint.domain.verdict import Problem, Verdict
from purposelint.report.markdown import code, plain, table
from purposelint.report.promises_words import Section, hidden_of, lead_of, sections_of, title_of


def promises_markdown(verdict: Verdict, promises: Promises) -> str:
    """Both ways as a page for a reviewer."""
    blocks = [f"# {plain(title_of(verdict))}\n", *(f"{plain(said)}\n" for said in lead_of(verdict, promises))]
    blocks += [_section(section) for section in sections_of(verdict, promises)]
    blocks += _list("Not among the findings above", [plain(said) for said in hidden_of(promises)])
    blocks += _list("Not analysed", [_problem(one) for one in verdict.problems])
    return "\n".join(blocks)


def _section(section: Section) -> str:
    head = f"## {plain(section.title)}\n"
    if not section.rows:
        return f"{head}\nNone.\n"
    lead = f"\n{section.lead}\n" if section.lead else ""  # words of our own
    rows = [[", ".join(code(word) for word in cell if word) for cell in row.cells] for row in section.rows]
    return f"{head}{lead}\n{table(section.columns, rows)}"


def _list(title: str, said: list[str]) -> list[str]:
    return [f"## {title}\n", "".join(f"- {each}\n" for each in said)] if said else []


def _problem(problem: Problem) -> str:
    """The path as code: as text, a folder `@team` would call a team where the page is posted."""
    return f"{code(problem.path)}: {plain(problem.message)}" if problem.path else plain(problem.message)
