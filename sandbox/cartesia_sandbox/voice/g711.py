"""G.711, mu-law and A-law: 16-bit samples as 8-bit codes, and back.

Both directions are tables, computed once: audio is coded by indexing, a chunk at a time.
"""

from __future__ import annotations

import functools

import numpy as np
import numpy.typing as npt

from .sound import Samples


@functools.cache
def encoding_table(encoding: str) -> npt.NDArray[np.uint8]:
    """Return the mu-law or A-law code of every 16-bit value, from -32768 up."""
    values = np.arange(-32768, 32768, dtype=np.int32)
    return _mulaw(values) if encoding == "pcm_mulaw" else _alaw(values)


@functools.cache
def decoding_table(encoding: str) -> Samples:
    """Return the sample of each of the 256 codes: the middle of the values that share the code."""
    codes = encoding_table(encoding)
    sums = np.bincount(codes, weights=np.arange(-32768, 32768), minlength=256)
    counts = np.maximum(np.bincount(codes, minlength=256), 1)
    return (sums / counts / 32768).astype(np.float32)


# A code is a sign, a segment of 3 bits (which power of two) and 4 bits within the segment. G.711 inverts some of the
# bits on the line: all of them for mu-law, every other one for A-law.


def _mulaw(values: npt.NDArray[np.int32]) -> npt.NDArray[np.uint8]:
    # G.711: 14 bits; the shift comes before the sign, so that negative values round down.
    values = values >> 2
    mask = np.where(values < 0, 0x7F, 0xFF)
    size = np.minimum(np.abs(values), 8159) + 33
    segment = np.searchsorted(np.array([0x3F, 0x7F, 0xFF, 0x1FF, 0x3FF, 0x7FF, 0xFFF, 0x1FFF]), size)
    # The largest size lies beyond the last segment; its code is the largest one.
    code = np.where(segment > 7, 0x7F, (segment << 4) | ((size >> (segment + 1)) & 0xF))
    return (code ^ mask).astype(np.uint8)


def _alaw(values: npt.NDArray[np.int32]) -> npt.NDArray[np.uint8]:
    values = values >> 3
    mask = np.where(values < 0, 0x55, 0xD5)
    size = np.where(values < 0, -values - 1, values)
    segment = np.searchsorted(np.array([0x1F, 0x3F, 0x7F, 0xFF, 0x1FF, 0x3FF, 0x7FF, 0xFFF]), size)
    mantissa = np.where(segment < 2, size >> 1, size >> np.maximum(segment, 1)) & 0xF
    return (((segment << 4) | mantissa) ^ mask).astype(np.uint8)
