"""Audio that arrives in chunks: sound of any kind passes unchanged, wherever it is cut, and words do not."""

from __future__ import annotations

import io
import itertools
import math
import random
import re
import struct
from collections.abc import Callable

import pytest
from cartesia_io.audio import wav
from cartesia_io.audio.arriving import ArrivingAudio
from cartesia_io.audio.formats import AudioFormat
from cartesia_io.audio.sound_reader import SoundReader
from cartesia_io.text import is_text
from cartesia_sandbox.voice.encode import encode
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.test_audio import mp3_file, wav_file

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


@pytest.mark.parametrize(
    "data",
    [
        "no healthy upstream".encode("utf-16-le"),
        "no healthy upstream".encode("utf-16-be"),
        b"\x1b[31mno healthy upstream\x1b[0m.",
        b"no healthy upstream" + bytes(5),
    ],
    ids=["utf-16-le", "utf-16-be", "in color", "padded"],
)
def test_words_in_other_forms_are_no_sound(data: bytes) -> None:
    assert is_text(data, whole=True)


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
        assert len(arriving.joined(io.BytesIO(b"".join(parts)))[0]) == len(start + data)


@pytest.mark.parametrize("cuts", [[], [3, 11], list(range(30))])
def test_a_tag_without_a_frame_is_no_audio(cuts: list[int]) -> None:
    arriving = ArrivingAudio(AudioFormat("mp3"))
    for piece in pieces(b"ID3\4\0\0\0\0\0\x14" + bytes(20), cuts):
        arriving.feed(piece)
    with pytest.raises(EOFError, match="no audio after the tag"):
        arriving.finish()


FRAMES = mp3_file(0.3, 44100, 128000)
SAMPLES = random.Random(3).randbytes(3000)
JSON = b'{"error": "no credits left"}'
PLAIN = b"upstream connect error or disconnect/reset before headers"
EXTENSIBLE = b"fmt " + struct.pack("<IHHIIHHHHIH", 40, 0xFFFE, 1, 8000, 16000, 2, 16, 22, 16, 4, 1) + wav.GUID_TAIL
OF_ANOTHER_KIND: dict[str, tuple[AudioFormat, bytes]] = {
    "WAV as raw": (AudioFormat("raw", "pcm_s16le", 8000), wav_file(SAMPLES)),
    "a WAV stream as raw": (AudioFormat("raw", "pcm_s16le", 8000), wav_file(SAMPLES, declared=0xFFFFFFFF)),
    "a short WAV as raw": (AudioFormat("raw", "pcm_s16le", 8000), wav_file(b"\1\2")),
    "A-law WAV as raw": (AudioFormat("raw", "pcm_alaw", 8000), wav_file(SAMPLES, encoding="pcm_alaw")),
    "WAV with chunks as raw": (AudioFormat("raw"), wav_file(SAMPLES, fact=True, before=b"LIST\4\0\0\0abcd")),
    "extensible WAV as raw": (AudioFormat("raw"), wav_file(SAMPLES)[:12] + EXTENSIBLE + b"data\4\0\0\0abcd"),
    "MP3 as raw": (AudioFormat("raw", "pcm_s16le", 8000), FRAMES),
    "MP3 of two frames as raw": (AudioFormat("raw", "pcm_s16le", 8000), FRAMES[:835]),
    "MP3 with a tag as raw": (AudioFormat("raw"), b"ID3\4\0\0\0\0\0\x0a" + bytes(10) + FRAMES),
    "Ogg as raw": (AudioFormat("raw"), b"OggS\0\2" + bytes(8) + SAMPLES[:100]),
    "FLAC as raw": (AudioFormat("raw"), b"fLaC\0\0\0\x22" + SAMPLES[:100]),
    "raw as WAV": (AudioFormat("wav"), SAMPLES),
    "MP3 as WAV": (AudioFormat("wav"), FRAMES),
    "raw as MP3": (AudioFormat("mp3"), bytes(3000)),
    "WAV as MP3": (AudioFormat("mp3"), wav_file(SAMPLES)),
    "Ogg as MP3": (AudioFormat("mp3"), b"OggS\0\2" + bytes(8) + SAMPLES[:100]),
}
CUT_SIZES = [61, 5000]


def arrived(expected: AudioFormat, data: bytes, size: int) -> bytes:
    """Return what an audio of a format becomes that arrives in pieces of a size."""
    arriving = ArrivingAudio(expected)
    found = b"".join(arriving.feed(data[at : at + size]) for at in range(0, len(data), size))
    arriving.finish()
    return found


@pytest.mark.parametrize("size", CUT_SIZES)
@pytest.mark.parametrize("name", OF_ANOTHER_KIND)
def test_audio_of_another_kind_is_not_passed_for_what_was_asked(name: str, size: int) -> None:
    expected, data = OF_ANOTHER_KIND[name]
    with pytest.raises(ValueError, match="expected"):
        arrived(expected, data, size)


