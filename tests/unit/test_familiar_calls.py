"""Calls in the form of the official library: its order of arguments, its names, its extra options."""

from __future__ import annotations

import inspect
import json
import warnings
from pathlib import Path
from typing import Any

import pytest
from cartesia_api import contract
from cartesia_client import (
    NOT_GIVEN,
    AsyncCartesia,
    Cartesia,
    InvalidRequestError,
    NotGiven,
    Omit,
    not_given,
    omit,
)
from cartesia_client.versions import resources_of
from cartesia_sandbox import Sandbox
from pytest_httpx import HTTPXMock

from .conftest import Twin, done, items

PROJECT = Path(__file__).parents[2]
DATES = [contract.API_VERSION, *contract.VERSIONS]


@pytest.mark.parametrize(
    ("method", "last", "others", "path"),
    [
        ("datasets.files.delete", "f", {"id": "d"}, "/datasets/d/files/f"),
        ("voices.delete_accent", "a", {"id": "v"}, "/voices/v/accents/a"),
        ("agents.metrics.add_to_agent", "m", {"agent_id": "a"}, "/agents/a/metrics/m"),
        ("agents.metrics.remove_from_agent", "m", {"agent_id": "a"}, "/agents/a/metrics/m"),
    ],
)
async def test_the_last_parameter_of_a_path_comes_first_and_the_others_by_keyword(
    method: str, last: str, others: dict[str, str], path: str, twin: Twin, httpx_mock: HTTPXMock
) -> None:
    httpx_mock.add_response(json=VOICE if method.startswith("voices") else {})
    call = _named(twin.make(), method)
    await done(call(last, **others))
    assert httpx_mock.get_requests()[0].url.path == path
    with pytest.raises(TypeError):
        call("one", "two")


@pytest.mark.parametrize("version", DATES)
async def test_a_voice_with_a_mode_is_sent_as_its_version_has_it(
    twin: Twin, httpx_mock: HTTPXMock, version: str
) -> None:
    httpx_mock.add_response(content=b"\0\0", headers={"content-type": "application/octet-stream"})
    voice = {"mode": "id", "id": "v"}
    await done(twin.make(version=version).tts.generate(**{**SPEECH, "voice": voice}))
    sent = json.loads(httpx_mock.get_requests()[0].content)["voice"]
    assert sent == ({"id": "v"} if version == contract.API_VERSION else voice)
    assert voice == {"mode": "id", "id": "v"}


def test_only_the_mode_that_older_versions_required_is_left_out() -> None:
    from cartesia_api import contexts
    from cartesia_api.bodies import json_body

    former = {"voice": {"mode": "id"}}
    assert json_body({"voice": {"mode": "embedding", "x": 1}}, former) == {"voice": {"mode": "embedding", "x": 1}}
    assert json_body({"voice": "v", "mode": "id"}, former) == {"voice": "v", "mode": "id"}
    sent = contexts._FIELDS.given("send", {"voice": {"mode": "id", "id": "v"}})
    assert sent == {"voice": {"id": "v"}}


@pytest.mark.parametrize("date", DATES)
def test_no_method_takes_more_than_one_argument_by_position(date: str) -> None:
    taking = {
        f"{name}.{each}": [
            entry.name
            for entry in inspect.signature(method).parameters.values()
            if entry.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
        ][1:]
        for name, resource in _resources(date)
        for each, method in inspect.getmembers(resource, inspect.isfunction)
        # As the official library has it: the socket without arguments of its own takes its options by position.
        if not each.startswith("_") and each not in ("websocket", "websocket_connect")
    }
    assert {name: given for name, given in taking.items() if len(given) > 1} == {}


