"""The sound in what is sent to be transcribed, however it is cut into pieces."""

from __future__ import annotations

import itertools
import math
import struct

import pytest
from cartesia_client import InvalidRequestError
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
    assert read(file + file, cuts) == sound + sound


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
