"""The upgrade report on a sample program: what affects it, with lines, and nothing else."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cartesia_api
import pytest
from cartesia_tools.cli import main
from cartesia_tools.diff.compare import compare
from cartesia_tools.usage.impact import Upgrade, find_impacts
from cartesia_tools.usage.report import markdown

Doc = dict[str, Any]
APP = Path(__file__).with_name("sample_app")
DOC: Doc = json.loads((Path(str(cartesia_api.__file__)).parent / "openapi.json").read_text())


def report(edit: Callable[[Doc], Any], path: Path = APP) -> Upgrade:
    new = copy.deepcopy(DOC)
    edit(new)
    changes = compare(DOC, new)
    assert changes
    return find_impacts(path, DOC, new, changes)


def places(result: Upgrade) -> set[str]:
    """The code at the places that are named."""
    return {f"{t.file.name}: {line(t.file, t.line)}" for impact in result.impacts for t, _ in impact.places}


def line(file: Path, number: int) -> str:
    return file.read_text().splitlines()[number - 1].strip()


def schema(doc: Doc, name: str) -> Any:
    return doc["components"]["schemas"][name]


def drop(name: str, field: str) -> Callable[[Doc], Any]:
    def edit(doc: Doc) -> None:
        node = schema(doc, name)
        del node["properties"][field]
        if field in node.get("required", []):
            node["required"].remove(field)

    return edit


def need(name: str, field: str) -> Callable[[Doc], Any]:
    return lambda doc: schema(doc, name).setdefault("required", []).append(field)


def lose(name: str, value: str) -> Callable[[Doc], Any]:
    return lambda doc: schema(doc, name)["enum"].remove(value)


AFFECTING: dict[str, tuple[Callable[[Doc], Any], set[str]]] = {
    "an operation that is called through an attribute of self": (
        lambda doc: doc["paths"].pop("/tts/bytes"),
        {"speech.py: audio = self.client.tts.generate("},
    ),
    "an operation that is called through a name for its resource": (
        lambda doc: doc["paths"].pop("/tts/sse"),
        {"speech.py: for event in tts.generate_sse("},
    ),
    "an argument that is passed": (
        drop("LocalizeVoiceRequest", "accent"),
        {
            'library.py: made = await client.voices.localize(voice_id=voice_id, name="Katie", accent="british")',
            'library.py: return LocalizeVoiceRequest(voice_id="v", name="n", accent="british", dialect="uk")',
        },
    ),
    "an argument that is passed with two stars": (
        drop("TTSRequest", "language"),
        {'speech.py: options: dict[str, Any] = {"language": language}'},
    ),
    "an argument that must be passed": (
        need("LocalizeVoiceRequest", "description"),
        {'library.py: made = await client.voices.localize(voice_id=voice_id, name="Katie", accent="british")'},
    ),
    "a key of a dict that is passed by name": (
        drop("WAVOutputFormat", "sample_rate"),
        {'speech.py: WAV: Any = {"container": "wav", "encoding": "pcm_s16le", "sample_rate": 44100}'},
    ),
    "a key of a dict in place": (
        drop("GenerationConfig", "emotion"),
        {'speech.py: generation_config={"speed": 1.2, "emotion": "calm"},'},
    ),
    "a value of a nested key": (
        lose("RawEncoding", "pcm_f32le"),
        {'speech.py: output_format={"container": "raw", "encoding": "pcm_f32le", "sample_rate": 24000},'},
    ),
    "a value behind a constant": (
        lose("TTSModel", "sonic-3.5"),
        {'speech.py: MODEL = "sonic-3.5"', 'library.py: model_id="sonic-3.5",'},
    ),
    "a value of a query parameter": (
        lose("GenderPresentation", "feminine"),
        {'library.py: found = [voice async for voice in voices.list(gender="feminine", limit=50)]'},
    ),
    "a narrower range": (
        lambda doc: doc["components"]["parameters"]["Limit"]["schema"].update(maximum=20),
        {'library.py: found = [voice async for voice in voices.list(gender="feminine", limit=50)]'},
    ),
    "a field of an item of a list": (
        drop("Voice", "visibility"),
        {'library.py: if voice.visibility == "all" and voice.language == language:'},
    ),
    "a field of a result": (drop("Voice", "tagline"), {"library.py: return again.tagline.title()"}),
    "a field of a result that may be missing": (
        lambda doc: schema(doc, "Voice")["required"].remove("tagline"),
        {"library.py: return again.tagline.title()"},
    ),
    "a value that is compared": (
        lose("VoiceVisibility", "all"),
        {'library.py: if voice.visibility == "all" and voice.language == language:'},
    ),
    "a field of an error": (drop("ErrorResponse", "error_code"), {"library.py: print(error.error_code)"}),
    "a field of an error that is passed": (drop("ErrorResponse", "message"), {"speech.py: return error.message"}),
    "an event that is read": (drop("TTSSSEChunkEvent", "data"), {"speech.py: yield event.data"}),
    "a new kind of event, where kinds are distinguished": (
        lambda doc: schema(doc, "TTSSSEEvent")["oneOf"].append(
            {"type": "object", "properties": {"type": {"const": "new"}}}
        ),
        {'speech.py: case "chunk":', 'speech.py: case "done":'},
    ),
    "a field of a message of a socket": (
        drop("GenerationRequest", "max_buffer_delay_ms"),
        {'library.py: await context.send(transcript="Hello.", max_buffer_delay_ms=4000)'},
    ),
    "a range of a message of a socket": (
        lambda doc: schema(doc, "GenerationRequest")["properties"]["max_buffer_delay_ms"].update(maximum=1000),
        {'library.py: await context.send(transcript="Hello.", max_buffer_delay_ms=4000)'},
    ),
    "a field that messages of a socket must have": (
        need("GenerationRequest", "language"),
        {"library.py: context = socket.context("},
    ),
    "a field of an event of a socket": (
        drop("TTSSocketTimestamps", "word_timestamps"),
        {"library.py: print(event.word_timestamps)"},
    ),
    "a default that the program counts on": (
        lambda doc: schema(doc, "TTSRequest")["properties"]["normalization"].update(default="off"),
        {"speech.py: audio = self.client.tts.generate("},
    ),
    "a deprecated argument": (
        lambda doc: schema(doc, "GenerationConfig")["properties"]["speed"].update(deprecated=True),
        {'speech.py: generation_config={"speed": 1.2, "emotion": "calm"},'},
    ),
}

UNRELATED: dict[str, Callable[[Doc], Any]] = {
    "an operation that is not called": lambda doc: doc["paths"].pop("/voices/clone"),
    "an argument that is not passed": drop("TTSRequest", "pronunciation_dict_id"),
    "an argument of another operation": drop("CloneVoiceRequest", "accent"),
    "an argument that is always passed": need("TTSRequest", "language"),
    "a value that is not used": lose("TTSModel", "sonic-latest"),
    "a format that is not asked for": drop("MP3OutputFormat", "bit_rate"),
    "a field that is not read": drop("Voice", "description"),
    "a field of another response": drop("Dataset", "name"),
    "a range that is kept": lambda doc: doc["components"]["parameters"]["Limit"]["schema"].update(maximum=60),
    "a new optional argument": lambda doc: schema(doc, "TTSRequest")["properties"].update(new={"type": "string"}),
    "a new field of a response": lambda doc: schema(doc, "Voice")["properties"].update(new={"type": "string"}),
    "a text": lambda doc: schema(doc, "Voice").update(description="Another text."),
    "a default of what is passed": lambda doc: schema(doc, "GenerationConfig")["properties"]["speed"].update(default=2),
    "a field that contexts of a socket fill in": need("GenerationRequest", "continue"),
    "a value of a list that was closed": lambda doc: schema(doc, "TTSRequest")["properties"]["model_id"]["anyOf"].pop(),
    "a socket that is not opened": lambda doc: doc["paths"].pop("/stt/websocket"),
}


@pytest.mark.parametrize("name", AFFECTING)
def test_a_change_that_affects_the_program_is_shown_where_it_does(name: str) -> None:
    edit, expected = AFFECTING[name]
    assert places(report(edit)) == expected


@pytest.mark.parametrize("name", UNRELATED)
def test_a_change_that_does_not_affect_it_is_not_shown(name: str) -> None:
    assert places(report(UNRELATED[name])) == set()


def test_the_report_names_file_line_and_edit() -> None:
    def both(doc: Doc) -> None:
        need("LocalizeVoiceRequest", "description")(doc)
        doc["paths"].pop("/voices/clone")

    text = markdown(APP, "old", "new", report(both))
    number = next(n for n, text in enumerate((APP / "library.py").read_text().splitlines(), 1) if "localize(" in text)
    assert f"library.py:{number} `client.voices.localize(...)`: pass `description`" in text.replace(
        "always pass", "pass"
    )
    assert "- **Breaking:** Request field `LocalizeVoiceRequest.description`: now required." in text
    assert "clone" not in text.replace(str(APP), "")  # whatever the checkout is called


def test_a_field_that_is_compared_is_shown_rather_than_the_value() -> None:
    text = markdown(APP, "old", "new", report(drop("Voice", "visibility")))
    assert "`voice.visibility`: do not read `visibility`" in text


def test_a_renamed_model_is_an_edit_of_the_import() -> None:
    def rename(doc: Doc) -> None:
        text = json.dumps(doc).replace('SupportedLanguage"', 'SpokenLanguage"')
        doc.clear()
        doc.update(json.loads(text))
        doc["info"]["title"] = "Renamed"

    result = report(rename)
    assert places(result) == {"library.py: from cartesia_api.models import LocalizeVoiceRequest, SupportedLanguage"}
    assert "import `SpokenLanguage` instead" in markdown(APP, "old", "new", result)


@pytest.mark.parametrize(
    "program",
    [
        "import cartesia_client\nc = cartesia_client.Cartesia(api_key='x')\nc.get_status()",
        "from cartesia_client import Cartesia\nCartesia().get_status()",
        "from cartesia_client import AsyncCartesia\nasync def f():\n async with AsyncCartesia() as c:\n  await c.get_status()",
        "def f(client: 'Cartesia | None'):\n client.get_status()",
        "class A:\n def f(self):\n  self._c.get_status()\n def __init__(self, c: Cartesia):\n  self._c = c",
        "with Cartesia() as a, Cartesia() as b:\n b.get_status()",
        "if (c := Cartesia()):\n c.get_status()",
        "from cartesia_api.api.default import get_status\nget_status.sync_detailed(client=c)",
    ],
)
def test_clients_are_found_however_they_are_named(program: str, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(program)
    result = report(lambda doc: doc["paths"].pop("/"), tmp_path)
    assert len(places(result)) == 1, result.references


@pytest.mark.parametrize(
    "program",
    ["server.get_status()", "get_status()", "class A:\n def get_status(self): ...\n def f(self): self.get_status()"],
)
def test_other_objects_with_a_method_of_that_name_are_left_alone(program: str, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(program)
    assert places(report(lambda doc: doc["paths"].pop("/"), tmp_path)) == set()


@pytest.mark.parametrize(
    ("program", "affected"),
    [
        ("import cartesia_client as c\ntry: f()\nexcept c.RateLimitError as e: e.message", True),
        ("from cartesia_client import CartesiaError as Bad\ntry: f()\nexcept (OSError, Bad) as e: e.message", True),
        ("import requests\ntry: f()\nexcept requests.HTTPError as e: e.message", False),
        ("from other import APIStatusError\ntry: f()\nexcept APIStatusError as e: e.message", False),
    ],
)
def test_errors_of_the_client_are_distinguished_from_others(program: str, affected: bool, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(program)
    assert len(places(report(drop("ErrorResponse", "message"), tmp_path))) == affected


def test_the_command_line_prints_the_impacts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    doc = copy.deepcopy(DOC)
    drop("Voice", "tagline")(doc)
    drop("Dataset", "name")(doc)
    old.write_text(json.dumps(DOC))
    new.write_text(json.dumps(doc))
    assert main(["changes", str(old), str(new), "--used-by", str(APP)]) == 1
    out = capsys.readouterr().out
    assert re.search(r"library\.py:\d+ `again\.tagline`: do not read `tagline`", out)
    assert "Dataset" not in out

    drop("Voice", "tagline")(copy.deepcopy(DOC))
    doc = copy.deepcopy(DOC)
    drop("Dataset", "name")(doc)
    new.write_text(json.dumps(doc))
    assert main(["changes", str(old), str(new), "--used-by", str(APP), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_files_that_are_not_python_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "old.json").write_text(json.dumps(DOC))
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "broken.py").write_text("def f(:\n")
    (tmp_path / "app" / ".venv").mkdir()
    (tmp_path / "app" / ".venv" / "other.py").write_text("def f(:\n")
    file = str(tmp_path / "old.json")
    assert main(["changes", file, file, "--used-by", str(tmp_path / "app")]) == 2
    error = capsys.readouterr().err
    assert error.count("cannot read") == 1
    assert "broken.py" in error


@pytest.mark.parametrize(
    ("code", "affected"),
    [
        ("client.tts.bytes(transcript='t')", True),
        ("client.tts.with_raw_response.bytes(transcript='t')", True),
        ("client.tts.generate(transcript='t')", False),
    ],
)
def test_a_former_name_that_goes_affects_those_who_call_it(code: str, affected: bool, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(f"from cartesia_client import Cartesia\nclient = Cartesia()\n{code}\n")
    result = report(lambda doc: doc["paths"]["/tts/bytes"]["post"].pop("x-aliases"), program)
    assert places(result) == ({f"program.py: {code}"} if affected else set())


@pytest.mark.parametrize("code", ["client.tts.sse(speed=1)", "client.with_raw_response.tts.generate_sse(speed=1)"])
def test_arguments_are_found_under_former_names_and_behind_prefixes(code: str, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(f"from cartesia_client import Cartesia\nclient = Cartesia()\n{code}\n")
    assert places(report(drop("TTSSSERequest", "speed"), program)) == {f"program.py: {code}"}


def test_fields_are_found_behind_parse(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    lines = "response = client.voices.with_raw_response.get('v')\nprint(response.parse().tagline)\n"
    program.write_text(f"from cartesia_client import Cartesia\nclient = Cartesia()\n{lines}")
    assert places(report(drop("Voice", "tagline"), program)) == {"program.py: print(response.parse().tagline)"}
