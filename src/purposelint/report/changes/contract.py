"""The privacy diff as JSON, every row of it."""

from __future__ import annotations

import msgspec

from purposelint.domain.privacy_diff import PrivacyDiff, Snapshot
from purposelint.report.json_contract import dump, finding_record


def privacy_diff_json(diff: PrivacyDiff) -> str:
    """The diff as JSON, every row of it."""
    made = {
        "version": 1,
        "base": _revision(diff.base),
        "head": _revision(diff.head),
        "begun": [msgspec.to_builtins(one) for one in diff.begun],
        "unseen": [msgspec.to_builtins(one) for one in diff.unseen],
        "ended": [msgspec.to_builtins(one) for one in diff.ended],
        "turned": [{"was": msgspec.to_builtins(a), "now": msgspec.to_builtins(b)} for a, b in diff.turned],
        "findings": [finding_record(one) for one in diff.findings],
        "gone": [finding_record(one) for one in diff.gone],
        "mended": len(diff.gone),
        "moved": diff.moved,
        "renamed": [{"was": was, "now": now} for was, now in diff.renamed],
        "alone": [{"name": name, "was": was, "now": now} for name, was, now in diff.alone],
        "loosened": [msgspec.to_builtins(one) for one in diff.loosened],
        "widened": [{"was": msgspec.to_builtins(a), "now": msgspec.to_builtins(b)} for a, b in diff.widened],
        "tightened": [msgspec.to_builtins(one) for one in diff.tightened],
        "handed": [{"call": call, "element": element} for call, element in diff.handed],
        "settings": [{"key": key, "was": was, "now": now} for key, was, now in diff.settings],
        "problems": [
            {**msgspec.to_builtins(one), "was_analysed": one in diff.unread}
            for one in sorted((*diff.unread, *diff.unreadable))
        ],
    }
    return dump(made)


def _revision(snapshot: Snapshot) -> dict[str, object]:
    return {
        "name": snapshot.name,
        "commit": snapshot.commit,
        "policy": snapshot.policy,
        "policy_sha256": snapshot.policy_digest,
        "broken": snapshot.broken,
    }
