"""What a data flow may be for by the names around it: hints among many purposes, never a proposal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from purposelint.domain.policy import Policy
from purposelint.domain.words import words as words_of
from purposelint.judge.cases import Case
from purposelint.judge.weigh import Weighed

_MOST = 3
"""So many purposes are hinted at."""

_SAYS_WHAT, _SAYS_ITSELF = 2, 1
"""A vendor or a kind of record says more than a word of the purpose's own name."""

# Words in purposes' names that any code has.
_SAY_NOTHING = frozenset(
    {"record", "data", "personal", "general", "other", "customer", "user", "person", "app", "new"}
)


def words_around(case: Case) -> frozenset[str]:
    """Words of the functions, classes and modules that hand the data on, each for one thing too."""
    names = [name for place in (case.place, case.sink) for name in place.symbol.split(".")[-2:]]
    path = PurePosixPath(case.place.path)
    names += [path.stem, path.parent.name]
    said = {word for name in names for word in words_of(name)}
    return frozenset({*said, *(word.removesuffix("s") for word in said)})


def hinted(policy: Policy, purposes: Iterable[str], asked: Sequence[Weighed]) -> list[str]:
    """Those of some purposes that the names speak of, the likeliest first.

    Words of the elements themselves say nothing: what handles an address need not be a mail.
    """
    own = {word for one in asked for word in words_of(one.case.element.rpartition(".")[2])}
    said = words_around(asked[0].case) - own
    shared = Counter(word for name in policy.purposes for word in words_of(name))
    scores: dict[str, int] = {}
    for name in purposes:
        usual = policy.purposes[name].usual
        scores[name] = _SAYS_WHAT * (
            len(said.intersection(usual.records)) + len(asked[0].kinds_named.intersection(usual.share))
        )
        itself = {word for word in words_of(name) if shared[word] == 1} - _SAY_NOTHING
        scores[name] += _SAYS_ITSELF * len(said & itself)
    likely = sorted((name for name, score in scores.items() if score), key=lambda name: -scores[name])
    return likely[:_MOST]
