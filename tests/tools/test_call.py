"""`cartesia-client call`: every operation of the contract, with its fields as options."""

from __future__ import annotations

import inspect
import json
import os
from pathlib import Path
from typing import Any

import cartesia_client
import pytest
from cartesia_io.audio import saving
from cartesia_sandbox import Sandbox
from cartesia_tools.cli import main
from cartesia_tools.contract import endpoints
from cartesia_tools.fields import Field, fields_of
from cartesia_tools.load import dates, read_dated
from cartesia_tools.terminal import sound

KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.chdir(tmp_path)
    sandbox.reset()


def call(sandbox: Sandbox, *arguments: str) -> int:
    try:
        return main(["call", "--base-url", sandbox.url, *arguments])
    except SystemExit as error:
        return int(error.code or 0)


def test_commands_take_the_sound_that_the_contract_names() -> None:
    schemas = read_dated(dates()[-1])["components"]["schemas"]
    controls = schemas["GenerationConfig"]["properties"]
    assert sorted(schemas["RawEncoding"]["enum"]) == sorted(sound.ENCODINGS)
    assert schemas["STTEncoding"]["enum"] == list(sound.HEARD_ENCODINGS)
    assert schemas["GenderPresentation"]["enum"] == list(sound.GENDERS)
    assert schemas["SampleRate"]["enum"] == list(sound.SAMPLE_RATES)
    assert schemas["MP3BitRate"]["enum"] == list(sound.BIT_RATES)
    assert (controls["speed"]["minimum"], controls["speed"]["maximum"]) == sound.SPEEDS
    assert (controls["volume"]["minimum"], controls["volume"]["maximum"]) == sound.VOLUMES


@pytest.mark.parametrize("date", dates())
def test_the_fields_of_every_operation_are_the_arguments_of_its_method(date: str) -> None:
    doc = read_dated(date)
    client = cartesia_client.Cartesia(api_key="any", version=date)
    for endpoint in endpoints(doc):
        if endpoint.is_socket:
            continue
        method: Any = client
        for part in endpoint.name.split("."):
            method = getattr(method, part)
        options = {"timeout", "total", "max_retries", "extra_headers", "extra_query", "extra_body"}
        names = {name for name in inspect.signature(method).parameters if name not in options}
        assert {field.name for field in fields_of(doc, endpoint) if "." not in field.name} == names, endpoint.name


