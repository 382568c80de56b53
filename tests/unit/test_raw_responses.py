"""`with_raw_response` and `with_streaming_response`: the response itself, under the same rules."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest
from cartesia_api import contract
from cartesia_api.models import Voice
from cartesia_client import (
    APIResponseValidationError,
    Audio,
    IncompleteAudioError,
    InvalidRequestError,
    NotFoundError,
)
from pytest_httpx import HTTPXMock, IteratorStream

from .conftest import Twin, done, items
from .test_familiar_calls import VOICE

RAW = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000}
SPEECH: dict[str, Any] = {"model_id": "sonic-3.5", "transcript": "Hi.", "voice": "v", "output_format": RAW}
SAMPLES = b"\x01\x02" * 500
EVENTS = (
    b'event: chunk\ndata: {"type": "chunk", "done": false, "status_code": 206, "step_time": 1.5, "data": "AAAAAA=="}\r\n\r\n'
    b'event: done\ndata: {"type": "done", "done": true, "status_code": 200, "context_id": "c"}\n\n'
)


async def chunks(found: Any) -> list[Any]:
    return [each async for each in found] if hasattr(found, "__aiter__") else list(found)


@pytest.fixture
async def opened() -> AsyncIterator[Callable[[Any], Any]]:
    """Enter context managers of either kind, and leave them at the end."""
    async with AsyncExitStack() as stack:

        async def enter(manager: Any) -> Any:
            if hasattr(manager, "__aenter__"):
                return await stack.enter_async_context(manager)
            return stack.enter_context(manager)

        yield enter


async def test_a_raw_response_has_headers_status_request_and_result(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=VOICE, headers={"X-Request-ID": "req_1", "X-More": "yes"})
    response = await done(twin.make().voices.with_raw_response.get("v", extra_query={"a": 1}))
    assert (response.status_code, response.request_id, response.headers["x-more"]) == (200, "req_1", "yes")
    assert (response.method, response.url.path, response.http_request.url.query) == ("GET", "/voices/v", b"a=1")
    assert response.is_closed
    assert "sk_car_secret" not in f"{response!r} {response.http_request.headers!r} {vars(response)!r}"
    voice = await done(response.parse())
    assert voice.name == "Katie"
    assert await done(response.parse()) is voice
    assert await done(response.json()) == VOICE
    assert await done(response.text()) == (await done(response.read())).decode() == response.http_response.text
    assert b"".join(await chunks(response.iter_bytes(7))) == response.http_response.content
    assert response.elapsed.total_seconds() >= 0


async def test_a_streaming_response_sends_on_entering_and_closes_on_leaving(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=VOICE)
    manager = twin.make().voices.with_streaming_response.get("v")
    assert httpx_mock.get_requests() == []
    async with AsyncExitStack() as stack:
        if twin.is_async:
            response = await stack.enter_async_context(manager)
        else:
            response = stack.enter_context(manager)
        assert not response.is_closed
        assert (await done(response.parse())).name == "Katie"
        assert response.is_closed
        assert await done(response.json()) == VOICE
    async with AsyncExitStack() as stack:
        httpx_mock.add_response(json=VOICE)
        manager = twin.make().voices.with_streaming_response.get("v")
        response = await stack.enter_async_context(manager) if twin.is_async else stack.enter_context(manager)
    assert response.is_closed


async def test_each_resource_and_the_client_have_both(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=VOICE, is_reusable=True)
    client = twin.make()
    for voices in (client.with_raw_response.voices, client.voices.with_raw_response):
        assert (await done((await done(voices.get("v"))).parse())).id == "v"
    assert {"get_status", "voices", "agents"} <= set(dir(client.with_streaming_response))
    assert {"results", "create"} <= set(dir(client.agents.metrics.with_raw_response))
    assert client.agents.with_raw_response is client.agents.with_raw_response
    with pytest.raises(AttributeError):
        client.voices.with_raw_response.fly()
    with pytest.raises(AttributeError):
        client.voices.with_raw_response.with_raw_response.get("v")


@pytest.mark.parametrize("date", contract.VERSIONS)
async def test_older_versions_have_both(date: str, twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(content=SAMPLES, headers={"content-type": "audio/pcm"})
    voice = {"mode": "id", "id": "v"} if date < "2025" else {"id": "v"}
    client = twin.make(version=date)
    response = await done(client.tts.with_raw_response.generate(**{**SPEECH, "voice": voice}))
    assert (await done(response.parse())).data == SAMPLES
    assert response.http_request.headers["cartesia-version"] == date


async def test_pages_go_on_behind_the_first(twin: Twin, httpx_mock: HTTPXMock) -> None:
    for voice, more in (("a", True), ("b", False)):
        page = {"data": [{**VOICE, "id": voice}], "has_more": more, "next_page": voice if more else None}
        httpx_mock.add_response(json=page, headers={"X-Request-ID": f"req_{voice}"})
    response = await done(twin.make().voices.with_raw_response.list(limit=1))
    assert response.request_id == "req_a"
    assert [voice.id for voice in await items(await done(response.parse()))] == ["a", "b"]


async def test_options_of_a_client_apply(twin: Twin, httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CARTESIA_API_KEY", "sk_car_other")
    httpx_mock.add_response(json=VOICE, is_reusable=True)
    client = twin.make()
    await done(client.with_raw_response.voices.get("v"))
    other = client.with_options(default_headers={"a": "b"})
    response = await done(other.with_raw_response.voices.get("v"))
    assert (response.http_request.headers["a"], response.retries_taken) == ("b", 0)
    assert pickle.loads(pickle.dumps(client)).base_url == client.base_url  # the key is that of the environment


async def test_retries_and_errors_are_those_of_the_method(twin: Twin, httpx_mock: HTTPXMock, opened: Any) -> None:
    client = twin.make()
    httpx_mock.add_response(status_code=503)
    httpx_mock.add_response(json=VOICE)
    response = await done(client.voices.with_raw_response.get("v"))
    assert (response.status_code, response.retries_taken) == (200, 1)
    assert len(httpx_mock.get_requests()) == 2
    httpx_mock.add_response(status_code=404, is_reusable=True, json={"title": "Not found", "message": "no"})
    with pytest.raises(NotFoundError):
        await done(client.voices.with_raw_response.get("v"))
    with pytest.raises(NotFoundError):
        await opened(client.voices.with_streaming_response.get("v"))
    with pytest.raises(InvalidRequestError):
        await done(client.voices.with_raw_response.get(""))


async def test_what_is_not_as_specified_is_an_error_of_parse(twin: Twin, httpx_mock: HTTPXMock, opened: Any) -> None:
    httpx_mock.add_response(json={"name": "only"})
    httpx_mock.add_response(content=b"no json", headers={"content-type": "application/json"})
    client = twin.make()
    response = await done(client.voices.with_raw_response.get("v"))
    with pytest.raises(APIResponseValidationError):
        await done(response.parse())
    response = await opened(client.voices.with_streaming_response.get("v"))
    with pytest.raises(APIResponseValidationError):
        await done(response.parse())


async def test_audio_comes_whole_or_in_chunks(twin: Twin, httpx_mock: HTTPXMock, opened: Any, tmp_path: Path) -> None:
    httpx_mock.add_response(
        stream=IteratorStream([SAMPLES[:333], SAMPLES[333:]]), headers={"content-type": "audio/pcm"}, is_reusable=True
    )
    client = twin.make()
    response = await done(client.tts.with_raw_response.generate(**SPEECH))
    audio = await done(response.parse())
    assert isinstance(audio, Audio)
    assert (audio.data, await done(response.read())) == (SAMPLES, SAMPLES)
    await done(response.write_to_file(tmp_path / "a.pcm"))
    response = await opened(client.tts.with_streaming_response.generate(**SPEECH))
    assert [len(chunk) for chunk in await chunks(response.iter_bytes())] == [332, 668]
    with pytest.raises(InvalidRequestError, match="read already"):
        await done(response.read())
    response = await opened(client.tts.with_streaming_response.generate(**SPEECH))
    assert [len(chunk) for chunk in await chunks(response.iter_bytes(300))] == [300, 300, 300, 100]
    response = await opened(client.tts.with_streaming_response.generate(**SPEECH))
    await done(response.stream_to_file(tmp_path / "b.pcm"))
    assert (tmp_path / "a.pcm").read_bytes() == (tmp_path / "b.pcm").read_bytes() == SAMPLES


@pytest.mark.parametrize("prefix", ["with_raw_response", "with_streaming_response"])
async def test_audio_that_is_cut_is_an_error_with_what_arrived(
    prefix: str, twin: Twin, httpx_mock: HTTPXMock, opened: Any
) -> None:
    httpx_mock.add_response(content=SAMPLES[:-1], headers={"content-type": "audio/pcm"})
    methods = getattr(twin.make().tts, prefix)

    async def read() -> None:
        if prefix == "with_raw_response":
            await done(methods.generate(**SPEECH))
        else:
            await done((await opened(methods.generate(**SPEECH))).parse())

    with pytest.raises(IncompleteAudioError) as caught:
        await read()
    assert caught.value.partial is not None
    assert caught.value.partial.data == SAMPLES[:-2]
    assert caught.value.may_be_billed


async def test_events_come_typed_or_as_lines(twin: Twin, httpx_mock: HTTPXMock, opened: Any) -> None:
    httpx_mock.add_response(
        stream=IteratorStream([EVENTS[:50], EVENTS[50:120], EVENTS[120:]]),
        headers={"content-type": "text/event-stream"},
        is_reusable=True,
    )
    client = twin.make()
    response = await done(client.tts.with_raw_response.generate_sse(**SPEECH))
    assert not response.is_closed
    assert [event.type for event in await chunks(await done(response.parse()))] == ["chunk", "done"]
    response = await opened(client.tts.with_streaming_response.generate_sse(**SPEECH))
    lines = await chunks(response.iter_lines())
    assert lines == EVENTS.decode().replace("\r", "").split("\n")[:-1]
    response = await opened(client.tts.with_streaming_response.generate_sse(**SPEECH))
    assert "".join(await chunks(response.iter_text())) == EVENTS.decode()


async def test_a_response_without_a_body_is_empty(twin: Twin, httpx_mock: HTTPXMock, opened: Any) -> None:
    httpx_mock.add_response(status_code=204, is_reusable=True)
    client = twin.make()
    response = await done(client.voices.with_raw_response.delete("v"))
    assert (response.status_code, await done(response.parse()), await done(response.read())) == (204, None, b"")
    response = await opened(client.voices.with_streaming_response.delete("v"))
    assert (await chunks(response.iter_bytes()), await done(response.parse())) == ([], None)
    assert response.is_closed


async def test_streams_and_sockets_have_no_raw_response(twin: Twin) -> None:
    methods = twin.make().tts.with_raw_response
    with pytest.raises(InvalidRequestError, match="without the prefix"):
        methods.generate_stream(**SPEECH)
    with pytest.raises(InvalidRequestError, match="without the prefix"):
        methods.websocket_connect()


async def test_text_in_another_charset_is_decoded(twin: Twin, httpx_mock: HTTPXMock, opened: Any) -> None:
    text = "id,näme\na,b"
    httpx_mock.add_response(content=text.encode("latin-1"), headers={"content-type": "text/csv; charset=latin-1"})
    response = await opened(twin.make().agents.metrics.results.with_streaming_response.export())
    assert await chunks(response.iter_lines()) == text.split("\n")


def test_importing_the_client_loads_none_of_it() -> None:
    program = (
        "import sys, cartesia_client; cartesia_client.Cartesia(api_key='k').voices;"
        "print([name for name in sys.modules if name.endswith('raw_types')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_responses_show_no_body() -> None:
    from cartesia_api.response import APIResponse

    response = httpx.Response(200, content=b"secret", request=httpx.Request("GET", "https://example.com"))
    assert repr(APIResponse[None](None, "nothing", ({}, None), response)) == "<APIResponse [200 OK]>"


async def test_a_raw_response_is_parsed_as_another_type(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=VOICE)
    response = await done(twin.make().voices.with_raw_response.get("v"))
    assert await done(response.parse(to=dict)) == VOICE
    assert (await done(response.parse(to=Voice))).name == "Katie"
    assert await done(response.parse(to=bytes)) == response.http_response.content
    assert (await done(response.parse())).visibility == "all"
    with pytest.raises(APIResponseValidationError):
        await done(response.parse(to=list))
    httpx_mock.add_response(content=SAMPLES, headers={"Content-Type": "audio/pcm"})
    audio = await done(twin.make().tts.with_raw_response.generate(**SPEECH))
    assert await done(audio.parse(to=bytes)) == SAMPLES
