"""The baseline file as data: read with every mistake in it, and written so that two branches merge."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import msgspec

from purposelint.domain.baseline import VERSION, Baseline
from purposelint.errors import InputError, InputMistake
from purposelint.policy.documents import Document
from purposelint.policy.schema import conform

_MERGE = "keep the lines of both, then `purposelint baseline update` removes what no longer occurs"
_AGAIN = "`purposelint baseline create` makes one anew when this file is gone"


def read_baseline(content: bytes, label: str) -> Baseline:
    """The baseline that the bytes of a file hold; InputError where they hold none that this version reads."""
    data = _parsed(content, label)
    version = data.get("version")
    if version != VERSION or isinstance(version, bool):
        said = "names no version" if version is None else f"is of version {json.dumps(version)[:20]}"
        raise _unusable(label, f"{said}; this purposelint reads version {VERSION}: {_AGAIN}", "version")
    baseline, mistakes = conform(Document(label, "", data), data, Baseline)
    if mistakes or baseline is None:
        raise InputError(tuple(mistakes))
    return baseline


def written(baseline: Baseline) -> str:
    """The text of a baseline file: sorted, a line an entry, so that edits of two branches seldom meet."""
    head = msgspec.to_builtins(baseline)
    entries = [msgspec.to_builtins(each) for each in sorted(set(baseline.entries))]
    lines = [f" {json.dumps(key)}: {json.dumps(head[key])}," for key in head if key != "entries"]
    rows = ",\n".join(f"  {json.dumps(each)}" for each in entries)
    return "\n".join(["{", *lines, ' "entries": [', *([rows] if rows else []), " ]", "}", ""])


def _parsed(content: bytes, label: str) -> Mapping[str, Any]:
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise _unusable(label, f"is not UTF-8 text: {_AGAIN}") from error
    except RecursionError as error:
        raise _unusable(label, f"is nested too deeply: {_AGAIN}") from error
    except json.JSONDecodeError as error:
        if b"\n<<<<<<< " in content:
            raise _unusable(label, f"holds both sides of a merge: {_MERGE}") from error
        message = f"is not valid JSON: {error.msg}: {_AGAIN}"
        raise InputError((InputMistake(label, "", message, error.lineno),)) from error
    except ValueError as error:  # a number of more digits than Python reads
        raise _unusable(label, f"is not valid JSON: {error}: {_AGAIN}") from error
    if not isinstance(data, Mapping):
        raise _unusable(label, f"is no baseline, which is a JSON object: {_AGAIN}")
    return data


def _unusable(label: str, message: str, key: str = "") -> InputError:
    return InputError((InputMistake(label, key, message),))
