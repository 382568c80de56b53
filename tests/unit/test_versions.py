"""Clients of older versions: methods, types, policy and what is loaded follow the version."""

from __future__ import annotations

import importlib
import inspect
import json
import re
from pathlib import Path
from typing import Any, get_type_hints

import cartesia_api
import cartesia_client
import httpx
import pytest
from cartesia_api import contract, events
from cartesia_api.api.voices import voices_list
from cartesia_api.models import RawOutputFormat
from cartesia_api.v2025_04_16.models import VoiceSpecifier
from cartesia_client import (
    AsyncCartesia,
    Cartesia,
    ConfigurationError,
    InvalidRequestError,
    NotFoundError,
    Page,
    RateLimitError,
)
from cartesia_client.errors import error_fields, from_event
from cartesia_client.options import ClientOptions
from cartesia_io.http.network import HttpOptions
from pytest_httpx import HTTPXMock

from tests.test_imports import loaded

EMBEDDING = [0.5] * 192
VOICE: dict[str, Any] = {
    "id": "v",
    "name": "Katie",
    "description": "d",
    "created_at": "2024-07-03T10:15:30Z",
    "language": "en",
}
DATES = tuple(contract.VERSIONS)


def sync(version: str | None) -> Cartesia:
    """Return a client whose version type checkers do not know."""
    return Cartesia(api_key="k", version=version)


def test_2024_06_10_lists_voices_bare_with_embeddings(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        url="https://api.cartesia.ai/voices/",
        json=[{**VOICE, "user_id": "u", "is_public": True, "embedding": EMBEDDING}],
    )
    voices = Cartesia(api_key="k", version="2024-06-10").voices.list()
    assert isinstance(voices, list)
    assert voices[0].embedding == EMBEDDING
    assert voices[0].is_public is True
    request = httpx_mock.get_requests()[0]
    assert (request.headers["cartesia-version"], request.headers["accept"]) == ("2024-06-10", "application/json")


async def test_2024_11_13_lists_voices_in_pages(httpx_mock: HTTPXMock) -> None:
    first = {"data": [{**VOICE, "is_owner": False}], "has_more": True, "next_page": "v"}
    httpx_mock.add_response(url="https://api.cartesia.ai/voices/?is_starred=true&expand%5B%5D=embedding", json=first)
    httpx_mock.add_response(
        url="https://api.cartesia.ai/voices/?is_starred=true&expand%5B%5D=embedding&starting_after=v",
        json={"data": [{**VOICE, "is_owner": True, "embedding": EMBEDDING}], "has_more": False},
    )
    async with AsyncCartesia(api_key="k", version="2024-11-13") as client:
        voices = [voice async for voice in client.voices.list(is_starred=True, expand=["embedding"])]
    assert [voice.is_owner for voice in voices] == [False, True]


