"""The header of a WAV file: what it states, and true sizes in place of those that a stream cannot know in advance."""

from __future__ import annotations

import struct
from typing import NamedTuple

PLACEHOLDER = 0x7FFF0000
"""Sizes from here on, and 0, mean "not known yet". A WAV stream begins with such a header."""

# Encodings by format tag and bytes per sample of the fmt chunk. Fewer bits than fit in the bytes are at their upper end.
ENCODINGS = {
    (1, 1): "pcm_u8",
    (1, 2): "pcm_s16le",
    (1, 3): "pcm_s24le",
    (1, 4): "pcm_s32le",
    (3, 2): "pcm_f16le",
    (3, 4): "pcm_f32le",
    (3, 8): "pcm_f64le",
    (6, 1): "pcm_alaw",
    (7, 1): "pcm_mulaw",
    (0x02, 0): "ADPCM",
    (0x11, 0): "IMA ADPCM",
    (0x31, 0): "GSM 6.10",
    (0x55, 0): "MP3",
}
EXTENSIBLE = 0xFFFE
GUID_TAIL = bytes.fromhex("000000001000800000aa00389b71")
"""The end of the ids of formats that have a tag: the tag stands before it."""
MAGICS = (b"RIFF", b"RF64", b"BW64")
"""What WAV files begin with. The latter two state their sizes in a chunk of 64-bit numbers."""


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
    channels: int

    def seconds(self, length: int) -> float:
        """Return the duration of the audio in a file of `length` bytes."""
        available = length - self.data_start
        return min(available, self.data_size or available) // self.block / self.sample_rate


def is_wav(head: bytes | bytearray) -> bool:
    """Return whether a file that begins like this is WAV."""
    return head[:4] in MAGICS and head[8:12] == b"WAVE"


def parse(head: bytes | bytearray) -> Header | None:
    """Return the header at the beginning of a file; None if `head` ends before the audio or is not WAV."""
    if not is_wav(head):
        return None
    rate = block = channels = long_size = 0
    encoding, fact, position = "", None, 12
    while position + 8 <= len(head):
        name, size = head[position : position + 4], struct.unpack_from("<I", head, position + 4)[0]
        body = position + 8
        if name == b"data":
            is_known = 0 < size < PLACEHOLDER
            declared = size if is_known else long_size or None
            return Header(rate, max(1, block), encoding, body, declared, fact, channels) if rate else None
        if body + min(size, 40) > len(head):
            return None
        if name == b"fmt " and size >= 16:
            channels, rate, block, encoding = _format(head[body : body + size])
        elif name == b"fact":
            fact = body
        elif name == b"ds64" and size >= 16:
            long_size = struct.unpack_from("<Q", head, body + 8)[0]
        position = body + size + size % 2
    return None


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


def _format(chunk: bytes | bytearray) -> tuple[int, int, int, str]:
    """Return channels, sample rate, bytes of a sample of all channels, and encoding, as a fmt chunk states them."""
    tag, channels, rate, _, block, bits = struct.unpack_from("<HHIIHH", chunk)
    if tag == EXTENSIBLE and chunk[26:40] == GUID_TAIL:
        tag = struct.unpack_from("<H", chunk, 24)[0]
    width = block // max(1, channels) or (bits + 7) // 8
    encoding = ENCODINGS.get((tag, width)) or ENCODINGS.get((tag, 0)) or f"wav_{tag}_{bits}"
    return channels, rate, block, encoding
