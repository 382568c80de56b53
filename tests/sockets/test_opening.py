"""Sockets that are being opened or closed while the peer does nothing: every call ends, and leaves nothing behind."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hashlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from typing import Any

import cartesia_client as c
import pytest
import trustme
from websockets.sync.client import ClientConnection

from tests.sockets.conftest import Peer, Server
from tests.sockets.test_lines import stop
from tests.sockets.test_stt import QUERY
from tests.unit.conftest import Twin, twin
from tests.waiting import AT_ONCE, at_once, until

__all__ = ["stop", "twin"]


class Mute:
    """A server that accepts connections, over TLS or not, and then says no more than it is told to."""

    def __init__(self, tls: ssl.SSLContext | None = None, answer: Callable[[Any, bytes], None] | None = None) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._tls, self._answer = tls, answer
        self.port = self._listener.getsockname()[1]
        self.open: list[Any] = [self._listener]
        self.met = threading.Event()
        """Set when the server has received something."""
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                accepted, _ = self._listener.accept()
                self.open.append(accepted)
                threading.Thread(target=self._serve, args=(accepted,), daemon=True).start()

    def _serve(self, accepted: Any) -> None:
        with contextlib.suppress(OSError):
            if self._tls is not None:
                accepted = self._tls.wrap_socket(accepted, server_side=True)
                self.open.append(accepted)
            head = accepted.recv(4096)
            self.met.set()
            if self._answer:
                self._answer(accepted, head)

    def close(self) -> None:
        for each in self.open:
            with contextlib.suppress(OSError):
                each.close()


def accept(connection: Any, head: bytes) -> None:
    """Complete the handshake, and send the beginning of a record of TLS, whose rest never comes."""
    key = next(line for line in head.split(b"\r\n") if line.lower().startswith(b"sec-websocket-key")).split(b": ")[1]
    proof = base64.b64encode(hashlib.sha1(key + b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest())
    connection.sendall(
        b"HTTP/1.1 101 X\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + proof + b"\r\n\r\n"
    )
    if isinstance(connection, ssl.SSLSocket):
        socket.socket.send(connection, b"\x17\x03\x03\x01")


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def secured(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("localhost").configure_cert(context)
    return context


@pytest.fixture
def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


@pytest.fixture
def servers() -> Iterator[list[Any]]:
    made: list[Any] = []
    yield made
    for each in made:
        each.close()


def enter(client: Any, kind: str) -> tuple[Any, Any]:
    """Return a socket, and what opens it."""
    made = client.tts.websocket_connect() if kind == "speech" else client.stt.manual_finalize.websocket(**QUERY)
    return made, made.__aenter__() if hasattr(made, "__aenter__") else asyncio.to_thread(made.__enter__)


KINDS = pytest.mark.parametrize("kind", ["speech", "transcription"])


@pytest.mark.parametrize("name", ["Connection", "upgrade", "Content-Length", "Transfer-Encoding", "Sec-WebSocket-Key"])
async def test_headers_of_the_handshake_cannot_be_passed_and_defaults_leave_it_as_it_is(
    twin: Twin, server: Server, name: str
) -> None:
    server.scripts = [lambda peer: peer.connection.close()]
    with pytest.raises(c.InvalidRequestError, match=f"extra_headers: the header {name} cannot be passed"):
        twin.make(base_url=server.url).tts.websocket_connect(extra_headers={name: "5"})
    _, opening = enter(twin.make(base_url=server.url, default_headers={name: "5", "X-A": "1"}), "speech")
    await opening
    await asyncio.to_thread(server.wait)
    assert server.peers[0].headers["X-A"] == "1"


@pytest.mark.parametrize(("who", "kind"), [("client", "speech"), ("socket", "speech"), ("socket", "transcription")])
@pytest.mark.parametrize("where", ["connecting", "tls", "handshake", "handshake over tls", "waiting"])
async def test_closing_ends_the_opening_of_a_socket(
    twin: Twin,
    secured: ssl.SSLContext,
    trusting: ssl.SSLContext,
    servers: list[Any],
    stop: threading.Event,
    where: str,
    who: str,
    kind: str,
) -> None:
    settings: dict[str, Any] = {"base_url": "http://127.0.0.1:{}"}
    if "tls" in where:
        settings = {"base_url": "https://localhost:{}", "verify": trusting}
    if where == "connecting":  # the queue of a listener that never accepts is full
        listener = socket.create_server(("127.0.0.1", 0), backlog=0)
        port = listener.getsockname()[1]
        servers += [listener, *(socket.socket() for _ in range(4))]
        for each in servers[1:]:
            each.setblocking(False)
            each.connect_ex(("127.0.0.1", port))
    elif where == "waiting":
        settings["max_retries"] = 5
        port = 9
    else:
        server = Mute(secured if where == "handshake over tls" else None)
        servers.append(server)
        port = server.port
    client = twin.make(**{**settings, "base_url": settings["base_url"].format(port)})
    if where == "waiting":
        client._policy.sleep, client._policy.asleep = lambda _: stop.wait(30), lambda _: asyncio.sleep(30)
    made, opening = enter(client, kind)
    opening = asyncio.ensure_future(opening)
    await asyncio.sleep(0.1)
    assert not opening.done()
    closing = client.close if who == "client" else made.close
    with at_once():
        await (closing() if twin.is_async else asyncio.to_thread(closing))
        with pytest.raises((c.InvalidRequestError, c.APIConnectionError), match="closed"):
            await asyncio.wait_for(opening, AT_ONCE)


@KINDS
async def test_a_handshake_over_tls_that_is_not_answered_ends_in_time(
    twin: Twin, secured: ssl.SSLContext, trusting: ssl.SSLContext, servers: list[Any], kind: str
) -> None:
    """The tickets of TLS 1.3 arrive, and nothing else: a thread that reads then waits for data in the system."""
    server = Mute(secured)
    servers.append(server)
    client = twin.make(base_url=f"https://localhost:{server.port}", verify=trusting, max_retries=0)
    made = (
        client.tts.websocket_connect(timeout=0.5)
        if kind == "speech"
        else client.stt.manual_finalize.websocket(**QUERY, timeout=0.5)
    )
    opening = made.__aenter__() if twin.is_async else asyncio.to_thread(made.__enter__)
    with pytest.raises(c.APITimeoutError, match="no connection in time"):
        await asyncio.wait_for(opening, AT_ONCE)
    await no_threads("recv_events")


async def test_nothing_is_read_while_the_request_is_being_sent(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two threads in one connection of TLS hang, now and then, in Python below 3.13: one sends, and one reads the tickets."""
    reading, early = threading.Event(), list[bool]()
    read, send = ClientConnection.recv_events, ClientConnection.send_data

    def recv_events(connection: ClientConnection) -> None:
        reading.set()
        read(connection)

    def send_data(connection: ClientConnection) -> None:
        early.append(reading.wait(0 if early else 0.2))
        send(connection)

    monkeypatch.setattr(ClientConnection, "recv_events", recv_events)
    monkeypatch.setattr(ClientConnection, "send_data", send_data)
    server.scripts = [lambda peer: None]
    with c.Cartesia(api_key="k", base_url=server.url) as client, client.tts.websocket_connect():
        assert early[0] is False
        assert reading.is_set()


