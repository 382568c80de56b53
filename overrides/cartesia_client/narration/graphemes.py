"""Signs as readers see them, which may consist of several characters. No I/O."""

from __future__ import annotations

import unicodedata

_JOINER = "\u200d"
_ATTACHED = frozenset("\u200c\u200d\uff9e\uff9f")
"""Characters other than marks that belong to the one before them: joiners, and the voicing marks of half-width katakana."""
_LEADING = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4")
"""Vowels of Thai and Lao that are written before their consonant."""
_VIRAMA = 9
"""Combining class of the mark that ties a consonant of India to the next one."""


def is_boundary(before: str, behind: str) -> bool:
    """Return whether one sign ends and another one begins between two characters."""
    if before.isascii() and behind.isascii():
        return True
    if unicodedata.category(behind)[0] == "M" or behind in _ATTACHED or _is_modifier(behind):
        return False
    if before == _JOINER or before in _LEADING or unicodedata.combining(before) == _VIRAMA:
        return False
    return not (_is_flag(before) and _is_flag(behind)) and not (_is_jamo(before) and _is_jamo(behind))


def _is_modifier(sign: str) -> bool:
    """Return whether it is a skin tone, or a tag of a flag."""
    return "\U0001f3fb" <= sign <= "\U0001f3ff" or "\U000e0020" <= sign <= "\U000e007f"


def _is_flag(sign: str) -> bool:
    """Return whether it is half of a flag."""
    return "\U0001f1e6" <= sign <= "\U0001f1ff"


def _is_jamo(sign: str) -> bool:
    """Return whether it is a part of a syllable of Korean."""
    return "\u1100" <= sign <= "\u11ff"
