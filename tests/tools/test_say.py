"""No speech is bought that cannot be written: what a name of a file means, and what the service was asked."""

from __future__ import annotations

import io
import os
import pty
import signal
import stat
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from cartesia_io.audio import wav
from cartesia_sandbox import Sandbox
from cartesia_tools.cli import main

from tests.tools.conftest import KEY

COMMAND = Path(sys.executable).with_name("cartesia-client")
HEADS = {"wav": b"RIFF", "mp3": b"\xff", "raw": b""}


@pytest.fixture
def service(plain: Sandbox, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Sandbox:
    """Return what --live talks to; files are written in an empty folder."""
    plain.reset()
    monkeypatch.setenv("CARTESIA_BASE_URL", plain.url)
    monkeypatch.setenv("CARTESIA_API_KEY", KEY)
    monkeypatch.chdir(tmp_path)
    return plain


def say(*arguments: str) -> int:
    return main(["say", "--live", *arguments, "Hello."])


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["-o", "x.flac"],
            "x.flac would hold flac, which the API does not produce: name it .wav, .wave, .mp3, .raw or",
        ),
        (["-o", "x.FLAC"], "the API does not produce"),
        (["-o", "x.ogg", "--format", "wav"], "the API does not produce"),
        (["-o", ".flac"], "the API does not produce"),
        (["-o", "x.mp3", "--format", "wav"], "x.mp3 would hold wav: choose another extension, or --format mp3"),
        (["-o", "x.WAVE", "--format", "mp3"], "x.WAVE would hold mp3: choose another extension, or --format wav"),
        (["-o", "x.pcm", "--format", "wav"], "choose another extension, or --format raw"),
        (["-o", ".mp3", "--format", "wav"], "choose another extension, or --format mp3"),
        (["-o", "folder"], "folder is a folder: name a file to write"),
        (["-o", "folder.wav"], "folder.wav is a folder"),
        (["-o", "."], "path must name a file to write, got '.'"),
        (["-o", ""], "path must name a file to write, got ''"),
        (["-o", "a\0.wav"], "path must name a file to write"),
        (["-o", "x.wav/."], "path must name a file to write"),
        (["-o", "nowhere/x.wav"], "there is no folder nowhere"),
        (["-o", "x.wav/"], "path must name a file to write"),
        (["-o", "file.wav/x.wav"], "there is no folder file.wav"),
    ],
)
def test_a_name_that_cannot_be_written_is_rejected_before_anything_is_sent(
    arguments: list[str], sentence: str, service: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    for folder in ("folder", "folder.wav"):
        Path(folder).mkdir()
    Path("file.wav").touch()
    before = sorted(os.listdir())
    assert say(*arguments) == 2
    assert sentence in capsys.readouterr().err
    assert len(service.journal) == 0
    assert sorted(os.listdir()) == before


@pytest.mark.parametrize("name", ["x" * 300 + ".wav", "x\N{FULL BLOCK}" * 100 + ".mp3"])
def test_a_file_that_the_disk_rejects_fails_before_anything_is_sent(name: str, service: Sandbox) -> None:
    assert say("-o", name) == 1
    assert len(service.journal) == 0
    assert os.listdir() == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write in any folder")
def test_a_folder_that_is_not_writable_fails_before_anything_is_sent(service: Sandbox) -> None:
    Path("closed").mkdir(mode=0o500)
    assert say("-o", "closed/x.wav") == 1
    assert len(service.journal) == 0


@pytest.mark.parametrize(
    ("arguments", "name", "container"),
    [
        ([], "sonic.wav", "wav"),
        (["--format", "mp3"], "sonic.mp3", "mp3"),
        (["-o", "x"], "x", "wav"),
        (["-o", "x", "--format", "mp3"], "x", "mp3"),
        (["-o", "x.other"], "x.other", "wav"),
        (["-o", "x.WAV"], "x.WAV", "wav"),
        (["-o", "x.wave"], "x.wave", "wav"),
        (["-o", "x.Mp3"], "x.Mp3", "mp3"),
        (["-o", "x.pcm"], "x.pcm", "raw"),
        (["-o", "x.raw", "--format", "raw"], "x.raw", "raw"),
        (["-o", ".wav"], ".wav", "wav"),
        (["-o", ".mp3"], ".mp3", "mp3"),
        (["-o", "x.flac.wav"], "x.flac.wav", "wav"),
    ],
)
def test_an_extension_means_the_same_as_where_audio_is_saved(
    arguments: list[str], name: str, container: str, service: Sandbox
) -> None:
    assert say(*arguments) == 0
    assert os.listdir() == [name]
    assert Path(name).read_bytes().startswith(HEADS[container])
    request = service.journal.only("tts.generate")
    assert request.body["output_format"]["container"] == container


def test_a_failure_leaves_the_file_that_was_there(service: Sandbox) -> None:
    Path("x.wav").write_text("precious")
    service.fail("status", status=400, operation="tts.generate")
    assert say("-o", "x.wav") == 1
    assert os.listdir() == ["x.wav"]
    assert Path("x.wav").read_text() == "precious"


def test_what_is_no_plain_file_is_written_through(service: Sandbox) -> None:
    Path("real.wav").touch(0o600)
    Path("link.wav").symlink_to("real.wav")
    os.mkfifo("pipe.wav")
    found: list[bytes] = []
    thread = threading.Thread(target=lambda: found.append(Path("pipe.wav").read_bytes()), daemon=True)
    thread.start()
    for name in ("pipe.wav", "link.wav"):
        assert say("-o", name) == 0
    thread.join(5)
    assert found == [Path("real.wav").read_bytes()]
    assert found[0].startswith(b"RIFF")
    assert stat.S_IMODE(os.stat("real.wav").st_mode) == 0o600
    if os.geteuid() == 0:
        os.mknod("null", 0o666 | stat.S_IFCHR, os.makedev(1, 3))
        assert say("-o", "null") == 0
        assert Path("null").is_char_device()
    assert sorted(set(os.listdir()) - {"null"}) == ["link.wav", "pipe.wav", "real.wav"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGKILL])
