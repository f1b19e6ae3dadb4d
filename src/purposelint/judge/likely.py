"""Which of the permitted purposes is most likely meant: what a finding proposes, or leaves to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase

from purposelint.domain.catalog import Catalog
from purposelint.domain.policy import Policy
from purposelint.domain.words import words as words_of
from purposelint.judge.ask import SELF, UNMAPPED, ask, includes
from purposelint.judge.cases import Case
from purposelint.judge.declarations.coverage import Cover
from purposelint.judge.hinting import hinted, words_around
from purposelint.judge.messages import at, take_out
from purposelint.judge.weigh import Weighed, goes_beyond

_SHOWN = 5
_INSIDE = ("element", "parameter")
"""Declarations within a statement, which go before what is said of the statement."""

_ANY = "*"
_SAYS_KIND, _SAYS_ELEMENT, _SAYS_GROUP, _SAYS_ALL = 8, 4, 2, 1
"""How much it says that a purpose is usual for something: who receives it says more than what it is.

What keeps it says as much as who receives it.
"""


class Kinds:
    """What kind of vendor, or of library, takes data: `payment`, `mail`, `error_monitoring`."""

    def __init__(self, catalog: Catalog) -> None:
        self._of_vendor: dict[str, set[str]] = {}
        self._of_sink: dict[str, str] = {}
        # Sinks with the vendor that they or their file name: others are found by the address.
        self._stated: set[tuple[str, str]] = set()
        for library in catalog.libraries.values():
            if library.vendor:
                self._of_vendor.setdefault(library.vendor, set()).add(library.kind)
            for sink in library.sink:
                self._of_sink[sink.id] = sink.kind or library.kind
                self._stated.add((sink.id, sink.vendor or library.vendor))

    def of(self, case: Case) -> str:
        """'' where nothing is known, and for a vendor of several kinds whose address alone is known."""
        kinds = self._of_vendor.get(case.vendor, set())
        if not kinds or (case.sink_id, case.vendor) in self._stated:
            return self._of_sink.get(case.sink_id, "")
        return next(iter(kinds)) if len(kinds) == 1 else ""

    def named(self, case: Case) -> frozenset[str]:
        """Kinds of the vendors of one kind that the names of functions and modules around a case mention."""
        if case.activity != "share" or case.vendor:
            return frozenset()
        kinds = (self._of_vendor.get(word, ()) for word in words_around(case))
        return frozenset(kind for found in kinds if len(found) == 1 for kind in found)


def proposal(
    policy: Policy, weighed: Weighed, beside: Iterable[Weighed] = (), preferred: Sequence[str] = ()
) -> str:
    """A declaration to paste, or the words to choose one from where none is clearly best.

    `beside` is what else the statement does, which its declaration would cover too: a purpose that fits all
    of it goes before others, else the declaration names its element. So does one at the header of a class for
    a field that comes with a base: others may come too. `preferred` purposes are proposed if they mend it.
    Nothing is proposed that would be a finding itself: where only what goes beyond the field's own
    declaration fits, the words say so. '' where the policy permits none at all.
    """
    if not weighed.permitted:
        return ""
    named = f"{weighed.case.element} for "
    inherited = weighed.case.stored and weighed.case.source.inherited
    if preferred and all(name in weighed.permitted and _lands(policy, weighed, name) for name in preferred):
        return _written(policy, preferred, [weighed], named if inherited else "")
    others = tuple(beside)
    alike = [one for one in others if one.case.element == weighed.case.element]
    narrow = (named, (weighed, *alike))
    for lead, asked in (narrow,) if inherited else (("", (weighed, *others)), narrow):
        found = _likely(policy, asked)
        if len(found) == 1:
            return _written(policy, found, asked, lead)
        if len(found) > _SHOWN:
            hint = _hint(policy, found, asked)
            return f"say what it is for{_where(weighed)} with `# purpose: {lead}...`{hint}"
        if found:
            return f"say what it is for{_where(weighed)} with `# purpose: {lead}...`, one of {_some(found)}"
    return _out_of_bounds(policy, weighed)


def _hint(policy: Policy, purposes: Sequence[str], asked: Sequence[Weighed]) -> str:
    """Where nothing speaks for one of many purposes: what names around speak of, and where all are told."""
    names = hinted(policy, purposes, asked)
    perhaps = f", perhaps {_some(names)}" if names else ""
    return f"{perhaps} (`purposelint policy show` lists all {len(purposes)})"


def _written(policy: Policy, purposes: Sequence[str], asked: Sequence[Weighed], lead: str = "") -> str:
    """The comment, led by where it goes if that is not the finding's own statement."""
    weighed = asked[0]
    said = weighed.cover.recipients if weighed.cover is not None else ()
    to = f" to {weighed.recipient}" if said and weighed.recipient not in {SELF, UNMAPPED} else ""
    comment = f"# purpose: {lead}{', '.join(purposes)}{to}{_condition(policy, purposes, asked)}"
    where = _where(weighed)
    return f"say what it is for{where}: {comment}" if where else comment


