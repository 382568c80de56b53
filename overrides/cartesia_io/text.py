"""Texts of others, made fit for messages, and told from samples."""

from __future__ import annotations

import re


def one_line(text: str, limit: int = 600) -> str:
    """Return a text in one line of at most `limit` characters."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 3] + "..."


_NOT_ASCII = bytes(range(128, 256))


# The two ways to be wrong: raw audio may consist of any bytes, and an error that arrives in its place may be any text. Sound
# holds control characters, or bytes that are no UTF-8, within a few samples; 8-bit samples of one quiet half-wave may not, but
# they hold no spaces, which would be loud.
def is_text(head: bytes, *, whole: bool = False) -> bool:
    """Return whether these first bytes of a body are words rather than samples. `whole`: no others follow."""
    try:
        text = head.rstrip(_NOT_ASCII).decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        return False
    if not re.search(r"[^\W\d_]{3}", text) or len(set(text)) < 5:
        return False
    spaced = len(text.split(maxsplit=1)) > 1 or (whole and len(text) <= 64)
    return spaced and all(character.isprintable() or character in "\t\r\n" for character in text)
