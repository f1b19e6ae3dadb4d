"""What was made of one line of a file, and why."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from purposelint import host
from purposelint.accepting import run
from purposelint.analysis import Run
from purposelint.domain.explanation import Considered, Explanation
from purposelint.domain.facts import FileFacts, Mention
from purposelint.domain.mentions import called_on, fields_on, mentions_on
from purposelint.domain.place import Place, span_between
from purposelint.domain.settings import Settings
from purposelint.domain.sightings import Evidence, Sighting
from purposelint.domain.undisclosed import explained_without_literals
from purposelint.domain.verdict import Finding


def explain(settings: Settings, path: str, line: int) -> Explanation:
    """Say what was made of one line: `path` is relative to the project root, with forward slashes."""
    made = run(settings)
    verdict = made.verdict
    facts = next((module.facts for module in made.program.modules.values() if module.path == path), None)
    names = _considered(made, facts, line) if facts else ()
    considered = tuple(one for one in names if one.element or one.evidence)
    told = {one.name for one in considered}
    called = {_name(one): is_called for one, is_called in called_on(facts, line).items()} if facts else {}
    unknown = tuple(dict.fromkeys(one.name for one in names if one.name not in told))
    found = Explanation(
        path,
        line,
        host.lines_of(host.read(settings.root, path), {line}).get(line, ""),
        considered,
        tuple(name for name in unknown if name not in called),
        tuple(one for one in verdict.judgements if _touches(one.finding, path, line)),
        tuple(one for one in verdict.findings if _stands(one.place, path, line) or _touches(one, path, line)),
        tuple(problem for problem in verdict.problems if problem.path == path),
        tuple(one for one in made.guardings if _stands(one.place, path, line)),
        tuple(symbol for symbol in verdict.limits if _is_around(made, symbol, path, line)),
        tuple(one for one in made.sinks if _stands(one.place, path, line)),
        tuple(name for name in unknown if called.get(name)),
        settings.configuration.strict_callers,
    )
    return explained_without_literals(found)


def _considered(made: Run, facts: FileFacts, line: int) -> tuple[Considered, ...]:
    """Every name on a line with what it was taken for: fields first, then names that code mentions."""
    sightings = made.sightings
    symbols = {(one.path, one.index): symbol for symbol, one in made.program.classes.items()}
    found: list[Considered] = []
    for class_, field in fields_on(facts, line):
        key = (symbols.get((facts.path, facts.classes.index(class_)), class_.qualname), field.name)
        found += _taken("field", f"{class_.name}.{field.name}", sightings.fields.get(key, ()))
        found += _dropped("field", f"{class_.name}.{field.name}", sightings.doubts.get(key, ()))
    declared = {field.name for _, field in fields_on(facts, line)}
    found += _unwritten(made, facts.path, line, declared)
    found += _filled(made, facts.path, line)
    for mention in mentions_on(facts, line):
        if mention.kind == "variable" and mention.name in declared:
            continue
        name = _name(mention)
        found += _taken(mention.kind, name, sightings.mentions.get(mention, ()))
        found += _dropped(mention.kind, name, sightings.doubts.get((mention.receiver, mention.name), ()))
        found.append(Considered(mention.kind, name))
    return tuple(found)


def _name(mention: Mention) -> str:
    return f"{mention.receiver}.{mention.name}" if mention.receiver else mention.name


def _unwritten(made: Run, path: str, line: int, written: AbstractSet[str]) -> list[Considered]:
    """Fields that a line declares without an assignment in a class body: inherited ones, those of a table."""
    found: list[Considered] = []
    for (owner, name), sightings in made.sightings.fields.items():
        here = sightings[0].place if sightings else None
        stands = here is not None and here.path == path and here.span.line <= line <= here.span.end_line
        if stands and name not in written:
            found += _taken("field", f"{owner.rpartition('.')[2]}.{name}", sightings)
    return found


def _filled(made: Run, path: str, line: int) -> list[Considered]:
    """Columns on a line whose names say nothing, by what is put into them."""
    found: list[Considered] = []
    for (owner, name), column in made.sightings.neutral.items():
        told = (one.finding for one in made.verdict.judgements if _stands(column.place, path, line))
        ways: dict[str, dict[Evidence, None]] = {}
        for finding in told:
            if (finding.owner, finding.expr, finding.place) == (owner, name, column.place):
                ways.setdefault(finding.element or "", {}).update(dict.fromkeys(_ways_in(finding)))
        shown = f"{owner.rpartition('.')[2]}.{name}"
        found += [Considered("field", shown, element, "medium", tuple(ways[element])) for element in ways]
    return found


def _ways_in(finding: Finding) -> list[Evidence]:
    """Where what a column holds was put into it."""
    steps = [hop for hop in finding.trace[:-1] if hop.note.startswith("put into")] or finding.trace[:1]
    return [Evidence("flow", f"{hop.place.path}:{hop.place.span.line} puts it in") for hop in steps]


def _taken(kind: str, name: str, found: Iterable[Sighting]) -> list[Considered]:
    return [Considered(kind, name, one.element, one.confidence, one.evidence) for one in found]


def _dropped(kind: str, name: str, reasons: tuple[Evidence, ...]) -> list[Considered]:
    return [Considered(kind, name, evidence=reasons)] if reasons else []


def _is_around(made: Run, symbol: str, path: str, line: int) -> bool:
    """Whether a line stands in a function of the project."""
    info = made.program.functions.get(symbol)
    if info is None or info.path != path:
        return False
    span = span_between(info.facts.at, info.facts.end)
    return span.line <= line <= span.end_line


def _stands(place: Place | None, path: str, line: int) -> bool:
    return place is not None and place.path == path and place.span.line <= line <= place.span.end_line


def _touches(finding: Finding, path: str, line: int) -> bool:
    """Whether a finding, its data, its sink, its source or one of its hops stands on a line."""
    source = finding.source
    if source is not None and (source.path, source.line) == (path, line):
        return True
    places = (finding.place, finding.data, *finding.also, finding.sink, *(hop.place for hop in finding.trace))
    return any(_stands(place, path, line) for place in places)
