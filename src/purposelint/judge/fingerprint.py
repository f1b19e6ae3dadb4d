"""Names for findings that outlive edits: no line, column or path of a file goes into them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

import msgspec

from purposelint.domain.verdict import Finding

_ALIKE = 1000
"""Findings that may have everything in common but their ordinal."""


def with_fingerprints(findings: Iterable[Finding], texts: Iterable[str]) -> tuple[Finding, ...]:
    """Findings in the order given, each with its fingerprint; `texts` tell comments of one scope apart.

    What is the same of several findings gets an ordinal, in the order given.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    named: list[Finding] = []
    for finding, text in zip(findings, texts, strict=True):
        basis = _basis(finding, text)
        seen[basis] += 1
        named.append(msgspec.structs.replace(finding, fingerprint=_digest(*basis, str(seen[basis]))))
    return tuple(named)


def formerly(finding: Finding, was: Mapping[str, str]) -> Iterator[str]:
    """Fingerprints that a finding may have had before files were renamed; `was` are old names by new ones.

    A module's name depends on its root, which may have been another: each that is possible is tried. None
    for a finding about a comment, whose text is not known here.
    """
    holders = _holders(finding)
    files = tuple(dict.fromkeys(path for _, path in holders if path in was))
    ordinal = _ordinal(finding) if files else 0
    if not ordinal:
        return
    for modules in product(*(module_names(was[path]) for path in files)):
        before = dict(zip(files, modules, strict=True))
        symbols = [_otherwise(symbol, path, before.get(path)) for symbol, path in holders]
        yield _digest(*_joined(finding, symbols, ""), str(ordinal))


def module_names(path: str) -> tuple[str, ...]:
    """Names that a module may have by its file, the longest first."""
    parts = path.removesuffix(".py").removesuffix("/__init__").split("/")
    return tuple(".".join(parts[start:]) for start in range(len(parts)))


def module_of(symbol: str, path: str) -> str | None:
    """The part of a symbol that names the module its file is, None where no part of it does."""
    return next((name for name in module_names(path) if f"{symbol}.".startswith(f"{name}.")), None)


def _otherwise(symbol: str, path: str, module: str | None) -> str:
    """A symbol with another module in place of its own."""
    own = module_of(symbol, path) if module is not None else None
    return symbol if own is None else f"{module}{symbol[len(own) :]}"


def _ordinal(finding: Finding) -> int:
    """The number that tells a finding from its like, 0 where something else goes into its name."""
    basis = _basis(finding, "")
    return next((n for n in range(1, _ALIKE) if _digest(*basis, str(n)) == finding.fingerprint), 0)


def _holders(finding: Finding) -> tuple[tuple[str, str], ...]:
    """The symbols that a name is made of, each with its file: of the source, the finding and the sink."""
    source, place, sink = finding.source, finding.place, finding.sink
    return (
        (source.symbol, source.path) if source else ("", ""),
        (place.symbol, place.path),
        (sink.symbol, sink.path) if sink else ("", ""),
    )


def _basis(finding: Finding, text: str) -> tuple[str, ...]:
    """Code, element, source, sink, and the symbols that hold the finding and the sink."""
    return _joined(finding, [symbol for symbol, _ in _holders(finding)], text)


def _joined(finding: Finding, symbols: Sequence[str], text: str) -> tuple[str, ...]:
    source, place, sink = symbols
    return (finding.code, finding.element or "", source, finding.sink_id, place, sink, text)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
