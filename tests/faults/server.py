"""A server on loopback that misbehaves byte by byte: it reads a request, and a script does the rest."""

from __future__ import annotations

import contextlib
import functools
import json
import socket
import ssl
import struct
import threading
from collections import deque
from collections.abc import Callable
from typing import Any, Self

import trustme
from websockets.frames import Close, Opcode
from websockets.http11 import Request
from websockets.server import ServerProtocol

LIMIT = 10.0
"""Seconds after which a connection ends by itself, so that a client that would wait forever gets an error instead."""


class Line:
    """One connection, as a script sees it.

    Attributes:
        raw: The socket.
        head: Request line and headers.
        number: Number of the request on this server, from 1.
        count: Counts another request, such as a context on a socket.
    """

    def __init__(self, raw: socket.socket, over: threading.Event, count: Callable[[], int]) -> None:
        self.raw = raw
        self.count = count
        self.head = b""
        self.number = 0
        self._over = over
        self._protocol = ServerProtocol(max_size=None)
        self._frames: deque[Any] = deque()

    def read_request(self) -> None:
        """Read one request, head and body."""
        file = self.raw.makefile("rb")
        while not self.head.endswith(b"\r\n\r\n"):
            line = file.readline()
            if not line:
                raise EOFError
            self.head += line
        fields = self.head.lower()
        if b"transfer-encoding: chunked" in fields:
            while size := int(file.readline(), 16):
                file.read(size + 2)
            file.readline()
        elif b"content-length: " in fields:
            file.read(int(fields.partition(b"content-length: ")[2].partition(b"\r\n")[0]))

    def send(self, data: bytes) -> None:
        """Send bytes as they are."""
        self.raw.sendall(data)

    def respond(self, status: int, body: bytes = b"", **headers: str) -> None:
        """Send a whole response."""
        fields = {"content_type": "application/json", "content_length": str(len(body)), **headers}
        self.send(head(status, **fields) + body)

    def reset(self) -> None:
        """End the connection with RST."""
        self.raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.raw.close()

    def hold(self) -> None:
        """Send nothing more, and leave the connection open until the call is over."""
        self._over.wait(LIMIT)

    # A socket.

    def upgrade(self) -> None:
        """Accept the handshake of a socket."""
        self._protocol.receive_data(self.head)
        (request,) = self._protocol.events_received()
        assert isinstance(request, Request)
        self._protocol.send_response(self._protocol.accept(request))
        self._flush()

    def _flush(self) -> None:
        for data in self._protocol.data_to_send():
            self.raw.sendall(data)

    def take(self) -> str | bytes:
        """Return the next frame of the client. Pings are answered."""
        while True:
            while self._frames:
                event = self._frames.popleft()
                if not isinstance(event, Request) and event.opcode in (Opcode.TEXT, Opcode.BINARY):
                    return event.data.decode() if event.opcode is Opcode.TEXT else bytes(event.data)
            data = self.raw.recv(65536)
            if not data:
                raise EOFError
            self._protocol.receive_data(data)
            self._frames += self._protocol.events_received()
            self._flush()
            if self._protocol.close_expected():
                raise EOFError

    def stay(self) -> None:
        """Take frames until the client closes the socket."""
        while True:
            self.take()

    def give(self, **event: Any) -> None:
        """Send an event."""
        self.text(json.dumps(event))

    def text(self, text: str) -> None:
        """Send a text frame."""
        self._protocol.send_text(text.encode())
        self._flush()

    def close(self, code: int | None, reason: str = "") -> None:
        """Send a close frame and the end of the stream, and stay until the client has closed."""
        self.send(frame(b"" if code is None else Close(code, reason).serialize(), 8))
        self.raw.shutdown(socket.SHUT_WR)
        with contextlib.suppress(OSError):
            while self.raw.recv(65536):
                pass


def head(status: int, **headers: str) -> bytes:
    """Return the head of a response; the connection ends after it."""
    lines = [
        f"HTTP/1.1 {status} Some",
        "Connection: close",
        *(f"{k.replace('_', '-')}: {v}" for k, v in headers.items()),
    ]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"


def frame(data: bytes, opcode: int = 1, first: int = 0x80) -> bytes:
    """Return a frame as a server sends it. `first`: the bits before the opcode."""
    size = bytes([len(data)]) if len(data) < 126 else b"\x7e" + struct.pack(">H", len(data))
    return bytes([first | opcode]) + size + data


Script = Callable[[Line], None]


@functools.cache
def certificate() -> ssl.SSLContext:
    """Return what a server for TLS on this machine needs. Nobody trusts its authority."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    return context


class Server:
    """Runs a script for each connection, in a thread of its own. A context manager.

    Args:
        script: What to do once a request has been read.
        tls: "spoken" for TLS; "announced" if the address only says so, and the script begins before any handshake.

    Attributes:
        requests: How many requests have come, as connections, each of which is for one.
    """

    def __init__(self, script: Script, tls: str = "") -> None:
        self._script = script
        self._tls = tls
        self._over = threading.Event()
        self._threads: list[threading.Thread] = []
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._accepting = threading.Thread(target=self._accept)
        self.requests = 0
        self.url = f"http{'s' if tls else ''}://127.0.0.1:{self._listener.getsockname()[1]}"

    def _accept(self) -> None:
        while True:
            try:
                raw, _ = self._listener.accept()
            except OSError:
                return
            if self._over.is_set():
                raw.close()
                return
            thread = threading.Thread(target=self._serve, args=(raw,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, raw: socket.socket) -> None:
        raw.settimeout(LIMIT)
        with contextlib.ExitStack() as stack, contextlib.suppress(OSError, EOFError, ValueError):
            stack.enter_context(raw)
            number = self._count()  # here: on a busy machine, a client may give up before its request has been read
            if self._tls == "spoken":
                raw = stack.enter_context(certificate().wrap_socket(raw, server_side=True))
            line = Line(raw, self._over, self._count)
            if self._tls != "announced":
                line.read_request()
            line.number = number
            self._script(line)

    def _count(self) -> int:
        with self._lock:
            self.requests += 1
            return self.requests

    def __enter__(self) -> Self:
        self._accepting.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        with contextlib.suppress(OSError):
            socket.create_connection(self._listener.getsockname()).close()  # wakes the thread that accepts
        self._accepting.join()
        self._listener.close()
        for thread in self._threads:
            thread.join()
