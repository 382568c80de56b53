"""A client on the network of an httpx client that the program passes: requests and sockets go the same way."""

from __future__ import annotations

import ssl
from typing import Any

import cartesia_client as c
import httpx
import pytest
from cartesia_sandbox import Sandbox

FORMAT = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 8000}
VOICE = {"mode": "id", "id": "e07c00bc-4134-4eae-9ea4-1a55fb45746b"}
SPEECH: dict[str, Any] = {"model_id": "sonic-2", "voice": VOICE, "output_format": FORMAT}


@pytest.mark.parametrize("own_transport", [False, True], ids=["verify", "transport"])
def test_requests_and_sockets_trust_what_the_httpx_client_trusts(
    tls_sandbox: tuple[Sandbox, str], own_transport: bool
) -> None:
    own, ca = tls_sandbox
    trusted = ssl.create_default_context(cafile=ca)
    options: Any = {"transport": httpx.HTTPTransport(verify=trusted)} if own_transport else {"verify": trusted}
    given = httpx.Client(**options)
    with c.Cartesia(api_key="k", base_url=own.url, http_client=given, max_retries=0) as client:
        assert client.get_status().ok
        for used in (client, client.copy(api_key="k2")):
            with used.tts.websocket_connect() as socket:
                assert b"".join(socket.context(**SPEECH).speak("Good morning."))
        assert len(given._transport._pool.connections) == 1  # type: ignore[attr-defined]  # of the transport of httpx
    with pytest.raises(c.APIConnectionError), c.Cartesia(api_key="k", base_url=own.url, max_retries=0) as client:
        client.get_status()


@pytest.mark.parametrize("own_transport", [False, True], ids=["verify", "transport"])
async def test_requests_and_sockets_trust_what_the_httpx_async_client_trusts(
    tls_sandbox: tuple[Sandbox, str], own_transport: bool
) -> None:
    own, ca = tls_sandbox
    trusted = ssl.create_default_context(cafile=ca)
    options: Any = {"transport": httpx.AsyncHTTPTransport(verify=trusted)} if own_transport else {"verify": trusted}
    given = httpx.AsyncClient(**options)
    async with c.AsyncCartesia(api_key="k", base_url=own.url, http_client=given, max_retries=0) as client:
        assert (await client.get_status()).ok
        for used in (client, client.copy(api_key="k2")):
            async with used.tts.websocket_connect() as socket:
                assert b"".join([chunk async for chunk in socket.context(**SPEECH).speak("Good morning.")])
        assert len(given._transport._pool.connections) == 1  # type: ignore[attr-defined]  # of the transport of httpx
