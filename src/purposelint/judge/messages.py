"""What findings say: what flows where, what the policy says of it, and what would mend it."""

from __future__ import annotations

import re

from purposelint.domain.place import Place
from purposelint.domain.policy import Ruling
from purposelint.domain.verdict import NO_PURPOSE
from purposelint.judge.ask import SELF, UNMAPPED
from purposelint.judge.cases import Case
from purposelint.judge.declarations.coverage import Cover
from purposelint.judge.declarations.directives import WHY
from purposelint.judge.hosts import bare_host
from purposelint.judge.weigh import TERMINAL, Weighed

_LONGEST = 60
_SHOWN = 5
_READ = "read as "
"""How a step begins at which a name is read."""


def without_purpose(weighed: Weighed) -> str:
    """PUR101, PUR201, PUR301."""
    parts = [f"{_what(weighed)} without a declared purpose{_route(weighed.case)}"]
    if weighed.asks_callers and weighed.cover is not None:
        helper = weighed.cover.node.name
        parts.append(f"{helper} declares its own, and each caller must state the purpose of the call")
    parts.append(_would_permit(weighed))
    return _sentences(parts)


def not_permitted(weighed: Weighed, purpose: str, ruling: Ruling) -> str:
    """PUR102, PUR202, PUR302: forbidden or silent."""
    refusal = (
        f"which contradicts {_clause(ruling)}"
        if ruling.answer == "forbidden"
        else ("which the policy does not permit")
    )
    head = f"{_what(weighed)} for {purpose}, {refusal}{_route(weighed.case)}"
    why = ruling.why.removeprefix(f"{ruling.clause}: ")
    return _sentences([head, why, _declared_by(weighed), _would_permit(weighed)])


def condition_not_stated(weighed: Weighed, purpose: str, ruling: Ruling) -> str:
    """PUR102, PUR202, PUR302: permitted, if only the declaration stated why."""
    head = f"{_what(weighed)} for {purpose}, which {_clause(ruling)} permits under a condition"
    return _sentences([head, f"the declaration must state after `because`: {ruling.requires}"])


def outside_helper(weighed: Weighed) -> str:
    """PUR102, PUR202, PUR302 under `strict-callers`: the caller's purpose is none of the helper's."""
    assert weighed.cover is not None
    assert weighed.caller is not None
    head = f"{_what(weighed)} for {', '.join(weighed.caller.purposes)}"
    helper = f"{weighed.cover.node.name}, which is declared for {', '.join(weighed.cover.purposes)} alone"
    return _sentences([f"{head} through {helper}"])


def other_recipient(weighed: Weighed) -> str:
    """PUR102, PUR202, PUR302: `to` names someone else."""
    assert weighed.cover is not None
    said = ", ".join(weighed.cover.recipients)
    stays = "where it stays with the service itself"
    where = stays if weighed.recipient == SELF else f"which the policy knows as {weighed.recipient}"
    head = f"{_what(weighed)}, {where}; the declaration says {said}"
    return _sentences([head, _declared_by(weighed)])


def recipient_not_in_policy(weighed: Weighed) -> str:
    """PUR203."""
    case = weighed.case
    is_known = bool(case.vendor or case.host)
    rest = (
        "and the policy maps that to no recipient"
        if is_known
        else "so no recipient of the policy can be found"
    )
    head = f"{_what(weighed)}, {rest}{_route(case)}"
    return _sentences([head, _declared_by(weighed)])


def beyond_field(weighed: Weighed, ceiling: Cover) -> tuple[str, str]:
    """PUR403 about purposes, with its remedy: what the field would declare, if it may be kept for that."""
    extra = ", ".join(weighed.beyond)
    field = weighed.case.source.symbol
    declared = ", ".join(ceiling.purposes)
    head = f"{_what(weighed)} for {extra}; {field} is declared for {declared} alone"
    if weighed.not_kept:
        why = f"{weighed.not_kept}, so its field cannot be kept for that"
        return _sentences([head, why]), take_out(weighed.case)
    return _sentences([head]), f"# purpose: {', '.join((*ceiling.purposes, *weighed.beyond))}"


def beyond_recipients(weighed: Weighed, ceiling: Cover) -> tuple[str, str]:
    """PUR403 about recipients, with its remedy."""
    declared = ", ".join(ceiling.recipients)
    field = weighed.case.source.symbol
    head = f"{_what(weighed)}, that is {weighed.recipient}; {field} is declared to go to {declared} alone"
    widened = ", ".join((*ceiling.recipients, weighed.recipient))
    return _sentences([head]), f"# purpose: {', '.join(ceiling.purposes)} to {widened}"


