"""Where audio is saved: what can be wrong is found before anything is sent, and what is no plain file stays what it is."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
import pickle
import random
import resource
import stat
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import cartesia_client as c
import pytest
from cartesia_client.audio.result import Audio
from cartesia_io.audio import output, saving

from tests.unit.conftest import Twin, done
from tests.unit.test_audio import wav_file
from tests.unit.test_audio_stream import RAW, STREAMED_WAV, WAV, Wire, chunked, head, speech, wire

__all__ = ["wire"]

DATA = bytes(range(256)) * 400
AUDIO = Audio(DATA, "raw", "pcm_s16le", 8000)
ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root may make a device")
NOT_ROOT = pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")


@pytest.fixture(params=["unnamed", "named"], autouse=True)
def part(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Save on a disk that has files without a name, and on one that has not."""
    if request.param == "named":
        monkeypatch.setattr(saving, "_unnamed", lambda folder: None)


def stream_of(twin: Twin, wire: Wire, output_format: dict[str, Any] = RAW, data: bytes = DATA) -> Any:
    wire.response = [head(None), chunked(data)]
    return twin.make(base_url=wire.url).tts.generate_stream(**speech(output_format))


@contextlib.contextmanager
def reader(pipe: Path) -> Iterator[list[bytes]]:
    """Read a named pipe in a thread; after the block, the list holds what came."""
    found: list[bytes] = []
    thread = threading.Thread(target=lambda: found.append(pipe.read_bytes()), daemon=True)
    thread.start()
    yield found
    thread.join(5)


def test_a_mode_is_kept(tmp_path: Path) -> None:
    for mode in (0o600, 0o640, 0o666, 0o751):
        target = tmp_path / f"{mode:o}"
        target.write_bytes(b"old")
        target.chmod(mode)
        AUDIO.save(target)
        assert (target.read_bytes(), stat.S_IMODE(target.stat().st_mode)) == (DATA, mode)


@pytest.mark.parametrize("points_to", ["real.raw", "../{here}/real.raw", "other.raw"])
def test_a_link_stays_and_what_it_points_to_is_written(points_to: str, tmp_path: Path) -> None:
    (tmp_path / "other.raw").symlink_to("real.raw")
    for old in (None, b"old"):
        if old is not None:
            (tmp_path / "real.raw").write_bytes(old)
        link = tmp_path / "link.raw"
        link.unlink(missing_ok=True)
        link.symlink_to(points_to.format(here=tmp_path.name))
        assert AUDIO.save(link) == link
        assert link.is_symlink()
        assert (tmp_path / "other.raw").is_symlink()
        assert (tmp_path / "real.raw").read_bytes() == DATA
        (tmp_path / "real.raw").unlink()


def test_both_names_of_a_file_have_the_new_content(tmp_path: Path) -> None:
    (tmp_path / "a.raw").write_bytes(b"x" * 1_000_000)
    os.link(tmp_path / "a.raw", tmp_path / "b.raw")
    AUDIO.save(tmp_path / "a.raw")
    assert (tmp_path / "b.raw").read_bytes() == (tmp_path / "a.raw").read_bytes() == DATA
    assert os.path.samefile(tmp_path / "a.raw", tmp_path / "b.raw")


def test_who_has_the_file_open_for_writing_reads_the_new_content(tmp_path: Path) -> None:
    with tempfile.NamedTemporaryFile(suffix=".raw", dir=tmp_path) as file:
        AUDIO.save(file.name)
        assert file.read() == DATA


def test_who_reads_the_old_content_goes_on_with_it(tmp_path: Path) -> None:
    target = tmp_path / "a.raw"
    target.write_bytes(b"old content")
    with target.open("rb", buffering=0) as file:
        assert file.read(4) == b"old "
        AUDIO.save(target)
        assert file.read() == b"content"


@pytest.mark.parametrize("name", ["x" * 251 + ".raw", "録" * 83 + ".raw"])
def test_a_name_may_be_as_long_as_the_disk_allows(name: str, tmp_path: Path) -> None:
    AUDIO.save(tmp_path / name)
    assert os.listdir(tmp_path) == [name]