OURS = ("cartesia-keepalive", "cartesia-ping", "cartesia-wait")


async def no_threads(*names: str) -> None:
    """Wait until no thread of the library is left."""

    def left() -> list[str]:
        return [each.name for each in threading.enumerate() if any(name in each.name for name in (*names, *OURS))]

    await until(lambda: not left())


@KINDS
async def test_closing_ends_while_half_a_record_of_tls_has_arrived(
    twin: Twin, secured: ssl.SSLContext, trusting: ssl.SSLContext, servers: list[Any], kind: str
) -> None:
    server = Mute(secured, accept)
    servers.append(server)
    client = twin.make(base_url=f"https://localhost:{server.port}", verify=trusting)
    made, opening = enter(client, kind)
    await opening
    await asyncio.sleep(0.1)
    await asyncio.wait_for(made.close() if twin.is_async else asyncio.to_thread(made.close), AT_ONCE)
    await no_threads("recv_events")


async def test_a_connection_that_is_aborted_leaves_no_thread_while_frames_are_unread(server: Server) -> None:
    def script(peer: Peer) -> None:
        for _ in range(100):
            peer.give(type="transcript", text="x", is_final=False, request_id="r")

    server.scripts = [script]
    client = c.Cartesia(api_key="k", base_url=server.url)
    session = client.stt.manual_finalize.websocket(**QUERY).__enter__()
    assert session._socket is not None
    while not session._socket._connection.recv_messages.paused:
        await asyncio.sleep(0.01)
    session._socket.abort()
    session._socket._connection.recv_events_thread.join(AT_ONCE)
    assert not session._socket._connection.recv_events_thread.is_alive()
    client.close()
    await no_threads()


async def test_one_cancel_ends_the_opening_of_a_socket(servers: list[Any]) -> None:
    server = Mute()
    servers.append(server)
    async with c.AsyncCartesia(api_key="k", base_url=f"http://127.0.0.1:{server.port}") as client:
        task = asyncio.ensure_future(client.tts.websocket_connect().__aenter__())
        await asyncio.sleep(0.2)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asyncio.wait_for(task, AT_ONCE)