def _where(weighed: Weighed) -> str:
    """Where another declaration comes first, so that it is that one which must say it."""
    cover, last = weighed.cover, len(weighed.case.handed) - 1
    if cover is None or weighed.asks_callers or weighed.case.stored or cover.step > last:
        return ""
    if cover.step == last and cover.node.level not in _INSIDE:
        return ""
    return f" where it is declared ({at(cover.declarations[0].place)})"


def _likely(policy: Policy, asked: Sequence[Weighed]) -> list[str]:
    """Purposes that nothing speaks against and most speaks for, in the policy's order.

    None where all that usually fit would go beyond what the field, or the helper, declares.
    """
    shared = [name for name in asked[0].permitted if all(name in one.permitted for one in asked)]
    free = [name for name in shared if not _is_bound(policy, name, asked)] or shared
    fits = {name: _fit_of_most(policy, name, asked) for name in free}
    landing = {name: fits[name] for name in free if all(_lands(policy, one, name) for one in asked)}
    best = max(landing.values(), default=0)
    if not best and any(fits.values()):
        return []
    return [name for name, fit in landing.items() if fit == best]


def _fit_of_most(policy: Policy, purpose: str, asked: Sequence[Weighed]) -> int:
    """How much speaks for a purpose: nothing, where it is usual for a few of the elements alone."""
    fits = [_fit(policy, purpose, one) for one in asked]
    return sum(fits) if 2 * sum(map(bool, fits)) >= len(fits) else 0


def _is_bound(policy: Policy, purpose: str, asked: Iterable[Weighed]) -> bool:
    """Whether the purpose is for rare cases, or wants words that only a person has."""
    return policy.purposes[purpose].exception or bool(_condition(policy, (purpose,), asked))


def _lands(policy: Policy, weighed: Weighed, purpose: str) -> bool:
    """Whether a permitted purpose is within what the data's own field, and a strict helper, declare."""
    if goes_beyond(weighed):
        return False
    return all(any(includes(policy, wide, purpose) for wide in bound.purposes) for bound in _bounds(weighed))


def _bounds(weighed: Weighed) -> Iterator[Cover]:
    if weighed.ceiling is not None:
        yield weighed.ceiling
    if weighed.asks_callers and weighed.cover is not None:
        yield weighed.cover


def _out_of_bounds(policy: Policy, weighed: Weighed) -> str:
    """What to do where every purpose that fits, or who receives it, would be a finding itself."""
    bound = next(_bounds(weighed), None)
    if bound is None:  # what fits the element does not fit another of the same one in the same call
        return f"say what it is for with `# purpose: ...`, one of {_some(weighed.permitted)}"
    whose = bound.node.name if bound is weighed.cover else weighed.case.source.symbol
    declares = f"{whose} ({at(bound.declarations[0].place)}) declares"
    told, out = "or, if people were told of this use,", take_out(weighed.case)
    if goes_beyond(weighed):
        return f"{out}; {told} add {weighed.recipient} to the recipients that {declares}"
    landing = [name for name in weighed.permitted if _lands(policy, weighed, name)]
    fits = {name: _fit(policy, name, weighed) for name in weighed.permitted}
    found = [name for name, fit in fits.items() if fit and fit == max(fits.values())]
    add = f"add {_some(found) if found else 'what this is for'}"
    if not landing:
        return f"{out}; {told} {add} to what {declares}, then declare it here"
    own = f"or, if it serves what {declares}, say so here: {_some(landing)}"
    return f"{out}; {own}; {told} {add} there first, then declare it here"


def _fit(policy: Policy, purpose: str, weighed: Weighed) -> int:
    """How much the policy says that this is what the purpose is usually for; 0 for nothing."""
    usual = policy.purposes[purpose].usual
    words: Sequence[str] = getattr(usual, weighed.case.activity)
    if weighed.case.activity == "share" and weighed.kind in words:
        return _SAYS_KIND
    if weighed.case.stored and not _words(weighed.case.owner).isdisjoint(usual.records):
        return _SAYS_KIND
    element = weighed.case.element
    return max((_says(word) for word in words if fnmatchcase(element, word)), default=0)


def _words(owner: str) -> set[str]:
    """Words of a class's name, those of several things for one too."""
    said = words_of(owner.rpartition(".")[2])
    return {*said, *(word.removesuffix("s") for word in said)}


def _says(word: str) -> int:
    if word == _ANY:
        return _SAYS_ALL
    return _SAYS_GROUP if _ANY in word else _SAYS_ELEMENT


def _condition(policy: Policy, purposes: Iterable[str], asked: Iterable[Weighed]) -> str:
    """What the declaration must state besides, ready to follow its purposes."""
    names = tuple(purposes)
    for one in asked:
        for purpose in names:
            ruling = ask(policy, one.case.element, purpose, one.recipient, one.case.activity)
            if ruling.requires:
                stated = one.cover.because if one.cover is not None else ""
                return f" because {stated or ruling.requires}"
    return ""


def _some(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    more = len(names) - _SHOWN
    if more <= 0:
        return f"{', '.join(names[:-1])} or {names[-1]}"
    return f"{', '.join(names[:_SHOWN])} or {more} more (`purposelint policy show`)"