@ROOT
async def test_a_device_stays_a_device(twin: Twin, wire: Wire, tmp_path: Path) -> None:
    os.mknod(tmp_path / "null", 0o666 | stat.S_IFCHR, os.makedev(1, 3))
    await done(stream_of(twin, wire, WAV, STREAMED_WAV).save(tmp_path / "null"))
    AUDIO.save(tmp_path / "null")
    assert (tmp_path / "null").is_char_device()
    assert os.listdir(tmp_path) == ["null"]


@ROOT
async def test_the_error_of_a_device_that_is_full_has_the_audio(twin: Twin, wire: Wire, tmp_path: Path) -> None:
    os.mknod(tmp_path / "full", 0o666 | stat.S_IFCHR, os.makedev(1, 7))
    with pytest.raises(c.NotSavedError, match=r"No space left .*full'; all of it, 102400 bytes, is in `data`") as held:
        AUDIO.save(tmp_path / "full")
    with pytest.raises(c.NotSavedError, match="No space left") as streamed:
        await done(stream_of(twin, wire).save(tmp_path / "full"))
    for error in (held.value, streamed.value):
        assert (error.data, error.taken, error.complete, error.errno) == (DATA, 0, True, errno.ENOSPC)
        assert pickle.loads(pickle.dumps(error)).data == DATA


@contextlib.contextmanager
def room(size: int) -> Iterator[None]:
    """Let files of this process have so many bytes at most, as if the disk were full then."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("name", ["new.wav", "old.wav", "linked.wav"])
async def test_the_error_of_a_disk_that_is_full_has_the_audio(
    name: str, twin: Twin, wire: Wire, tmp_path: Path
) -> None:
    for old in ("old.wav", "linked.wav"):
        (tmp_path / old).write_bytes(b"old")
    os.link(tmp_path / "linked.wav", tmp_path / "other.wav")
    sound = b"\1\2" * 50_000
    stream = stream_of(twin, wire, WAV)
    wire.response = [head(None), chunked(wav_file(sound, declared=0xFFFFFFFF))]
    with room(80_000), pytest.raises(c.NotSavedError, match="File too large") as streamed:
        await done(stream.save(tmp_path / name))
    with room(80_000), pytest.raises(c.NotSavedError, match=name) as held:
        Audio(wav_file(sound), "wav").save(tmp_path / name)
    assert streamed.value.data == held.value.data == wav_file(sound)
    assert streamed.value.complete
    assert sorted(os.listdir(tmp_path)) == ["linked.wav", "old.wav", "other.wav"]
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {b"old"}


async def test_audio_that_ends_early_on_a_disk_that_is_full_is_in_the_error(
    twin: Twin, wire: Wire, tmp_path: Path
) -> None:
    stream = stream_of(twin, wire)
    wire.response = [head(None), chunked(DATA, end=False)]
    with room(80_000), pytest.raises(c.NotSavedError, match="what there was of it") as failed:
        await done(stream.save(tmp_path / "a.raw"))
    assert (failed.value.data, failed.value.complete) == (DATA, False)
    assert isinstance(failed.value.__cause__, c.IncompleteAudioError)


def test_the_error_of_a_folder_that_has_gone_has_the_audio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> None:
        raise FileNotFoundError(errno.ENOENT, "the folder has gone")

    monkeypatch.setattr(saving, "_put", gone)
    with pytest.raises(c.NotSavedError, match="the folder has gone") as failed:
        AUDIO.save(tmp_path / "a.raw")
    assert failed.value.data == DATA
    assert os.listdir(tmp_path) == []
    monkeypatch.setattr(Path, "read_bytes", gone)
    with pytest.raises(FileNotFoundError, match="the folder has gone"):
        AUDIO.save(tmp_path / "a.raw")


def test_a_file_that_fails_says_so_once_and_what_follows_is_in_the_error(tmp_path: Path) -> None:
    written, failed_at = list[int](), list[int]()

    def write_all() -> None:
        with saving.writing(tmp_path / "a", failing=lambda: failed_at.append(len(written))) as file:
            for number in range(20):
                written.append(number)
                output.write(file, bytes([number]) * 10_000)

    with room(80_000), pytest.raises(c.NotSavedError) as failed:
        write_all()
    assert failed_at == [9]
    assert failed.value.data == b"".join(bytes([number]) * 10_000 for number in written)
    assert failed.value.complete


def test_a_disk_without_room_is_named_before_anything_is_sent(tmp_path: Path) -> None:
    (tmp_path / "old.raw").write_bytes(b"old")
    os.link(tmp_path / "old.raw", tmp_path / "other.raw")
    for name in ("a.raw", "old.raw"):
        with room(60_000), pytest.raises(OSError, match=f"File too large: .*{name}") as failed:
            AUDIO.save(tmp_path / name)
        assert not isinstance(failed.value, c.NotSavedError)
    assert sorted(os.listdir(tmp_path)) == ["old.raw", "other.raw"]
    assert (tmp_path / "old.raw").read_bytes() == b"old"


async def test_a_pipe_gets_the_bytes_as_they_arrive(twin: Twin, wire: Wire, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with reader(pipe) as found:
        AUDIO.save(pipe)
    assert found == [DATA]
    with reader(pipe) as found:
        await done(stream_of(twin, wire, WAV, STREAMED_WAV).save(pipe))
    assert found == [STREAMED_WAV]
    assert pipe.is_fifo()


async def test_a_pipe_that_nothing_reads_is_an_error_before_anything_is_sent(
    twin: Twin, wire: Wire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "PIPE_TIMEOUT", 0.05)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(TimeoutError, match="nothing reads the pipe"):
        await done(stream_of(twin, wire).save(tmp_path / "pipe"))
    assert wire.requests == []


async def test_a_pipe_whose_reader_has_gone_is_an_error_before_anything_is_sent(twin: Twin, wire: Wire) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    with contextlib.closing(open(writes, "wb", buffering=0)), pytest.raises(BrokenPipeError, match="nothing reads"):
        await done(stream_of(twin, wire).save(f"/dev/fd/{writes}"))
    assert wire.requests == []


async def test_a_task_that_waits_for_the_reader_of_a_pipe_can_be_cancelled(wire: Wire, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    descriptor = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)  # is open, and never read
    try:
        stream = stream_of(Twin(c.AsyncCartesia), wire, data=DATA * 10)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.3):
                await stream.save(pipe)
    finally:
        os.close(descriptor)
    assert len(wire.requests) == 1


class Fspath:
    """Stands for a path."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def __fspath__(self) -> Any:
        return self.value


