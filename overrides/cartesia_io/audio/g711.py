"""The logarithmic encodings of telephony (ITU-T G.711), and any samples as 16-bit numbers."""

from __future__ import annotations

import functools
import struct

from .samples import converted

FLIPS = {"pcm_mulaw": 0xFF, "pcm_alaw": 0x55}
"""Bits that the logarithmic encodings turn over on the line."""


def as_s16(data: bytes, encoding: str) -> bytes:
    """Return whole samples as 16-bit numbers."""
    if encoding == "pcm_s16le":
        return data
    if encoding not in FLIPS:
        return converted(data, encoding, "pcm_s16le")
    levels = _levels(encoding)
    return struct.pack(f"<{len(data)}h", *(levels[byte] for byte in data))


@functools.cache
def _levels(encoding: str) -> list[int]:
    """Return the level of each byte."""
    level_of = _mulaw if encoding == "pcm_mulaw" else _alaw
    return [level_of(byte ^ FLIPS[encoding]) for byte in range(256)]


def _mulaw(byte: int) -> int:
    level = (((byte & 15) << 3) + 132 << (byte >> 4 & 7)) - 132
    return -level if byte & 0x80 else level


def _alaw(byte: int) -> int:
    segment = byte >> 4 & 7
    level = ((byte & 15) << 4) + 8
    level = level + 256 << segment - 1 if segment else level
    return level if byte & 0x80 else -level