def element_not_in_policy(weighed: Weighed) -> str:
    """PUR501."""
    return _sentences([f"{_what(weighed)}, and the policy never mentions {weighed.case.element}"])


def open_question(weighed: Weighed, purpose: str, ruling: Ruling) -> str:
    """PUR503."""
    head = f"{_what(weighed)} for {purpose}; whether the policy permits that, {_clause(ruling)} leaves open"
    return _sentences([head, ruling.why])


def remedy_without_purpose(weighed: Weighed) -> str:
    """What to do where no declaration helps."""
    if weighed.recipient == UNMAPPED and weighed.never is None:
        return remedy_map(weighed)
    return take_out(weighed.case)


def remedy_map(weighed: Weighed) -> str:
    """The line that a recipient of the policy lacks, with the recipients that may have the data."""
    case, out = weighed.case, take_out(weighed.case)
    if not (case.vendor or case.host):
        return _remedy_address(case)
    who = case.vendor or bare_host(case.host)
    if not weighed.could_get:
        return f"{out}, or have the policy say who {who} is and permit it"
    line = f'vendors = ["{who}"]' if case.vendor else f'hosts = ["{who}"]'
    names = " or ".join(f"[recipients.{name}]" for name in weighed.could_get[:_SHOWN])
    below = f"write below {names}, or add to the list that stands there"
    then = ", then say here what it is for" if weighed.cover is None else ""
    return f"if that is whom the policy means, {below}{then}: {line}"


def _remedy_address(case: Case) -> str:
    """What shows who receives it, where nobody wrote the address down."""
    shown = "write the address as a constant"
    if (case.sink.path, case.sink.span) != (case.place.path, case.place.span):
        helper = case.sink.symbol.rpartition(".")[2] or case.call
        shown = f"have whoever calls {helper} ({at(case.sink)}) hand it an address that is a constant"
    return f"{shown}, or have the policy permit it to `{UNMAPPED}`, with the clause that says so"


def remedy_named(weighed: Weighed) -> str:
    """What the policy lacks of an element that it never names."""
    case = weighed.case
    if weighed.anything and weighed.cover is not None:
        return f'mentions = ["{case.element}"]'
    if weighed.anything:
        return f"if the policy covers it, add {case.element} to its `mentions`, then say here what it is for"
    return f"{take_out(case)}, or have the policy permit it, with the clause that says so"


def permitted(weighed: Weighed) -> str:
    """Why a case is no finding: what is declared, by whom, and the clauses."""
    assert weighed.cover is not None
    clauses = sorted({ruling.clause for _, ruling in weighed.answers if ruling.clause})
    cited = f", clause {', '.join(clauses)}" if clauses else ""
    return f"declared: {', '.join(weighed.cover.purposes)}{cited}{_by_helper(weighed)}"


def _by_helper(weighed: Weighed) -> str:
    cover, case = weighed.cover, weighed.case
    if cover is not None and case.column and cover.step:
        return f" (where it is put in, at {at(cover.declarations[0].place)})"
    if cover is None or case.column or cover.step >= len(case.handed) - 1:
        is_table = cover is not None and cover.node.level == "file"
        return f" (by {cover.node.name}, line {_line(cover)})" if cover is not None and is_table else ""
    return f" ({cover.node.name} declares it for its caller {case.place.symbol})"


def _line(cover: Cover) -> int:
    return cover.declarations[0].place.span.line


def _declared_by(weighed: Weighed) -> str:
    """Where the declaration stands, when it is not at the finding's own statement."""
    cover = weighed.cover
    if cover is None:
        return ""
    place = cover.declarations[0].place
    if place.path == weighed.case.place.path and cover.node.level not in {"function", "class", "module"}:
        return ""
    return f"the purpose is declared at {at(place)}"


def _would_permit(weighed: Weighed) -> str:
    if weighed.never is not None:
        why = f" ({weighed.never.why})" if weighed.cover is None else ""
        return f"{NO_PURPOSE}{why}: {take_out(weighed.case)}{_or_show(weighed)}"
    if weighed.anything:
        return ""
    if weighed.permitted:
        shown = ", ".join(weighed.permitted[:_SHOWN])
        more = len(weighed.permitted) - _SHOWN
        return f"the policy permits here: {shown}" + (f" and {more} more" if more > 0 else "")
    if weighed.recipient == UNMAPPED and (weighed.case.vendor or weighed.case.host):
        return f"the policy does not say who {_receiver(weighed.case)} is, so it permits no purpose here"
    if weighed.recipient == UNMAPPED:
        return "the code does not show who receives it, so the policy permits no purpose here"
    return "the policy permits no purpose here"