FORMER = {
    "tts.bytes": "tts.generate",
    "tts.sse": "tts.generate_sse",
    "voice_changer.change_voice_bytes": "voice_changer.generate",
    "voice_changer.change_voice_sse": "voice_changer.generate_sse",
}
KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000}
SPEECH: dict[str, Any] = {"model_id": "sonic-3.5", "transcript": "Hi.", "voice": "v", "output_format": RAW}
CHANGE: dict[str, Any] = {
    "clip": b"RIFF",
    "voice_id": "v",
    "output_format_container": "raw",
    "output_format_encoding": "pcm_s16le",
    "output_format_sample_rate": 8000,
}


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("former", FORMER)
async def test_a_former_name_does_the_same_and_warns(former: str, date: str, twin: Twin, httpx_mock: HTTPXMock) -> None:
    media = "text/event-stream" if former.endswith("sse") else "audio/pcm"
    httpx_mock.add_response(content=b"\x01\x02" * 9, headers={"content-type": media}, is_reusable=True)
    client = twin.make(version=date)
    wanted = {**SPEECH, "voice": {"mode": "id", "id": "v"}} if former.startswith("tts") else CHANGE
    kinds = []
    for name in (former, FORMER[former]):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            made = _named(client, name)(**wanted, extra_headers={"a": "b"})
            kinds.append(type(await made if twin.is_async else made))
        said = [(str(each.message), each.category, each.filename) for each in caught]
        assert said == (name == former) * [
            (f"{former}() is called {FORMER[former]}() now", DeprecationWarning, __file__)
        ]
    one, other = httpx_mock.get_requests()
    assert kinds[0] is kinds[1]
    assert (one.url, one.headers["a"], len(one.content)) == (other.url, "b", len(other.content))


