"""The stock generated functions, called with one of our clients, get the same policy."""

from __future__ import annotations

import json

import cartesia_client as c
import httpx
import pytest
from cartesia_api.api.root import get_status
from cartesia_api.api.tts import tts_generate
from cartesia_api.api.voices import voices_get, voices_list
from cartesia_api.models import RawOutputFormat, TTSRequest
from pytest_httpx import HTTPXMock

from tests.unit.conftest import Twin
from tests.unit.test_policy import STATUS, VOICE

BODY = TTSRequest(
    model_id="sonic-3.5",
    transcript="Hi.",
    voice="v",
    output_format=RawOutputFormat(encoding="pcm_s16le", sample_rate=8000),
)


async def test_headers_key_and_types(httpx_mock: HTTPXMock) -> None:
    headers = {"X-API-Key": "k", "Cartesia-Version": "2026-08-14", "Accept": "application/json"}
    httpx_mock.add_response(match_headers=headers, json=STATUS, is_reusable=True)
    with c.Cartesia(api_key="k") as client:
        parsed = get_status.sync(client=client)
        assert parsed is not None
        assert parsed.ok
    async with c.AsyncCartesia(api_key="k") as aclient:
        assert (await get_status.asyncio_detailed(client=aclient)).status_code == 200


async def test_retries(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=503)
    httpx_mock.add_exception(httpx.ReadError("reset"))
    httpx_mock.add_response(json=STATUS)
    client = twin.make()
    if twin.kind is c.Cartesia:
        assert get_status.sync(client=client)
    else:
        assert await get_status.asyncio(client=client)
    assert twin.slept == [0.5, 1.0]


async def detailed(twin: Twin, operation: object, **arguments: object) -> object:
    client = twin.make(max_retries=0)
    if twin.kind is c.Cartesia:
        return operation.sync_detailed(client=client, **arguments)  # type: ignore[attr-defined]  # a generated module
    return await operation.asyncio_detailed(client=client, **arguments)  # type: ignore[attr-defined]  # the same


@pytest.mark.parametrize("status", [302, 404, 429, 500, 529])
async def test_error_statuses_are_raised(twin: Twin, httpx_mock: HTTPXMock, status: int) -> None:
    httpx_mock.add_response(status_code=status, text="<html>", headers={"location": "https://example.com"})
    with pytest.raises(c.APIStatusError):
        await detailed(twin, voices_get, id="v")


async def test_paths_are_checked(twin: Twin) -> None:
    for bad in ("", ".", ".."):
        with pytest.raises(c.InvalidRequestError):
            await detailed(twin, voices_get, id=bad)


async def test_responses_are_checked(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(text="<html>", headers={"content-type": "text/html"})
    with pytest.raises(c.APIResponseValidationError):
        await detailed(twin, voices_list)
    httpx_mock.add_response(content=b'{"data": [')
    with pytest.raises(c.APIResponseValidationError):
        await detailed(twin, voices_list)
    httpx_mock.add_response(json={"ok": False})
    with pytest.raises(c.APIResponseValidationError):
        await detailed(twin, tts_generate, body=BODY)
    httpx_mock.add_response(content=b"")
    with pytest.raises(c.IncompleteAudioError):
        await detailed(twin, tts_generate, body=BODY)


async def test_speech_is_bought_once(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_exception(httpx.ReadTimeout("slow"))
    with pytest.raises(c.APITimeoutError, match="billed"):
        await detailed(twin, tts_generate, body=BODY)


async def test_request_and_response(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=VOICE)
    response = await detailed(twin, voices_get, id="v", expand=["preview_file_url"])
    assert response.parsed.name == "Katie"  # type: ignore[attr-defined]  # a generated Response
    httpx_mock.add_response(content=b"\0\0")
    await detailed(twin, tts_generate, body=BODY)
    assert json.loads(httpx_mock.get_requests()[-1].content) == BODY.to_dict()


async def test_the_boundary_of_a_form_cannot_be_guessed(twin: Twin) -> None:
    """The generator writes a fixed boundary, with which a file could smuggle in fields of its own."""
    client = twin.make()
    http = client.get_httpx_client() if twin.kind is c.Cartesia else client.get_async_httpx_client()
    boundaries = set()
    for _ in range(2):
        fixed = {"Content-Type": "multipart/form-data; boundary=+++"}
        request = http.build_request("POST", "/stt", files={"file": b"--+++\r\n"}, headers=fixed)
        boundaries.add(request.headers["content-type"])
    assert len(boundaries) == 2
    assert not any("+++" in boundary for boundary in boundaries)
