"""The words of the report: what became of a flow, who receives, where something stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from purposelint.domain.catalog import CONFIDENCES, Confidence
from purposelint.domain.dossier import Dossier
from purposelint.domain.verdict import Finding, Judgement, Verdict

SELF = "self"
OWN = "the service itself"
UNMAPPED = "unmapped"
NOWHERE = "an unknown address"
"""Who gets what is sent where the code does not state: a setting, a parameter."""

NOT_PERSONAL = "not-personal"
OPEN = ("error", "warning", "note")
STATES: Mapping[str, str] = {
    "error": "error",
    "warning": "warning",
    "note": "note",
    "suppressed": "suppressed",
    "baselined": "accepted in the baseline",
    "permitted": "permitted",
    "guarded": "protected",
    "quiet": "not asked about",
    NOT_PERSONAL: "said not to be personal",
}
"""What became of a flow, gravest first, in words for a reader; the keys are also classes of the style."""

ACTIVITIES: Mapping[str, str] = {"store": "stored", "log": "logged", "share": "sent"}


BREACHES: Mapping[str, str] = {
    "logged-without-purpose": "without a declared purpose",
    "sent-without-purpose": "without a declared purpose",
    "stored-without-purpose": "without a declared purpose",
    "logging-not-permitted": "for what the policy does not permit",
    "sending-not-permitted": "for what the policy does not permit",
    "storing-not-permitted": "for what the policy does not permit",
    "recipient-not-in-policy": "which is not in the policy",
    "purpose-beyond-field": "beyond what its field is declared for",
    "element-not-in-policy": "though the policy never names it",
    "open-question": "which the policy leaves open",
    "unknown-word": "A declaration with an unknown word",
    "unreadable-declaration": "A declaration that cannot be read or contradicts another",
    "unused-declaration": "A declaration that nothing uses",
    "suppression-without-reason": "A suppression without a reason",
    "unused-suppression": "A suppression that hides nothing",
    "expired-suppression": "A suppression that has expired",
}
"""What is wrong, by the name of the code: of a flow behind what happens in it, of a comment by itself."""

_GUARDED: Mapping[str, str] = {
    "masked": "what identifies somebody is masked by {}",
    "encrypted": "it is encrypted by {}",
    "nothing": "nothing of it passes {}",
}


class Party(NamedTuple):
    """Who gets data: the policy's recipient, and the vendor or host in the code, if any."""

    recipient: str
    name: str


class Spot(NamedTuple):
    """A line of the source."""

    path: str
    line: int


def state_of(judgement: Judgement) -> str:
    """A key of `STATES`."""
    if judgement.verdict != "finding":
        exempted = judgement.verdict == "quiet" and not judgement.finding.code
        return NOT_PERSONAL if exempted else judgement.verdict
    return state_of_finding(judgement.finding)


def state_of_finding(finding: Finding) -> str:
    """A key of `STATES`: its severity where nothing silences it."""
    return finding.severity if finding.status == "open" else finding.status


def party_of(finding: Finding) -> Party:
    """Who gets the data of a flow; an address that the code does not state has a name too."""
    recipient = finding.recipient or SELF
    nobody = NOWHERE if recipient == UNMAPPED else ""
    vendor = (finding.vendor or "").replace("_", " ")
    return Party(recipient, vendor or finding.host or nobody)


def headline(finding: Finding, dossier: Dossier | None) -> tuple[str, str, str]:
    """What a finding or flow is about, what is done with it, and what is wrong, '' for nothing."""
    wrong = BREACHES.get(finding.name, finding.name.replace("-", " "))
    if not finding.element:
        return wrong, "", ""
    done = ACTIVITIES.get(finding.activity or "", "used")
    party = party_of(finding)
    name = party.name or recipient_title(party.recipient, dossier)
    to = f" to {name}" if finding.activity == "share" else ""
    return title_of(finding.element, dossier), done + to, wrong


def guarded_by(why: str, dossier: Dossier | None) -> str:
    """What is left of it, of a judgement's `text.domain (masked)`: in its entry's words, if it has any."""
    guard, _, gives = why.partition(" (")
    does = dossier.guards.get(guard, "") if dossier is not None else ""
    return does or (_GUARDED[gives[:-1]].format(guard) if gives[:-1] in _GUARDED else why)


def quiet_since(why: str) -> str:
    """Why something that lacks a purpose or permission is no finding, in words for a reader."""
    words = why.split()
    if len(words) == 6 and words[0] in {"sensitivity", "confidence"}:
        return f"its {words[0]} is {words[1]}, and this run asks for {words[-1]} and above"
    return f"{words[0]} is switched off in this run" if why.endswith(" is switched off") else why


def spot_of(finding: Finding) -> Spot:
    """Where a finding stands."""
    return Spot(finding.place.path, finding.place.span.line)


def least_confidence(verdict: Verdict) -> Confidence:
    """The confidence that the run was asked for, the lowest where it does not say."""
    asked = verdict.run.options.get("min-confidence", CONFIDENCES[-1])
    return next((one for one in CONFIDENCES if one == asked), CONFIDENCES[-1])


def title_of(element: str, dossier: Dossier | None) -> str:
    """What an element is called, its id where nobody says."""
    known = dossier.elements.get(element) if dossier is not None else None
    return known.title if known is not None else element


def own_words(recipient: str) -> str:
    """A recipient's name, but for the service itself, of which nobody speaks as `self`."""
    return OWN if recipient == SELF else recipient


def recipient_title(name: str, dossier: Dossier | None) -> str:
    """What the policy calls a recipient, its name where it does not say."""
    if name == UNMAPPED:
        return "not in the policy"
    known = dossier.policy.recipients.get(name) if dossier is not None else None
    return known.title if known is not None and known.title else name


def purpose_title(name: str, dossier: Dossier | None) -> str:
    """What the policy calls a purpose, its name where it does not say."""
    known = dossier.policy.purposes.get(name) if dossier is not None else None
    return known.title if known is not None else name


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 flow`, `2 flows`, `1,000 flows`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def states_counted(state: str, number: int) -> str:
    """`1 error`, `2 errors`, `2 permitted`."""
    return f"{number:,} {STATES[state]}{'s' if state in OPEN and number != 1 else ''}"
