"""Samples to bytes: PCM, mu-law, A-law; raw, WAV and MP3."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from typing import Any

import lameenc
import numpy as np
import numpy.typing as npt

from .g711 import encoding_table
from .sound import Samples

# Encoding -> (WAV format tag, bits of a sample).
FORMATS = {"pcm_s16le": (1, 16), "pcm_f32le": (3, 32), "pcm_alaw": (6, 8), "pcm_mulaw": (7, 8)}
UNKNOWN_SIZE = 0xFFFFFFFF
MEDIA_TYPES = {"wav": "audio/wav", "mp3": "audio/mpeg", "raw": "audio/pcm"}


def to_s16(samples: Samples) -> npt.NDArray[np.int16]:
    return np.round(np.clip(samples, -1.0, 1.0) * 32767).astype("<i2")


def encode(samples: Samples, encoding: str) -> bytes:
    if encoding == "pcm_f32le":
        return samples.astype("<f4").tobytes()
    values = to_s16(samples)
    if encoding == "pcm_s16le":
        return values.tobytes()
    return encoding_table(encoding)[values.astype(np.int32) + 32768].tobytes()


def wav_header(encoding: str, sample_rate: int, size: int = UNKNOWN_SIZE) -> bytes:
    """A header of 44 bytes, mono. Without a size it says that the length is not known, as a stream must."""
    tag, bits = FORMATS[encoding]
    block = bits // 8
    whole = UNKNOWN_SIZE if size == UNKNOWN_SIZE else size + 36
    head = struct.pack(
        "<4sI4s4sIHHIIHH", b"RIFF", whole, b"WAVE", b"fmt ", 16, tag, 1, sample_rate, sample_rate * block, block, bits
    )
    return head + struct.pack("<4sI", b"data", size)


class Encoder:
    """Encodes a stream of samples in one output format."""

    def __init__(self, output_format: Mapping[str, Any]) -> None:
        self.container: str = output_format["container"]
        self.sample_rate = int(output_format["sample_rate"])
        self._encoding: str = output_format.get("encoding", "")
        self._mp3: Any = None
        if self.container == "mp3":
            self._mp3 = lameenc.Encoder()
            self._mp3.set_bit_rate(int(output_format["bit_rate"]) // 1000)
            self._mp3.set_in_sample_rate(self.sample_rate)
            self._mp3.set_out_sample_rate(self.sample_rate)
            self._mp3.set_channels(1)
            self._mp3.set_quality(7)
            self._mp3.silence()

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[self.container]

    def header(self) -> bytes:
        return wav_header(self._encoding, self.sample_rate) if self.container == "wav" else b""

    def encode(self, samples: Samples) -> bytes:
        if self._mp3 is not None:
            return bytes(self._mp3.encode(to_s16(samples).tobytes()))
        return encode(samples, self._encoding)

    def flush(self) -> bytes:
        return bytes(self._mp3.flush()) if self._mp3 is not None else b""