WRONG: dict[str, Any] = {
    "nothing": "",
    "a folder to be": "new/",
    "a folder": "..",
    "what would be in a file": "a.raw/.",
    "bytes": b"a.raw",
    "a path of bytes": Fspath(b"a.raw"),
    "a NUL": "a\0.raw",
    "a lone surrogate": "a\ud800.raw",
    "a number": 1,
    "nothing at all": None,
    "an open file": sys.stdout,
}


@pytest.mark.parametrize("name", WRONG)
async def test_what_is_no_path_is_rejected_before_anything_is_sent(
    name: str, twin: Twin, wire: Wire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(c.InvalidRequestError, match="path must"):
        AUDIO.save(WRONG[name])
    with pytest.raises(c.InvalidRequestError, match="path must"):
        await done(stream_of(twin, wire).save(WRONG[name]))
    assert (wire.requests, os.listdir(tmp_path)) == ([], [])


def unusable(folder: Path) -> dict[str, Path]:
    (folder / "file").touch()
    (folder / "loop").symlink_to("loop")
    (folder / "folder").mkdir()
    return {
        "a folder": folder / "folder",
        "a folder that is not there": folder / "nowhere" / "a.raw",
        "a folder that is a file": folder / "file" / "a.raw",
        "a link to itself": folder / "loop",
        "a name that is too long": folder / ("x" * 300),
        "a path that is too long": folder / "/".join(["x" * 200] * 40),
    }


async def test_a_target_that_cannot_be_written_is_found_before_anything_is_sent(
    twin: Twin, wire: Wire, tmp_path: Path
) -> None:
    for name, path in unusable(tmp_path).items():
        with pytest.raises(OSError, match=r".+"):
            AUDIO.save(path)
        with pytest.raises(OSError, match=r".+"):
            await done(stream_of(twin, wire).save(path))
        assert wire.requests == [], name
    assert sorted(os.listdir(tmp_path)) == ["file", "folder", "loop"]


async def test_the_extension_is_checked_before_anything_is_sent(twin: Twin, wire: Wire, tmp_path: Path) -> None:
    with pytest.raises(c.InvalidRequestError, match=r"a.mp3 would hold wav audio; name it a.wav"):
        await done(stream_of(twin, wire, WAV, STREAMED_WAV).save(tmp_path / "a.mp3"))
    assert wire.requests == []


@pytest.mark.parametrize("whole", [True, False])
async def test_a_pipe_whose_reader_stalls_is_an_error(
    twin: Twin, wire: Wire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: bool
) -> None:
    monkeypatch.setattr(output, "STALL_TIMEOUT", 0.1)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    descriptor = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)  # is open, and never read
    sound = bytes(400_000)
    saved = Audio(sound, "raw", "pcm_s16le", 8000) if whole else stream_of(twin, wire, RAW, sound)
    with pytest.raises(TimeoutError, match=r"takes nothing for 0\.1 s"):
        await done(saved.save(pipe))
    os.close(descriptor)


