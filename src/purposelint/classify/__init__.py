"""What is personal data in a program: `classify(program, catalog)` and `classify_name` for one name."""

from __future__ import annotations

from purposelint.classify.asking import classify_name
from purposelint.classify.sighting import classify

__all__ = ["classify", "classify_name"]
