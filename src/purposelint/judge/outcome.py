"""What becomes of each case, and the finding that tells of it."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from purposelint.domain.catalog import CONFIDENCES, Catalog
from purposelint.domain.flows import Hop
from purposelint.domain.place import Place
from purposelint.domain.policy import Policy
from purposelint.domain.settings import Configuration
from purposelint.domain.verdict import Finding, Severity, Source
from purposelint.judge import messages
from purposelint.judge.cases import Case
from purposelint.judge.checks import first_breach
from purposelint.judge.checks.breach import Breach
from purposelint.judge.declarations.coverage import Coverage
from purposelint.judge.declarations.model import Declaration, Exemption
from purposelint.judge.hosts import bare_host
from purposelint.judge.likely import Kinds, proposal
from purposelint.judge.severity import is_selected, quiet_because, severity_of
from purposelint.judge.weigh import Weighed, weigh


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """A case with its verdict (as in `Judgement`) and why; `breach` is kept for quiet ones too.

    `parameter` is the one that brings a finding's data, '' where none does.
    """

    weighed: Weighed
    verdict: str
    why: str
    breach: Breach | None = None
    exemption: Exemption | None = None
    parameter: str = ""

    @property
    def case(self) -> Case:
        """What was judged."""
        return self.weighed.case

    @property
    def code(self) -> str:
        """The code of the breach, '' where there is none."""
        return self.breach.code.code if self.breach is not None else ""

    @property
    def plainness(self) -> tuple[object, ...]:
        """Order of outcomes that are told together: the first stands for all."""
        case = self.case
        certainty = CONFIDENCES.index(case.confidence)
        return (case.pseudonym, certainty, len(case.trace), case.source.symbol, case.trace)


class Decider:
    """Decides cases one by one, under one policy and configuration."""

    def __init__(self, coverage: Coverage, policy: Policy, catalog: Catalog, asked: Configuration) -> None:
        self._coverage = coverage
        self._policy = policy
        self._catalog = catalog
        self._asked = asked
        self._kinds = Kinds(catalog)

    def decide(self, case: Case) -> Outcome:
        """What becomes of a case. Declarations count as used whatever the verdict."""
        exemption = self._coverage.exemption(case)
        kind, strict = self._kinds.of(case), self._asked.strict_callers
        named = self._kinds.named(case)
        weighed = weigh(case, self._coverage, self._policy, kind, named, strict_callers=strict)
        denied = exemption.words if exemption is not None else self._denied(case)
        if denied:
            return Outcome(weighed, "quiet", f"declared not personal: {denied}", exemption=exemption)
        if case.guard:
            return Outcome(weighed, "guarded", case.guard)
        breach = first_breach(weighed)
        if breach is None:
            return Outcome(weighed, "permitted", messages.permitted(weighed))
        why = quiet_because(case, self._catalog, self._policy, self._asked)
        if not why and not is_selected(breach.code.code, self._asked):
            why = f"{breach.code.code} is switched off"
        breach = self._mended(breach, weighed)
        if why:
            return Outcome(weighed, "quiet", why, breach)
        told, parameter = f"{breach.code.code}: {breach.code.name}", self._coverage.parameter(case)
        return Outcome(weighed, "finding", told, breach, parameter=parameter)

    def _mended(self, breach: Breach, weighed: Weighed) -> Breach:
        """The breach with a purpose for a remedy, where one helps."""
        if not breach.proposes:
            return breach
        remedy = proposal(self._policy, weighed, preferred=breach.preferred)
        return msgspec.structs.replace(breach, remedy=remedy)

    def _denied(self, case: Case) -> str:
        """Why a docstring or dataset says that it is not personal, unless the field declares a purpose."""
        return case.source.denied if self._coverage.ceiling(case) is None else ""


def finding_of(outcome: Outcome) -> Finding:
    """The finding that tells of an outcome; without code and name where nothing is wrong."""
    case, breach = outcome.case, outcome.breach
    cover = outcome.weighed.cover
    clause = breach.clause if breach is not None else _clauses(outcome.weighed)
    return Finding(
        code=outcome.code,
        name=breach.code.name if breach is not None else "",
        message=breach.message if breach is not None else outcome.why,
        place=case.place,
        severity=_severity(breach, outcome.weighed) if breach is not None else "note",
        activity=case.activity,
        element=case.element,
        data=case.data,
        expr=case.expr,
        source=_source(case, outcome.parameter),
        sink_id=case.sink_id,
        sink=case.sink,
        vendor=case.vendor or None,
        host=bare_host(case.host) if case.host else "",
        recipient=outcome.weighed.recipient,
        purposes=cover.purposes if cover is not None else (),
        clause=clause or None,
        confidence=case.confidence,
        trace=case.trace,
        remedy=breach.remedy if breach is not None else "",
        owner=case.owner,
        evidence=case.source.evidence,
        declared=_declared(outcome.weighed),
        message_at=case.message_at,
    )


def _severity(breach: Breach, weighed: Weighed) -> Severity:
    return severity_of(breach.code, weighed.case, never=weighed.never is not None)


def _declared(weighed: Weighed) -> tuple[Hop, ...]:
    """The declarations that were asked: what is in force, then what the field allows."""
    covers = [cover for cover in (weighed.cover, weighed.ceiling) if cover is not None]
    return tuple(dict.fromkeys(_said(each) for cover in covers for each in cover.declarations))


def _said(declaration: Declaration) -> Hop:
    to = f" to {', '.join(declaration.recipients)}" if declaration.recipients else ""
    return Hop(declaration.place, f"declared for {', '.join(declaration.purposes)}{to}")


def _source(case: Case, parameter: str) -> Source:
    place: Place = case.source.place or case.origin
    return Source(case.source.symbol, place.path, place.span.line, parameter)


def _clauses(weighed: Weighed) -> str:
    return ", ".join(sorted({ruling.clause for _, ruling in weighed.answers if ruling.clause}))
