"""The header of a WAV file: parsing it, and correcting sizes that a stream cannot know in advance."""

from __future__ import annotations

import struct
from typing import NamedTuple

PLACEHOLDER = 0x7FFF0000
"""Sizes from here on, and 0, mean "not known yet". A WAV stream begins with such a header."""

# Encodings by format tag and bits per sample of the fmt chunk.
ENCODINGS = {
    (1, 16): "pcm_s16le",
    (1, 8): "pcm_u8",
    (3, 32): "pcm_f32le",
    (6, 8): "pcm_alaw",
    (7, 8): "pcm_mulaw",
}


class Header(NamedTuple):
    """What the header states."""

    sample_rate: int
    block: int
    """Bytes of one sample of all channels."""
    encoding: str
    data_start: int
    """Position of the first byte of audio."""
    data_size: int | None
    """Bytes of audio that the header declares; None for a placeholder."""
    fact: int | None
    """Position of the number of samples, if there is a fact chunk."""

    def seconds(self, length: int) -> float:
        """Return the duration of the audio in a file of `length` bytes."""
        available = length - self.data_start
        return min(available, self.data_size or available) // self.block / self.sample_rate


def parse(head: bytes) -> Header | None:
    """Return the header at the beginning of a file; None if `head` ends before the audio or is not WAV."""
    if head[:4] != b"RIFF" or head[8:12] != b"WAVE":
        return None
    rate = block = 0
    encoding, fact, position = "", None, 12
    while position + 8 <= len(head):
        name, size = head[position : position + 4], struct.unpack_from("<I", head, position + 4)[0]
        body = position + 8
        if name == b"data":
            declared = None if size == 0 or size >= PLACEHOLDER else size
            return Header(rate, max(1, block), encoding, body, declared, fact) if rate else None
        if name == b"fmt " and body + 16 <= len(head):
            tag, _, rate, _, block, bits = struct.unpack_from("<HHIIHH", head, body)
            encoding = ENCODINGS.get((tag, bits), f"wav_{tag}_{bits}")
        elif name == b"fact":
            fact = body
        position = body + size + size % 2
    return None


def corrected(head: bytes, length: int) -> bytes:
    """Return `head`, the first bytes of a WAV file of `length` bytes, with true sizes in place of placeholders."""
    header = parse(head)
    if header is None or header.data_size is not None:
        return head
    data = length - header.data_start
    result = bytearray(head)
    struct.pack_into("<I", result, 4, min(length - 8, 0xFFFFFFFF))
    struct.pack_into("<I", result, header.data_start - 4, min(data, 0xFFFFFFFF))
    if header.fact is not None:
        struct.pack_into("<I", result, header.fact, min(data // header.block, 0xFFFFFFFF))
    return bytes(result)