def test_results_are_printed_as_json(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(sandbox, "voices.get", "--id", KATIE) == 0
    assert json.loads(capsys.readouterr().out)["name"] == "Katie"
    assert call(sandbox, "voices.list", "--limit", "2", "--gender", "feminine") == 0
    page = json.loads(capsys.readouterr().out)
    assert {voice["gender"] for voice in page["data"]} == {"feminine"}
    assert call(sandbox, "voices.list", "--limit", "5", "--all") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 5
    assert all(json.loads(line)["id"] for line in lines)


def test_objects_are_given_as_json_or_key_by_key(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    expected = {
        "model_id": "sonic-3.5",
        "transcript": "Hello.",
        "voice": KATIE,
        "output_format": {"container": "mp3", "sample_rate": 44100, "bit_rate": 128000},
        "generation_config": {"speed": 0.8},
        "save": True,
    }
    format_ = json.dumps(expected["output_format"])
    Path("body.json").write_text(json.dumps(expected))
    common = ["tts.generate", "--model_id", "sonic-3.5", "--transcript", "Hello.", "--voice", KATIE, "--save", "true"]
    speed = ["--generation-config.speed", "0.8", "-o", "x.mp3"]
    keys = [f"--output-format.{key.replace('_', '-')}={value}" for key, value in json.loads(format_).items()]
    assert call(sandbox, *common, "--output-format", format_, *speed) == 0
    assert call(sandbox, *common, *keys, *speed) == 0
    assert call(sandbox, "tts.generate", "--body", "@body.json", "-o", "y.mp3") == 0
    assert [request.body for request in sandbox.journal.requests()] == [expected] * 3
    assert Path("x.mp3").read_bytes() == Path("y.mp3").read_bytes()
    assert capsys.readouterr().err.splitlines()[0].startswith("x.mp3: ")


def test_files_lists_and_events(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    body = json.dumps({"output_format": {"container": "wav", "encoding": "pcm_s16le", "sample_rate": 16000}})
    common = ["--model-id", "sonic-3.5", "--transcript", "Hello there.", "--voice", KATIE]
    assert call(sandbox, "tts.generate", *common, "--body", body, "-o", "x.wav") == 0
    capsys.readouterr()
    model = ["--file", "x.wav", "--model", "ink-whisper"]
    assert call(sandbox, "stt.transcribe", *model, "--timestamp-granularities", "word") == 0
    assert [word["word"].strip() for word in json.loads(capsys.readouterr().out)["words"]] == ["Hello", "there."]
    raw = ["--output-format", '{"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}']
    assert call(sandbox, "tts.generate_sse", *common, *raw) == 0
    events = [json.loads(line)["type"] for line in capsys.readouterr().out.splitlines()]
    assert (events[0], events[-1]) == ("chunk", "done")


@pytest.mark.parametrize(
    ("name", "code", "sentence"),
    [
        ("x.mp3", 2, "x.mp3 would hold wav audio; name it x.wav"),
        ("x.flac", 2, "x.flac would hold wav audio"),
        ("folder", 2, "folder is a folder"),
        ("pipe", 1, "nothing reads the pipe"),
    ],
)
def test_no_file_is_bought_that_cannot_be_written(
    name: str,
    code: int,
    sentence: str,
    sandbox: Sandbox,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(saving, "PIPE_TIMEOUT", 0.05)
    os.mkfifo("pipe")
    Path("folder").mkdir()
    wav = '{"container": "wav", "encoding": "pcm_s16le", "sample_rate": 16000}'
    common = ["--model-id", "sonic-3.5", "--transcript", "Hello there.", "--voice", KATIE, "--output-format", wav]
    assert call(sandbox, "tts.generate", *common, "-o", name) == code
    assert sentence in capsys.readouterr().err
    assert len(sandbox.journal) == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["voices.get"], "voices.get needs --id"),
        (["voices.list", "--limit", "many"], "--limit must be an integer, got 'many'"),
        (["voices.list", "--is-owner", "perhaps"], "--is-owner must be true or false, got 'perhaps'"),
        (["tts.generate", "--output-format", "wav"], "--output-format must be a JSON object, got 'wav'"),
        (["tts.generate", "--output-format", "{wav}"], "--output-format is not JSON"),
        (["tts.generate", "--voice", "x", "--voice.id", "y"], "--voice.id is a part of --voice"),
        (["tts.generate", "--body", "@missing.json"], "cannot read missing.json"),
        (["tts.generate", "--body", "[]"], "--body must be a JSON object"),
        (["stt.transcribe", "--file", "missing.wav"], "there is no file missing.wav"),
        (["tts.websocket"], "there is no 'tts.websocket'"),
    ],
)
def test_a_mistake_is_found_before_anything_is_sent(
    arguments: list[str], sentence: str, sandbox: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(sandbox, *arguments) == 2
    shown = capsys.readouterr().err
    assert sentence in shown
    assert len(shown.splitlines()) == 1
    assert len(sandbox.journal) == 0


def test_operations_and_fields_are_those_of_the_version(sandbox: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(sandbox, "voices.list", "--api-version", "2024-06-10") == 0
    assert isinstance(json.loads(capsys.readouterr().out), list)
    assert call(sandbox, "--api-version=2024-06-10", "agents.list") == 2


@pytest.mark.parametrize(
    ("kinds", "text", "value"),
    [
        ({"string"}, "12", "12"),
        ({"string", "null"}, "null", None),
        ({"string"}, "{x}", "{x}"),
        ({"string", "object"}, '{"id": "x"}', {"id": "x"}),
        ({"integer"}, "-3", -3),
        ({"number"}, "0.5", 0.5),
        ({"number"}, "1e3", 1000.0),
        ({"boolean"}, "False", False),
        ({"array"}, "x", ["x"]),
        ({"array"}, '["x", 1]', ["x", 1]),
        (set(), "x", "x"),
    ],
)
def test_a_text_is_read_as_the_contract_has_it(kinds: set[str], text: str, value: object) -> None:
    assert Field("x", "", False, frozenset(kinds), ()).read(text) == value
