"""Who vouches for what, and what ends which flows: the piles of a run by their causes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from purposelint.domain.dossier import Ledger, Silencer, Vouched
from purposelint.domain.settings import Settings
from purposelint.domain.verdict import Judgement
from purposelint.judge.ask import SELF
from purposelint.judge.declarations.model import Declaration, Exemption, Suppression
from purposelint.judge.declarations.reading import Declared
from purposelint.judge.hosts import bare_host, is_on, is_own
from purposelint.judge.outcome import Outcome

BROAD = frozenset({"class", "module", "file"})
"""Levels at which a declaration speaks for what nobody has read yet."""


def ledger_of(
    declared: Declared,
    outcomes: Sequence[Outcome],
    judgements: Sequence[Judgement],
    hidden: Mapping[str, Suppression],
    settings: Settings,
) -> Ledger:
    """Every declaration, suppression, exemption and own host with the flows that it touches.

    `outcomes` and `judgements` are of the same cases; `hidden` are suppressions by the fingerprint of what
    they hide.
    """
    vouched = tuple(_vouched(declared, outcomes, settings))
    found = [
        *_suppressions(declared, judgements, hidden),
        *_exemptions(declared, outcomes),
        *(_broad(one) for one in vouched if one.level in BROAD),
        *_own_hosts(outcomes, settings),
    ]
    return Ledger(vouched, tuple(found))


def _vouched(declared: Declared, outcomes: Sequence[Outcome], settings: Settings) -> Iterator[Vouched]:
    flows: dict[Declaration, list[int]] = {}
    for index, outcome in enumerate(outcomes):
        cover = outcome.weighed.cover
        for one in cover.declarations if cover is not None else ():
            flows.setdefault(one, []).append(index)
    placed = settings.declarations()
    for one in declared.declarations:
        entry = placed[one.node.holder].declare if one.node.level == "file" else None
        yield Vouched(
            carrier=one.carrier,
            level=one.node.level,
            scope=one.node.name,
            place=one.place,
            elements=one.elements,
            purposes=one.purposes,
            recipients=one.recipients,
            because=one.because,
            by=entry.by if entry else "",
            on=entry.on if entry else "",
            review_by=entry.review_by if entry else "",
            flows=tuple(flows.get(one, ())),
            reach=(*entry.paths, *entry.symbols) if entry else (),
        )


def _broad(one: Vouched) -> Silencer:
    to = f" to {', '.join(one.recipients)}" if one.recipients else ""
    scope = one.scope if one.level != "file" else ", ".join(one.reach) or "every file"
    what = f"{', '.join(one.elements) or 'any element'} for {', '.join(one.purposes)}{to}: {scope}"
    return Silencer("broad declaration", what, one.place, one.because, one.by, one.review_by, one.flows)


def _suppressions(
    declared: Declared, judgements: Sequence[Judgement], hidden: Mapping[str, Suppression]
) -> Iterator[Silencer]:
    flows: dict[Suppression, list[int]] = {}
    for index, judgement in enumerate(judgements):
        found = hidden.get(judgement.finding.fingerprint)
        if found is not None and judgement.finding.status == "suppressed":
            flows.setdefault(found, []).append(index)
    for bound in declared.bounds.values():
        for one in bound.suppressions:
            rules = (f"{rule.code}: {rule.element}" if rule.element else rule.code for rule in one.rules)
            what = ", ".join(rules)
            until = one.until.isoformat() if one.until is not None else ""
            told = tuple(flows.get(one, ()))
            yield Silencer("suppression", what, one.place, one.reason, until=until, flows=told)


def _exemptions(declared: Declared, outcomes: Iterable[Outcome]) -> Iterator[Silencer]:
    flows: dict[Exemption, list[int]] = {}
    symbols: dict[Exemption, set[str]] = {}
    for index, outcome in enumerate(outcomes):
        if outcome.exemption is not None:
            flows.setdefault(outcome.exemption, []).append(index)
            symbols.setdefault(outcome.exemption, set()).add(outcome.case.source.symbol)
    for one in declared.exemptions:
        what = ", ".join(sorted(symbols.get(one, ()))) or f"{one.node.name} in {one.place.symbol}"
        yield Silencer("not-personal", what, one.place, one.words, flows=tuple(flows.get(one, ())))


def _own_hosts(outcomes: Sequence[Outcome], settings: Settings) -> Iterator[Silencer]:
    """Hosts of the configuration, whether anything goes there or not; others where something does."""
    sent = {
        index: bare_host(outcome.case.host)
        for index, outcome in enumerate(outcomes)
        if outcome.case.host and outcome.weighed.recipient == SELF
    }
    for pattern in settings.configuration.own_hosts:
        flows = tuple(index for index, host in sent.items() if is_on(host, pattern))
        yield Silencer("own host", pattern, None, "stated in own-hosts", flows=flows)
        sent = {index: host for index, host in sent.items() if index not in flows}
    for what, reason, is_so in (
        ("private addresses, and names without a dot", "nobody outside can have them", True),
        ("hosts of the recipient self", "stated in the policy", False),
    ):
        flows = tuple(index for index, host in sent.items() if is_own(host) is is_so)
        if flows:
            yield Silencer("own host", what, None, reason, flows=flows)
