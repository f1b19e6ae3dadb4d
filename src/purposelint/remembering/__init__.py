"""What runs keep for the next one between the stages: flows, and what a run over the project found."""

from __future__ import annotations

from purposelint.remembering.flows import Remembered, key_of
from purposelint.remembering.told import remember_told, told_before

__all__ = ["Remembered", "key_of", "remember_told", "told_before"]
