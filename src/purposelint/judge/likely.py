"""Which of the permitted purposes is most likely meant: what a finding proposes, or leaves to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from purposelint.domain.catalog import Catalog
from purposelint.domain.policy import Policy
from purposelint.judge.ask import ask
from purposelint.judge.cases import Case
from purposelint.judge.weigh import Weighed

_SHOWN = 5
_ANY = "*"
_SAYS_KIND, _SAYS_ELEMENT, _SAYS_GROUP, _SAYS_ALL = 8, 4, 2, 1
"""How much it says that a purpose is usual for something: who receives it says more than what it is."""


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


def proposal(policy: Policy, weighed: Weighed, beside: Iterable[Weighed] = ()) -> str:
    """A declaration to paste, or the words to choose one from where none is clearly best.

    `beside` are other elements of the same statement, which its declaration would cover too: a purpose that
    is permitted for all of them goes before others, else the declaration names its element. '' where the
    policy permits none at all.
    """
    if not weighed.permitted:
        return ""
    all_of_them = [weighed, *beside]
    shared = [name for name in weighed.permitted if all(name in one.permitted for one in all_of_them)]
    asked = all_of_them if shared else [weighed]
    found = _likely(policy, shared or weighed.permitted, asked)
    lead = "" if shared else f"{weighed.case.element} for "
    if len(found) == 1:
        return f"# purpose: {lead}{found[0]}{_condition(policy, found[0], asked)}"
    return f"say what it is for with `# purpose: {lead}...`, one of {_some(found)}"


def _likely(policy: Policy, permitted: Sequence[str], asked: Sequence[Weighed]) -> list[str]:
    """Purposes that nothing speaks against and most speaks for, in the policy's order; at least one."""
    free = [name for name in permitted if not _is_bound(policy, name, asked)] or permitted
    inside = [name for name in free if all(_is_within(one, name) for one in asked)] or free
    fits = {name: sum(_fit(policy, name, one) for one in asked) for name in inside}
    return [name for name, fit in fits.items() if fit == max(fits.values())]


def _is_bound(policy: Policy, purpose: str, asked: Iterable[Weighed]) -> bool:
    """Whether the purpose is for rare cases, or wants words that only a person has."""
    return policy.purposes[purpose].exception or bool(_condition(policy, purpose, asked))


def _is_within(weighed: Weighed, purpose: str) -> bool:
    """Whether the data's own field is kept for the purpose, as far as it says what for."""
    return weighed.ceiling is None or purpose in weighed.ceiling.purposes


def _fit(policy: Policy, purpose: str, weighed: Weighed) -> int:
    """How much the policy says that this is what the purpose is usually for; 0 for nothing."""
    words: Sequence[str] = getattr(policy.purposes[purpose].usual, weighed.case.activity)
    if weighed.case.activity == "share" and weighed.kind in words:
        return _SAYS_KIND
    element = weighed.case.element
    return max((_says(word) for word in words if fnmatchcase(element, word)), default=0)


def _says(word: str) -> int:
    if word == _ANY:
        return _SAYS_ALL
    return _SAYS_GROUP if _ANY in word else _SAYS_ELEMENT


def _condition(policy: Policy, purpose: str, asked: Iterable[Weighed]) -> str:
    """What the declaration must state besides, ready to follow its purpose."""
    for one in asked:
        ruling = ask(policy, one.case.element, purpose, one.recipient, one.case.activity)
        if ruling.requires:
            return f" because {ruling.requires}"
    return ""


def _some(names: Sequence[str]) -> str:
    more = len(names) - _SHOWN
    if more <= 0:
        return f"{', '.join(names[:-1])} or {names[-1]}"
    return f"{', '.join(names[:_SHOWN])} or {more} more (`purposelint policy show`)"