def test_a_command_that_is_ended_leaves_nothing_half_written(number: signal.Signals, service: Sandbox) -> None:
    Path("old.wav").write_text("precious")

    def listen() -> None:
        """Have the signal end the command, also where it is ignored here: under nohup, or in the background of a shell."""
        if number != signal.SIGKILL:
            signal.signal(number, signal.SIG_DFL)

    for name in ("old.wav", "new.wav"):
        fault = service.fail("stall", operation="tts.generate", after_bytes=4000)
        command = subprocess.Popen([str(COMMAND), "say", "--live", "-o", name, "Hello."], preexec_fn=listen)
        while not fault.triggered:
            with pytest.raises(subprocess.TimeoutExpired):
                command.wait(0.05)
        command.send_signal(number)
        assert command.wait(10) != 0
        service.reset()
    assert os.listdir() == ["old.wav"]
    assert Path("old.wav").read_text() == "precious"


@pytest.mark.parametrize("text", [b"", b" \n", b"caf\xe9"])
def test_a_text_that_cannot_be_spoken_is_rejected_before_anything_is_sent(
    text: bytes, service: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    for arguments in ([], ["-"]):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text), encoding="utf-8"))
        assert main(["say", "--live", *arguments]) == 2
    assert len(service.journal) == 0
    assert os.listdir() == []


def test_a_text_from_standard_input_is_spoken(service: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Café.\n".encode()), encoding="utf-8"))
    assert main(["say", "--live", "-o", "x.wav"]) == 0
    assert service.journal.only("tts.generate").body["transcript"] == "Café.\n"


def test_the_command_rejects_a_name_before_anything_is_sent(service: Sandbox) -> None:
    arguments = [str(COMMAND), "say", "--live", "-o", "x.flac", "Hello"]
    done = subprocess.run(arguments, capture_output=True, check=False, text=True)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert len(service.journal) == 0


def test_what_is_printed_fits_the_output(service: Sandbox) -> None:
    name = os.fsdecode(b"\xff.wav")
    for encoding in ("utf-8:strict", "ascii:strict"):
        done = subprocess.run(
            [str(COMMAND), "say", "--live", "-o", name, "Hello"],
            env={**os.environ, "PYTHONIOENCODING": encoding},
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.startswith(b"\\udcff.wav: ")


@pytest.mark.parametrize("name", ["/dev/stdout", "out.wav"])
def test_the_file_of_standard_output_holds_the_audio_alone(name: str, service: Sandbox) -> None:
    with Path("out.wav").open("wb") as file:
        arguments = [str(COMMAND), "say", "--live", "-o", name, "Hello"]
        done = subprocess.run(arguments, stdout=file, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 0
    assert b"standard output: " in done.stderr
    header = wav.parse(Path("out.wav").read_bytes())
    assert header is not None
    assert header.data_start + (header.data_size or 0) == Path("out.wav").stat().st_size


def test_without_standard_input_there_is_no_text(service: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    for arguments in ([], ["-"]):
        assert main(["say", "--live", *arguments]) == 2
    assert len(service.journal) == 0


def test_nothing_is_bought_where_standard_output_cannot_take_it(service: Sandbox) -> None:
    parent, child = pty.openpty()
    try:
        arguments = [str(COMMAND), "say", "--live", "-o", "-", "Hello."]
        terminal = subprocess.run(arguments, stdout=child, stderr=subprocess.PIPE, check=False)
        closed = subprocess.run(
            ["/bin/sh", "-c", '"$@" >&-', "sh", *arguments], stderr=subprocess.PIPE, check=False, text=True
        )
    finally:
        os.close(child)
        os.close(parent)
    assert terminal.returncode == 2
    assert closed.returncode == 2, closed.stderr
    assert len(service.journal) == 0


@pytest.fixture
def full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a device that is full. The temporary folder is another one, and empty."""
    if os.geteuid() != 0:
        pytest.skip("only root may make a device")
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    os.mknod(tmp_path / "full", 0o666 | stat.S_IFCHR, os.makedev(1, 7))
    return tmp_path / "temporary"


def test_what_was_bought_and_cannot_be_written_is_in_the_temporary_folder(
    full: Path, service: Sandbox, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert say("-o", "full", "--format", "wav") == 1
    (kept,) = full.iterdir()
    assert f"No space left on device: 'full'; all of it is in {kept}: it was bought" in capsys.readouterr().err
    header = wav.parse(kept.read_bytes())
    assert header
    assert header.data_size == kept.stat().st_size - 44 > 10_000
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    kept.unlink()
    with open("full", "w", encoding="utf-8") as output, monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", output)
        assert say("-o", "-", "--format", "raw") == 1
    (kept,) = full.iterdir()
    assert kept.stat().st_size > 10_000
    kept.unlink()
    full.rmdir()
    assert say("-o", "full", "--format", "raw") == 1
    assert "all of it is lost, because it cannot be written to the temporary folder either" in capsys.readouterr().err


def test_no_piece_of_a_long_text_is_bought_for_a_disk_that_is_full(
    full: Path, service: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    assert say("-o", "full", "--format", "wav", "--subtitles", "a.srt") == 1
    assert capsys.readouterr().err.endswith("No space left on device: 'full'\n")
    assert [path.name for path in full.iterdir()] == []
    assert "tts.generate_sse" not in {request.operation for request in service.journal.requests()}
