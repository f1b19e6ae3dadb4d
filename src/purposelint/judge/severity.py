"""How grave a finding is, and which cases are kept quiet."""

from __future__ import annotations

from purposelint.domain.catalog import CONFIDENCES, SENSITIVITIES, Catalog, Sensitivity
from purposelint.domain.policy import Policy
from purposelint.domain.settings import Configuration
from purposelint.domain.verdict import SEVERITIES, Code, Severity
from purposelint.judge.cases import Case
from purposelint.judge.codes import CODES


def severity_of(code: Code, case: Case, *, never: bool) -> Severity:
    """A code's severity; a step lower for an unkeyed hash of the data, a note where we are not sure.

    What no purpose can permit (`never`) is an error whatever the code: declaring one would not mend it.
    """
    if case.confidence == "low":
        return "note"
    step = SEVERITIES.index("error" if never else code.severity) + case.pseudonym
    return SEVERITIES[min(step, len(SEVERITIES) - 1)]


def quiet_because(case: Case, catalog: Catalog, policy: Policy, asked: Configuration) -> str:
    """Why a breach of this case is not shown, '' where it is."""
    sensitivity = _sensitivity(case.element, catalog)
    if not is_sensitive(case.element, catalog, policy, asked):
        return f"sensitivity {sensitivity} is under --min-sensitivity {asked.min_sensitivity}"
    if CONFIDENCES.index(case.confidence) > CONFIDENCES.index(asked.min_confidence):
        return f"confidence {case.confidence} is under --min-confidence {asked.min_confidence}"
    return ""


def _sensitivity(element: str, catalog: Catalog) -> Sensitivity:
    entry = catalog.elements.get(element)
    return entry.sensitivity if entry else "medium"


def is_sensitive(element: str, catalog: Catalog, policy: Policy, asked: Configuration) -> bool:
    """Elements of low sensitivity count, unless more was asked for, where the policy names them itself."""
    sensitivity = _sensitivity(element, catalog)
    if SENSITIVITIES.index(sensitivity) <= SENSITIVITIES.index(asked.min_sensitivity):
        return True
    return sensitivity == "low" and asked.min_sensitivity == "medium" and element in policy.named_exactly


def is_selected(code: str, asked: Configuration) -> bool:
    """Whether `select` and `ignore`, lists of codes, beginnings of codes or names, leave a code on."""
    if asked.select and not _any_means(asked.select, code):
        return False
    return not _any_means(asked.ignore, code)


def _any_means(words: tuple[str, ...], code: str) -> bool:
    return any(code.startswith(word.upper()) or CODES[code].name == word for word in words)
