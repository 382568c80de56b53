"""Says once for each old spelling what to write today."""

from __future__ import annotations

import sys
import warnings

_said: set[str] = set()


def deprecated(old: str, modern: str) -> None:
    """Print a warning, once, about a spelling of versions 1 and 2, at the line of the program that uses it.

    Args:
        old: What the program writes.
        modern: The line of today.
    """
    if old in _said:
        return
    _said.add(old)
    level, frame = 1, sys._getframe()
    while frame.f_back is not None and frame.f_globals.get("__name__", "").startswith(__package__ or ""):
        level, frame = level + 1, frame.f_back
    warnings.warn(f"{old} is from cartesia 1.x and 2.x; write {modern}", DeprecationWarning, stacklevel=level)
