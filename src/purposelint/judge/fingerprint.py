"""Names for findings that outlive edits: no line, column or path of a file goes into them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

import msgspec

from purposelint.domain.verdict import Finding


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


def _basis(finding: Finding, text: str) -> tuple[str, ...]:
    """Code, element, source, sink, and the symbols that hold the finding and the sink."""
    return (
        finding.code,
        finding.element or "",
        finding.source.symbol if finding.source else "",
        finding.sink_id,
        finding.place.symbol,
        finding.sink.symbol if finding.sink else "",
        text,
    )


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