async def test_audio_of_a_former_name_is_iterated_in_chunks(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(content=b"\x01\x02" * 9, headers={"content-type": "audio/pcm"}, is_reusable=True)
    with pytest.warns(DeprecationWarning, match="is called tts.generate"):
        audio = await done(twin.make().tts.bytes(**SPEECH))
    assert b"".join(audio) == b"".join([chunk async for chunk in audio]) == b"\x01\x02" * 9
    with pytest.warns(DeprecationWarning, match="is called tts.generate"):
        response = await done(twin.make().tts.with_raw_response.bytes(**SPEECH))
    assert response.status_code == 200


def test_former_names_have_the_arguments_of_the_present_ones() -> None:
    for date in DATES:
        resources = dict(_resources(date))
        for former, name in FORMER.items():
            for prefix in ("", "Async"):
                owner = resources[prefix + "".join(map(str.capitalize, former.split(".")[0].split("_"))) + "Resource"]
                one, other = (getattr(owner, each.split(".")[1]) for each in (former, name))
                assert inspect.signature(one) == inspect.signature(other)
                assert inspect.iscoroutinefunction(one) == inspect.iscoroutinefunction(other)


async def test_extra_body_adds_fields_and_wins_over_arguments(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={}, is_reusable=True)
    client = twin.make()
    await done(client.voices.with_raw_response.update("v", name="a", extra_body={"name": "b", "new": [1, None]}))
    await done(client.agents.metrics.with_raw_response.add_to_agent("m", agent_id="a", extra_body={"new": 1}))
    one, other = (json.loads(request.content) for request in httpx_mock.get_requests())
    assert (one, other) == ({"name": "b", "new": [1, None]}, {"new": 1})


async def test_extra_body_adds_fields_to_a_form(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={})
    wanted = {"clip": ("a.wav", b"RIFF"), "name": "a", "language": "en"}
    await done(
        twin.make().voices.with_raw_response.clone(**wanted, extra_body={"language": "de", "new": {"deep": True}})
    )
    form = httpx_mock.get_requests()[0].content
    assert (form.count(b'name="language"'), form.count(b'name="clip"')) == (1, 1)
    assert b'name="language"\r\n\r\nde' in form
    assert b'name="new[deep]"\r\n\r\ntrue' in form


class Array:
    """What compares each of its elements, as arrays of numpy do."""

    def __eq__(self, other: object) -> Any:
        raise ValueError("the truth value of an array is ambiguous")

    __hash__ = None  # type: ignore[assignment]  # as that of an array


@pytest.mark.parametrize("wrong", [{"a": object()}, ["a"], "a", {1: 2}, {"a": float("nan")}, Array()])
async def test_an_extra_body_that_cannot_be_sent_is_an_error(wrong: Any, twin: Twin) -> None:
    with pytest.raises(InvalidRequestError, match="extra_body"):
        await done(twin.make().voices.update("v", extra_body=wrong))


async def test_a_request_without_a_body_takes_no_extra_body(twin: Twin) -> None:
    client = twin.make()
    for call in (client.voices.get, client.voices.delete):
        with pytest.raises(InvalidRequestError, match="no body for extra_body; pass extra_query"):
            await done(call("v", extra_body={"a": 1}))


async def test_the_socket_of_version_2_is_still_there(sandbox: Sandbox, twin: Twin) -> None:
    client = twin.make(base_url=sandbox.url)
    with pytest.warns(DeprecationWarning, match=r"is called tts.websocket_connect\(\) now"):
        socket = await done(client.tts.websocket())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        outputs = await done(socket.send(**{**SPEECH, "voice": {"id": KATIE}}, stream=True))
        parts = [each async for each in outputs] if twin.is_async else list(outputs)
    assert sum(len(each.audio or b"") for each in parts) > 1000
    await done(socket.close())


@pytest.mark.parametrize("left_out", [omit, not_given, NOT_GIVEN, Omit(), NotGiven()])
async def test_what_is_omitted_is_left_out(left_out: Any, twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(content=b"\x01\x02" * 9, headers={"content-type": "audio/pcm"})
    client = twin.make(
        timeout=left_out, max_retries=left_out, default_headers={"a": left_out, "b": "1"}, version=left_out
    )
    optional = dict.fromkeys(("language", "locale", "generation_config", "save", "speed"), left_out)
    options = dict.fromkeys(("timeout", "total", "max_retries", "extra_headers", "extra_query", "extra_body"), left_out)
    voice = {"id": "v", "more": left_out}
    await done(client.tts.generate(**{**SPEECH, "voice": voice}, **optional, **options))
    (request,) = httpx_mock.get_requests()
    assert json.loads(request.content) == {**SPEECH, "voice": {"id": "v"}}
    assert ("a" in request.headers, request.headers["b"]) == (False, "1")
    assert request.headers["cartesia-version"] == contract.API_VERSION


async def test_what_is_omitted_of_a_query_a_form_or_headers_is_left_out(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"data": [], "has_more": False})
    httpx_mock.add_response(json={})
    client = twin.make()
    await items(client.voices.list(limit=3, q=omit, expand=omit, extra_headers={"a": omit, "b": "c"}))
    await done(client.voices.with_raw_response.clone(clip=b"RIFF", name="n", language="en", description=omit))
    listed, cloned = httpx_mock.get_requests()
    assert (str(listed.url.query), listed.headers["b"], "a" in listed.headers) == ("b'limit=3'", "c", False)
    assert b"description" not in cloned.content


async def test_what_is_required_cannot_be_omitted(twin: Twin) -> None:
    client = twin.make()
    with pytest.raises(InvalidRequestError, match="id is required"):
        await done(client.voices.get(omit))
    with pytest.raises(InvalidRequestError, match="id is required"):
        await done(client.datasets.files.delete("f", id=omit))
    with pytest.raises(InvalidRequestError, match="transcript is required"):
        await done(client.tts.generate(**{**SPEECH, "transcript": NOT_GIVEN}))
    with pytest.raises(InvalidRequestError, match="clip is required"):
        await done(client.voices.clone(clip=omit, name="n", language="en"))


def test_options_of_a_socket_can_be_omitted() -> None:
    for client in (Cartesia(api_key="k"), AsyncCartesia(api_key="k")):
        options: dict[str, Any] = dict.fromkeys(("websocket_auth", "timeout", "extra_headers", "extra_query"), omit)
        assert client.tts.websocket_connect(**options) is not None
        assert client.stt.auto_finalize.websocket(model="ink-2", sample_rate=16000, encoding="pcm_s16le", **options)


def _named(client: Any, name: str) -> Any:
    for part in name.split("."):
        client = getattr(client, part)
    return client


def _resources(date: str) -> list[tuple[str, type]]:
    """Return the classes of all resources of a version, sync and async, with their names."""
    found: list[tuple[str, type]] = []
    waiting: list[Any] = [getattr(resources_of(date), name)() for name in ("Resources", "AsyncResources")]
    while waiting:
        resource = waiting.pop()
        resource._session = None
        found.append((type(resource).__name__, type(resource)))
        for name in dir(type(resource)):
            if type(getattr(type(resource), name)).__name__ == "cached_property":
                waiting.append(getattr(resource, name))
    return found


VOICE = {
    "id": "v",
    "is_owner": True,
    "access": "private",
    "visibility": "all",
    "name": "Katie",
    "tagline": "",
    "description": "",
    "gender": "feminine",
    "created_at": "2025-02-03T10:15:30+00:00",
    "language": "en",
    "locales": [],
}


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("voice", {"mode": "id", "idd": "v"}, "voice has no key 'idd'; did you mean 'id'"),
        ("voice", {"mode": "id", "voice_id": "v"}, "voice has no key 'voice_id', and needs 'id'"),
        (
            "output_format",
            {**SPEECH["output_format"], "encodng": "x"},
            "output_format has no key 'encodng'; did you mean",
        ),
        (
            "output_format",
            {"container": "raw", "rate": 8000},
            "output_format has no key 'rate', and needs .*'sample_rate'",
        ),
        ("generation_config", {"speeed": 1.1}, "generation_config has no key 'speeed'; did you mean 'speed'"),
    ],
)
async def test_a_misspelt_key_is_refused_before_anything_is_sent(
    field: str, value: dict[str, object], fault: str, twin: Twin
) -> None:
    tts = twin.make().tts
    for call in (tts.generate, tts.generate_sse):
        with pytest.raises(InvalidRequestError, match=fault):
            await done(call(**{**SPEECH, field: value}))


