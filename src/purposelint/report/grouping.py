"""Which findings a person reads together: those of one call, and the undeclared fields of one model."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from purposelint.domain.catalog import CONFIDENCES
from purposelint.domain.place import Place
from purposelint.domain.verdict import NOT_COUNTED, SEVERITIES, Finding, Severity, Verdict

STORED_WITHOUT_PURPOSE = "PUR301"


class Group(NamedTuple):
    """Findings of one place, worst first."""

    place: Place
    findings: tuple[Finding, ...]

    @property
    def severity(self) -> Severity:
        """The worst severity among them."""
        return min((finding.severity for finding in self.findings), key=SEVERITIES.index)

    @property
    def order(self) -> tuple[int, Place]:
        """Errors first, then by place."""
        return SEVERITIES.index(self.severity), self.place


class Model(NamedTuple):
    """A stored model of which some fields have no purpose: an inventory, not one alarm a field."""

    owner: str
    place: Place
    severity: Severity
    undeclared: tuple[Finding, ...]
    fields: int
    declared: int


def open_findings(verdict: Verdict) -> tuple[Finding, ...]:
    """Findings that nothing silences."""
    return tuple(finding for finding in verdict.findings if finding.status == "open")


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """Findings worst first, of those the most certain first, then by place: what is cut off is the least."""
    return sorted(
        findings,
        key=lambda one: (
            SEVERITIES.index(one.severity),
            CONFIDENCES.index(one.confidence),
            one.place,
            *_rank(one)[1:],
        ),
    )


def doubt_of(finding: Finding) -> str:
    """How sure a finding is, in words; '' for one that is as sure as findings are."""
    return "" if finding.confidence == "high" else f"{finding.confidence} confidence"


def folds(finding: Finding) -> bool:
    """Whether a finding is one field of a model's inventory: what must never be stored stands alone."""
    inventory = finding.code == STORED_WITHOUT_PURPOSE and finding.severity != "error"
    return inventory and bool(finding.owner) and finding.data is None


def groups(findings: Iterable[Finding]) -> list[Group]:
    """Findings that do not fold, those of one call together: errors first, then by place."""
    by_place: dict[Place, list[Finding]] = {}
    for finding in findings:
        if not folds(finding):
            by_place.setdefault(finding.place, []).append(finding)
    made = [Group(place, tuple(sorted(members, key=_rank))) for place, members in by_place.items()]
    return sorted(made, key=lambda group: group.order)


def models(verdict: Verdict) -> list[Model]:
    """Models with undeclared stored fields, by place."""
    undeclared: dict[str, list[Finding]] = {}
    for finding in open_findings(verdict):
        if folds(finding):
            undeclared.setdefault(finding.owner, []).append(finding)
    declared: dict[str, set[str]] = {}
    for judgement in verdict.judgements:
        made = judgement.finding
        if made.activity == "store" and made.owner in undeclared and judgement.verdict == "permitted":
            declared.setdefault(made.owner, set()).add(field_name(made))
    return sorted(
        (_model(owner, found, declared.get(owner, set())) for owner, found in undeclared.items()),
        key=lambda model: (SEVERITIES.index(model.severity), model.place),
    )


def field_name(finding: Finding) -> str:
    """Name of the stored field: `email` of `app.models.Customer.email`; of a column what took it in."""
    owner, _, name = finding.source.symbol.rpartition(".") if finding.source else ("", "", "")
    return name if name and owner == finding.owner else finding.expr or name or finding.element or ""


def not_counted(findings: Iterable[Finding]) -> dict[str, str]:
    """What is wrong with comments at fields that mean to declare them, by the field's name."""
    found: dict[str, str] = {}
    for finding in findings:
        said = finding.message.partition(NOT_COUNTED)[2]
        if said:
            found.setdefault(field_name(finding), said)
    return found


def _model(owner: str, found: list[Finding], declared: set[str]) -> Model:
    names = {field_name(finding) for finding in found}
    return Model(
        owner,
        min(finding.place for finding in found),
        min((finding.severity for finding in found), key=SEVERITIES.index),
        tuple(sorted(found, key=lambda finding: (finding.place, finding.element or ""))),
        len(names | declared),
        len(declared - names),
    )


def _rank(finding: Finding) -> tuple[int, str, Place, str, str]:
    at = finding.data or finding.place
    return SEVERITIES.index(finding.severity), finding.code, at, finding.element or "", finding.fingerprint
