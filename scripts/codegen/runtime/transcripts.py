"""Text for speech: what can be sent, and what can be spoken."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from typing import Any

from .bodies import to_json

_PHONEMES = re.compile(r"<<(.*?)>>", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_OPEN_TAG = re.compile(r"</?[a-zA-Z][^<>]*$")


def is_speakable(text: str, *, last: bool = False) -> bool:
    """Return whether there is a letter or a digit to speak, in any script. The service rejects a first text without any.

    Args:
        text: A text, whose tags are not spoken.
        last: Whether nothing follows. If not, a tag that is open at the end may be closed by the next piece.
    """
    text = _TAG.sub(" ", _PHONEMES.sub(r"\1", text))
    return any(letter.isalnum() for letter in (text if last else _OPEN_TAG.sub("", text)))


def join_halves(text: str) -> str:
    """Join the halves of surrogate pairs that follow each other, which a text has when it was cut between them."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def split_half(text: str) -> tuple[str, str]:
    """Split off the first half of a surrogate pair at the end of a text. Its other half may begin the next piece."""
    return (text[:-1], text[-1]) if "\ud800" <= text[-1:] <= "\udbff" else (text, "")


def json_field(name: str, value: Any) -> Any:
    """Return the JSON value of an argument that can be sent.

    Raises:
        ValueError: JSON or UTF-8 cannot hold it. The message names the field.
    """
    try:
        value = to_json(value)
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
        return value
    except (TypeError, ValueError, RecursionError):
        fault = _fault_or_depth(name, value)
    raise ValueError(fault)


def _fault_or_depth(name: str, value: Any) -> str:
    try:
        return _fault(name, value) or f"{name} cannot be sent as JSON"
    except RecursionError:
        return f"{name} is nested too deeply, or contains itself"


def _fault(name: str, value: Any) -> str | None:
    """Return what is wrong with a value, and where in it."""
    if isinstance(value, str):
        place = next((place for place, letter in enumerate(value) if "\ud800" <= letter <= "\udfff"), None)
        return (
            None
            if place is None
            else f"{name} has half of a surrogate pair at character {place}; send whole characters"
        )
    if isinstance(value, float):
        return None if math.isfinite(value) else f"{name} must be a finite number, got {value}"
    if isinstance(value, Mapping):
        inner = [(f"a key of {name}", key) for key in value] + [(f"{name}.{key}", value[key]) for key in value]
    elif isinstance(value, (list, tuple)):
        inner = [(f"{name}[{place}]", entry) for place, entry in enumerate(value)]
    else:
        return (
            None
            if value is None or isinstance(value, int)
            else f"{name} cannot be sent as JSON: {type(value).__name__}"
        )
    return next((fault for each, entry in inner if (fault := _fault(each, entry)) is not None), None)
