"""Recorded traffic validated against the spec: HAR files and journals, to the exit code."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from cartesia_sandbox import Sandbox
from cartesia_tools.cli import main
from cartesia_tools.conformance.check import check
from cartesia_tools.conformance.description import Description
from cartesia_tools.conformance.drift import compare
from cartesia_tools.conformance.schema import Schemas
from cartesia_tools.conformance.yaml_patch import to_yaml
from cartesia_tools.traffic.entries import Body, Exchange, TrafficError, read
from hypothesis import given
from hypothesis import strategies as st

from tests.conformance.description import DOC, OPERATIONS, Operation, examples, resolve
from tests.conformance.test_forward_compatibility import NEWS, changes, put, unions

VERSION = "2026-08-14"
HOST = "https://api.cartesia.ai"
DESCRIPTION = Description(DOC)
VOICE: dict[str, Any] = examples(
    DOC["paths"]["/voices/{id}"]["get"]["responses"]["200"]["content"]["application/json"]
)[0]
SPEECH = {
    "model_id": "sonic-3.5",
    "transcript": "Hello.",
    "voice": "f786b574-daa5-4673-aa0c-cbe3e8534c02",
    "output_format": {"container": "wav", "encoding": "pcm_s16le", "sample_rate": 44100},
}


def entry(
    method: str,
    path: str,
    status: int,
    response: Any = None,
    *,
    body: Any = None,
    media: str = "application/json",
    version: str | None = VERSION,
    host: str = HOST,
    **more: Any,
) -> dict[str, Any]:
    """Return an entry as Chrome writes it."""
    headers = [{"name": ":authority", "value": "h"}] + (
        [{"name": "Cartesia-Version", "value": version}] if version else []
    )
    content: dict[str, Any] = {"size": 0, "mimeType": media}
    if isinstance(response, bytes):
        content |= {"text": base64.b64encode(response).decode(), "encoding": "base64", "size": len(response)}
    elif response is not None:
        text = response if isinstance(response, str) else json.dumps(response)
        content |= {"text": text, "size": len(text)}
    request: dict[str, Any] = {"method": method, "url": host + path, "headers": headers, "queryString": []}
    if body is not None:
        request["postData"] = {"mimeType": "application/json", "text": json.dumps(body)}
    response = {"status": status, "headers": [{"name": "content-type", "value": media}], "content": content}
    return {"request": request | more.pop("request", {}), "response": response, **more}


def har(*entries: dict[str, Any]) -> str:
    return json.dumps({"log": {"version": "1.2", "creator": {"name": "t"}, "entries": list(entries)}})


def socket(path: str, *messages: tuple[str, Any]) -> dict[str, Any]:
    """Return a socket as Chrome writes it."""
    found = [
        {"type": kind, "opcode": 1 if not isinstance(data, bytes) else 2, "time": 1.0, "data": text}
        for kind, data in messages
        for text in [base64.b64encode(data).decode() if isinstance(data, bytes) else data]
    ]
    texts = [
        {**each, "data": each["data"] if isinstance(each["data"], str) else json.dumps(each["data"])} for each in found
    ]
    made = entry("GET", path, 101, version=None, host="wss://api.cartesia.ai")
    return {**made, "_resourceType": "websocket", "_webSocketMessages": texts}


def found(*entries: dict[str, Any]) -> list[tuple[int, str, str, str, str]]:
    result = compare(read(har(*entries)))
    return [(each.entry, each.severity, each.kind, each.operation, each.place) for each in result.deviations]


# -- entries of a HAR file --------------------------------------------------------------------------------------------


def test_traffic_as_described_has_no_deviations() -> None:
    assert (
        found(
            entry("GET", "/", 200, {"ok": True, "version": VERSION}),
            entry("GET", f"/voices/{VOICE['id']}?expand[]=preview_file_url", 200, VOICE),
            entry("GET", "/voices?limit=3&is_owner=false", 200, {"data": [VOICE], "has_more": False}),
            entry("POST", "/tts/bytes", 200, b"RIFF....", body=SPEECH, media="audio/wav"),
            entry("POST", "/tts/bytes", 429, body=SPEECH),
            entry("DELETE", "/voices/x", 204, media=""),
            entry("GET", "/voices/x", 400, "Cartesia-Version header is required", media="text/plain; charset=utf-8"),
        )
        == []
    )


def test_what_does_not_belong_to_the_api_is_skipped() -> None:
    page = entry("GET", "/index.html", 200, "<html>", media="text/html", version=None, host="https://example.com")
    result = compare(read(har(page, entry("GET", "/voices/x", 200, VOICE))))
    assert (result.checked, result.skipped, result.deviations) == (1, 1, [])


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (
            entry("GET", "/voices/x", 200, {**VOICE, "nickname": "Kat"}),
            ("new", "unknown field", "voices.get", "response body $.nickname"),
        ),
        (
            entry("GET", "/voices/x", 200, {**VOICE, "visibility": "friends"}),
            ("new", "unknown value", "voices.get", "response body $.visibility"),
        ),
        (
            entry("GET", "/voices/x", 200, {**VOICE, "locales": [{"locale": "en-US", "is_native": "yes"}]}),
            ("fault", "wrong type", "voices.get", "response body $.locales[0].is_native"),
        ),
        (
            entry("GET", "/voices/x", 200, {**VOICE, "created_at": "yesterday"}),
            ("fault", "wrong value", "voices.get", "response body $.created_at"),
        ),
        (
            entry("GET", "/voices/x", 200, {k: v for k, v in VOICE.items() if k != "name"}),
            ("fault", "missing field", "voices.get", "response body $.name"),
        ),
        (
            entry("GET", "/voices/x", 200, "not JSON at all"),
            ("fault", "wrong type", "voices.get", "response body"),
        ),
        (entry("GET", "/voices/x", 207, VOICE), ("fault", "unknown status", "voices.get", "response status")),
        (entry("GET", "/voices/x", 451, {}), ("new", "unknown error status", "voices.get", "response status")),
        (
            entry("GET", "/voices/x", 200, "a: b", media="application/yaml"),
            ("fault", "unknown media type", "voices.get", "response header content-type"),
        ),
        (
            entry("DELETE", "/voices/x", 204, {"id": "x"}),
            ("fault", "unknown body", "voices.delete", "response body"),
        ),
        (
            entry("GET", "/voices?limit=0", 200, {"data": [], "has_more": False}),
            ("fault", "wrong value", "voices.list", "request query limit"),
        ),
        (
            entry("GET", "/voices?sort=name", 200, {"data": [], "has_more": False}),
            ("new", "unknown parameter", "voices.list", "request query sort"),
        ),
        (
            entry("GET", "/voices?limit=0", 400, None),
            ("rejected", "wrong value", "voices.list", "request query limit"),
        ),
        (
            entry("POST", "/tts/bytes", 200, b"", body={**SPEECH, "mood": "good"}, media="audio/wav"),
            ("new", "unknown field", "tts.generate", "request body $.mood"),
        ),
        (
            entry(
                "POST",
                "/tts/bytes",
                400,
                None,
                body={"transcript": "Hello."} | {k: SPEECH[k] for k in ("voice", "model_id")},
            ),
            ("rejected", "missing field", "tts.generate", "request body $.output_format"),
        ),
        (
            entry(
                "POST",
                "/tts/bytes",
                200,
                b"",
                body={**SPEECH, "output_format": {"container": "ogg"}},
                media="audio/wav",
            ),
            ("new", "unknown variant", "tts.generate", "request body $.output_format.container"),
        ),
        (
            entry("PUT", "/voices/x", 200, {}),
            ("new", "unknown operation", "PUT /voices/x", "request"),
        ),
        (
            entry("GET", "/voices/x", 200, VOICE, version="August"),
            ("fault", "wrong value", "voices.get", "request header Cartesia-Version"),
        ),
        (
            entry("GET", "/accents", 200, {"accents": []}, version=None),
            ("fault", "missing parameter", "voices.list_accents", "request header Cartesia-Version"),
        ),
    ],
    ids=lambda value: "-".join(value[:3]) if isinstance(value, tuple) else "",
)
def test_each_kind_of_deviation(made: dict[str, Any], expected: tuple[str, ...]) -> None:
    assert found(entry("GET", "/voices/x", 200, VOICE), made) == [(2, *expected)]


def test_forms_are_validated_part_by_part() -> None:
    params = [
        {"name": "file", "fileName": "x.wav", "contentType": "audio/wav"},
        {"name": "model", "value": "ink-whisper"},
        {"name": "timestamp_granularities[]", "value": "word"},
        {"name": "mood", "value": "good"},
    ]
    data = {"postData": {"mimeType": "multipart/form-data; boundary=x", "params": params}}
    response = {"type": "transcript", "text": "Hi."}
    assert found(entry("POST", "/stt", 200, response, request=data)) == [
        (1, "new", "unknown field", "stt.transcribe", "request body $.mood")
    ]
    text = '--x\r\ncontent-disposition: form-data; name="clip"; filename="a"\r\n\r\nRIFF\r\n--x\r\n' + (
        'content-disposition: form-data; name="output_format[sample_rate]"\r\n\r\n11025\r\n--x--\r\n'
    )
    data = {"postData": {"mimeType": "multipart/form-data; boundary=x", "text": text}}
    assert found(entry("POST", "/voice-changer/bytes", 200, b"x", media="audio/wav", request=data)) == [
        (1, "new", "unknown value", "voice_changer.generate", 'request body $["output_format[sample_rate]"]')
    ]


def test_events_of_a_stream_are_validated_one_by_one() -> None:
    good = {"type": "chunk", "done": False, "status_code": 206, "step_time": 1.0, "data": "AAAA"}
    events = [
        good,
        {**good, "loudness": 3},
        {"type": "progress", "percent": 10},
        {"type": "done", "done": True, "status_code": 206},
    ]
    text = "".join(f"event: {each['type']}\ndata: {json.dumps(each)}\n\n" for each in events)
    body = {**SPEECH, "output_format": {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000}}
    assert found(entry("POST", "/tts/sse", 200, text, body=body, media="text/event-stream")) == [
        (1, "new", "unknown field", "tts.generate_sse", "event 2 $.loudness"),
        (1, "new", "unknown variant", "tts.generate_sse", "event 3 $.type"),
    ]


def test_frames_of_sockets_are_validated_one_by_one() -> None:
    request = {
        "model_id": "sonic-3.5", "transcript": "Hi.", "voice": "v", "context_id": "c",
        "output_format": {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000},
    }  # fmt: skip  # as long as a request is
    done = {"type": "done", "context_id": "c", "status_code": 206, "done": True}
    error = {"type": "error", "done": True, "context_id": "d", "status_code": 400, "title": "T", "message": "M"}
    path = f"/tts/websocket?cartesia_version={VERSION}&api_key=x"
    assert found(
        socket(
            path,
            ("send", json.dumps(request)),
            ("send", json.dumps({**request, "context_id": "d", "output_format": {"container": "raw"}})),
            ("receive", json.dumps({**done, "cost": 3})),
            ("receive", json.dumps(error)),
            ("receive", "no JSON"),
            ("receive", json.dumps({"type": "heartbeat"})),
        )
    ) == [
        (1, "rejected", "missing field", "tts.websocket", "frame 2 $.output_format.encoding"),
        (1, "rejected", "missing field", "tts.websocket", "frame 2 $.output_format.sample_rate"),
        (1, "new", "unknown field", "tts.websocket", "frame 3 $.cost"),
        (1, "fault", "wrong frame", "tts.websocket", "frame 5"),
        (1, "new", "unknown variant", "tts.websocket", "frame 6 $.type"),
    ]
    path = f"/stt/websocket?cartesia_version={VERSION}&model=ink-2&encoding=pcm_s16le&sample_rate=16000"
    transcript = {"type": "transcript", "text": "Hi.", "is_final": True, "request_id": "r"}
    messages: list[tuple[str, Any]] = [("send", b"\0\0"), ("send", "finalize"), ("receive", json.dumps(transcript))]
    assert found(socket(path, *messages, ("send", "close"))) == []
    assert found(socket(path, *messages, ("send", "stop"))) == [
        (1, "new", "unknown value", "stt.manual_finalize", "frame 4 $")
    ]
    bare = "/stt/websocket?cartesia_version=2026-08-14&encoding=pcm_s16le"
    assert [each[2:] for each in found(socket(bare))] == [
        ("missing parameter", "stt.manual_finalize", "handshake query model"),
        ("missing parameter", "stt.manual_finalize", "handshake query sample_rate"),
    ]


def test_what_the_traffic_lacks_is_no_deviation() -> None:
    dropped = entry("GET", "/voices/x", 200, VOICE)
    del dropped["response"]["content"]["text"]
    unanswered = entry("GET", "/voices/x", 0, None)
    assert found(dropped, unanswered) == []
    cut = {
        "kind": "http",
        "request": {"method": "GET", "url": f"{HOST}/voices/x", "headers": {"Cartesia-Version": VERSION}},
        "response": {
            "status": 200,
            "headers": {"content-type": "application/json"},
            "body": {"bytes": 9999, "text": '{"id": ', "truncated": True},
        },
    }
    assert compare(read(json.dumps(cut))).deviations == []


def test_a_date_without_a_spec_is_noted() -> None:
    result = compare(read(har(entry("GET", "/voices/x", 200, VOICE, version="2023-01-01"))))
    assert result.notes == [f"there is no spec of version 2023-01-01; {VERSION} was used (1 entries)"]


def test_each_entry_is_validated_against_the_version_that_it_names(monkeypatch: pytest.MonkeyPatch) -> None:
    older = json.loads(json.dumps(DOC))
    older["info"]["version"] = "2025-04-16"
    voice = older["components"]["schemas"]["Voice"]
    voice["required"].remove("tagline")
    del voice["properties"]["tagline"]
    contracts = {"2025-04-16": older, VERSION: DOC}
    monkeypatch.setattr("cartesia_tools.conformance.drift.dates", lambda: list(contracts))
    monkeypatch.setattr("cartesia_tools.conformance.drift.read_dated", contracts.__getitem__)
    bare = {name: value for name, value in VOICE.items() if name != "tagline"}
    both = [
        entry("GET", "/voices/x", 200, response, version=version)
        for version in ("2025-04-16", "2025-12-24", VERSION, "2027-01-01")
        for response in (bare, VOICE)
    ]
    result = compare(read(har(*both)))
    assert [(each.entry, each.kind, each.version) for each in result.deviations] == [
        (2, "unknown field", "2025-04-16"),
        (4, "unknown field", "2025-04-16"),
        (5, "missing field", VERSION),
        (7, "missing field", VERSION),
    ]
    assert result.notes == []
    assert [each["version"] for each in result.to_dict()["paste"]] == ["2025-04-16", VERSION]


# -- the engine and the description -----------------------------------------------------------------------------------


def schemas_and_examples() -> Iterator[Any]:
    """Return (pointer, schema, example, what) of everything that the service sends and receives."""
    for operation in OPERATIONS:
        for where, entry_ in content(operation):
            for value in examples(entry_):
                yield pytest.param(where, entry_["schema"], value, id=f"{operation}-{where[-2]}")
    for name, schema, value in unions():
        yield pytest.param(("x", name), schema, value, id=f"{name}-{value.get('type')}")


def content(operation: Operation) -> Iterator[tuple[tuple[str, ...], Any]]:
    pointer = ("paths", operation.path, operation.method.lower())
    for status, response in operation.node["responses"].items():
        for media, entry_ in resolve(response).get("content", {}).items():
            if media == "application/json":
                yield (*pointer, "responses", status, "content", media, "schema"), entry_
    for media, entry_ in operation.node.get("requestBody", {}).get("content", {}).items():
        yield (*pointer, "requestBody", "content", media, "schema"), entry_


CASES = list(schemas_and_examples())
SCHEMAS = Schemas(DOC)


@pytest.mark.parametrize(("pointer", "schema", "value"), CASES)
def test_every_example_is_valid_and_each_change_is_found(
    pointer: tuple[str, ...], schema: dict[str, Any], value: Any
) -> None:
    assert SCHEMAS.check(pointer, schema, value) == []
    if {"oneOf", "anyOf"} & resolve(schema).keys():
        return  # the helper below walks one variant only
    for what, place, new in changes(schema, value):
        if what == "absent" and "output_format" in place:
            continue  # and does so here, too
        differences = [each.kind for each in SCHEMAS.check(pointer, schema, put(value, place, new))]
        assert differences == ([what] if what.startswith("unknown") else []), (what, place)


@pytest.mark.parametrize(("pointer", "schema", "value"), CASES)
def test_each_missing_field_and_each_wrong_type_is_found(
    pointer: tuple[str, ...], schema: dict[str, Any], value: Any
) -> None:
    node = resolve(schema)
    if not isinstance(value, dict) or "properties" not in node:
        return
    for name in node.get("required", []):
        (finding,) = SCHEMAS.check(pointer, schema, {key: each for key, each in value.items() if key != name})
        assert (finding.kind, finding.place) == ("missing field", f"$.{name}" if "[" not in name else f'$["{name}"]')
    for name in value:
        entry_ = resolve(node["properties"][name])
        if not {"array", "object"} & SCHEMAS.types(entry_) and SCHEMAS.types(entry_):
            assert [each.kind for each in SCHEMAS.check(pointer, schema, {**value, name: [NEWS]})] == ["wrong type"]


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(JSON, st.sampled_from(["/voices", "/accents", "/agents", "/voices/{id}", "/agents/calls/{call_id}"]))
def test_any_response_can_be_validated_and_reported(value: Any, path: str) -> None:
    headers = {"content-type": "application/json"}
    response = Body(json.dumps(value))
    item = Exchange(1, "GET", f"{HOST}{path}", {"cartesia-version": VERSION}, None, 200, headers, response)
    for each in check(DESCRIPTION, item):
        assert yaml.safe_load(to_yaml(each.patch)) == each.patch


@given(st.dictionaries(st.text(max_size=12), JSON, min_size=1, max_size=4))
def test_what_is_written_as_yaml_is_read_back_unchanged(value: dict[str, Any]) -> None:
    assert yaml.safe_load(to_yaml(value)) == value


# -- the command ------------------------------------------------------------------------------------------------------


def run(tmp_path: Path, text: str, *options: str) -> int:
    path = tmp_path / "traffic"
    path.write_text(text)
    return main(["drift", str(path), *options])


def test_the_command_reports_where_what_and_how(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = har(
        entry("GET", "/voices/x", 200, VOICE),
        entry("GET", "/voices/y", 200, {**VOICE, "nickname": "Kat"}),
        entry("GET", "/voices/z", 200, {**VOICE, "nickname": "Kit"}),
    )
    assert run(tmp_path, text) == 1
    output = capsys.readouterr().out
    assert "3 entries checked; 2 deviations" in output
    place = "`response body $.nickname` of voices.get in 2026-08-14, entry 2"
    assert f'- **unknown field** {place}: expected no such field, found `"Kat"` (2 times: voices.get)' in output
    assert (
        "```yaml\ncomponents:\n  schemas:\n    Voice:\n      properties:\n        nickname: {type: string}\n```"
        in output
    )
    assert run(tmp_path, text, "--json") == 1
    result = json.loads(capsys.readouterr().out)
    assert [each["entry"] for each in result["deviations"]] == [2, 3]
    assert yaml.safe_load(result["paste"][0]["yaml"])["components"]["schemas"]["Voice"]["properties"] == {
        "nickname": {"type": "string"}
    }
    assert run(tmp_path, har(entry("GET", "/voices/x", 200, VOICE))) == 0


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "[1, 2]",
        "{}",
        '{"log": {}}',
        '{"log": {"entries": [{}]}}',
        '{"kind": "http"}',
        '{"kind": "frame", "socket": 3}',
    ],
)
def test_a_file_that_is_neither_is_one_clear_line(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(TrafficError):
        read(text)
    assert run(tmp_path, text) == 2
    assert "neither a HAR file nor a journal" in capsys.readouterr().err
    assert main(["drift", str(tmp_path / "nothing")]) == 2
    assert main(["drift", str(tmp_path)]) == 2


def test_no_credential_of_the_traffic_is_repeated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key, token = "a-key-that-looks-like-none", "eyJhbGciOiJI.eyJncmFu.c2ln"
    made = entry("GET", f"/voices/x?who={key}", 200, {**VOICE, "owner_key": key, "owner_token": token})
    made["request"]["headers"].append({"name": "X-API-Key", "value": key})
    for options in ([], ["--json"]):
        assert run(tmp_path, har(made), *options) == 1
        output = capsys.readouterr().out
        assert "owner_token" in output
        assert key not in output
        assert "eyJ" not in output


def test_an_empty_journal_has_no_deviations(tmp_path: Path) -> None:
    assert run(tmp_path, "") == 0


def test_without_the_validator_it_says_what_to_install(tmp_path: Path) -> None:
    program = """
import sys
sys.modules["jsonschema_rs"] = None
from cartesia_tools.cli import main
sys.exit(main(["drift", "x"]))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "pip install 'cartesia-client[contract]'" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_keeping_a_journal_needs_no_validator(tmp_path: Path, sandbox: Sandbox) -> None:
    program = f"""
import sys
sys.modules["jsonschema_rs"] = None
from cartesia_client import Cartesia
from cartesia_tools.traffic.record import record
with Cartesia(api_key="any", base_url={sandbox.url!r}) as client, record(client, "x.jsonl"):
    client.get_status()
"""
    subprocess.run([sys.executable, "-c", program], cwd=tmp_path, check=True)
    assert len(read((tmp_path / "x.jsonl").read_text())) == 1


def test_the_client_loads_none_of_this() -> None:
    program = """
import sys
from cartesia_client import Cartesia
with Cartesia(api_key="k") as client:
    client.tts.websocket_connect()
import cartesia_tools.cli
assert not {"jsonschema_rs", "cartesia_tools.traffic.record", "cartesia_tools.conformance.drift"} & sys.modules.keys()
"""
    subprocess.run([sys.executable, "-c", program], check=True)
