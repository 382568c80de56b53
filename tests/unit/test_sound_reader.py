"""The sound in what is sent to be transcribed, however it is cut into pieces."""

from __future__ import annotations

import array
import ctypes
import io
import itertools
import math
import mmap
import struct
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from cartesia_client import Audio, InvalidRequestError
from cartesia_io.audio import source
from cartesia_io.audio.samples import converted
from cartesia_io.audio.sound_reader import SoundReader
from hypothesis import given
from hypothesis import strategies as st

NAMES = st.sampled_from([b"LIST", b"bext", b"JUNK", b"id3 ", b"fact", b"cue "])
CHUNKS = st.lists(st.tuples(NAMES, st.binary(max_size=99)), max_size=4)
CUTS = st.lists(st.integers(0, 600), max_size=9)


def chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)


def read(data: bytes, cuts: list[int], encoding: str = "pcm_s16le") -> bytes:
    reader = SoundReader(encoding, 8000)
    places = sorted({0, len(data), *(cut for cut in cuts if cut < len(data))})
    parts = [reader.feed(data[start:end]) for start, end in itertools.pairwise(places)]
    return b"".join([*parts, reader.feed(b"", last=True)])


@given(CHUNKS, CHUNKS, st.binary(min_size=1, max_size=200), CUTS)
def test_chunks_around_the_sound_are_left_out(
    before: list[tuple[bytes, bytes]], after: list[tuple[bytes, bytes]], sound: bytes, cuts: list[int]
) -> None:
    form = chunk(b"fmt ", struct.pack("<HHIIHH", 1, 1, 8000, 16000, 2, 16))
    around = [b"".join(chunk(*each) for each in chunks) for chunks in (before, after)]
    file = b"RIFF\0\0\0\0WAVE" + form + around[0] + chunk(b"data", sound) + around[1]
    assert (
        read(file + file, cuts) == sound[: len(sound) // 2 * 2] * 2
    )  # half of a sample would shift those of the next file


@given(st.binary(max_size=300), CUTS)
def test_any_bytes_pass_as_they_are_or_are_rejected(data: bytes, cuts: list[int]) -> None:
    for start in (
        b"",
        b"RIFF\0\0\0\0WAVE",
        b"RIFF\0\0\0\0WAVEfmt \x28\0\0\0",
        b"RF64\0\0\0\0WAVEds64\x10\0\0\0",
        b"\xff\xfb\x90\x64",
    ):
        try:
            sound = read(start + data, cuts)
        except InvalidRequestError:
            continue
        assert start[8:12] == b"WAVE" or sound == start + data


SOUND = struct.pack("<400h", *range(-20000, 20000, 100))
FORM = chunk(b"fmt ", struct.pack("<HHIIHH", 1, 1, 8000, 16000, 2, 16))


@given(st.sampled_from([0, 2, 299, 300, 301, 789, 790, 800, 801, 802, 0x7FFFF000, 0xFFFFFFFF]), CUTS)
def test_a_wrong_size_loses_no_sound(size: int, cuts: list[int]) -> None:
    for magic in (b"RIFF", b"RF64"):
        file = magic + b"\0\0\0\0WAVE" + FORM + b"data" + struct.pack("<I", size) + SOUND
        assert read(file, cuts) == SOUND


@given(CUTS)
def test_what_follows_the_sound_is_left_out(cuts: list[int]) -> None:
    for after in (b"TAG" + b"title" * 25, b"ID3\3" + bytes(90), chunk(b"LIST", b"\0" * 81)):
        assert read(b"RIFF\0\0\0\0WAVE" + FORM + chunk(b"data", SOUND) + after, cuts) == SOUND


@given(st.integers(1, 30), CUTS)
def test_part_of_a_sample_at_the_end_is_left_out(count: int, cuts: list[int]) -> None:
    form = chunk(b"fmt ", struct.pack("<HHIIHH", 1, 1, 8000, 24000, 3, 24))
    wide = b"".join(b"\1" + SOUND[at : at + 2] for at in range(0, count * 2, 2)) + b"\1\2"
    file = b"RIFF\0\0\0\0WAVE" + form + chunk(b"data", wide) + chunk(b"LIST", b"note")
    assert read(file + file, cuts) == SOUND[: count * 2] * 2


def test_a_file_in_each_piece_is_a_file_of_its_own() -> None:
    reader = SoundReader("pcm_s16le", 8000)
    for size in (800, 0, 0xFFFFFFFF, 9000):  # with a size that is right, unknown, or too big
        assert reader.feed(b"RIFF\0\0\0\0WAVE" + FORM + b"data" + struct.pack("<I", size) + SOUND) == SOUND
    reader.feed(b"RIFF\0\0\0\0WAVE" + FORM)
    with pytest.raises(InvalidRequestError, match="ends before its audio"):
        reader.feed(b"RIFF\0\0\0\0WAVE" + FORM + chunk(b"data", SOUND))


COMPRESSED = {
    "Ogg": b"OggS\0\2",
    "FLAC": b"fLaC\0\0",
    "MP3": b"ID3\4\0\0",
    "MP4": b"\0\0\0\x20ftypM4A ",
    "WebM": b"\x1aE\xdf\xa3",
    "Monkey's Audio": b"MAC \x96",
    "Musepack": b"MPCK",
    "AVI": b"RIFF\0\0\0\0AVI LIST",
    "AIFF": b"FORM\0\0\0\0AIFFCOMM",
    "AMR": b"#!AMR\n",
    "VOC": b"Creative Voice File\x1a",
    "HTML": b"<!DOCTYPE html><html>",
    "ZIP": b"PK\3\4",
    "gzip": b"\x1f\x8b\x08\0",
    "AAC": b"\xff\xf1\x50\x80\x02\x1f\xfc\0\0\0\0\0\0\0\0\0" * 3,
}


@pytest.mark.parametrize("name", COMPRESSED)
def test_compressed_audio_is_rejected_by_name(name: str) -> None:
    for cuts in ([], [5], [*range(100)]):
        with pytest.raises(InvalidRequestError, match=f"the audio is .*{name}.*; expected samples of pcm_s16le"):
            read(COMPRESSED[name] + bytes(100), cuts)


def wav_of(tag: int, channels: int, rate: int, bits: int) -> bytes:
    block = channels * bits // 8
    form = chunk(b"fmt ", struct.pack("<HHIIHH", tag, channels, rate, rate * block, block, bits))
    return b"RIFF\0\0\0\0WAVE" + form + chunk(b"data", bytes(block * 10))


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (wav_of(1, 2, 8000, 16), "pcm_s16le at 8000 Hz, 2 channel"),
        (wav_of(1, 1, 44100, 16), "pcm_s16le at 44100 Hz, 1 channel"),
        (wav_of(7, 1, 8000, 8), "pcm_mulaw at 8000 Hz"),
        (wav_of(0x55, 1, 8000, 0), "MP3 at 8000 Hz"),
        (wav_of(0x161, 1, 8000, 16), "wav_353_16 at 8000 Hz"),
    ],
)
def test_a_file_that_holds_something_else_is_rejected_by_name(file: bytes, said: str) -> None:
    with pytest.raises(InvalidRequestError, match=f"holds {said}.*; expected pcm_s16le at 8000 Hz, 1 channel"):
        read(file, [])


