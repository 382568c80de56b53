"""Audio results: formats, durations, headers, files."""

from __future__ import annotations

import os
import pickle
import struct
import wave
from pathlib import Path

import lameenc
import pytest
from cartesia_client import Audio, InvalidRequestError
from cartesia_io.audio import wav
from cartesia_io.audio.files import check_path
from cartesia_io.audio.formats import AudioFormat
from cartesia_io.audio.samples import SAMPLE_BYTES

TAGS = {"pcm_s16le": (1, 16), "pcm_f32le": (3, 32), "pcm_alaw": (6, 8), "pcm_mulaw": (7, 8)}


def wav_file(
    data: bytes,
    *,
    encoding: str = "pcm_s16le",
    rate: int = 8000,
    declared: int | None = None,
    fact: bool = False,
    before: bytes = b"",
    after: bytes = b"",
) -> bytes:
    tag, bits = TAGS[encoding]
    block = bits // 8
    body = b"fmt " + struct.pack("<IHHIIHH", 16, tag, 1, rate, rate * block, block, bits)
    if fact:
        body += b"fact" + struct.pack("<II", 4, 0xFFFFFFFF)
    body += before + b"data" + struct.pack("<I", len(data) if declared is None else declared) + data + after
    size = len(body) + 4 if declared is None else min(declared + 36, 0xFFFFFFFF)
    return b"RIFF" + struct.pack("<I", size) + b"WAVE" + body


