"""Headers that a service or something in between sends, and that must not reach later calls or other hosts."""

from __future__ import annotations

import httpx
import pytest
from cartesia_client import APIStatusError

from tests.unit.conftest import Twin, done

STATUS = {"ok": True, "version": "1.0.0"}


@pytest.mark.parametrize("cookie", [b"session=1; Path=/", b"caf\xe9=1", b"a=\xff\xfe", b"=", b""])
async def test_cookies_are_not_kept(twin: Twin, cookie: bytes) -> None:
    seen: list[httpx.Request] = []

    def respond(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, headers=[(b"Set-Cookie", cookie)], json=STATUS)

    client = twin.make(transport=httpx.MockTransport(respond))
    for _ in range(2):
        assert (await done(client.get_status())).ok
    assert [request.headers.get("cookie") for request in seen] == [None, None]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_the_error_of_a_redirect_holds_no_request_to_the_other_host(twin: Twin, status: int) -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, headers={"Location": "https://evil.example/x"})

    client = twin.make(transport=httpx.MockTransport(respond))
    with pytest.raises(APIStatusError) as caught:
        await done(client.get_status())
    following = caught.value.response.next_request if caught.value.response is not None else None
    assert following is None or (following.url.host != "evil.example" and "x-api-key" not in following.headers)
    assert "evil.example" in str(caught.value)
