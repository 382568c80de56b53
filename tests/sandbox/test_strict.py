"""Strict checks: unknown fields are rejected everywhere, with a hint from the contracts of all versions."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from cartesia_sandbox import Sandbox
from cartesia_sandbox.description.bundle import bundled
from cartesia_sandbox.description.contract import Contract, Contracts
from cartesia_sandbox.description.strict import StrictMiddleware, unknown_fields, unknown_parameters
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
SPEECH: dict[str, Any] = {"model_id": "sonic-3.5", "transcript": "Hello there.", "voice": KATIE, "output_format": RAW}
NEW, OLD = "2026-08-14", "2026-03-01"


class Two(Contracts):
    """Two versions: in the older one a voice is {mode, id}, there is a field `duration`, and there is no `locale`."""

    def __init__(self) -> None:
        super().__init__(Contract(bundled()))
        self.versions = (OLD, NEW)
        doc = copy.deepcopy(self.newest.doc)
        doc["info"]["version"] = OLD
        schemas = doc["components"]["schemas"]
        voice = {"type": "object", "properties": {"mode": {"const": "id"}, "id": {"type": "string"}}}
        for name in ("TTSRequest", "GenerationRequest"):
            schemas[name]["properties"]["voice"] = voice
            schemas[name]["properties"]["duration"] = {"type": "number"}
            schemas[name]["properties"].pop("locale")
        parameters = doc["paths"]["/voices"]["get"]["parameters"]
        doc["paths"]["/voices"]["get"]["parameters"] = [*parameters, {"in": "query", "name": "page", "schema": {}}]
        self._known[OLD] = Contract(doc)

    def of(self, version: str) -> Contract:
        return self._known.get(version, self.newest)


@pytest.fixture(scope="module")
def two() -> Two:
    return Two()


def hints(two: Two, version: str, value: Any, name: str = "tts.generate") -> list[str]:
    contract = two.of(version)
    operation = contract.named(name)
    assert operation is not None
    check = unknown_parameters if name == "voices.list" else unknown_fields

    async def nothing(*_: Any) -> None:
        raise AssertionError

    return StrictMiddleware(nothing, two)._hints(operation, version, value, check)


@pytest.mark.parametrize(
    ("version", "fields", "sentences"),
    [
        (NEW, {}, []),
        (OLD, {"voice": {"mode": "id", "id": KATIE}, "duration": 3}, []),
        (
            NEW,
            {"voice": {"mode": "id", "id": KATIE}},
            ["voice as {mode, id} was the shape before 2026-08-14; this request asks for 2026-08-14"],
        ),
        (NEW, {"duration": 3}, ["duration was known before 2026-08-14; this request asks for 2026-08-14"]),
        (
            OLD,
            {"voice": {"mode": "id", "id": KATIE}, "locale": "en-GB"},
            ["locale is known from 2026-08-14 on; this request asks for 2026-03-01"],
        ),
        (NEW, {"transcrpt": "Hi."}, ["transcrpt is not known to tts.generate; did you mean transcript?"]),
        (NEW, {"zzz": 1, "qqq": 2}, ["zzz, qqq are not known to tts.generate"]),
        (
            NEW,
            {"generation_config": {"sped": 1}},
            ["generation_config.sped is not known to tts.generate; did you mean speed?"],
        ),
        # Of alternatives that a constant distinguishes, only the one that is meant counts.
        (NEW, {"output_format": {**RAW, "bit_rate": 128000}}, ["output_format.bit_rate is not known to tts.generate"]),
        (NEW, {"output_format": {"container": "mp3", "sample_rate": 44100, "bit_rate": 128000}}, []),
        # A value that is not an object has no unknown fields. The router rejects it.
        (NEW, {"generation_config": None, "output_format": "wav"}, []),
    ],
)
def test_hints_for_a_body(two: Two, version: str, fields: dict[str, Any], sentences: list[str]) -> None:
    assert hints(two, version, {**SPEECH, **fields}) == sentences


def test_hints_for_a_query(two: Two) -> None:
    query = {"limit": "1", "page": "2", "api_key": "k", "cartesia_version": NEW}
    assert hints(two, NEW, query, "voices.list") == [
        "page was known before 2026-08-14; this request asks for 2026-08-14"
    ]
    assert hints(two, NEW, {"limt": "1"}, "voices.list") == ["limt is not known to voices.list; did you mean limit?"]


@pytest.fixture(scope="module")
def strict() -> Iterator[Sandbox]:
    with Sandbox(strict=True) as running:
        yield running


@pytest.fixture
def http(strict: Sandbox) -> Iterator[httpx.Client]:
    headers = {"X-API-Key": "k", "Cartesia-Version": NEW}
    with httpx.Client(base_url=strict.url, headers=headers, trust_env=False) as made:
        yield made


def test_valid_requests_are_served(http: httpx.Client) -> None:
    assert http.post("/tts/bytes", json=SPEECH).status_code == 200
    assert http.get("/voices?limit=1&expand[]=preview_file_url").status_code == 200
    made = http.post("/voices/clone", data={"name": "Me", "language": "en"}, files={"clip": ("a.wav", bytes(3000))})
    assert "not known" not in made.text
    assert http.get("/").status_code == 200


def test_a_body_is_rejected(http: httpx.Client) -> None:
    answer = http.post("/tts/bytes", json=SPEECH | {"voise": KATIE})
    assert answer.status_code == 400
    assert answer.json()["message"] == "voise is not known to tts.generate; did you mean voice?"


def test_the_hint_for_a_field_of_another_version_names_the_versions(http: httpx.Client) -> None:
    voice = {"mode": "id", "id": KATIE}
    answer = http.post("/tts/bytes", json=SPEECH | {"voice": voice})
    assert answer.json()["message"] == (
        "voice as {mode, id} was the shape before 2026-08-14; this request asks for 2026-08-14"
    )
    older = {"Cartesia-Version": "2026-03-01"}
    assert http.post("/tts/bytes", json=SPEECH | {"voice": voice}, headers=older).status_code == 200
    answer = http.post("/tts/bytes", json=SPEECH | {"voice": voice, "locale": "en-GB"}, headers=older)
    assert "locale is known from 2026-08-14 on" in answer.json()["message"]
    oldest = {"Cartesia-Version": "2024-06-10"}
    answer = http.post("/tts/bytes", json=SPEECH | {"voice": voice, "save": True}, headers=oldest)
    assert "save is known from 2025-04-16 on" in answer.text


def test_a_query_is_rejected(http: httpx.Client) -> None:
    answer = http.get("/voices?limt=1")
    assert (answer.status_code, answer.json()["message"]) == (
        400,
        "limt is not known to voices.list; did you mean limit?",
    )


def test_a_form_is_rejected(http: httpx.Client) -> None:
    fields = {"name": "Me", "languag": "en"}
    answer = http.post("/voices/clone", data=fields, files={"clip": ("a.wav", bytes(3000)), "clop": ("b.wav", b"x")})
    assert answer.status_code == 400
    assert answer.json()["message"].startswith("languag, clop are not known to voices.clone")


@pytest.mark.parametrize("version", [NEW, "2025-11-04"])
def test_a_frame_is_rejected_and_the_socket_lives_on(strict: Sandbox, version: str) -> None:
    voice: Any = KATIE if version == NEW else {"mode": "id", "id": KATIE}
    frame = {**SPEECH, "voice": voice, "context_id": "c1"}
    with connect(f"ws{strict.url[4:]}/tts/websocket?cartesia_version={version}&api_key=k") as line:
        line.send(json.dumps({**frame, "transcrpt": "Hi."}))
        error = json.loads(line.recv(timeout=10))
        assert (error["type"], error["context_id"], error["status_code"]) == ("error", "c1", 400)
        said = error["message"] if version == NEW else error["error"]
        assert "transcrpt is not known to tts.websocket; did you mean transcript?" in said
        line.send(json.dumps(frame))
        assert json.loads(line.recv(timeout=10))["type"] == "chunk"


def test_the_query_of_a_socket_is_rejected(strict: Sandbox) -> None:
    with pytest.raises(InvalidStatus) as caught:
        connect(f"ws{strict.url[4:]}/stt/websocket?cartesia_version={NEW}&api_key=k&modl=ink-2")
    assert b"modl is not known to stt.manual_finalize; did you mean model?" in (caught.value.response.body or b"")


def test_commands_that_are_not_json_pass(strict: Sandbox) -> None:
    address = f"ws{strict.url[4:]}/stt/websocket?cartesia_version={NEW}&api_key=k"
    with connect(f"{address}&model=ink-2&encoding=pcm_s16le&sample_rate=16000") as line:
        line.send(bytes(3200))
        line.send("close")
        while json.loads(line.recv(timeout=10))["type"] != "done":
            pass


def test_by_default_unknown_fields_are_ignored_as_by_the_service(sandbox: Sandbox) -> None:
    headers = {"X-API-Key": "k", "Cartesia-Version": NEW}
    body = SPEECH | {"voice": {"mode": "id", "id": KATIE}, "unknown": 1}
    answer = httpx.post(f"{sandbox.url}/tts/bytes?unknown=1", json=body, headers=headers, trust_env=False, timeout=30)
    assert answer.status_code == 200