@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize(
    "voice", [{"mode": "embedding", "embedding": [0.1] * 192}, {"embedding": [0.1] * 192}], ids=["mode", "no mode"]
)
async def test_the_error_for_a_key_that_is_gone_names_the_last_version_that_has_it(
    voice: dict[str, object], date: str, twin: Twin, httpx_mock: HTTPXMock
) -> None:
    tts = twin.make(version=date).tts
    opening = tts.websocket_connect()
    speech = {
        **SPEECH,
        "voice": voice,
        "output_format": {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000},
    }
    fields = {name: value for name, value in speech.items() if name != "transcript"}
    if date <= "2024-11-13":
        httpx_mock.add_response(content=b"\0\0", headers={"content-type": "application/octet-stream"})
        await done(tts.generate(**speech))
        assert json.loads(httpx_mock.get_requests()[0].content)["voice"] == voice
        return
    for call, given in ((tts.generate, speech), (tts.generate_sse, speech), (opening.context, fields)):
        with pytest.raises(
            InvalidRequestError, match=r"no key 'embedding' any more, and needs .*'id'.*version='2024-11-13'"
        ):
            await done(call(**given))


async def test_a_key_that_is_newer_than_the_client_is_sent(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(content=b"\0\0", headers={"content-type": "application/octet-stream"})
    await done(twin.make().tts.generate(**{**SPEECH, "voice": {"id": "v", "accent": "x"}}))
    assert json.loads(httpx_mock.get_requests()[0].content)["voice"] == {"id": "v", "accent": "x"}


async def test_options_of_the_socket_of_speech_are_taken_by_position_as_in_the_official_library(
    twin: Twin, sandbox: Sandbox
) -> None:
    client = twin.make(base_url=sandbox.url)
    opened = client.tts.websocket_connect({"place": "1"}, {"X-Mine": "2"}, {"max_size": 1_000_000})
    if twin.is_async:
        async with opened:
            pass
    else:
        with opened:
            pass
    with pytest.warns(DeprecationWarning, match="websocket_connect"):
        former = await done(client.tts.websocket({"place": "1"}, {"X-Mine": "2"}, {"max_size": 1_000_000}))
    await done(former.connect())
    await done(former.close())
    for handshake in sandbox.journal.requests()[-2:]:
        assert (handshake.query["place"], handshake.headers["x-mine"]) == (["1"], "2")
