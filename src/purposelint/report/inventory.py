"""Stored fields without a purpose in the terminal: a line a model, and with --verbose one a field besides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from purposelint.domain.verdict import Finding
from purposelint.report.counting import plural
from purposelint.report.escaping import cells, visible
from purposelint.report.grouping import Model, doubt_of, field_name, not_counted
from purposelint.report.look import Line, Look
from purposelint.report.prose import beside, wrapped

_COMMENTS = 3
"""Comments of a model that are told; more are counted."""


def model_lines(model: Model, look: Look) -> list[Line]:
    """How many fields a model has, which of them lack a purpose, and with `verbose` what each holds."""
    owner = visible(model.owner.rpartition(".")[2])
    where = f"({visible(model.place.path)}:{model.place.span.line})"
    count = f": {plural(model.fields, 'field')}, {model.declared} declared; missing: "
    by_field: dict[str, list[Finding]] = {}
    for finding in model.undeclared:
        by_field.setdefault(visible(field_name(finding)), []).append(finding)
    names, room = list(by_field), look.width - cells(f"  {owner} {where}{count}")
    if not look.verbose:
        told = [_named(name, found) for name, found in by_field.items()]
        names = told if len(_as_many(told, room)) == len(told) else names
    listed = names if look.verbose else _as_many(names, room)
    more = f" ... {len(names) - len(listed)} more" if len(listed) < len(names) else ""
    line: Line = [
        ("  " + owner, model.severity),
        (f" {where}", "place"),
        (count, ""),
        (", ".join(listed) + more, ""),
    ]
    wrong = list(_not_counted(model, look))
    return [line, *_fields(by_field, look), *wrong] if look.verbose else [line, *wrong]


def _not_counted(model: Model, look: Look) -> Iterator[Line]:
    """Comments that were meant for fields and declare nothing, the first few."""
    found = not_counted(model.undeclared)
    for name, said in list(found.items())[:_COMMENTS]:
        yield from wrapped(f"the comment at {name} does not count: {said}", look, indent=4, hang=6)
    if len(found) > _COMMENTS:
        yield [(f"    nor do those at {plural(len(found) - _COMMENTS, 'field')} more", "")]


def _named(name: str, found: Sequence[Finding]) -> str:
    """A field with what is unlike the rest of an inventory: what others put in, and doubt."""
    taken = sorted({finding.element or "" for finding in found if _is_put_in(finding)})
    doubt = doubt_of(min(found, key=lambda finding: finding.confidence != "high"))
    said = [f"{plural(len(taken), 'element')} put in"] if taken else [doubt] if doubt else []
    return f"{name} ({said[0]})" if said else name


def _fields(by_field: dict[str, list[Finding]], look: Look) -> Iterator[Line]:
    for name, found in by_field.items():
        for finding in found:
            line = finding.place.span.line
            yield from beside([(f"    {line} {name}: ", "code")], ", ".join(_told(finding)), look)


def _told(finding: Finding) -> Iterator[str]:
    """The element of a field, how sure that is, and where it is put in if no declaration says so."""
    yield finding.element or ""
    doubt = doubt_of(finding)
    if doubt:
        yield doubt
    source = finding.source
    if _is_put_in(finding) and source is not None:
        at = f" ({visible(source.path)}:{source.line})" if source.path else ""
        yield f"put in from {visible('.'.join(source.symbol.rsplit('.', 2)[-2:]))}{at}"


def _is_put_in(finding: Finding) -> bool:
    """Whether only what flows into the column makes it personal."""
    return finding.source is not None and finding.source.symbol.rpartition(".")[0] != finding.owner


def _as_many(names: Sequence[str], room: int) -> list[str]:
    """As many names as fit, at least one; the rest is counted."""
    kept: list[str] = []
    used = 0
    for name in names:
        used += cells(name) + 2
        if kept and used > room - (12 if len(kept) < len(names) - 1 else 0):
            break
        kept.append(name)
    return kept