def mp3_file(seconds: float, rate: int, bit_rate: int) -> bytes:
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(bit_rate // 1000)
    encoder.set_in_sample_rate(rate)
    encoder.set_out_sample_rate(rate)
    encoder.set_channels(1)
    encoder.silence()
    return bytes(encoder.encode(b"\0\0" * round(seconds * rate)) + encoder.flush())


@pytest.mark.parametrize(("encoding", "size"), SAMPLE_BYTES.items())
def test_the_duration_of_raw_audio_is_exact(encoding: str, size: int) -> None:
    assert Audio(b"\0" * (size * 12000), "raw", encoding, 8000).duration == 1.5


@pytest.mark.parametrize("declared", [None, 0, 0xFFFFFFFF, 0x7FFFFFFF])
@pytest.mark.parametrize("encoding", TAGS)
def test_the_duration_of_a_wav_file_is_exact_even_if_its_header_does_not_know(
    encoding: str, declared: int | None
) -> None:
    data = b"\0" * (TAGS[encoding][1] // 8 * 4000)
    assert Audio(wav_file(data, encoding=encoding, declared=declared, fact=True), "wav", encoding, 8000).duration == 0.5


@pytest.mark.parametrize(
    ("rate", "bit_rate"), [(44100, 128000), (48000, 192000), (24000, 64000), (22050, 32000), (8000, 32000)]
)
def test_the_duration_of_an_mp3_is_counted_in_frames(rate: int, bit_rate: int) -> None:
    data = mp3_file(2.0, rate, bit_rate)
    assert Audio(data, "mp3", None, rate, bit_rate).duration == pytest.approx(2.0, abs=0.2)
    tagged = b"ID3\x04\x00\x00\x00\x00\x01\x00" + b"\0" * 128 + data
    assert Audio(tagged, "mp3").duration == Audio(data, "mp3").duration


def test_what_is_no_audio_has_no_duration() -> None:
    assert Audio(b"RIFF", "wav").duration == 0
    assert Audio(b"abc", "mp3").duration == 0
    assert Audio(b"abc", "raw").duration == 0


@pytest.mark.parametrize("fact", [False, True])
@pytest.mark.parametrize("declared", [0, 0xFFFFFFFF])
def test_a_wav_header_gets_true_sizes(declared: int, fact: bool) -> None:
    streamed = wav_file(b"\1\2" * 100, declared=declared, fact=fact)
    fixed = wav.corrected(streamed, len(streamed))
    header = wav.parse(fixed)
    assert header is not None
    assert header.data_size == 200
    assert struct.unpack_from("<I", fixed, 4)[0] == len(streamed) - 8
    if fact:
        assert struct.unpack_from("<I", fixed, header.fact or 0)[0] == 100
    assert fixed[header.data_start :] == streamed[header.data_start :]


def test_a_header_that_is_right_stays_as_it_is() -> None:
    whole = wav_file(b"\1\2" * 100, before=b"LIST" + struct.pack("<I", 3) + b"abc\0", after=b"LIST\x04\0\0\0abcd")
    assert wav.corrected(whole, len(whole)) == whole
    assert Audio(whole, "wav").duration == 100 / 8000


@pytest.mark.parametrize("data", [b"", b"RIFF", b"RIFF\0\0\0\0WAVE", b"RIFF\0\0\0\0WAVEdata\0\0\0\0", b"OggS" * 20])
def test_what_is_no_wav_header_is_left_alone(data: bytes) -> None:
    assert wav.parse(data) is None
    assert wav.corrected(data, len(data)) == data


def test_saved_files_can_be_read_by_others(tmp_path: Path) -> None:
    audio = Audio(wav_file(b"\1\2" * 4000), "wav", "pcm_s16le", 8000)
    assert audio.save(tmp_path / "a.wav") == tmp_path / "a.wav"
    with wave.open(str(tmp_path / "a.wav")) as file:
        assert (file.getnframes(), file.getframerate()) == (4000, 8000)


def test_saving_replaces_wholly_and_leaves_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "a.raw"
    target.write_bytes(b"old and longer")
    Audio(b"new", "raw").save(str(target))
    assert target.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["a.raw"]
    umask = os.umask(0)
    os.umask(umask)
    assert target.stat().st_mode & 0o777 == 0o666 & ~umask


def test_a_failure_to_save_leaves_the_old_file_and_nothing_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.raw"
    target.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        Audio(b"new", "raw").save(target)
    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.raw"]
    with pytest.raises(FileNotFoundError):
        Audio(b"new", "raw").save(tmp_path / "nowhere" / "a.raw")


def test_chunks_have_at_least_a_byte() -> None:
    audio = Audio(bytes(10), "raw")
    assert [len(chunk) for chunk in audio.iter_bytes(4)] == [4, 4, 2]
    for size in (0, -1, None, 1.5, "4"):
        with pytest.raises(InvalidRequestError, match="chunk_size must be 1 or more"):
            audio.iter_bytes(size)  # type: ignore[arg-type]


WRONG = [
    ("a.mp3", "wav"),
    ("a.WAV", "mp3"),
    ("a.wav", "raw"),
    ("a.ogg", "wav"),
    ("a.FLAC", "raw"),
    ("a.pcm", "mp3"),
    ("a.aiff", "wav"),
    ("a.MP4", "mp3"),
    ("a.au", "raw"),
]
RIGHT = [("a.wav", "wav"), ("a.wave", "wav"), ("a.MP3", "mp3"), ("a.pcm", "raw"), ("a.bin", "raw"), ("a", "mp3")]


@pytest.mark.parametrize(("name", "container"), WRONG)
def test_an_extension_that_contradicts_the_audio_is_rejected(name: str, container: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidRequestError, match=f"would hold {container} audio"):
        Audio(b"x", container).save(tmp_path / name)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(("name", "container"), RIGHT)
def test_other_extensions_are_fine(name: str, container: str) -> None:
    assert check_path(name, container) == Path(name)


def test_the_names_of_the_official_library(tmp_path: Path) -> None:
    audio = Audio(b"abcdef", "raw", "pcm_s16le", 8000)
    audio.write_to_file(tmp_path / "a.raw")
    assert (tmp_path / "a.raw").read_bytes() == audio.read() == bytes(audio) == b"abcdef"
    assert list(audio.iter_bytes(4)) == [b"abcd", b"ef"]
    assert len(audio) == 6
    assert "abcdef" not in repr(audio)


async def test_complete_audio_may_be_awaited_and_may_be_not(tmp_path: Path) -> None:
    audio = Audio(b"abcdef", "raw", "pcm_s16le", 8000)
    read = await audio.read()
    assert type(read) is bytes
    assert read == audio.read() == b"abcdef"
    assert type(pickle.loads(pickle.dumps(audio.read()))) is bytes
    assert [chunk async for chunk in audio.iter_bytes(4)] == [*audio.iter_bytes(4)] == [b"abcd", b"ef"]
    assert [chunk async for chunk in audio] == [*audio] == [b"abcdef"]
    chunks = audio.iter_bytes(2)
    assert [next(chunks), await anext(chunks), *chunks] == [b"ab", b"cd", b"ef"]
    await audio.write_to_file(tmp_path / "awaited.pcm")
    audio.write_to_file(file=tmp_path / "plain.pcm")
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [b"abcdef", b"abcdef"]


@pytest.mark.parametrize(("name", "container"), WRONG)
def test_under_the_official_name_audio_is_written_whatever_the_extension_with_a_warning(
    name: str, container: str, tmp_path: Path
) -> None:
    with pytest.warns(UserWarning, match=f"{name} holds {container} audio") as warned:
        Audio(b"x", container).write_to_file(tmp_path / name)
    assert warned[0].filename == __file__
    assert (tmp_path / name).read_bytes() == b"x"
    for no_file in (tmp_path / "..", "", "a\0b.wav"):
        with pytest.raises(InvalidRequestError, match="path must"):
            Audio(b"x", container).write_to_file(no_file)


@pytest.mark.parametrize(("name", "container"), RIGHT)
def test_other_extensions_are_written_without_a_warning(
    name: str, container: str, tmp_path: Path, recwarn: pytest.WarningsRecorder
) -> None:
    Audio(b"x", container).write_to_file(tmp_path / name)
    assert not recwarn


def test_formats_come_from_models_and_dicts() -> None:
    from cartesia_api.models import MP3OutputFormat

    assert AudioFormat.of(MP3OutputFormat(sample_rate=44100, bit_rate=64000)) == ("mp3", None, 44100, 64000)
    assert AudioFormat.of({"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000}) == (
        "raw",
        "pcm_s16le",
        8000,
        None,
    )
    assert AudioFormat.of(None) == (None, None, None, None)
