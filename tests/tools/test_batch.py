"""`say` of long texts, and `batch`: what is made, what is kept, and what is found before anything is bought."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
import wave
from pathlib import Path
from types import SimpleNamespace

import pytest
from cartesia_api.contract import VERSIONS
from cartesia_io.file_lock import FileLock
from cartesia_sandbox import Sandbox
from cartesia_tools.cli import main
from cartesia_tools.commands import batch

COMMAND = Path(sys.executable).with_name("cartesia-client")
LONG = " ".join(f"This is sentence number {number}, and it is here." for number in range(21))


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)
    sandbox.reset()


def run(sandbox: Sandbox, *arguments: str) -> int:
    try:
        return main(["--base-url", sandbox.url, *arguments])
    except SystemExit as error:
        return int(error.code or 0)


def bought(sandbox: Sandbox) -> list[str]:
    """Return the texts that have arrived whole: a program that is killed may leave its request without a body."""
    return [request.body["transcript"] for request in sandbox.journal.requests(operation="tts.*") if request.body]


def test_a_long_text_becomes_one_file_with_subtitles_and_is_not_bought_again(
    sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("x.txt").write_bytes(b"\xef\xbb\xbf" + LONG.encode())
    arguments = ["say", "-f", "x.txt", "--resume", "parts", "--sample-rate", "8000"]
    assert run(sandbox, *arguments, "-o", "x.wav", "--subtitles", "x.srt", "--json") == 0
    facts = json.loads(capsys.readouterr().out)
    with wave.open("x.wav") as file:
        assert file.getnframes() / 8000 == pytest.approx(facts["seconds"], abs=0.01)
    assert facts["pieces"] == len(bought(sandbox)) > 1
    assert " ".join(bought(sandbox)).replace("\ufeff", "") == " ".join(bought(sandbox))
    cues = re.findall(r"(\d\d:\d\d:\d\d),\d+ --> ", Path("x.srt").read_text())
    assert cues == sorted(cues)
    before = len(bought(sandbox))
    assert run(sandbox, *arguments, "-o", "y.wav", "--subtitles", "y.vtt") == 0
    assert f"{before} pieces, {before} of them kept" in capsys.readouterr().out
    assert Path("y.vtt").read_text().startswith("WEBVTT\n")
    assert len(bought(sandbox)) == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["-f", "missing.txt"], "cannot read missing.txt"),
        (["-f", "latin.txt"], "the text is not UTF-8"),
        (["-f", "empty.txt"], "the text is empty"),
        (["-f", "x.txt", "Hello"], "give a text or -f FILE, not both"),
        (["Hello", "--subtitles", "x.sub"], "must be named .srt, .vtt or .json"),
        (["Hello", "--subtitles", "nowhere/x.srt"], "there is no folder nowhere"),
        (["Hello", "-v", "Katy"], "there is no voice called 'Katy'"),
        (["... --"], "there is nothing to speak: the text has no letter and no digit"),
        (['<break time="1s"/>'], "there is nothing to speak: the text has no letter and no digit"),
        (["Hello", "-o", "x.json", "--subtitles", "./x.json"], "cannot hold both the audio and the subtitles"),
    ],
)
def test_what_cannot_be_spoken_or_written_is_not_bought(
    arguments: list[str], sentence: str, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("latin.txt").write_bytes(b"caf\xe9")
    Path("empty.txt").write_text("\n")
    assert run(sandbox, "say", *arguments) == 2
    shown = capsys.readouterr().err
    assert sentence in shown
    assert len(shown.splitlines()) == 1
    assert bought(sandbox) == []
    assert not Path("sonic.wav").exists()


@pytest.mark.parametrize("date", [min(VERSIONS), "2026-03-01"])
def test_texts_are_spoken_at_older_versions(date: str, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(sandbox, "say", "Hello", "-o", "x.wav", "--api-version", date) == 0
    assert run(sandbox, "batch", manifest("Hi."), "-o", "out", "--api-version", date) == 0
    assert {request.version for request in sandbox.journal.requests(operation="tts.*")} == {date}
    assert "1 of 1 texts are done in out" in capsys.readouterr().err


def manifest(*rows: object) -> str:
    Path("m.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return "m.jsonl"


def test_each_row_becomes_a_file_as_it_asks(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    Path("m.csv").write_text(
        'text,output,voice,speed,format\n"Hello, you.",greet/one.mp3,Jameson,0.8,\nGood bye.,,,,raw\nIt rains.,,,,\n'
    )
    assert run(sandbox, "batch", "m.csv", "-o", "out", "--json", "--sample-rate", "8000") == 0
    rows = sorted((json.loads(line) for line in capsys.readouterr().out.splitlines()), key=lambda row: row["row"])
    assert [row["file"] for row in rows] == ["greet/one.mp3", "0002.raw", "0003.wav"]
    assert {row["status"] for row in rows} == {"done"}
    assert Path("out/greet/one.mp3").read_bytes()[:1] == b"\xff"
    assert Path("out/0003.wav").read_bytes()[:4] == b"RIFF"
    sent = {request.body["transcript"]: request.body for request in sandbox.journal.requests(operation="tts.*")}
    assert sent["Hello, you."]["generation_config"] == {"speed": 0.8}
    assert sent["Hello, you."]["voice"] != sent["It rains."]["voice"]
    assert not Path("out/batch.parts").exists()


def test_a_batch_goes_on_where_it_was_ended(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    name = manifest(*(f"Row number {number}." for number in range(6)))
    sandbox.fail("delay", operation="tts.generate_sse", seconds=0.2, times=100)
    command = [str(COMMAND), "batch", name, "-o", "out", "--base-url", sandbox.url]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        while not list(Path("out").glob("*.wav")):
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(0.02)
        process.send_signal(signal.SIGKILL)
    first = bought(sandbox)
    sandbox.faults.clear()
    assert run(sandbox, "batch", name, "-o", "out") == 0
    assert len(list(Path("out").glob("*.wav"))) == 6
    twice = [text for text in set(bought(sandbox)) if bought(sandbox).count(text) > 1]
    assert len(twice) <= 2  # those that were being made when it was killed
    assert len(first) < 6
    before = len(bought(sandbox))
    capsys.readouterr()
    assert run(sandbox, "batch", name, "-o", "out") == 0
    assert "6 of 6 texts are done in out: 6 were there before, 0 were made" in capsys.readouterr().err
    Path("out/0002.wav").write_bytes(b"damaged")
    assert run(sandbox, "batch", name, "-o", "out") == 0
    assert bought(sandbox)[before:] == ["Row number 1."]


def test_a_batch_keeps_the_pieces_of_another_one_that_is_not_done(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = ("batch", manifest("A row."), "-o", "out")
    Path("other.jsonl").write_text('{"text": "Of another.", "output": "other.wav"}\n')

    def killed(*_: object) -> None:
        raise RuntimeError("between the piece and the file of its row")

    with monkeypatch.context() as patch:
        patch.setattr(batch._Batch, "_finish", killed)
        with pytest.raises(RuntimeError):
            run(sandbox, *first)
    assert run(sandbox, "batch", "other.jsonl", "-o", "out") == 0
    assert run(sandbox, *first) == 0
    assert bought(sandbox) == ["A row.", "Of another."]
    assert not Path("out/batch.parts").exists()


def test_two_batches_of_one_folder_take_turns(
    sandbox: Sandbox, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ("batch", manifest("A row.", "Another row."), "-o", "out")
    Path("out").mkdir()
    first = FileLock(Path("out/batch.lock"), 1)
    assert first.acquire()

    def sleep(_: float) -> None:
        first.release()
        assert run(sandbox, *command) == 0

    monkeypatch.setattr(batch, "time", SimpleNamespace(sleep=sleep, monotonic=time.monotonic))
    assert run(sandbox, *command) == 0
    assert sorted(bought(sandbox)) == ["A row.", "Another row."]
    said = capsys.readouterr().err
    assert said.count("another batch is at work in out: waiting") == 1
    assert "2 of 2 texts are done in out: 2 were there before, 0 were made" in said
    assert sorted(path.name for path in Path("out").iterdir()) == ["0001.wav", "0002.wav", "batch.jsonl"]
    assert first.acquire()
    monkeypatch.setattr(batch, "LOCK_TIMEOUT", -1.0)
    monkeypatch.setattr(batch, "time", SimpleNamespace(sleep=lambda _: None))
    assert run(sandbox, *command) == 2
    assert "another process has held" in capsys.readouterr().err
    first.release()


def test_a_row_that_fails_is_reported_and_tried_again(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    name = manifest("One.", "Two.", "Three.")
    sandbox.fail("status", status=400, operation="tts.generate_sse")
    assert run(sandbox, "batch", name, "-o", "out") == 1
    shown = capsys.readouterr().err
    assert "2 of 3 texts are done" in shown
    assert "1 are missing" in shown
    assert run(sandbox, "-q", "batch", name, "-o", "out") == 0
    assert capsys.readouterr().err == ""
    assert len(bought(sandbox)) == 4


@pytest.mark.parametrize(("status", "code"), [(402, 4), (401, 3)])
def test_without_credits_or_a_key_nothing_more_is_asked(
    status: int, code: int, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    name = manifest(*(f"Row number {number}." for number in range(40)))
    sandbox.fail("status", status=status, operation="tts.generate_sse", times=100)
    assert run(sandbox, "batch", name, "-o", "out") == code
    assert len(bought(sandbox)) < 10
    assert "40 are missing" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], "has no rows"),
        ([{"text": " "}], "line 1: there is no text"),
        ([{"txt": "x"}], "there is no column 'txt'; did you mean text?"),
        ([{"text": "x", "speed": "fast"}], "speed must be a number from 0.6 to 1.5, got 'fast'"),
        ([{"text": "x", "speed": 0.5}], "speed must be a number from 0.6 to 1.5, got '0.5'"),
        ([{"text": "x", "volume": "nan"}], "volume must be a number from 0.5 to 2, got 'nan'"),
        ([{"text": "x", "sample_rate": 1}], "sample_rate must be one of 8000, "),
        ([{"text": "x", "sample_rate": "1e400"}], "sample_rate must be one of 8000, "),
        ([{"text": "x", "bit_rate": 1}], "bit_rate must be one of 32000, "),
        ([{"text": "x", "encoding": "mulaw"}], "encoding must be one of pcm_s16le, "),
        ([{"text": "x", "voice": 1}], "voice must be a text"),
        ([{"text": "x", "output": "../x.wav"}], "within the folder"),
        ([{"text": "x", "output": "/x.wav"}], "within the folder"),
        ([{"text": "x", "output": "C:\\x.wav"}], "within the folder"),
        ([{"text": "x", "output": "x.flac"}], "must be named .wav, .mp3 or .raw"),
        ([{"text": "x", "output": "x.wav", "format": "mp3"}], "must be named"),
        ([{"text": "x", "output": "x"}], "must be named"),
        ([{"text": "x", "output": "x.wav"}, {"text": "y", "output": "X.wav"}], "rows 1 and 2 would both be written to"),
        ([1], "must be a text or an object"),
        ([{"text": "x"}, {"text": "y", "voice": "Katy"}], "there is no voice called 'Katy'"),
    ],
)
def test_a_manifest_is_checked_before_anything_is_bought(
    rows: list[object], sentence: str, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(sandbox, "batch", manifest(*rows), "-o", "out") == 2
    assert sentence in capsys.readouterr().err
    assert bought(sandbox) == []


@pytest.mark.parametrize("text", ["text\na,b\n", "text,voice\na\n", 'text\n"a', "{", "[" * 99999, "\xff"])
def test_a_manifest_that_is_no_table_is_named(text: str, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    name = "m.jsonl" if text[:1] in "[{" else "m.csv"
    Path(name).write_bytes(text.encode("latin-1"))
    assert run(sandbox, "batch", name, "-o", "out") == 2
    assert name in capsys.readouterr().err


def test_recordings_become_subtitles(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "two"):
        assert run(sandbox, "-q", "say", "-o", f"{name}.wav", f"This is recording {name}.") == 0
    assert run(sandbox, "transcribe", "one.wav", "--srt") == 0
    assert re.fullmatch(r"1\n00:00:0\d,\d+ --> 00:00:0\d,\d+\nThis is recording one\.\n\n", capsys.readouterr().out)
    assert run(sandbox, "transcribe", "one.wav", "two.wav", "--vtt", "-o", "texts") == 0
    assert "This is recording two." in Path("texts/two.vtt").read_text()
    assert run(sandbox, "transcribe", "one.wav", "two.wav", "--srt") == 2
    assert "need a folder: give -o DIR" in capsys.readouterr().err


@pytest.mark.slow
def test_two_hundred_rows_take_what_the_plan_allows(tmp_path: Path) -> None:
    import time

    name = manifest(*(f"This is row number {number} of two hundred." for number in range(200)))
    with Sandbox(plan="free", realtime=True) as limited:
        began = time.monotonic()
        assert run(limited, "batch", name, "-o", "out", "--plan", "free") == 0
        took = time.monotonic() - began
        requests = limited.journal.requests(operation="tts.*")
    assert len(requests) == 200
    assert {request.status for request in requests} == {200}
    assert took <= 1.15 * sum(request.seconds or 0 for request in requests) / 2 + 1
