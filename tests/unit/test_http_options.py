"""Each option of httpx does what it says, whether requests go past httpx's client and pool or through them."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import cartesia_client as c
import httpx
import pytest
import respx
import trustme
from cartesia_io.http import internals

from tests.unit.conftest import Twin, done

BODY = b'{"ok":true,"version":"1.0"}'
ANSWER = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 27\r\n\r\n" + BODY
URL = "https://api.cartesia.ai/"


@pytest.fixture(params=["past httpx", "through httpx"], autouse=True)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "through httpx":
        monkeypatch.setattr(internals, "pool_sizes", lambda _: None)
        monkeypatch.setattr(internals, "transport_for", lambda *_: None)
    return str(request.param)


async def status(twin: Twin, **options: Any) -> Any:
    """Ask for the status with a client of these options."""
    client = twin.make(**{"max_retries": 0, **options})
    try:
        return await (client.get_status() if twin.is_async else asyncio.to_thread(client.get_status))
    finally:
        await done(client.close())


class Network:
    """A service over TLS that knows its callers by their certificates, and a proxy before it."""

    def __init__(self, folder: Path) -> None:
        authority = trustme.CA()
        self.ca, self.cert = str(folder / "ca.pem"), str(folder / "client.pem")
        authority.cert_pem.write_to_path(self.ca)
        authority.issue_cert("caller@example.com").private_key_and_cert_chain_pem.write_to_path(self.cert)
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("127.0.0.1").configure_cert(self.tls)
        authority.configure_trust(self.tls)
        self.tls.verify_mode = ssl.CERT_REQUIRED
        self.through: list[str] = []
        self.url = self.plain = self.proxy = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer requests."""
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                writer.write(ANSWER)
        except (asyncio.IncompleteReadError, OSError):
            writer.close()

    async def pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Open a tunnel for CONNECT; answer other requests as the service would."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        self.through.append(head.partition(" HTTP")[0])
        if not head.startswith("CONNECT "):
            writer.write(ANSWER)
            await writer.drain()
            writer.close()
            return
        host, _, port = head.split(" ")[1].partition(":")
        there = await asyncio.open_connection(host, int(port))
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        await asyncio.gather(copy(reader, there[1]), copy(there[0], writer))


async def copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(65536):
            writer.write(data)
    except OSError:
        pass
    writer.close()
    await writer.wait_closed()


@pytest.fixture
async def network(tmp_path: Path) -> AsyncIterator[Network]:
    made = Network(tmp_path)
    servers = [
        await asyncio.start_server(made.serve, "127.0.0.1", 0, ssl=made.tls),
        await asyncio.start_server(made.serve, "127.0.0.1", 0),
        await asyncio.start_server(made.pass_on, "127.0.0.1", 0),
    ]
    ports = [each.sockets[0].getsockname()[1] for each in servers]
    made.url, made.plain = f"https://127.0.0.1:{ports[0]}", f"http://127.0.0.1:{ports[1]}"
    made.proxy = f"http://127.0.0.1:{ports[2]}"
    yield made
    for each in servers:
        each.close()


async def test_verify_and_cert_are_shown_and_checked(twin: Twin, network: Network) -> None:
    assert (await status(twin, base_url=network.url, verify=network.ca, cert=network.cert)).ok
    trusting = ssl.create_default_context(cafile=network.ca)
    trusting.load_cert_chain(network.cert)
    assert (await status(twin, base_url=network.url, verify=trusting)).ok
    for refused in ({"cert": network.cert}, {"verify": network.ca}):
        with pytest.raises(c.APIConnectionError):
            await status(twin, base_url=network.url, **refused)


async def test_proxies_are_gone_through(twin: Twin, network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    trust = {"verify": network.ca, "cert": network.cert}
    tunnel = f"CONNECT {network.url.removeprefix('https://')}"
    assert (await status(twin, base_url=network.url, proxy=network.proxy, **trust)).ok
    assert (await status(twin, base_url=network.plain, proxy=network.proxy)).ok
    assert network.through == [tunnel, f"GET {network.plain}/"]
    monkeypatch.setenv("HTTPS_PROXY", network.proxy)
    assert (await status(twin, base_url=network.url, **trust)).ok
    assert (await status(twin, base_url=network.url, trust_env=False, **trust)).ok
    assert network.through[2:] == [tunnel]


async def test_transports_and_mounts_answer(twin: Twin) -> None:
    seen: list[str] = []

    def transport(name: str) -> httpx.MockTransport:
        def answer(request: httpx.Request) -> httpx.Response:
            seen.append(f"{name} {request.url}")
            assert request.headers["x-api-key"] == "sk_car_secret"
            return httpx.Response(200, json={"ok": True, "version": "1"})

        return httpx.MockTransport(answer)

    assert (await status(twin, transport=transport("transport"))).ok
    mounts = {"https://api.cartesia.ai": transport("mount"), "all://": transport("other")}
    assert (await status(twin, mounts=mounts, transport=transport("transport"))).ok
    assert seen == [f"transport {URL}", f"mount {URL}"]


async def test_event_hooks_see_request_and_response(twin: Twin) -> None:
    seen: list[str] = []

    async def ahook(each: object) -> None:
        seen.append(type(each).__name__)

    hook = ahook if twin.is_async else lambda each: seen.append(type(each).__name__)
    answering = httpx.MockTransport(lambda _: httpx.Response(200, json={"ok": True, "version": "1"}))
    assert (await status(twin, transport=answering, event_hooks={"request": [hook], "response": [hook]})).ok
    assert seen == ["Request", "Response"]


async def test_respx_answers(twin: Twin) -> None:
    with respx.mock:
        route = respx.get(URL).respond(200, json={"ok": True, "version": "1"})
        assert (await status(twin)).ok
        assert route.call_count == 1


async def test_limits_hold(twin: Twin, network: Network) -> None:
    client = twin.make(base_url=network.plain, limits=httpx.Limits(max_connections=1, max_keepalive_connections=0))
    http = client.get_async_httpx_client() if twin.is_async else client.get_httpx_client()
    for _ in range(2):
        await (client.get_status() if twin.is_async else asyncio.to_thread(client.get_status))
        assert http._transport._pool.connections == []  # an idle connection is not kept
    await done(client.close())