def _what(weighed: Weighed) -> str:
    """`identity.email (user.email) is logged by logger.info`."""
    case = weighed.case
    name = case.element
    if case.stored:
        hashed = ", hashed without a key," if case.pseudonym else ""
        return f"{name}{hashed} is stored in {_tail(case.owner)}.{case.expr}"
    told = case.message_at is not None and case.expr == case.call  # the call takes the exception by itself
    expr = "" if told else _short(case.expr)
    subject = f"{name} (`{expr}`)" if expr else name
    within = " in an exception's message" if told else ""
    if case.pseudonym:
        subject += ", hashed without a key,"
    by = _short(case.call) + (f" (set up by {case.set_up})" if case.set_up else "") + _in_variables(case)
    if case.activity == "log":
        return f"{subject} is logged{within} by {by}"
    if case.activity == "share":
        return f"{subject} is sent{within} to {_receiver(case)} by {by}"
    return f"{subject} is stored{within} by {by}"


def _in_variables(case: Case) -> str:
    if not case.frames:
        return ""
    return f" with the local variables of whoever reports an exception ({at(case.trace[-2].place)})"


def _route(case: Case) -> str:
    """How it gets there, where the finding's own line does not show it."""
    parts = []
    if case.source.place is not None and not case.stored and case.source.place.path != case.place.path:
        parts.append(f"from {case.source.symbol}")
    if (case.sink.path, case.sink.span) != (case.place.path, case.place.span):
        parts.append(f"through {case.sink.symbol} ({at(case.sink)})")
    if case.callers:
        parts.append(f"as {len(case.callers)} calls hand it on, first at {at(case.callers[0])}")
    return f", {' '.join(parts)}" if parts else ""


def _receiver(case: Case) -> str:
    return case.vendor or case.host or "an address that the code does not show"


def at(place: Place) -> str:
    """A place as reports tell it: `app/models.py:12`."""
    return f"{place.path}:{place.span.line}"


def _or_show(weighed: Weighed) -> str:
    """What is left for a command that is there to show it to whoever runs it."""
    if weighed.kind != TERMINAL:
        return ""
    code = "PUR101" if weighed.cover is None else "PUR102"
    rule = f"ignore[{code}: {weighed.case.element}]"
    return f"; a command whose purpose it is to show it says so: # purposelint: {rule} {WHY}"


def take_out(case: Case) -> str:
    """What ends a case that no purpose would."""
    if case.stored:
        return f"do not store {case.expr}"
    if case.frames:
        return f"keep local variables out of what {_short(case.call)} sends"
    if case.message_at is not None:
        return f"leave it out of the exception's message, at {at(case.message_at)}"
    if case.expr and case.expr == case.call and case.trace:
        return _keep_out(case)
    return f"take {_quoted(_short(case.expr)) or case.element} out of the call"


def _keep_out(case: Case) -> str:
    """Where what an exception or the called object holds enters: no argument carries it."""
    first = case.trace[0]
    name = first.note.removeprefix(_READ) if first.note.startswith(_READ) else case.element
    taken = _quoted(_short(name))
    return f"keep {taken}, which enters at {at(first.place)}, out of what {_short(case.call)} takes along"


def _clause(ruling: Ruling) -> str:
    """`clause 1.3`, a standard by its own name."""
    if not ruling.clause:
        return "the policy"
    return f"clause {ruling.clause}" if ruling.clause[0].isdigit() else ruling.clause


def _tail(symbol: str) -> str:
    return symbol.rpartition(".")[2]


def _quoted(text: str) -> str:
    """Code within a sentence: what has blanks of its own needs its bounds shown."""
    return f"`{text}`" if " " in text else text


_BREAK = re.compile(r"(?<!\\)(?:\\\\)*\\[nrt]")
"""A line's end or a tab as a text's literal writes it, with backslashes before it."""


def _short(text: str) -> str:
    """Code on one line, cut where it is long; a backtick of its own would end the quotation."""
    flat = " ".join(_BREAK.sub(" ", text).split()).replace("`", "'")
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 3] + "..."


def _sentences(parts: list[str]) -> str:
    """Parts that say something, as sentences."""
    kept = [part.strip().rstrip(".") for part in parts if part.strip()]
    return ". ".join([kept[0], *(_capitalised(part) for part in kept[1:])])


def _capitalised(sentence: str) -> str:
    """With a capital, unless it begins with the id of something."""
    first = sentence.partition(" ")[0]
    return sentence[:1].upper() + sentence[1:] if first.isalpha() else sentence
