"""The frames of an MP3 file, from which its duration follows."""

from __future__ import annotations

import functools

# MPEG audio, layer III: kbit/s by index, for version 1 and for versions 2 and 2.5; samples per second by version.
_RATES_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_RATES_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_HZ = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def duration(data: bytes) -> float:
    """Return the duration of MPEG layer III audio in seconds, the sum of its frames."""
    position, seconds = 0, 0.0
    if data[:3] == b"ID3" and len(data) >= 10:
        # The size of the ID3 tag: 7 bits a byte, so that it never looks like the start of a frame.
        size = functools.reduce(lambda total, byte: total * 128 + (byte & 127), data[6:10], 0)
        position = 10 + size
    while position + 4 <= len(data):
        frame = frame_at(data[position : position + 4])
        if frame is None:  # not a frame, such as a tag at the end: look for the next one
            position += 1
            continue
        size, samples, rate = frame
        position += size
        seconds += samples / rate
    return seconds


def frame_at(head: bytes) -> tuple[int, int, int] | None:
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