@pytest.mark.parametrize(
    ("tag", "bits", "code"),
    [(1, 8, "B"), (1, 32, "i"), (3, 16, "e"), (3, 32, "f"), (3, 64, "d")],
)
def test_other_widths_are_converted(tag: int, bits: int, code: str) -> None:
    levels = [0.0, 0.25, -0.5, 0.75]
    scale, offset = {"B": (128, 128), "i": (2**31, 0)}.get(code, (1, 0))
    values = [level * scale if scale == 1 else int(level * scale) + offset for level in levels]
    file = wav_of(tag, 1, 8000, bits).partition(b"data")[0] + chunk(b"data", struct.pack(f"<4{code}", *values))
    assert struct.unpack("<4h", read(file, [])) == tuple(int(level * 2**15) for level in levels)


Q = {"encoding": "pcm_s16le", "sample_rate": 8000}
BUFFERS: dict[str, Callable[[], Any]] = {
    "bytearray": lambda: bytearray(SOUND),
    "array": lambda: array.array("h", SOUND),
    "memoryview of samples": lambda: memoryview(SOUND).cast("h"),
    "every second sample": lambda: memoryview(
        array.array("h", b"".join(SOUND[at : at + 2] * 2 for at in range(0, 800, 2)))
    )[::2],
    "numpy": lambda: np.frombuffer(SOUND, "<i2"),
    "numpy, every second": lambda: np.repeat(np.frombuffer(SOUND, "<i2"), 2)[::2],
    "ctypes": lambda: (ctypes.c_int16 * 400).from_buffer_copy(SOUND),
    "mmap": lambda: mapped(SOUND),
    "the audio of a response": lambda: Audio(SOUND, "raw", "pcm_s16le", 16000),
    "what gives its bytes": lambda: type("Clip", (), {"__bytes__": lambda _: SOUND})(),
}


def mapped(data: bytes) -> mmap.mmap:
    memory = mmap.mmap(-1, len(data))
    memory.write(data)
    return memory


@pytest.mark.parametrize("name", BUFFERS)
def test_buffers_of_any_kind_are_sent_whole(name: str) -> None:
    assert b"".join(source.messages(BUFFERS[name]())) == SOUND
    assert b"".join(source.frames(BUFFERS[name](), Q)) == SOUND
    assert b"".join(source.frames([BUFFERS[name]()] * 2, Q)) == SOUND * 2


def released() -> memoryview:
    view = memoryview(b"ab")
    view.release()
    return view


NO_AUDIO: dict[str, Any] = {
    "a number": 1,
    "nothing": None,
    "numbers": [1, 2],
    "a dict": {"audio": b""},
    "text": io.StringIO("text"),
    "a released view": released(),
    "what fails to give its bytes": type("Clip", (), {"__bytes__": lambda _: [][0]})(),
    "a path with NUL": "a\0.wav",
    "a path with half a character": "a\ud800.wav",
}


@pytest.mark.parametrize("name", NO_AUDIO)
def test_what_is_no_audio_is_rejected_by_its_type(name: str) -> None:
    with pytest.raises(InvalidRequestError, match=r"audio (must be|cannot be read)"):
        list(source.frames(NO_AUDIO[name], Q))


@pytest.mark.parametrize("encoding", ["pcm_u8", "pcm_s16le", "pcm_s32le", "pcm_f16le", "pcm_f32le", "pcm_f64le"])
def test_what_cannot_be_a_level_is_limited_or_silent(encoding: str) -> None:
    levels = [math.inf, -math.inf, math.nan, 2.0, 0.0]
    found = struct.unpack(
        "<5d", converted(converted(struct.pack("<5d", *levels), "pcm_f64le", encoding), encoding, "pcm_f64le")
    )
    assert found == pytest.approx([1, -1, 0, 1, 0], abs=0.01)


@pytest.mark.parametrize("encoding", ["pcm_s16le", "pcm_s32le", "pcm_f32le", "pcm_f64le"])
def test_a_wider_encoding_loses_nothing(encoding: str) -> None:
    data = struct.pack("<65536h", *range(-32768, 32768))
    assert converted(converted(data, "pcm_s16le", encoding), encoding, "pcm_s16le") == data