def test_a_slow_reader_of_a_pipe_gets_all(tmp_path: Path) -> None:
    pipe, sound = tmp_path / "pipe", random.Random(4).randbytes(300_000)
    os.mkfifo(pipe)
    found: list[bytes] = []

    def read_slowly() -> None:
        with pipe.open("rb", buffering=0) as file:
            while piece := file.read(9000):
                found.append(piece)
                time.sleep(0.002)

    thread = threading.Thread(target=read_slowly)
    thread.start()
    Audio(sound, "raw", "pcm_s16le", 8000).save(pipe)
    thread.join()
    assert b"".join(found) == sound


async def test_a_pipe_that_nothing_reads_does_not_stop_other_tasks(wire: Wire, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await stream_of(Twin(c.AsyncCartesia), wire).save(tmp_path / "pipe")
    assert wire.requests == []


async def test_a_stream_that_was_read_is_not_saved_again(twin: Twin, wire: Wire, tmp_path: Path) -> None:
    stream = stream_of(twin, wire)
    await done(stream.save(tmp_path / "a.raw"))
    for again in (lambda: stream.save(tmp_path / "b.raw"), stream.read):
        with pytest.raises(c.InvalidRequestError, match="read already"):
            await done(again())
    assert (len(wire.requests), os.listdir(tmp_path)) == (1, ["a.raw"])


def test_access_lists_and_attributes_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "a.raw"
    target.write_bytes(b"old")
    entries = [(1, 6, -1), (2, 6, 1234), (4, 4, -1), (16, 6, -1), (32, 4, -1)]  # user 1234 may write
    access = struct.pack("<I", 2) + b"".join(struct.pack("<HHi", *entry) for entry in entries)
    try:
        os.setxattr(target, "system.posix_acl_access", access)
        os.setxattr(target, "user.note", b"mine")
    except (AttributeError, OSError):
        pytest.skip("the disk has none")
    for folder_default in (False, True):
        if folder_default:
            os.setxattr(tmp_path, "system.posix_acl_default", access)
            os.removexattr(target, "system.posix_acl_access")
        before = {name: os.getxattr(target, name) for name in os.listxattr(target)}, target.stat().st_mode
        AUDIO.save(target)
        assert ({name: os.getxattr(target, name) for name in os.listxattr(target)}, target.stat().st_mode) == before


def test_a_group_of_the_folder_is_taken_over(tmp_path: Path) -> None:
    tmp_path.chmod(0o2775)
    AUDIO.save(tmp_path / "a.raw")
    assert (tmp_path / "a.raw").stat().st_gid == tmp_path.stat().st_gid


@ROOT
def test_a_file_of_another_user_stays_his(tmp_path: Path) -> None:
    target = tmp_path / "a.raw"
    target.write_bytes(b"old")
    os.chown(target, 1234, 1234)
    target.chmod(0o640)
    AUDIO.save(target)
    found = target.stat()
    assert (target.read_bytes(), found.st_uid, found.st_gid, found.st_mode & 0o777) == (DATA, 1234, 1234, 0o640)


def test_two_who_save_at_once_do_not_mix(tmp_path: Path) -> None:
    (tmp_path / "a.raw").write_bytes(b"old")
    os.link(tmp_path / "a.raw", tmp_path / "b.raw")
    sounds = [Audio(bytes([number]) * (300_000 + number), "raw") for number in range(8)]
    for name in ("a.raw", "new.raw"):
        threads = [threading.Thread(target=sound.save, args=(tmp_path / name,)) for sound in sounds]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert (tmp_path / name).read_bytes() in [sound.data for sound in sounds]
    assert sorted(os.listdir(tmp_path)) == ["a.raw", "b.raw", "new.raw"]


def test_what_is_interrupted_while_it_overwrites_is_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.raw").write_bytes(b"old" * 1_000_000)
    os.link(tmp_path / "a.raw", tmp_path / "b.raw")
    written = saving.write
    blocks: list[int] = []

    def interrupted(file: IO[bytes], data: bytes) -> None:
        blocks.append(len(data))
        if len(blocks) == 3:  # within what is copied
            raise KeyboardInterrupt
        written(file, data)

    monkeypatch.setattr(saving, "write", interrupted)
    with pytest.raises(KeyboardInterrupt), saving.writing(tmp_path / "a.raw") as file:
        saving.write(file, DATA)
    assert (tmp_path / "b.raw").read_bytes() == DATA


def test_a_file_that_another_program_has_open_is_overwritten_on_windows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.raw"
    target.write_bytes(b"old" * 1_000_000)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(Path, "replace", refuse)
    for missing in ("O_TMPFILE", "O_NONBLOCK", "geteuid", "chown", "listxattr", "posix_fallocate"):
        monkeypatch.delattr(os, missing, raising=False)
    monkeypatch.setitem(sys.modules, "fcntl", None)
    AUDIO.save(target)
    assert (target.read_bytes(), os.listdir(tmp_path)) == (DATA, ["a.raw"])


def test_a_folder_that_lets_no_name_go_gets_the_whole_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted", str(path))

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    AUDIO.save(tmp_path / "a.raw")
    assert (tmp_path / "a.raw").read_bytes() == DATA


def test_the_error_of_a_disk_that_cannot_be_written_names_the_target(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system", str(path))

    monkeypatch.setattr(saving, "_unnamed", lambda folder: None)
    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(OSError, match=r"Read-only file system: '.*a\.raw'"):
        AUDIO.save(tmp_path / "a.raw")


def test_a_system_that_gives_no_name_to_a_file_without_one_copies_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    AUDIO.save(tmp_path / "a.raw")
    assert ((tmp_path / "a.raw").read_bytes(), os.listdir(tmp_path)) == (DATA, ["a.raw"])


@NOT_ROOT
def test_what_is_write_protected_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.raw").write_bytes(b"old")
    (tmp_path / "a.raw").chmod(0o400)
    with pytest.raises(PermissionError):
        AUDIO.save(tmp_path / "a.raw")
    assert (tmp_path / "a.raw").read_bytes() == b"old"


@NOT_ROOT
def test_a_file_in_a_folder_that_may_not_change_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.raw").write_bytes(b"old")
    tmp_path.chmod(0o500)
    AUDIO.save(tmp_path / "a.raw")
    assert (tmp_path / "a.raw").read_bytes() == DATA
    with pytest.raises(PermissionError):
        AUDIO.save(tmp_path / "b.raw")
    tmp_path.chmod(0o700)


async def test_saving_without_a_block_sends_the_request_and_closes_it(twin: Twin, wire: Wire, tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    assert await done(stream_of(twin, wire, WAV, STREAMED_WAV).save(path)) == path
    assert path.read_bytes() == wav_file(b"\1\2" * 500)
    assert len(wire.requests) == 1


async def test_a_failure_changes_nothing_on_the_disk(twin: Twin, wire: Wire, tmp_path: Path) -> None:
    (tmp_path / "old.raw").write_bytes(b"old")
    os.link(tmp_path / "old.raw", tmp_path / "linked.raw")
    for name in ("new.raw", "old.raw", "linked.raw"):
        stream = stream_of(twin, wire)
        wire.response = [head(None), chunked(DATA, end=False)]
        with pytest.raises(c.IncompleteAudioError):
            await done(stream.save(tmp_path / name))
    assert sorted(os.listdir(tmp_path)) == ["linked.raw", "old.raw"]
    assert (tmp_path / "old.raw").read_bytes() == b"old"


def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "a.raw").write_bytes(b"old")
    (tmp_path / "linked.raw").write_bytes(b"old")
    os.link(tmp_path / "linked.raw", tmp_path / "other.raw")
    script = (
        "import pathlib, resource, sys; from cartesia_client import Audio\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "for name in ('a.raw', 'linked.raw'):\n"
        "    try: Audio(bytes(200_000), 'raw').save(pathlib.Path(sys.argv[1], name))\n"
        "    except OSError as error: print(error.strerror)"
    )
    run = [sys.executable, "-c", script, str(tmp_path)]
    ended = subprocess.run(run, capture_output=True, text=True, check=False, timeout=120)
    assert ended.stdout.splitlines() == ["File too large"] * 2, ended.stderr
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == dict.fromkeys(
        ("a.raw", "linked.raw", "other.raw"), b"old"
    )


def test_a_disk_without_room_is_found_before_anything_is_sent(tmp_path: Path) -> None:
    script = (
        "import pathlib, resource, sys; from cartesia_io.audio.saving import writing\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "with writing(pathlib.Path(sys.argv[1])): print('sent')"
    )
    run = [sys.executable, "-c", script, str(tmp_path / "a.raw")]
    ended = subprocess.run(run, capture_output=True, text=True, check=False, timeout=120)
    assert "File too large" in ended.stderr
    assert (ended.stdout, os.listdir(tmp_path)) == ("", [])


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="the system has no files without a name")
@pytest.mark.parametrize("old", [None, b"old"])
def test_a_process_that_is_killed_leaves_nothing_half_written(old: bytes | None, tmp_path: Path) -> None:
    target = tmp_path / "a.raw"
    if old is not None:
        target.write_bytes(old)
    script = (
        "import pathlib, sys; from cartesia_io.audio.saving import write, writing\n"
        "with writing(pathlib.Path(sys.argv[1])) as file: write(file, b'half'); print('here', flush=True); sys.stdin.read()"
    )
    run = [sys.executable, "-c", script, str(target)]
    for kill in (subprocess.Popen.terminate, subprocess.Popen.kill):
        with subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"here\n"
            kill(process)
            process.wait(10)
        assert [path.read_bytes() for path in tmp_path.iterdir()] == ([] if old is None else [old])


def test_a_process_that_is_killed_while_it_overwrites_a_file_leaves_all_of_it_beside(tmp_path: Path) -> None:
    target = tmp_path / "a.raw"
    target.write_bytes(b"old")
    os.link(target, tmp_path / "b.raw")
    program = """
import os, signal, sys
from pathlib import Path
from cartesia_client import Audio
from cartesia_io.audio import output, saving
write = saving.write
def killed(file, data):
    if getattr(file, "name", None) not in (None, -1) and isinstance(data, bytes) and data != output.PROBE and killed.armed:
        write(file, data[:10])
        os.kill(os.getpid(), signal.SIGKILL)
    write(file, data)
killed.armed = False
name = saving._name
def named(*arguments):
    name(*arguments)
    killed.armed = True
saving.write, saving._name = killed, named
Audio(bytes(range(256)) * 1000, "raw", "pcm_s16le", 8000).save(sys.argv[1])
"""
    done = subprocess.run([sys.executable, "-c", program, str(target)])
    assert done.returncode == -9
    (part,) = tmp_path.glob(".*.part")
    assert part.read_bytes() == bytes(range(256)) * 1000


def test_a_disk_that_fails_while_a_file_is_overwritten_keeps_all_of_it_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.raw"
    target.write_bytes(b"old")
    os.link(target, tmp_path / "b.raw")
    copy, calls = saving._copy, []

    def failing(file: IO[bytes], into: IO[bytes]) -> None:
        calls.append(into)
        if len(calls) == 2:
            raise OSError(5, "the disk is broken")
        copy(file, into)

    monkeypatch.setattr(saving, "_copy", failing)
    with pytest.raises(OSError, match="broken") as caught:
        AUDIO.save(target)
    (part,) = tmp_path.glob(".*.part")
    assert part.read_bytes() == DATA
    assert str(part) in caught.value.__notes__[0]


def test_a_file_with_several_links_is_overwritten_and_nothing_stays_beside(tmp_path: Path) -> None:
    target = tmp_path / "a.raw"
    target.write_bytes(b"old")
    os.link(target, tmp_path / "b.raw")
    AUDIO.save(target)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.raw": DATA, "b.raw": DATA}
