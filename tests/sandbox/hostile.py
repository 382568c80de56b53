"""What hostile clients send to a sandbox, and how tests see that nothing of it did harm."""

from __future__ import annotations

import contextlib
import json
import logging
import socket
import struct
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx
from cartesia_sandbox import Sandbox
from websockets.sync.client import ClientConnection, connect

from tests.sandbox.common import KEYED, speech

MIB = 1024 * 1024
DEEP = 100_000
REFUSED = {
    "NaN": '"x": NaN',
    "Infinity": '"x": [-Infinity]',
    "a number beyond every float": '"x": 1e999',
    "an integer of 400 digits": f'"x": {"9" * 400}',
    "an integer of 5,000 digits": f'"x": {"9" * 5000}',
    "half of a surrogate pair": r'"x": "\ud83d"',
    "half of a surrogate pair in a name": r'"\uDE00": 1',
    "3,000 lists": f'"x": {"[" * 3000}{"]" * 3000}',
    "100,000 lists": f'"x": {"[" * DEEP}{"]" * DEEP}',
    "100,000 objects": '"x": ' + '{"a":' * DEEP + "1" + "}" * DEEP,
    "100,000 lists without an end": f'"x": {"[" * DEEP}',
    "a raw control character": '"x": "\x01"',
}
"""Fields that no service can take as JSON."""
TOLERATED = {
    "prototype names": '"__proto__": {"x": 1}, "constructor": null, "toString": [], "__class__": "x"',
    "an empty name": '"": {"": ""}',
    "a name twice": '"x": 1, "x": {"x": 2, "x": 3}',
    "escaped control characters": r'"x": "\u0000\u001b[31m\r\n\u2028\u007f"',
    "a whole surrogate pair": r'"x": "\ud83d\ude00"',
    "something longer than the journal keeps": f'"x": "{"é" * 200_000}"',
    "what looks like the start of many tokens": f'"x": "{"eyJ" * 80_000}"',
}
"""Odd fields, and JSON all the same."""
BODIES = {
    "invalid UTF-8": b'{"x": "\xff\xfe"}',
    "UTF-16": '{"x": 1}'.encode("utf-16"),
    "broken gzip": b"\x1f\x8b\x08\x00" + bytes(range(256)),
    "nothing": b"",
    "a NUL": b"\x00",
    "deep": b"[" * DEEP,
}

UPGRADE = ("Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13", f"Sec-WebSocket-Key: {'A' * 22}==")
"""Headers that make a request a handshake."""


class Trouble(logging.Handler):
    """Collects errors and tracebacks of all loggers: whatever a client does is no fault of the sandbox."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info or record.levelno >= logging.ERROR or "socket.send()" in record.getMessage():
            self.found.append(record.getMessage())


@contextlib.contextmanager
def watched() -> Iterator[Trouble]:
    """Collect the trouble of a block."""
    trouble = Trouble()
    logging.getLogger().addHandler(trouble)
    try:
        yield trouble
    finally:
        logging.getLogger().removeHandler(trouble)
    assert trouble.found == []


def check_shown(sandbox: Sandbox, http: httpx.Client) -> list[dict[str, Any]]:
    """Return the requests as the journal shows them; everything that shows the sandbox must respond."""
    journal = http.get("/__sandbox__/journal", params={"frames": "true"})
    assert (journal.status_code, http.get("/__sandbox__/faults").status_code) == (200, 200)
    assert http.get("/__sandbox__").status_code == 200
    requests: list[dict[str, Any]] = journal.json()["requests"]
    for request in requests:
        assert http.get(f"/__sandbox__/journal/{request['id']}").status_code == 200
    assert [each.body for each in sandbox.journal.requests()] == [each["body"] for each in requests]
    return requests


def with_field(field: str, **fields: Any) -> bytes:
    return f"{json.dumps(speech(**fields))[:-1]}, {field}}}".encode()


@contextlib.contextmanager
def socket_to(sandbox: Sandbox, path: str = "/tts/websocket") -> Iterator[ClientConnection]:
    url = sandbox.url.replace("http", "ws") + path
    with connect(url, additional_headers=KEYED, proxy=None, compression=None) as connection:
        yield connection


def raw(sandbox: Sandbox, data: bytes) -> socket.socket:
    """Return a connection over which these bytes were sent."""
    address = urlsplit(sandbox.url)
    connection = socket.create_connection((str(address.hostname), int(address.port or 0)), timeout=20)
    connection.sendall(data)
    return connection


def head(path: str, *more: str, method: str = "POST") -> bytes:
    lines = [
        f"{method} {path} HTTP/1.1",
        "Host: 127.0.0.1",
        *(f"{name}: {value}" for name, value in KEYED.items()),
        *more,
    ]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


def answer(connection: socket.socket) -> int:
    """Return the status of the response."""
    with connection:
        return int(connection.recv(65536).split(b" ", 2)[1])


def leave(connection: socket.socket, reset: bool) -> None:
    if reset:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()
