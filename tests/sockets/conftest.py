from __future__ import annotations

import http
import json
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
import trustme
from cartesia_sandbox import Sandbox
from websockets.exceptions import ConnectionClosed
from websockets.protocol import State
from websockets.sync.server import ServerConnection, serve

Script = Callable[["Peer"], None]


class Peer:
    """The other end of one socket, as a script sees it."""

    def __init__(self, connection: ServerConnection) -> None:
        self.connection = connection
        self.path = connection.request.path if connection.request else ""
        self.headers = connection.request.headers if connection.request else {}

    def take(self, timeout: float = 5) -> Any:
        return json.loads(self.connection.recv(timeout=timeout))

    def give(self, **event: Any) -> None:
        self.connection.send(json.dumps(event))

    def reset(self) -> None:
        """End the connection without a close frame.

        The thread that reads here leaves first: the kernel sends nothing as long as one is within `recv`.
        """
        raw = self.connection.socket
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        raw.shutdown(socket.SHUT_RD)
        self.connection.recv_events_thread.join(timeout=5)
        raw.close()


class Connection(ServerConnection):
    """A connection whose script runs also if the client has gone by the end of the handshake, unlike with the library.

    So a script hears all that was sent, and a test can wait for its end.
    """

    def __init__(self, script: Callable[[ServerConnection], None], *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._script = script

    def handshake(self, *how: Any, **named: Any) -> None:
        super().handshake(*how, **named)
        is_accepted = self.response is not None and self.response.status_code == http.HTTPStatus.SWITCHING_PROTOCOLS
        if is_accepted and self.protocol.state is not State.OPEN:
            self._script(self)


class Server:
    """A socket server that runs a script for each connection, in turn, and the last script for all further ones."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.scripts: list[Script] = []
        self.peers: list[Peer] = []
        self.rejections: list[tuple[int, dict[str, str], bytes]] = []
        self.requests = 0
        self._ended = threading.Semaphore(0)
        self._server = serve(
            self._handle,
            "127.0.0.1",
            0,
            process_request=self._handshake,
            create_connection=partial(Connection, self._handle),  # type: ignore[arg-type]  # no class, but called as one
            ssl=tls,
        )
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self._server.socket.getsockname()[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    def _handshake(self, connection: ServerConnection, request: Any) -> Any:
        self.requests += 1
        if not self.rejections:
            return None
        status, headers, body = self.rejections.pop(0)
        response = connection.respond(http.HTTPStatus(status), body.decode())
        for name, value in headers.items():
            if name in response.headers:
                del response.headers[name]
            response.headers[name] = value
        return response

    def _handle(self, connection: ServerConnection) -> None:
        peer = Peer(connection)
        self.peers.append(peer)
        script = self.scripts[min(len(self.peers), len(self.scripts)) - 1]
        try:
            script(peer)
            while True:
                connection.recv(timeout=10)  # stays until the client goes
        except (ConnectionClosed, TimeoutError, OSError):
            return
        finally:
            self._ended.release()

    def wait(self) -> None:
        """Wait until one more connection has ended here: a client may have gone before its frames are read."""
        assert self._ended.acquire(timeout=10)

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.close()


@pytest.fixture
def tls_server() -> Iterator[Server]:
    """A server whose certificate is not checked."""
    shown = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(shown)
    made = Server(shown)
    yield made
    made.close()


@pytest.fixture(scope="session")
def tls_sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Sandbox, str]]:
    """A sandbox over TLS, and the file of the authority that it is certified by."""
    folder = tmp_path_factory.mktemp("certificate")
    authority = trustme.CA()
    issued = authority.issue_cert("127.0.0.1")
    chain, key, ca = (folder / name for name in ("chain.pem", "key.pem", "ca.pem"))
    issued.cert_chain_pems[0].write_to_path(str(chain))
    issued.private_key_pem.write_to_path(str(key))
    authority.cert_pem.write_to_path(str(ca))
    with Sandbox(certificate=(chain, key)) as own:
        yield own, str(ca)
