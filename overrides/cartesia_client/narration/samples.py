"""Samples of one channel: joined without clicks, and as numbers. No I/O."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from cartesia_io.audio.g711 import FLIPS, as_s16
from cartesia_io.audio.samples import SAMPLE_BYTES

FADE = 0.005
"""Seconds over which the end of one piece and the beginning of the next one are faded."""
_CODES = {"pcm_s16le": "h", "pcm_f32le": "f"}

# Two pieces that are made by themselves do not meet at the same level, and a step between two samples is heard as a click. So
# both go to silence where they meet, within a time that is too short to be heard. The logarithmic encodings are faded in their
# own code, in which equal steps sound equal: its lower seven bits are the level.


class Joiner:
    """Joins the samples of pieces that arrive in chunks.

    Attributes:
        count: Samples that were returned.
    """

    def __init__(self, encoding: str, sample_rate: int) -> None:
        self._encoding = encoding
        self._size = SAMPLE_BYTES[encoding]
        self._fade = int(FADE * sample_rate)
        self._held = b""
        """The end of the piece that arrives, which may have to be faded."""
        self._joins = False
        """Whether the piece follows another one."""
        self._place = 0
        """Samples of the piece that were fed."""
        self.count = 0

    def feed(self, data: bytes) -> bytes:
        """Add samples of a piece, and return those that are ready."""
        if self._joins and self._place < self._fade:
            early = (self._fade - self._place) * self._size
            data = faded(data[:early], self._encoding, self._place / self._fade, 1 / self._fade) + data[early:]
        self._place += len(data) // self._size
        data = self._held + data
        ready = max(0, len(data) - self._fade * self._size)
        self._held = data[ready:]
        return self._counted(data[:ready])

    def end(self, *, last: bool) -> bytes:
        """End a piece, and return the rest of it."""
        data, self._held = self._held, b""
        if not last and (count := len(data) // self._size):
            data = faded(data, self._encoding, 1.0, -1 / count)
        self._joins, self._place = True, 0
        return self._counted(data)

    def _counted(self, data: bytes) -> bytes:
        self.count += len(data) // self._size
        return data


def faded(data: bytes, encoding: str, gain: float, step: float) -> bytes:
    """Return samples of which each is a step louder than the one before, from `gain` on, between silence and full level."""
    gains = [min(1.0, max(0.0, gain + step * place)) for place in range(len(data) // SAMPLE_BYTES[encoding])]
    if code := _CODES.get(encoding):
        values: Sequence[float] = struct.unpack(f"<{len(gains)}{code}", data)
        scaled = [value * factor for value, factor in zip(values, gains, strict=True)]
        return struct.pack(f"<{len(gains)}{code}", *(map(int, scaled) if code == "h" else scaled))
    flip = FLIPS[encoding]
    return bytes(
        ((byte ^ flip) & 0x80 | int(((byte ^ flip) & 0x7F) * factor)) ^ flip
        for byte, factor in zip(data, gains, strict=True)
    )


def peaks(data: bytes, encoding: str, count: int) -> list[float]:
    """Return the loudest level, from 0 to 1, of each of `count` stretches of whole samples."""
    size = SAMPLE_BYTES[encoding]
    total = len(data) // size
    found = []
    for number in range(min(count, total)):
        begin, end = total * number // count * size, total * (number + 1) // count * size
        values = struct.unpack(f"<{(end - begin) // size}h", as_s16(data[begin:end], encoding))
        found.append(max(map(abs, values), default=0) / 32768)
    return found
