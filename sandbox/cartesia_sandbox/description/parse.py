"""JSON of clients, read so that every later layer can use it, show it and write it again."""

from __future__ import annotations

import json
import math
import re
from typing import Any

MAX_DEPTH = 100
"""Levels of lists and objects. Checks, projections and hints call themselves for each level."""
_MAX_DIGITS = 308
"""Digits of the largest whole number that a float can hold."""
_HALF = re.compile(r"\\u[dD][89a-fA-F]|[\ud800-\udfff]")


class NotText(ValueError):
    """A JSON text has half of a surrogate pair in it, which is no character and cannot be encoded.

    Attributes:
        value: The value all the same, to find out what the text was about.
    """

    def __init__(self, value: Any) -> None:
        super().__init__("a lone surrogate, half of a UTF-16 pair, is not a character")
        self.value = value


def parse_json(text: str | bytes) -> Any:
    """Return the value of a JSON text.

    Raises:
        NotText: It has a lone surrogate in it.
        ValueError: It is not JSON (neither are NaN and Infinity), or deeper or with larger numbers than this sandbox reads.
    """
    # Python's own parser takes more than JSON is, and some of that breaks later layers: NaN and Infinity cannot be written
    # again, lone surrogates cannot be encoded, and a deep value overflows the stack of every recursion.
    if isinstance(text, bytes):
        text = text.decode()
    try:
        value = _DECODER.decode(text)
    except RecursionError:
        raise _too_deep() from None
    if text.count("[") + text.count("{") > MAX_DEPTH and _is_deep(value):
        raise _too_deep()
    if _HALF.search(text) and not _is_text(value):
        raise NotText(value)
    return value


def is_text(text: str) -> bool:
    """Return whether a text can be encoded: it has no lone surrogate."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_text(value: Any) -> bool:
    return is_text(json.dumps(value, ensure_ascii=False))


def _is_deep(value: Any) -> bool:
    level = [value]
    for _ in range(MAX_DEPTH + 1):
        level = [
            inner
            for outer in level
            if isinstance(outer, list | dict)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
    return bool(level)


def _too_deep() -> ValueError:
    return ValueError(f"it has more than {MAX_DEPTH} levels of lists and objects")


def _parse_constant(name: str) -> Any:
    raise ValueError(f"{name} is not a JSON number")


def _parse_float(digits: str) -> float:
    if math.isinf(value := float(digits)):
        raise ValueError("a number is too large")
    return value


def _parse_int(digits: str) -> int:
    if len(digits.lstrip("-")) > _MAX_DIGITS:
        raise ValueError("a number is too large")
    return int(digits)


_DECODER = json.JSONDecoder(parse_constant=_parse_constant, parse_float=_parse_float, parse_int=_parse_int)
