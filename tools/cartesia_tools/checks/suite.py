"""The checks of the contract: each is one thing that the service does, done through the public client.

They run on the sandbox and on the real service; what they send and receive is laid beside the description afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable

from . import read_only, stt, tts, writing
from .base import FOUND, Check

__all__ = ["CHECKS", "Check", "chosen", "read_only", "stt", "tts", "writing"]

CHECKS: list[Check] = sorted(FOUND, key=lambda each: (not each.is_read_only, each.writes))
"""All checks: those that only read come first, those that make something last."""


def chosen(words: Iterable[str] | None) -> list[Check]:
    """The checks with one of these words in their names; all without words."""
    wanted = list(words or [""])
    return [each for each in CHECKS if any(word in each.name for word in wanted)]
