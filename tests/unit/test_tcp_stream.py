"""The streams that take the place of anyio's below async requests: over TCP and TLS, and where their way in has moved."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import anyio
import cartesia_client as c
import httpcore
import httpx
import pytest
import trustme
from cartesia_io.http import internals
from cartesia_io.http.tcp_stream import TcpStream

from tests.serving import Serve, listening

HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
AUDIO = HEAD.replace(b"application/json", b"audio/wav")
FORMAT: Any = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 24000}
VOICE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(params=["http", "https"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["own", "anyio"])
def stream(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param == "anyio":
        monkeypatch.setattr(internals, "quick", lambda made: made)
        monkeypatch.setattr(internals, "unlock", lambda _: None)
    return str(request.param)


@asynccontextmanager
async def asking(kind: str, authority: trustme.CA, answer: Serve, **options: Any) -> AsyncIterator[c.AsyncCartesia]:
    """Yield a client of a server that answers each connection in this way."""

    serving: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task: Any = asyncio.current_task()
        serving.add(task)
        with suppress(asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
            await answer(reader, writer)
        writer.transport.abort()

    shown, trusted = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH), ssl.create_default_context()
    authority.issue_cert("127.0.0.1").configure_cert(shown)
    authority.configure_trust(trusted)
    tls: Any = {"ssl": shown} if kind == "https" else {}
    async with listening(serve, **tls) as port:
        url = f"{kind}://127.0.0.1:{port}"
        options = {"timeout": 5, "max_retries": 0, **options}
        async with c.AsyncCartesia(api_key="sk_car_streams", base_url=url, verify=trusted, **options) as client:
            yield client
    for task in serving:
        task.cancel()
    await asyncio.gather(*serving)
    await asyncio.sleep(0)  # their connections end


async def head_of(reader: asyncio.StreamReader) -> bytes:
    return await reader.readuntil(b"\r\n\r\n")


def stream_of(client: c.AsyncCartesia) -> Any:
    (connection,) = client.get_async_httpx_client()._transport._pool.connections  # type: ignore[attr-defined]
    return connection._connection._network_stream


async def test_requests_go_over_it_and_wait_for_no_lock(kind: str, authority: trustme.CA) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await head_of(reader):
            writer.write(HEAD % 2 + b"{}")

    async with asking(kind, authority, answer) as client:
        for _ in range(2):
            assert await client.get("/") == {}
        made = stream_of(client)
        assert TcpStream in map(type, internals.layers(made))
        host, port = made.get_extra_info("server_addr")
        assert (host, port) == ("127.0.0.1", httpx.URL(client.base_url).port)
        (connection,) = client.get_async_httpx_client()._transport._pool.connections  # type: ignore[attr-defined]
        assert connection._request_lock is connection._connection._state_lock is internals._NO_LOCK


async def test_a_large_body_arrives_whole_however_slowly_it_is_read(
    kind: str, authority: trustme.CA, stream: str
) -> None:
    whole = b"".join(number.to_bytes(4, "big") for number in range(500_000))

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await head_of(reader)
        writer.write(AUDIO % len(whole) + whole)
        await writer.drain()

    async with asking(kind, authority, answer) as client:
        arrived, most = bytearray(), 0
        async with client.tts.generate_stream(
            model_id="sonic-3.5", voice=VOICE, transcript="a", output_format=FORMAT
        ) as audio:
            async for chunk in audio:
                arrived += chunk
                await asyncio.sleep(0)
                most = max(most, *(getattr(each, "_size", 0) for each in internals.layers(stream_of(client))))
    assert arrived == whole
    assert most <= 2 * 65536


async def test_what_the_service_closes_while_it_is_idle_is_not_used_again(
    kind: str, authority: trustme.CA, stream: str
) -> None:
    connections = 0

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        await head_of(reader)
        writer.write(HEAD % 2 + b"{}")

    async with asking(kind, authority, answer) as client:
        for number in range(1, 4):
            assert await client.post("/any", body={}) == {}
            assert connections == number
            while not stream_of(client).get_extra_info("is_readable"):
                await asyncio.sleep(0)
            for _ in range(5):  # the end is taken from the socket
                await asyncio.sleep(0)


@pytest.mark.parametrize("sent", [0, 16 * 1024 * 1024], ids=["says nothing", "takes no more"])
async def test_a_service_that_stops_is_left_in_time(kind: str, authority: trustme.CA, stream: str, sent: int) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await head_of(reader)
        await asyncio.sleep(30)

    async with asking(kind, authority, answer, timeout=0.1) as client:
        with pytest.raises(c.APITimeoutError):
            await client.post("/any", content=bytes(sent))


async def test_what_a_service_says_that_takes_no_more_is_read(kind: str, authority: trustme.CA) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await head_of(reader)
        writer.write(HEAD.replace(b"200 OK", b"413 Too Large") % 2 + b"{}")
        await asyncio.sleep(30)

    async with asking(kind, authority, answer, timeout=httpx.Timeout(5, write=0.1)) as client:
        with pytest.raises(c.APIStatusError, match="413"):
            await client.post("/any", content=bytes(16 * 1024 * 1024))


@pytest.mark.parametrize("said", [b"", HEAD % 10, HEAD % 10 + b"{"], ids=["nothing", "a head", "half of a body"])
async def test_a_connection_that_is_reset_fails_by_a_typed_error(
    kind: str, authority: trustme.CA, stream: str, said: bytes
) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await head_of(reader)
        writer.write(said)
        await asyncio.sleep(0.01)
        writer.transport.abort()

    async with asking(kind, authority, answer) as client:
        with pytest.raises(c.APIConnectionError):
            await client.get("/")


async def test_closing_the_client_ends_a_read_and_a_write(kind: str, authority: trustme.CA, stream: str) -> None:
    begun = asyncio.Event()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await head_of(reader)
        begun.set()
        await asyncio.sleep(30)

    bodies: list[dict[str, Any]] = [{"body": {}}, {"content": bytes(16 * 1024 * 1024)}]
    for body in bodies:
        async with asking(kind, authority, answer) as client:
            begun.clear()
            asked = asyncio.create_task(client.post("/any", **body))
            await begun.wait()
            await client.close()
            with pytest.raises(c.APIConnectionError, match="closed"):
                await asyncio.wait_for(asked, 5)


async def test_a_service_that_speaks_first_is_heard_by_anyio(authority: trustme.CA) -> None:
    class Early(httpcore.AsyncNetworkStream):
        def __init__(self, stream: Any) -> None:
            self._stream = stream

    over = asyncio.Event()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.transport.abort()
        over.set()

    async with listening(answer) as port:
        opened: Any = await anyio.connect_tcp("127.0.0.1", port)
        opened._protocol.read_queue.append(b"early")
        opened._protocol.read_event.set()
        made = Early(opened)
        assert internals.quick(made) is made
        assert await opened.receive() == b"early"
        assert isinstance(internals.quick(made), TcpStream)
        assert internals.quick(made) is made  # it is one already
        await opened.aclose()
        assert type(internals.quick(Early(opened))) is Early  # it is closed
        await over.wait()
