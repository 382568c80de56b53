"""Samples to bytes."""

from __future__ import annotations

import struct
import sys

import numpy as np
import pytest
from cartesia_sandbox.voice.encode import Encoder, encode, to_s16, wav_header

WAV_FORMATS = {"pcm_s16le": (1, 16), "pcm_f32le": (3, 32), "pcm_alaw": (6, 8), "pcm_mulaw": (7, 8)}
"""Format tag and bits of a sample."""
RAMP = (np.arange(-32768, 32768) / 32767).clip(-1, 1).astype(np.float32)


def test_integers_and_floats() -> None:
    samples = np.array([0.0, 0.5, -1.0, 2.0], dtype=np.float32)
    assert struct.unpack("<4h", encode(samples, "pcm_s16le")) == (0, 16384, -32767, 32767)
    assert struct.unpack("<4f", encode(samples, "pcm_f32le")) == (0.0, 0.5, -1.0, 2.0)


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="the referee, audioop, left the standard library in 3.13")
def test_companding_is_that_of_the_standard_library() -> None:
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import audioop

    linear = to_s16(RAMP).tobytes()
    assert encode(RAMP, "pcm_mulaw") == audioop.lin2ulaw(linear, 2)
    assert encode(RAMP, "pcm_alaw") == audioop.lin2alaw(linear, 2)


@pytest.mark.parametrize(
    ("encoding", "codes"), [("pcm_mulaw", [0xFF, 0x80, 0x00, 0xD2]), ("pcm_alaw", [0xD5, 0xAA, 0x2A, 0xFC])]
)
def test_companding_of_known_values(encoding: str, codes: list[int]) -> None:
    samples = np.array([0.0, 1.0, -1.0, 0.025], dtype=np.float32)
    assert list(encode(samples, encoding)) == codes


@pytest.mark.parametrize("encoding", WAV_FORMATS)
def test_a_header_of_a_stream_says_that_its_length_is_unknown(encoding: str) -> None:
    header = wav_header(encoding, 16000)
    assert len(header) == 44
    assert header[4:8] == header[40:44] == b"\xff\xff\xff\xff"
    tag, channels, rate, bytes_per_second, block, bits = struct.unpack("<HHIIHH", header[20:36])
    assert (tag, channels, rate, block, bits) == (
        WAV_FORMATS[encoding][0],
        1,
        16000,
        bits // 8,
        WAV_FORMATS[encoding][1],
    )
    assert bytes_per_second == rate * block
    assert struct.unpack("<I", wav_header(encoding, 16000, 8)[4:8]) == (44,)


@pytest.mark.parametrize("bit_rate", [32000, 64000, 96000, 128000, 192000])
@pytest.mark.parametrize("rate", [8000, 16000, 22050, 24000, 44100, 48000])
def test_mp3_has_the_requested_bit_rate(rate: int, bit_rate: int) -> None:
    encoder = Encoder({"container": "mp3", "sample_rate": rate, "bit_rate": bit_rate})
    second = (0.2 * np.sin(np.arange(rate) * 2 * np.pi * 440 / rate)).astype(np.float32)
    data = encoder.header() + encoder.encode(second) + encoder.encode(second) + encoder.flush()
    assert encoder.media_type == "audio/mpeg"
    # MPEG-2 layers, below 32 kHz, end at 160 kbit/s; 2.5, below 16 kHz, at 64.
    highest = 192000 if rate >= 32000 else 160000 if rate >= 16000 else 64000
    assert len(data) * 8 / 2 == pytest.approx(min(bit_rate, highest), rel=0.15)
