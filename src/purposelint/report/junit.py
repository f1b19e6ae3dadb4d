"""JUnit XML: a test case a file and code, for servers that show tests and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from purposelint.domain.verdict import SEVERITIES, Finding, Verdict
from purposelint.report.escaping import obeyed_by_none, shorten, visible
from purposelint.report.grouping import doubt_of, open_findings, ranked
from purposelint.report.look import PLAIN, Look
from purposelint.report.remedies import remedy_of
from purposelint.report.repository import from_repository

_TOOL = "purposelint"
_LONGEST = 1000
"""Characters of one line or attribute."""

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"})


class _Case(NamedTuple):
    """A test case: `outcome` is failure, error, system-out (it passes) or '' (it passes, silently)."""

    name: str
    outcome: str = ""
    message: str = ""
    kind: str = ""
    body: tuple[str, ...] = ()
    line: int = 0


def junit(verdict: Verdict, look: Look = PLAIN) -> str:
    """Render a suite a file that has findings, and one for the run itself.

    Findings at or over `fail-on` are failures, files that were not analysed are errors; weaker findings
    pass and are told in the output of their case, as the exit code does not mind them either.
    """
    del look
    names = {code.code: code.name for code in verdict.codes}
    suites: dict[str, list[_Case]] = {}
    for one in verdict.problems:
        if one.path:
            name = f"{one.code} {names.get(one.code, '')}".rstrip()
            broken = _Case(name, "error", one.message, "error", (one.message,), one.line)
            suites.setdefault(one.path, []).append(broken)
    by_case: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in open_findings(verdict):
        by_case.setdefault((finding.place.path, finding.code, finding.name), []).append(finding)
    for (path, code, name), found in sorted(by_case.items()):
        suites.setdefault(path, []).append(_case(f"{code} {name}", ranked(found), verdict))
    made = [_suite(_TOOL, "", [_analysis(verdict)], _properties(verdict))]
    made += [_suite(from_repository(path, verdict.run), path, suites[path]) for path in sorted(suites)]
    everything = [_analysis(verdict), *(case for cases in suites.values() for case in cases)]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<testsuites{_attributes({'name': _TOOL, **_counts(everything)})}>",
        *(line for suite in made for line in suite),
        "</testsuites>",
    ]
    return "".join(f"{obeyed_by_none(line)}\n" for line in lines)


def _analysis(verdict: Verdict) -> _Case:
    """The run as a case, so that a run without findings is a test that passed rather than no test."""
    said = [one.message for one in verdict.problems if not one.path]
    said += [f"not followed by a fault of purposelint: {fault}" for fault in verdict.faults]
    return _Case("analysis", "error", said[0], "error", tuple(said)) if said else _Case("analysis")


def _case(name: str, found: Sequence[Finding], verdict: Verdict) -> _Case:
    """One code in one file; `found` has the worst first."""
    fail_on = str(verdict.run.options.get("fail-on", "error"))
    bar = SEVERITIES.index(fail_on) if fail_on in SEVERITIES else 0
    fails = SEVERITIES.index(found[0].severity) <= bar
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    body: list[str] = []
    for one in found:
        at, doubt = one.place, doubt_of(one)
        path = from_repository(at.path, verdict.run)
        word = f"{one.severity}, {doubt}" if doubt else one.severity
        cited = f" (clause {one.clause} of policy {verdict.run.policy_id})" if one.clause else ""
        body.append(f"{path}:{at.span.line}:{at.span.column}: [{word}] {one.message}{cited}")
    remedies = dict.fromkeys(remedy_of(one, verdict.run.policy_path) for one in found if one.remedy)
    body += [row for each in remedies for row in f"help: {each}".split("\n")]
    return _Case(
        name,
        "failure" if fails else "system-out",
        found[0].message + more,
        found[0].severity,
        tuple(body),
        found[0].place.span.line,
    )


def _properties(verdict: Verdict) -> dict[str, str]:
    silenced = Counter(one.status for one in verdict.findings if one.status != "open")
    run, files = verdict.run, verdict.files
    return {
        "policy": f"{run.policy_id} (version {run.policy_version})",
        "commit": run.commit,
        "files.analysed": str(files.analysed),
        "files.unreadable": str(files.unreadable),
        "findings.suppressed": str(silenced["suppressed"]),
        "findings.baselined": str(silenced["baselined"]),
    }


def _suite(
    name: str, path: str, cases: Iterable[_Case], properties: Mapping[str, str] | None = None
) -> list[str]:
    held = list(cases)
    lines = [f"  <testsuite{_attributes({'name': name, **_counts(held)})}>"]
    if properties:
        lines.append("    <properties>")
        lines += [
            f"      <property{_attributes({'name': key, 'value': value})}/>"
            for key, value in properties.items()
            if value
        ]
        lines.append("    </properties>")
    for case in held:
        # Readers take what stands before the last dot of a class for its package.
        of = {"classname": name.removesuffix(".py"), "name": case.name}
        if path:
            of |= {"file": name, "line": str(max(case.line, 1))}
        lines += _element(of, case)
    return [*lines, "  </testsuite>"]


def _element(of: Mapping[str, str], case: _Case) -> list[str]:
    head = f"    <testcase{_attributes({**of, 'time': '0'})}"
    if not case.outcome:
        return [f"{head}/>"]
    why = {"type": case.kind, "message": case.message} if case.outcome != "system-out" else {}
    first, *rest = case.body
    opening = f"      <{case.outcome}{_attributes(why)}>{_text(first)}"
    body = [opening, *map(_text, rest)]
    body[-1] += f"</{case.outcome}>"
    return [f"{head}>", *body, "    </testcase>"]


def _counts(cases: Sequence[_Case]) -> dict[str, str]:
    outcomes = Counter(case.outcome for case in cases)
    return {
        "tests": str(len(cases)),
        "failures": str(outcomes["failure"]),
        "errors": str(outcomes["error"]),
        "skipped": "0",
        "time": "0",
    }


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f' {name}="{_text(value)}"' for name, value in values.items())


def _text(text: str) -> str:
    """Text in which nothing is markup, and no character is one that XML 1.0 forbids."""
    return shorten(visible(text), _LONGEST).translate(_ENTITIES)
