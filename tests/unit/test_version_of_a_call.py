"""A Cartesia-Version in `extra_headers` of one call is sent, and what another version sends is read as far as it goes."""

from __future__ import annotations

import pytest
from cartesia_client import APIResponseValidationError
from cartesia_client.types import Voice
from pytest_httpx import HTTPXMock

from .conftest import Twin, done, items

OLDER = {"cartesia-version": "2025-04-16"}
AS_LISTED = {"id": "v", "name": "Katie", "is_public": True, "language": "en"}  # no tagline, no access


async def test_what_a_response_of_the_version_of_a_call_lacks_reads_as_none(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=AS_LISTED, is_reusable=True)
    client = twin.make()
    voice = await done(client.voices.get("v", extra_headers=OLDER))
    assert httpx_mock.get_requests()[0].headers.get_list("Cartesia-Version") == ["2025-04-16"]
    assert isinstance(voice, Voice)
    assert [voice.id, voice.name, voice.tagline] == ["v", "Katie", None]
    assert voice.model_extra == {"is_public": True}
    raw = await done(client.voices.with_raw_response.get("v", extra_headers=OLDER))
    assert await done(raw.parse()) == voice
    with pytest.raises(APIResponseValidationError, match=r"field '\w+' is missing$"):
        await done(client.voices.get("v"))
    with pytest.raises(APIResponseValidationError):  # its own version
        await done(client.voices.get("v", extra_headers={"Cartesia-Version": client.version}))


async def test_pages_of_the_version_of_a_call_are_gone_through(twin: Twin, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"data": [AS_LISTED], "has_more": True})
    httpx_mock.add_response(json={"data": [{**AS_LISTED, "id": "w"}], "has_more": False})
    voices = await items(await done(twin.make().voices.list(limit=1, extra_headers=OLDER)))
    assert [(voice.id, voice.tagline) for voice in voices] == [("v", None), ("w", None)]
    assert {request.headers["Cartesia-Version"] for request in httpx_mock.get_requests()} == {"2025-04-16"}


@pytest.mark.parametrize("body", [[AS_LISTED], {"voices": [AS_LISTED]}, "voices", 3])
async def test_a_response_of_another_form_is_an_error_that_names_the_version(
    twin: Twin, httpx_mock: HTTPXMock, body: object
) -> None:
    httpx_mock.add_response(json=body)
    with pytest.raises(APIResponseValidationError, match="a client with version='2025-04-16' has the types"):
        await done(twin.make().voices.list(extra_headers=OLDER))
