"""The frames of an MP3 file, from which its duration follows."""

from __future__ import annotations

import functools

# MPEG audio, layer III: kbit/s by index, for version 1 and for versions 2 and 2.5; samples per second by version.
_RATES_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_RATES_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_RATES_OF_LAYER_2 = (0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384)
_HZ = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def duration(data: bytes) -> float:
    """Return the duration of MPEG layer III audio in seconds, the sum of its frames."""
    seconds = 0.0
    position = size_at(data, 0) if data[:3] == b"ID3" else 0
    while position + 4 <= len(data):
        frame = frame_at(data[position : position + 4])
        if frame is None:  # not a frame, such as a tag at the end: look for the next one
            position += 1
            continue
        size, samples, rate = frame
        position += size
        seconds += samples / rate
    return seconds


def begins(head: bytes) -> bool:
    """Return whether an MP3 may begin with these bytes: with the tag of a file, or with a frame of layer III of any kind."""
    if any(tag.startswith(head[: len(tag)]) for tag in (b"ID3", b"TAG", b"APETAGEX")):
        return True
    return head[0] == 0xFF and (len(head) == 1 or (head[1] & 0xE6 == 0xE2 and head[1] & 0x18 != 0x08))


class FrameEnds:
    """Where the last frame ends, as far as that is certain: while each frame follows another from the beginning on."""

    is_tag_alone = True
    """Whether nothing but a tag has arrived."""
    began = False
    """Whether anything has arrived."""

    def __init__(self) -> None:
        self._start = b""
        """Start of a frame that has not arrived far enough to tell its size."""
        self._missing = 0
        """Bytes of the last frame that have not arrived."""
        self._certain = True
        self._at_begin = True

    def feed(self, chunk: bytes) -> bytes:
        """Add a chunk that has arrived. Return what is in it of the bytes behind the last frame."""
        self.began = True
        if not self._certain:
            return chunk
        passed = min(self._missing, len(chunk))
        self._missing -= passed
        data, position = self._start + chunk[passed:], 0
        while self._certain and len(data) - position >= (10 if self._at_begin else 4):
            size = size_at(data, position)
            self.is_tag_alone = self.is_tag_alone and data.startswith(b"ID3", position)
            self._certain, self._at_begin = size > 0, False
            position += size
        self._missing += max(0, position - len(data))
        self._start = data[position:] if self._certain else b""
        return b"" if self._certain else data[position:]

    def is_cut(self) -> bool:
        """Return whether the last frame has certainly not arrived whole."""
        return self._certain and (self._missing > 0 or self._start[:1] == b"\xff")


def size_at(data: bytes, position: int) -> int:
    """Return the size of the tag or frame that begins here, 0 if it is unknown, or too little of it is there."""
    if data[position : position + 3] == b"ID3" and len(data) >= position + 10:
        # 7 bits a byte, so that it never looks like the start of a frame.
        return (
            functools.reduce(lambda total, byte: total * 128 + (byte & 127), data[position + 6 : position + 10], 0) + 10
        )
    frame = frame_at(data[position : position + 4]) if len(data) >= position + 4 else None
    return frame[0] if frame else 0


def frame_at(head: bytes | bytearray) -> tuple[int, int, int] | None:
    """Return (bytes, samples, Hz) of the frame that begins here, None if none does."""
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    rate_index, hz_index, padding = head[2] >> 4, head[2] >> 2 & 3, head[2] >> 1 & 1
    if head[0] != 0xFF or head[1] & 0xE0 != 0xE0 or version not in _HZ or layer != 1:
        return None
    if rate_index in (0, 15) or hz_index == 3:
        return None
    hz = _HZ[version][hz_index]
    samples, rates = (1152, _RATES_1) if version == 3 else (576, _RATES_2)
    return samples // 8 * rates[rate_index] * 1000 // hz + padding, samples, hz


def layer_2_frame(head: bytes | bytearray) -> int:
    """Return the bytes of the frame of MPEG layer II (MP2) that begins here, 0 if none does."""
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    rate_index, hz_index, padding = head[2] >> 4, head[2] >> 2 & 3, head[2] >> 1 & 1
    if head[0] != 0xFF or head[1] & 0xE0 != 0xE0 or version not in _HZ or layer != 2:
        return 0
    if rate_index in (0, 15) or hz_index == 3:
        return 0
    rates = _RATES_OF_LAYER_2 if version == 3 else _RATES_2
    return 144 * rates[rate_index] * 1000 // _HZ[version][hz_index] + padding
