"""Audio that arrives in chunks: sound of any kind passes unchanged, wherever it is cut, and words do not."""

from __future__ import annotations

import itertools
import math
import random
import struct
from collections.abc import Callable

import pytest
from cartesia_io.audio.arriving import ArrivingAudio
from cartesia_io.audio.formats import AudioFormat
from cartesia_io.audio.sound_reader import SoundReader
from cartesia_io.text import is_text
from cartesia_sandbox.voice.encode import encode
from hypothesis import given
from hypothesis import strategies as st

CODES = {"pcm_u8": "B", "pcm_s32le": "i", "pcm_f16le": "e", "pcm_f64le": "d"}
ENCODINGS = ["pcm_s16le", "pcm_f32le", "pcm_mulaw", "pcm_alaw", *CODES]
CUTS = st.lists(st.integers(0, 4000), max_size=9)


def encoded(levels: list[float], encoding: str) -> bytes:
    if encoding in CODES:
        scale, offset = {"pcm_u8": (127, 128), "pcm_s32le": (2**31 - 1, 0)}.get(encoding, (1.0, 0))
        values = [level * scale + offset if scale == 1.0 else int(level * scale) + offset for level in levels]
        return struct.pack(f"<{len(levels)}{CODES[encoding]}", *values)
    import numpy as np

    return encode(np.array(levels, "f4"), encoding)


@st.composite
def sounds(draw: st.DrawFn) -> list[float]:
    """Draw noise, tones and half-waves of 32 to 500 samples, from silent to loud."""
    volume = 2.0 ** -draw(st.integers(0, 16))
    length, pitch, seed = draw(st.integers(32, 500)), draw(st.floats(0.001, 3)), draw(st.integers(0, 99999))
    noise = random.Random(seed)
    waves: dict[str, Callable[[int], float]] = {
        "noise": lambda _: noise.uniform(-volume, volume),
        "tone": lambda at: math.sin(at * pitch + seed) * volume,
        "half-wave": lambda at: -abs(math.sin(at * pitch)) * volume,
    }
    wave = waves[draw(st.sampled_from(list(waves)))]
    return [wave(at) for at in range(length)]


def pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    places = sorted({0, len(data), *(cut for cut in cuts if cut < len(data))})
    return [data[start:end] for start, end in itertools.pairwise(places)]


@given(sounds(), st.sampled_from(ENCODINGS), CUTS)
def test_sound_passes_unchanged(levels: list[float], encoding: str, cuts: list[int]) -> None:
    data = encoded(levels, encoding)
    assert not is_text(data, whole=True)
    for expected in (AudioFormat("raw", encoding, 8000), AudioFormat()):
        arriving = ArrivingAudio(expected)
        assert b"".join(map(arriving.feed, pieces(data, cuts))) == data
        assert arriving.finish() is False
    reader = SoundReader(encoding, 8000)
    assert b"".join([*map(reader.feed, pieces(data, cuts)), reader.feed(b"", last=True)]) == data


WORDS = [
    "Unauthorized",
    "no healthy upstream",
    "rate_limit_exceeded",
    '{"ok":false}',
    "<h1>Forbidden</h1>",
    "Zu später Zug",
    "<h1>502</h1>",
    "<!-- 1 --><p>402</p>",
    '[{"error": 402}]',
    "[402, null]",
    "null",
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
@pytest.mark.parametrize("words", WORDS)
def test_words_are_no_sound(words: str, encoding: str) -> None:
    assert is_text(words.encode(encoding), whole=True)
    arriving = ArrivingAudio(AudioFormat("raw", "pcm_s16le", 8000))
    assert [arriving.feed(bytes([byte])) for byte in words.encode(encoding)][-1:] != [words.encode(encoding)]
    with pytest.raises(ValueError, match="expected audio"):
        arriving.finish()


def test_words_without_spaces_are_no_sound() -> None:
    assert is_text("服务器内部错误请稍后再试".encode(), whole=True)


@given(st.binary(max_size=100), st.sampled_from(["wav", "mp3", "raw", None]), CUTS)
def test_any_bytes_are_audio_or_one_of_two_errors(data: bytes, container: str | None, cuts: list[int]) -> None:
    for start in (b"", b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0", b"\xff\xfb\x90\x64", b"ID3\4"):
        arriving = ArrivingAudio(AudioFormat(container, "pcm_s16le", 8000))
        try:
            parts = [arriving.feed(piece) for piece in pieces(start + data, cuts)]
            arriving.finish()
        except (ValueError, EOFError):
            continue
        assert len(arriving.joined(parts)[0]) == len(start + data)


@pytest.mark.parametrize("cuts", [[], [3, 11], list(range(30))])
def test_a_tag_without_a_frame_is_no_audio(cuts: list[int]) -> None:
    arriving = ArrivingAudio(AudioFormat("mp3"))
    for piece in pieces(b"ID3\4\0\0\0\0\0\x14" + bytes(20), cuts):
        arriving.feed(piece)
    with pytest.raises(EOFError, match="no audio after the tag"):
        arriving.finish()
