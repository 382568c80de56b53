"""What all commands share: options, exit codes, suggestions, streams that take no Unicode, and readers that have gone."""

from __future__ import annotations

import io
import json
import os
import resource
import subprocess
import sys
import wave
from pathlib import Path

import pytest
from cartesia_sandbox import Sandbox
from cartesia_tools.cli import COMMANDS, _parser, main
from cartesia_tools.terminal import output
from cartesia_tools.terminal.documents import walk
from cartesia_tools.terminal.exit_codes import EXIT_CODES

from tests.tools.conftest import KEY

COMMAND = Path(sys.executable).with_name("cartesia-client")
ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": "/nonexistent"}


@pytest.fixture(name="sandbox")
def fixture_sandbox(sandbox: Sandbox) -> Sandbox:
    """Return the sandbox of all tests as it was at first."""
    sandbox.reset()
    return sandbox


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of the user who runs the tests out of them."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name in ("CARTESIA_API_KEY", "CARTESIA_BASE_URL", "CARTESIA_VERSION", "CARTESIA_PROFILE", "CARTESIA_LOG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def ended(*arguments: str) -> int:
    """Return the exit code of a command, also where argparse ends it."""
    try:
        return main(arguments)
    except SystemExit as error:
        return int(error.code or 0)


def test_the_help_of_no_command_costs_a_tenth_of_a_second() -> None:
    def cpu(*command: object) -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(list(map(str, command)), capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def is_cheap(*arguments: str) -> bool:
        # Where other work shares the caches, CPU time counts for less. What comes first takes 25 ms on a machine that is free.
        share = max(1, cpu(sys.executable, "-c", "import argparse, json") / 0.025)
        return cpu(COMMAND, *arguments) < 0.1 * share

    for arguments in (["--help"], ["call", "tts.generate", "--help"]):
        assert any(is_cheap(*arguments) for _ in range(8)), arguments  # one that is undisturbed shows what it costs


def test_every_command_shows_examples_and_the_options_of_all(capsys: pytest.CaptureFixture[str]) -> None:
    for command in walk(_parser()):
        text = command.format_help()
        if command.prog.count(" ") == 1:
            assert "examples:\n  " in text, command.prog
        assert "--base-url URL" in text
        assert "--debug" in text
    assert ended("--help") == 0
    text = capsys.readouterr().out
    assert all(f"\n    {name} " in text for name in COMMANDS)
    assert all(f"  {code:3}  {meaning}" in text for code, meaning in EXIT_CODES.items())


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["voies"], "did you mean voices?"),
        (["say", "--voise", "Katie", "x"], "there is no argument --voise; did you mean --voice?"),
        (["voices", "--langauge=en"], "did you mean --language?"),
        (["faults", "lst"], "did you mean list?"),
        (["call", "tts.genrate"], "did you mean tts.generate"),
        (["call", "voices.get", "--idd", "x"], "did you mean --id?"),
        (["config", "get", "voce"], "did you mean voice?"),
        (["completion", "bsh"], "did you mean bash"),
        ([], "the following arguments are required: COMMAND"),
        (["sandbox", "--port", "99999"], "must be an integer from 0 to 65535"),
        (["sandbox", "--port", "-1"], "must be an integer from 0 to 65535"),
        (["sandbox", "--port", "http"], "must be an integer from 0 to 65535"),
        (["voices", "--timeout", "nan"], "must be a number of seconds above 0"),
        (["voices", "--timeout", "0"], "must be a number of seconds above 0"),
        (["voices", "--max-retries", "-1"], "must be an integer from 0 to 100"),
        (["voices", "--gender", "femine"], "did you mean feminine?"),
        (["transcribe", "--encoding", "pcm_s16", "x.raw"], "did you mean pcm_s16le?"),
        (["say", "--speed", "9", "x"], "--speed: must be a number from 0.6 to 1.5, got '9'"),
        (["say", "--volume", "nan", "x"], "--volume: must be a number from 0.5 to 2, got 'nan'"),
        (["say", "--sample-rate", "44000", "x"], "must be one of 8000, 16000, 22050, 24000, 44100, 48000, got '44000'"),
        (["say", "--bit-rate", "high", "x"], "--bit-rate: must be one of 32000, "),
        (["batch", "x.csv", "-o", "out", "--speed", "0.5"], "--speed: must be a number from 0.6 to 1.5, got '0.5'"),
    ],
)
def test_a_mistake_is_one_line_that_says_what_to_do(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(*arguments) == 2
    shown = capsys.readouterr()
    assert sentence in shown.err
    assert len(shown.err.splitlines()) == 1
    assert shown.out == ""


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["voices", "--base-url", "http://127.0.0.1:99999"], 2, "base_url"),
        (["voices", "--base-url", "http://127.0.0.1:no"], 2, "base_url"),
        (["voices", "--base-url", "http://[::1"], 2, "not on this machine"),
        (["voices", "--base-url", "https://voices.example"], 2, "add --live"),
        (["voices", "--base-url", "http://127.0.0.1:1", "--max-retries", "0"], 1, "GET /voices"),
        (["voices", "--live", "--base-url", "http://voices.example"], 2, "CARTESIA_API_KEY"),
        (["voices", "--api-version", "soon", "--base-url", "http://127.0.0.1:1"], 2, "must be a date"),
        (["journal"], 2, "--base-url http://127.0.0.1:8000"),
        (["journal", "--base-url", "http://127.0.0.1:1"], 1, "there is no sandbox at http://127.0.0.1:1"),
        (["journal", "--base-url", "http://127.0.0.1:99999"], 2, "is not a URL"),
        (["journal", "--base-url", "http://example.com"], 2, "is not on this machine"),
        (["sandbox", "--version", "soon"], 2, "is not a Cartesia-Version"),
        (["transcribe", "missing.wav"], 2, "there is no file missing.wav"),
        (["clone", "missing.wav", "--name", "x"], 2, "there is no file missing.wav"),
        (["clone", __file__, "--name", " "], 2, "--name must not be empty"),
        (["clone", __file__, "--name", "x", "--api-version", "2024-06-10"], 2, "choose a newer --api-version"),
        (["voices", "--gender", "feminine", "--api-version", "2024-06-10"], 2, "choose a newer --api-version"),
        (["captions", __file__, "--api-version", "2024-06-10"], 2, "choose --api-version 2026-03-01 or newer"),
        (["voices", "--profile", "work"], 2, "there is no profile 'work'"),
    ],
)
def test_bad_addresses_ports_and_files_end_without_a_traceback(
    arguments: list[str], code: int, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(*arguments) == code
    shown = capsys.readouterr()
    assert sentence in shown.err
    assert len(shown.err.splitlines()) == 1


def test_a_port_that_is_taken_is_an_error_of_one_line(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("sandbox", "--port", sandbox.url.rpartition(":")[2]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(("status", "code"), [(400, 1), (401, 3), (402, 4), (403, 3), (404, 1), (429, 4), (500, 1)])
def test_the_exit_code_tells_a_rejected_key_and_a_limit_from_other_failures(
    status: int, code: int, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    sandbox.fail("status", status=status, operation="voices.list")
    assert ended("voices", "--base-url", sandbox.url, "--max-retries", "0") == code
    assert f": {status}" in capsys.readouterr().err
    assert code in EXIT_CODES


def test_options_may_stand_before_the_command_and_behind_it(
    sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (
        ["--base-url", sandbox.url, "--api-version", "2025-04-16", "voices"],
        ["voices", "--base-url", sandbox.url, "--api-version", "2025-04-16"],
    ):
        assert ended(*arguments) == 0
    assert [request.version for request in sandbox.journal.requests()] == ["2025-04-16"] * 2
    assert "Katie" in capsys.readouterr().out


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("--version") == 0
    assert capsys.readouterr().out.startswith("cartesia-client 0.")


def test_the_client_runs_as_a_module(capsys: pytest.CaptureFixture[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cartesia_client", "--help"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("usage: cartesia-client ")


@pytest.mark.parametrize("encoding", ["cp1252"])
def test_a_terminal_without_unicode_gets_what_it_can_show(
    encoding: str, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = subprocess.run(
        [COMMAND, "call", "voices.list", "--q", "\N{LATIN SMALL LETTER E WITH ACUTE}", "--base-url", sandbox.url],
        env={**ENVIRONMENT, "PYTHONIOENCODING": encoding, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        check=True,
    )
    assert isinstance(json.loads(done.stdout.decode(encoding)), dict)
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr("sys.stderr", stream)
    assert ended("transcribe", "\N{CJK UNIFIED IDEOGRAPH-65E5}\udcff.wav") == 2
    stream.seek(0)
    assert "\\u65e5\\udcff.wav" in stream.read()


def test_json_is_valid_whatever_the_output_can_show(monkeypatch: pytest.MonkeyPatch) -> None:
    for encoding in ("ascii", "cp1252", "utf-8"):
        stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
        monkeypatch.setattr("sys.stdout", stream)
        output.print_json({"name": "Zoë 日本 \ud800"})
        stream.flush()
        stream.seek(0)
        assert json.loads(stream.read()) == {"name": "Zoë 日本 \ud800"}


@pytest.mark.parametrize("arguments", [["--help"], ["man"]])
def test_a_reader_that_has_gone_is_no_error(arguments: list[str], sandbox: Sandbox) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [COMMAND, *arguments, "--base-url", sandbox.url],
        env=ENVIRONMENT,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 141


def test_a_table_is_for_people_and_tabs_are_for_programs(
    sandbox: Sandbox, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    arguments = ["voices", "--limit", "2", "--base-url", sandbox.url]
    with monkeypatch.context() as patched:
        patched.setenv("TERM", "xterm")
        patched.delenv("NO_COLOR", raising=False)
        patched.setattr("sys.stdout", terminal := Terminal())
        assert ended(*arguments) == 0
    shown = terminal.getvalue()
    assert "ID   " in shown
    assert "\x1b[1m" in shown
    assert "\t" not in shown
    assert ended(*arguments) == 0
    piped = capsys.readouterr().out
    assert piped.splitlines()[0].split("\t")[1:3] == ["Katie", "en"]
    assert len(piped.splitlines()) == 2


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert output.bold("x", Terminal()) == "\x1b[1mx\x1b[0m"
    monkeypatch.setenv("NO_COLOR", "1")
    assert output.bold("x", Terminal()) == "x"


def test_a_bar_shows_what_is_done_and_left() -> None:
    now = 0.0
    bar = output.Progress(4, "files", clock=lambda: now)
    assert bar.line() == f"[{'.' * 30}] 0/4 files"
    now = 30.0
    bar.advance()
    assert bar.line() == f"[{'#' * 7}{'.' * 23}] 1/4 files, 1:30 left"
    bar.advance(3)
    assert bar.line() == f"[{'#' * 30}] 4/4 files"


def test_logs_and_tracebacks_do_not_hold_the_key(plain: Sandbox) -> None:
    plain.reset()
    plain.fail("status", status=400, operation="voices.list")
    done = subprocess.run(
        [COMMAND, "voices", "--live", "--debug"],
        env={**ENVIRONMENT, "CARTESIA_API_KEY": KEY, "CARTESIA_BASE_URL": plain.url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "INFO cartesia_client: voices.list: gave up" in done.stderr
    assert "Traceback" in done.stderr
    assert KEY not in done.stderr + done.stdout


def test_voices_are_filtered_and_printed_as_json(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("voices", "kat", "--language", "en", "--gender", "feminine", "--json", "--base-url", sandbox.url) == 0
    assert [voice["name"] for voice in json.loads(capsys.readouterr().out)] == ["Katie"]
    assert ended("voices", "--mine", "--limit", "1", "--base-url", sandbox.url) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert ended("voices", "nowhere to be found", "--base-url", sandbox.url) == 0
    assert capsys.readouterr() == ("", "no voice matches\n")
    assert ended("-q", "voices", "nowhere to be found", "--base-url", sandbox.url) == 0
    assert capsys.readouterr().err == ""


def spoken(sandbox: Sandbox, name: str, text: str) -> str:
    assert ended("-q", "--base-url", sandbox.url, "say", "-o", name, text) == 0
    return name


def test_recordings_are_transcribed(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    one, two = spoken(sandbox, "one.wav", "The rain has stopped."), spoken(sandbox, "two.mp3", "Good morning.")
    assert capsys.readouterr() == ("", "")
    assert ended("transcribe", one, "--base-url", sandbox.url) == 0
    assert capsys.readouterr().out == "The rain has stopped.\n"
    assert ended("transcribe", one, two, "--base-url", sandbox.url) == 0
    assert capsys.readouterr().out == "one.wav\tThe rain has stopped.\ntwo.mp3\tGood morning.\n"
    assert ended("transcribe", "--json", one, "--base-url", sandbox.url) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["file"], [word["word"].strip() for word in found["words"]][:2]) == ("one.wav", ["The", "rain"])


def test_a_recording_that_fails_does_not_keep_the_others(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    one = spoken(sandbox, "one.wav", "Hello.")
    Path("bad.wav").write_bytes(b"nothing of the kind")
    assert ended("transcribe", "bad.wav", one, "--base-url", sandbox.url) == 1
    shown = capsys.readouterr()
    assert shown.out == "one.wav\tHello.\n"
    assert shown.err.startswith("cartesia-client: bad.wav: ")


def test_voices_are_listed_at_the_oldest_version(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--api-version", "2024-06-10", "--base-url", sandbox.url]
    assert ended("voices", "--limit", "2", *where) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2
    assert ended("say", "--list-voices", *where) == 0
    assert "Katie" in capsys.readouterr().out


def test_no_text_is_bought_that_cannot_be_written(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    one = spoken(sandbox, "one.wav", "Hello.")
    Path("texts/one.txt").mkdir(parents=True)
    sandbox.reset()
    assert ended("transcribe", one, "--base-url", sandbox.url, "-o", "texts") == 1
    assert "one.txt" in capsys.readouterr().err
    assert len(sandbox.journal) == 0
    too_long = "x" * 300 + ".srt"
    assert ended("say", "--base-url", sandbox.url, "-o", "two.wav", "--subtitles", too_long, "Hello.") == 1
    assert "File name too long" in capsys.readouterr().err
    assert not [each for each in sandbox.journal.requests() if each.path.startswith("/tts")]
    assert not Path("two.wav").exists()


def test_a_voice_is_cloned(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    with wave.open("me.wav", "wb") as file:
        file.setparams((1, 2, 16000, 0, "NONE", ""))
        file.writeframes(bytes(16000 * 2 * 5))
    assert ended("clone", "me.wav", "--name", "Me", "--description", "calm", "--base-url", sandbox.url) == 0
    number = capsys.readouterr().out.strip()
    assert ended("voices", "--mine", "--json", "--base-url", sandbox.url) == 0
    voices = {voice["id"]: voice for voice in json.loads(capsys.readouterr().out)}
    assert (voices[number]["name"], voices[number]["description"]) == ("Me", "calm")


def test_the_journal_of_a_running_sandbox_is_shown(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--base-url", sandbox.url]
    assert ended("voices", *where) == 0
    capsys.readouterr()
    assert ended("journal", *where) == 0
    assert "  GET  /voices  voices.list  200  " in capsys.readouterr().out
    assert ended("journal", "--json", "--operation", "voices.*", *where) == 0
    assert json.loads(capsys.readouterr().out)["operation"] == "voices.list"
    assert ended("journal", "--operation", "voices.lst", *where) == 2
    assert "voices.lst" in capsys.readouterr().err
    assert ended("journal", "--clear", *where) == 0
    assert len(sandbox.journal) == 0


def test_the_journal_is_followed(sandbox: Sandbox) -> None:
    where = ["--base-url", sandbox.url]
    with subprocess.Popen(
        [COMMAND, "journal", "-f", *where], env=ENVIRONMENT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for _ in range(2):  # one before or behind the first look, one behind it
            assert ended("-q", "voices", "--limit", "1", *where) == 0
            assert "voices.list" in process.stdout.readline()
        process.terminate()


def test_faults_are_planned_listed_and_taken_back(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--base-url", sandbox.url]
    assert ended("faults", "add", "status", "status=503", "times=2", *where) == 0
    number = capsys.readouterr().out.strip()
    assert ended("faults", "add", "cut after_bytes=4000", *where) == 0
    capsys.readouterr()
    assert ended("faults", "list", *where) == 0
    assert capsys.readouterr().out.splitlines()[0] == f"{number}\tstatus times=2 status=503\t0"
    assert ended("faults", "clear", number, *where) == 0
    assert ended("faults", "list", "--json", *where) == 0
    assert [each["fault"]["kind"] for each in json.loads(capsys.readouterr().out)] == ["cut"]
    assert ended("faults", "clear", *where) == 0
    assert ended("faults", "add", "sttus", *where) == 2
    assert ended("faults", "clear", "77", *where) == 1
    assert list(sandbox.faults) == []
