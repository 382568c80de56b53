# Copied from scripts/codegen/runtime/message_text.py: edit that file.
"""The text of a message: JSON, which may have half of a surrogate pair in it."""

from __future__ import annotations

import re
from typing import Any

import msgspec

_HALF = re.compile("[\ud800-\udfff]")
# Any escape of JSON; the group is the escape of a half that has no other half.
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)


def decoded(data: bytes | str) -> Any:
    """Decode a message without a type. Raises msgspec.DecodeError if it is not JSON."""
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        return decoded(mended(data, error))


def mended(data: bytes | str, error: Exception) -> str:
    """Return a message with U+FFFD in place of each half of a surrogate pair, for which msgspec rejects the whole message.

    Raises:
        msgspec.DecodeError: It has none, so it was rejected for something else.
    """
    text = (
        data.decode("utf-8", "surrogatepass")
        if isinstance(data, bytes) and _is_text(data)
        else data
    )
    if isinstance(text, str):
        found = _HALF.sub(
            "\ufffd", _ESCAPE.sub(lambda match: match[0] if match[1] is None else "\ufffd", text)
        )
        if found != text:
            return found
    raise msgspec.DecodeError(str(error)) from None


def _is_text(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True
