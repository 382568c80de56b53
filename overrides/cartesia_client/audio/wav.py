"""The header of a WAV file that arrived: the sizes in it, which a stream cannot know in advance, are corrected."""

from __future__ import annotations

import struct

from cartesia_api.wav import MAGICS, Header, parse

__all__ = ["Header", "corrected", "parse"]


def corrected(head: bytes, length: int) -> bytes:
    """Return `head`, the first bytes of a WAV file of `length` bytes, with true sizes in place of placeholders."""
    header = parse(head)
    if header is None or header.data_size is not None or head[:4] != MAGICS[0]:
        return head
    data = length - header.data_start
    result = bytearray(head)
    struct.pack_into("<I", result, 4, min(length - 8, 0xFFFFFFFF))
    struct.pack_into("<I", result, header.data_start - 4, min(data, 0xFFFFFFFF))
    if header.fact is not None:
        struct.pack_into("<I", result, header.fact, min(data // header.block, 0xFFFFFFFF))
    return bytes(result)
