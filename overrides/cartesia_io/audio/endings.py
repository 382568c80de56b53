"""What follows audio that is whole by its own account: tags and chunks of its file, or words that say what went wrong. No I/O."""

from __future__ import annotations

import json
import re

from ..text import is_text

KEEP = 4096
"""Bytes at the end, and behind whole audio, that are looked at. What is longer is no message."""
_OBJECT = re.compile(rb'\{\s*"')
_SHORTEST = 12
"""Bytes of the shortest object of JSON that counts as an error, which samples cannot be by chance."""
_TAGS = (b"TAG", b"APETAGEX", b"LYRICSBEGIN", b"ID3", b"3DI")
"""What the tags of MP3 files begin with, which hold words."""


class Ending:
    """Keeps the end of a body, and what is behind the audio."""

    def __init__(self) -> None:
        self._last = b""
        self._behind = b""

    def feed(self, chunk: bytes) -> None:
        """Add a chunk of the body."""
        self._last = (chunk if len(chunk) >= KEEP else self._last + chunk)[-KEEP:]

    def feed_behind(self, data: bytes) -> None:
        """Add what is certainly not audio any more."""
        if len(self._behind) <= KEEP:
            self._behind += data

    def words(self) -> str:
        """Return the words that are in the place of the end of the audio, or behind it; "" if there are none."""
        behind = _without_chunks(self._behind)
        if behind and len(self._behind) <= KEEP and not behind.startswith(_TAGS) and is_text(behind, whole=True):
            return behind.decode("utf-8", "replace")
        last = self._last.rstrip(b"\0 \r\n\t")
        for match in _OBJECT.finditer(last) if last.endswith(b"}") else ():
            try:
                json.loads(last[match.start() :])
            except (ValueError, RecursionError):
                continue
            return last[match.start() :].decode() if len(last) - match.start() >= _SHORTEST else ""
        return ""


def _without_chunks(data: bytes) -> bytes:
    """Remove padding, and the chunks of a WAV file that are whole."""
    data = data.lstrip(b"\0")
    while (
        len(data) >= 8 and not data.startswith(_TAGS) and (end := 8 + int.from_bytes(data[4:8], "little")) <= len(data)
    ):
        data = data[end:].lstrip(b"\0")
    return data
