"""Decides what is a finding: the one place that knows purposes and recipients, and keeps every pile."""

from purposelint.judge.codes import CODES
from purposelint.judge.judging import judge
from purposelint.judge.promises import promises
from purposelint.judge.within import within

__all__ = ["CODES", "judge", "promises", "within"]
