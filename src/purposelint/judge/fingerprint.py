"""Names for findings that outlive edits: no line, column or path of a file goes into them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

import msgspec

from purposelint.domain.moves import Moves
from purposelint.domain.verdict import Finding

_ALIKE = 1000
"""Findings that may have everything in common but their ordinal."""

_NEAR = 10
"""Ordinals that are tried: what moves alone may leave its like behind, or come to more of it."""


def with_fingerprints(findings: Iterable[Finding], texts: Iterable[str]) -> tuple[Finding, ...]:
    """Findings in the order given, each with its fingerprint; `texts` tell comments of one scope apart.

    What is the same of several findings gets an ordinal, in the order given.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    named: list[Finding] = []
    for finding, text in zip(findings, texts, strict=True):
        told = msgspec.structs.replace(finding, text=text)
        basis = _basis(told)
        seen[basis] += 1
        named.append(msgspec.structs.replace(told, fingerprint=_digest(*basis, str(seen[basis]))))
    return tuple(named)


def formerly(finding: Finding, was: Moves) -> Iterator[str]:
    """Fingerprints that a finding may have had before code moved; `was` leads from new files to old ones.

    A module's name depends on its root, which may have been another: each that is possible is tried.
    """
    holders = _holders(finding)
    places = [_before(symbol, path, line, was) for symbol, path, line in holders]
    files = tuple(
        dict.fromkeys(old for old, (_, path, _) in zip(places, holders, strict=True) if old != path)
    )
    ordinal = _ordinal(finding) if files else 0
    if not ordinal:
        return
    for modules in product(*map(module_names, files)):
        before = dict(zip(files, modules, strict=True))
        symbols = [
            _otherwise(symbol, path, before.get(old)) if old != path else symbol
            for old, (symbol, path, _) in zip(places, holders, strict=True)
        ]
        for number in dict.fromkeys((ordinal, *range(1, _NEAR))):
            yield _digest(*_joined(finding, symbols), str(number))


def _before(symbol: str, path: str, line: int, was: Moves) -> str:
    """The file that had what a symbol names; what comments say is of a module, wherever in it they stand."""
    name = name_at_top(symbol, path)
    return was.of_name(path, name) if name else was.of_line(path, line)[0]


def module_names(path: str) -> tuple[str, ...]:
    """Names that a module may have by its file, the longest first."""
    parts = path.removesuffix(".py").removesuffix("/__init__").split("/")
    return tuple(".".join(parts[start:]) for start in range(len(parts)))


def module_of(symbol: str, path: str) -> str | None:
    """The part of a symbol that names the module its file is, None where no part of it does."""
    return next((name for name in module_names(path) if f"{symbol}.".startswith(f"{name}.")), None)


def name_at_top(symbol: str, path: str) -> str:
    """The definition at the top of its file that a symbol is of, '' for what is in none."""
    module = module_of(symbol, path)
    return "" if module is None else symbol[len(module) + 1 :].partition(".")[0]


def _otherwise(symbol: str, path: str, module: str | None) -> str:
    """A symbol with another module in place of its own."""
    own = module_of(symbol, path) if module is not None else None
    return symbol if own is None else f"{module}{symbol[len(own) :]}"


def _ordinal(finding: Finding) -> int:
    """The number that tells a finding from its like, 0 where it cannot be told."""
    basis = _basis(finding)
    return next((n for n in range(1, _ALIKE) if _digest(*basis, str(n)) == finding.fingerprint), 0)


def _holders(finding: Finding) -> tuple[tuple[str, str, int], ...]:
    """The symbols that a name is made of, each with its file and line: of source, finding and sink."""
    source, place, sink = finding.source, finding.place, finding.sink
    return (
        (source.symbol, source.path, source.line) if source else ("", "", 0),
        (place.symbol, place.path, place.span.line),
        (sink.symbol, sink.path, sink.span.line) if sink else ("", "", 0),
    )


def _basis(finding: Finding) -> tuple[str, ...]:
    """Code, element, source, sink, the symbols that hold the finding and the sink, and a comment's words."""
    return _joined(finding, [symbol for symbol, _, _ in _holders(finding)])


def _joined(finding: Finding, symbols: Sequence[str]) -> tuple[str, ...]:
    source, place, sink = symbols
    return (finding.code, finding.element or "", source, finding.sink_id, place, sink, finding.text)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
