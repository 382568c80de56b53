"""G.711, mu-law and A-law: samples of 16 bits as 8-bit codes, and back."""

from __future__ import annotations

import functools

import numpy as np
import numpy.typing as npt

from .sound import Samples


@functools.cache
def encoding_table(encoding: str) -> npt.NDArray[np.uint8]:
    """The mu-law or A-law code of every 16-bit sample, from -32768 on."""
    values = np.arange(-32768, 32768, dtype=np.int32)
    return _mulaw(values) if encoding == "pcm_mulaw" else _alaw(values)


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


@functools.cache
def decoding_table(encoding: str) -> Samples:
    """The sample that each of the 256 codes stands for: the middle of those that are coded so."""
    codes = encoding_table(encoding)
    sums = np.bincount(codes, weights=np.arange(-32768, 32768), minlength=256)
    counts = np.maximum(np.bincount(codes, minlength=256), 1)
    return (sums / counts / 32768).astype(np.float32)