ALIKE: dict[str, tuple[AudioFormat, bytes]] = {
    "RIFF by chance": (AudioFormat("raw"), b"RIFF" + SAMPLES),
    "RIFF and WAVE by chance": (AudioFormat("raw"), b"RIFF" + SAMPLES[:4] + b"WAVE" + SAMPLES),
    "a header without a rate": (AudioFormat("raw"), b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0" + bytes(16) + b"data" + SAMPLES),
    "a header of nonsense": (AudioFormat("raw"), b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0" + SAMPLES[:16] + b"data" + SAMPLES),
    "a frame by chance": (AudioFormat("raw"), FRAMES[:4] + SAMPLES),
    "a tag by chance": (AudioFormat("raw"), b"ID3\4\0\0\0\0\0\x0a" + SAMPLES),
    "loud samples": (AudioFormat("raw"), b"\xff\xfb" * 2000),
    "the name of Ogg by chance": (AudioFormat("raw"), b"OggS" + SAMPLES),
    "braces by chance": (AudioFormat("raw"), SAMPLES + b"{}"),
    "a list of numbers by chance": (AudioFormat("raw"), SAMPLES + b"{1}\n}"),
    **{
        f"MP3 and {name}": (AudioFormat("mp3"), FRAMES + end)
        for name, end in {
            "ID3v1": b"TAG" + b"A title of words".ljust(125),
            "ID3v1 and zeros": b"TAG" + b"A title of words".ljust(125, b"\0"),
            "APE": b"APETAGEX" + struct.pack("<IIII", 2000, 50, 1, 0) + bytes(8) + b"Title\0Some words in it",
            "lyrics": b"LYRICSBEGININD0000200LYR00011Some words.000042LYRICS200",
            "lyrics and ID3v1": b"LYRICSBEGININD0000200LYR00011Words.000042LYRICS200TAG" + b"x" * 125,
            "ID3v2 at the end": b"ID3\4\0\0\0\0\0\x0aTIT2 words",
            "zeros": bytes(300),
            "spaces": b" " * 40,
            "one byte": b"\n",
            "another file": FRAMES,
            "noise": SAMPLES,
            "a new line": b"\r\n",
        }.items()
    },
    **{
        f"WAV and {name}": (AudioFormat("wav"), wav_file(SAMPLES[:-1] if "odd" in name else SAMPLES, after=end))
        for name, end in {
            "LIST": b"LIST\x1a\0\0\0INFOISFT\x0e\0\0\0Lavf58.29.100\0",
            "a text chunk": b"note" + struct.pack("<I", len(PLAIN)) + PLAIN,
            "a chunk of XML": b"_PMX" + struct.pack("<I", 30) + b"<x:xmpmeta xmlns='some words'>",
            "padding of an odd size": b"\0",
            "zeros": bytes(64),
            "an odd size and a chunk": b"\0LIST\4\0\0\0abcd",
            "ID3v1": b"TAG" + b"A title of words".ljust(125),
            "id3": b"id3 " + struct.pack("<I", 24) + b"ID3\4\0\0\0\0\0\x0eTIT2 some words",
            "noise": SAMPLES,
            "a new line": b"\r\n",
        }.items()
    },
}


@pytest.mark.parametrize("size", CUT_SIZES)
@pytest.mark.parametrize("name", ALIKE)
def test_sound_audio_that_looks_odd_passes(name: str, size: int) -> None:
    expected, data = ALIKE[name]
    assert arrived(expected, data, size) == data


BEFORE_WORDS: dict[str, tuple[AudioFormat, bytes]] = {
    "MP3": (AudioFormat("mp3"), FRAMES),
    "MP3 with tags": (AudioFormat("mp3"), b"ID3\4\0\0\0\0\0\x0a" + bytes(10) + FRAMES),
    "WAV": (AudioFormat("wav"), wav_file(SAMPLES)),
    "WAV of an odd size": (AudioFormat("wav"), wav_file(SAMPLES[1:], encoding="pcm_alaw")),
    "WAV of an odd size, padded": (AudioFormat("wav"), wav_file(SAMPLES[1:], encoding="pcm_alaw") + b"\0"),
    "WAV and a chunk": (AudioFormat("wav"), wav_file(SAMPLES, after=b"LIST\4\0\0\0abcd")),
    "unknown MP3": (AudioFormat(), FRAMES),
    "unknown WAV": (AudioFormat(), wav_file(SAMPLES)),
}


@pytest.mark.parametrize("size", CUT_SIZES)
@pytest.mark.parametrize("words", [JSON, b"\n" + JSON + b"\n", PLAIN, b"<html><body>502 Bad Gateway</body></html>"])
@pytest.mark.parametrize("name", BEFORE_WORDS)
def test_words_behind_whole_audio_are_an_error_that_quotes_them(name: str, words: bytes, size: int) -> None:
    expected, data = BEFORE_WORDS[name]
    with pytest.raises(EOFError, match=re.escape(words.strip().decode()[:20])):
        arrived(expected, data + words, size)


@pytest.mark.parametrize("size", CUT_SIZES)
def test_json_behind_audio_of_no_known_length_is_an_error(size: int) -> None:
    for expected, data in (
        (AudioFormat("raw", "pcm_s16le", 8000), SAMPLES),
        (AudioFormat("wav"), wav_file(SAMPLES, declared=0xFFFFFFFF)),
    ):
        with pytest.raises(EOFError, match="no credits"):
            arrived(expected, data + JSON, size)


@given(st.binary(max_size=200), st.sampled_from(list(BEFORE_WORDS)))
def test_bytes_behind_audio_pass_or_are_quoted(end: bytes, name: str) -> None:
    expected, data = BEFORE_WORDS[name]
    try:
        found = arrived(expected, data + end, 999)
    except EOFError:
        found = data + end
        assert end[:1] == b"\xff" or any(is_text(end[at:], whole=True) for at in range(len(end)))
    assert found == data + end