def test_operations_that_are_gone_are_there_for_their_dates(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(method="POST", url="https://api.cartesia.ai/voices/mix", json={"embedding": EMBEDDING})
    httpx_mock.add_response(method="POST", url="https://api.cartesia.ai/voices/", json={**VOICE, "is_owner": True})
    client = Cartesia(api_key="k", version="2024-11-13")
    mixed = client.voices.mix(voices=[{"id": "a", "weight": 0.5}, {"embedding": EMBEDDING, "weight": 0.5}])
    voice = client.voices.create(name="n", description="d", embedding=mixed.embedding)
    assert voice.is_owner is True
    assert json.loads(httpx_mock.get_requests()[1].content)["embedding"] == EMBEDDING
    assert not hasattr(sync(None).voices, "mix")


def test_speech_with_an_embedding_and_experimental_controls(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(content=b"\0\0" * 10, headers={"content-type": "audio/pcm"})
    Cartesia(api_key="k", version="2024-11-13").tts.generate(
        model_id="sonic-english",
        transcript="Hello.",
        voice={
            "mode": "embedding",
            "embedding": EMBEDDING,
            "__experimental_controls": {"speed": "slow", "emotion": ["positivity:high"]},
        },
        output_format={"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000},
    )
    sent = json.loads(httpx_mock.get_requests()[0].content)
    assert sent["voice"]["__experimental_controls"] == {"speed": "slow", "emotion": ["positivity:high"]}


def test_errors_in_plain_text(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=404, text="Voice not found: No voice has this id.")
    with pytest.raises(NotFoundError, match="No voice has this id"):
        Cartesia(api_key="k", version="2025-11-04").voices.get("v")


def test_events_are_read_as_their_version_has_them(httpx_mock: HTTPXMock) -> None:
    events = [
        '{"status_code": 206, "done": false, "data": "AAAB", "step_time": 1.0}',
        '{"status_code": 200, "done": true}',
    ]
    httpx_mock.add_response(
        text="".join(f"data: {event}\n\n" for event in events), headers={"content-type": "text/event-stream"}
    )
    clip, voice = b"RIFF", "v"
    with Cartesia(api_key="k", version="2025-04-16").voice_changer.generate_sse(clip=clip, voice_id=voice) as stream:
        kinds = [type(event).__name__ for event in stream]
    assert kinds == ["VoiceChangerSSEChunk", "VoiceChangerSSEDone"]


def test_an_error_in_the_shape_of_another_version_is_an_error(httpx_mock: HTTPXMock) -> None:
    event = '{"type": "error", "done": true, "status_code": 429, "title": "Too many", "message": "Wait.", "request_id": "r"}'
    httpx_mock.add_response(text=f"data: {event}\n\n", headers={"content-type": "text/event-stream"})
    client = Cartesia(api_key="k", version="2025-04-16")
    raw = RawOutputFormat(encoding="pcm_s16le", sample_rate=8000)
    voice = VoiceSpecifier("v")
    stream = client.tts.generate_sse(model_id="m", transcript="t", voice=voice, output_format=raw)
    with stream, pytest.raises(RateLimitError, match=r"Too many: Wait\."):
        list(stream)


# -- which version ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "served"),
    [
        ("2024-06-10", "2024-06-10"),
        ("2024-11-12", "2024-06-10"),
        ("2025-09-01", "2025-04-16"),
        ("2026-08-13", "2026-03-01"),
        ("2026-08-14", "2026-08-14"),
        ("2027-01-01", "2026-08-14"),
        (None, "2026-08-14"),
    ],
)
def test_an_unknown_date_counts_as_the_newest_before_it(asked: str | None, served: str) -> None:
    client = sync(asked)
    assert client.version == (asked or "2026-08-14")
    assert client._policy.routes.version == served


@pytest.mark.parametrize("asked", ["2024-06-09", "2024-01-01", "1999-12-31", "0001-01-01"])
def test_a_date_before_the_oldest_version_is_rejected_before_anything_is_sent(
    asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = f"must be 2024-06-10, the oldest version, or later, not '{asked}'"
    for kind in (Cartesia, AsyncCartesia):
        with pytest.raises(ConfigurationError, match=f"^version {said}"):
            kind(api_key="k", version=asked)
    with pytest.raises(ConfigurationError, match=said):
        Cartesia(api_key="k", default_headers={"Cartesia-Version": asked})
    with Cartesia(api_key="k") as client, pytest.raises(ConfigurationError, match=said):
        client.voices.list(extra_headers={"Cartesia-Version": asked})
    monkeypatch.setenv("CARTESIA_VERSION", asked)
    with pytest.raises(ConfigurationError, match=said):
        Cartesia(api_key="k")


def test_the_environment_decides_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARTESIA_VERSION", "2024-11-13")
    client = sync(None)
    assert client.version == "2024-11-13"
    assert hasattr(client.voices, "mix")


def test_a_client_of_an_older_version_is_a_client() -> None:
    client = sync("2024-11-13")
    assert isinstance(client, Cartesia)
    assert isinstance(client.with_options(timeout=3), type(client))
    assert repr(client) == "Cartesia(base_url='https://api.cartesia.ai', version='2024-11-13')"

    class Mine(Cartesia):
        def hello(self) -> str:
            return self.version

        def __init__(self) -> None:
            super().__init__(api_key="k", version="2024-06-10")

    assert Mine().hello() == "2024-06-10"
    assert hasattr(Mine().voices, "mix")
    assert "max_retries" in inspect.signature(Cartesia).parameters


def test_what_a_version_does_not_have_says_so() -> None:
    client = sync("2024-11-13")
    with pytest.raises(AttributeError, match=r"client\.agents is not part of 2024-11-13"):
        _ = client.agents
    assert not hasattr(client, "datasets")
    assert not hasattr(client.stt, "auto_finalize")
    assert hasattr(sync("2025-11-04").stt, "auto_finalize")


@pytest.mark.parametrize("date", DATES)
def test_a_contract_has_what_its_document_has(date: str) -> None:
    doc = json.loads((Path(str(cartesia_api.__file__)).parent / "versions" / f"{date}.json").read_text())
    facts = sync(date)._policy.routes
    described = {(operation["operationId"], method.upper(), path) for path, item in doc["paths"].items()
                 for method, operation in item.items() if method != "x-websocket"}  # fmt: skip
    assert {(operation.name, operation.method, operation.path) for operation in facts.operations} == described
    sockets = {item["x-websocket"]["name"]: path for path, item in doc["paths"].items() if "x-websocket" in item}
    assert facts.sockets == sockets
    for operation in facts.operations:
        target: Any = sync(date)
        for name in operation.name.split("."):
            target = getattr(target, name)
        assert callable(target)


DECODERS = {
    "tts.websocket": events.decode_tts_websocket_event,
    "stt.manual_finalize": events.decode_stt_manual_finalize_event,
    "stt.auto_finalize": events.decode_stt_auto_finalize_event,
}


@pytest.mark.parametrize("date", DATES)
def test_messages_of_the_sockets_of_older_versions_are_understood(date: str) -> None:
    """The structs of the newest version read them, so sockets need no others."""
    doc = json.loads((Path(str(cartesia_api.__file__)).parent / "versions" / f"{date}.json").read_text())
    channels = [item["x-websocket"] for item in doc["paths"].values() if "x-websocket" in item]
    for channel in channels:
        for message in channel["examples"]["receive"] if channel["name"] in DECODERS else []:
            event: Any = DECODERS[channel["name"]](json.dumps(message))
            if message["type"] == "error":
                found = error_fields(event)
                assert found is not None
                assert re.search("There is no such model|Try again", str(from_event(found, "a socket")))
            else:
                assert event.type == message["type"]


def test_endpoint_functions_of_the_newest_version_work_with_older_clients(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(url="https://api.cartesia.ai/voices", json={"data": [], "has_more": False})
    response = voices_list.sync_detailed(client=sync("2024-06-10"))
    assert response.parsed is not None
    assert response.parsed.data == []
    with pytest.raises(InvalidRequestError, match=r"a path parameter is empty"):
        sync("2024-06-10").voices.delete("..")


def test_pages_still_are_pages(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"data": [{**VOICE, "is_owner": True, "is_public": False}], "has_more": False})
    assert isinstance(Cartesia(api_key="k", version="2025-04-16").voices.list(), Page)


# -- what is loaded, and what type checkers know ----------------------------------------------------------------------


def test_the_default_version_loads_nothing_dated() -> None:
    code = """
import httpx, cartesia_client
client = cartesia_client.Cartesia(api_key="k", transport=httpx.MockTransport(lambda request: httpx.Response(200, json={})))
try: client.voices.get("v")
except cartesia_client.CartesiaError: pass
client.tts.websocket_connect, client.stt.auto_finalize.websocket
"""
    assert not {name for name in loaded(code) if name.startswith("cartesia_api.v20")}


def test_a_version_loads_itself_and_what_it_shares_only() -> None:
    modules = loaded("import cartesia_client; cartesia_client.Cartesia(api_key='k', version='2025-11-04').tts")
    dated = {name.split(".")[1] for name in modules if name.startswith("cartesia_api.v20")}
    assert dated == {"v2025_11_04"}
    assert not {name for name in modules if ".models." in name}


@pytest.mark.parametrize("cls", [Cartesia, AsyncCartesia])
def test_type_checkers_know_the_arguments_that_there_are(cls: Any) -> None:
    names = dict(vars(cartesia_client.base))
    parameters = inspect.signature(cls.__init__).parameters
    named = {name for name, entry in parameters.items() if entry.kind is entry.KEYWORD_ONLY} - {"version"}
    http_options = get_type_hints(HttpOptions, names)
    assert named == set(ClientOptions.__annotations__) - set(http_options)
    hints = get_type_hints(cls.__init__, names)
    typed = get_type_hints(ClientOptions, names)
    assert {name: hints[name] for name in named} == {name: typed[name] for name in named}


def test_unset_transport_options_pass_through() -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json={"ok": True, "version": "x"}))
    assert Cartesia(api_key="k", version="2024-06-10", transport=transport).get_status().ok


def test_error_events_of_2025_11_04_have_the_newer_fields_beside_the_line_of_text() -> None:
    both = {
        "type": "error",
        "done": True,
        "status_code": 404,
        "error": "Voice not found: There is no such voice.",
        "title": "Voice not found",
        "message": "There is no such voice.",
        "error_code": "voice_not_found",
        "request_id": "r-1",
        "doc_url": "https://example.com",
    }
    newer = importlib.import_module("cartesia_api.v2025_11_04.events")
    older = importlib.import_module("cartesia_api.v2025_04_16.events")
    for name in ("TTSSSEErrorEvent", "TTSSocketError", "VoiceChangerSSEError"):
        event = getattr(newer, name).from_dict(both)
        assert event.to_dict() == both
        assert (event.title, event.error_code, event.error) == (both["title"], both["error_code"], both["error"])
        alone = getattr(newer, name).from_dict({key: both[key] for key in ("type", "done", "status_code", "error")})
        assert (alone.title, alone.request_id) == (None, None)
        assert not hasattr(getattr(older, name), "title")
