"""All checks. Each does one thing through the public client, on the sandbox or on the real service.

Their traffic is validated against the spec afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable

from . import agents, read_only, stt, tts, writing
from .base import REGISTRY, Check

__all__ = ["CHECKS", "Check", "agents", "chosen", "read_only", "stt", "tts", "writing"]

CHECKS: list[Check] = sorted(REGISTRY, key=lambda each: (not each.is_read_only, each.writes))
"""Those that only read come first, those that write last."""


def chosen(words: Iterable[str] | None) -> list[Check]:
    """Return the checks whose names contain one of the words, or all checks without words."""
    wanted = list(words or [""])
    return [each for each in CHECKS if any(word in each.name for word in wanted)]
