"""What the journal keeps: a request, and the frames of a socket."""

from __future__ import annotations

import json
import time
from collections import deque
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple
from urllib.parse import parse_qsl, quote

from ..description.shape import Shape
from .redact import HEADERS, HIDDEN, QUERIES, redact

REQUEST = "cartesia_sandbox.request"
"""Where the journal's entry of a request is in its ASGI scope."""
LARGEST = 256 * 1024
"""Bytes that are kept of one body or frame."""


class Frame(NamedTuple):
    """A message of a socket.

    direction: "received" from the client, or "sent" to it.
    at: Seconds since the socket's request.
    size: Bytes.
    text: The text of the message, shortened if it is very long; None for binary messages, of which only the size is kept.
    """

    direction: Literal["received", "sent"]
    at: float
    size: int
    text: str | None

    @property
    def message(self) -> Any:
        """The message from JSON, or its text, or None."""
        return _json(self.text)

    @property
    def type(self) -> str | None:
        """What a JSON message says of its type."""
        message = self.message
        return message.get("type") if isinstance(message, dict) else None

    def fields(self) -> dict[str, Any]:
        return {"direction": self.direction, "at": round(self.at, 4), "size": self.size, "text": self.text}


class Request:
    """A request, and what became of it.

    Attributes:
        number: Counts the requests of a sandbox, from 1.
        request_id: The id that the response headers, error bodies and events name too.
        at: When it came, in seconds since the epoch.
        method: Of HTTP; "WEBSOCKET" for a socket.
        path: Path of the address.
        operation: Name of the operation or socket, such as "tts.generate"; None if there is none at this address.
        version: The Cartesia-Version that it asked for, or None.
        headers: Headers, names in lower case, credentials hidden.
        query: Query parameters: the values of each, credentials hidden.
        size: Bytes of the body.
        status: Status of the answer, 101 for a socket that was opened; None while there is no answer.
        sent: Bytes of the answer's body.
        seconds: How long it took, to the end of the answer; None while it goes on.
        close_code: Close code of a socket that has been closed.
        faults: The planned faults that it met.
        frames: The messages of a socket.
    """

    def __init__(
        self,
        number: int,
        scope: Mapping[str, Any],
        operation: str | None,
        template: str | None,
        shape: Shape,
        request_id: str = "",
    ) -> None:
        self.number = number
        self.request_id = request_id
        self.at = time.time()
        self.began = time.monotonic()
        self.method: str = scope.get("method", "WEBSOCKET")
        self.path = redact(scope["path"])
        self.operation = operation
        self.shape: Shape = shape
        self.names = [name for name in (operation, template, scope["path"]) if name]
        raw = [(name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in scope["headers"]]
        self.headers = {name: HIDDEN if name in HEADERS else redact(value) for name, value in raw}
        self.query: dict[str, list[str]] = {}
        for name, value in parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True):
            shown = HIDDEN if name in QUERIES else redact(value)
            self.query.setdefault(redact(name), []).append(shown)
        asked = self.query.get("cartesia_version")
        self.version = asked[-1] if asked else self.headers.get("cartesia-version")
        self.size = 0
        self.status: int | None = None
        self.sent = 0
        self.seconds: float | None = None
        self.close_code: int | None = None
        self.faults: list[str] = []
        self.frames: deque[Frame] = deque()
        self._body = bytearray()
        self._content: bytes | None = None
        self.kept = 1000  # what an empty request takes, roughly

    def __repr__(self) -> str:
        return f"<{self.number} {self.method} {self.path} ({self.operation}) {self.status}>"

    @property
    def content(self) -> bytes:
        """The body as it came, without what looks like a key; at most 256 KiB of it."""
        if self._content is None or len(self._content) < min(self.size, LARGEST):
            self._content = redact(bytes(self._body).decode("latin-1")).encode("latin-1")
        return self._content

    @property
    def body(self) -> Any:
        """The body from JSON, or its text; None if there is none, or if it is neither."""
        try:
            return _json(self.content.decode()) if self.content else None
        except UnicodeDecodeError:
            return None

    @property
    def target(self) -> str:
        """Path and query, credentials hidden."""
        pairs = [(name, value) for name, values in self.query.items() for value in values]
        query = "&".join(f"{quote(name, safe='[]')}={quote(value, safe='*[]:')}" for name, value in pairs)
        return f"{self.path}?{query}" if query else self.path

    def fields(self, *, frames: bool = False) -> dict[str, Any]:
        """All of it, for JSON."""
        fields: dict[str, Any] = {
            "id": self.number,
            "request_id": self.request_id,
            "at": round(self.at, 3),
            "method": self.method,
            "path": self.path,
            "query": self.query,
            "operation": self.operation,
            "version": self.version,
            "headers": self.headers,
            "size": self.size,
            "body": self.body,
            "status": self.status,
            "sent": self.sent,
            "seconds": None if self.seconds is None else round(self.seconds, 4),
            "close_code": self.close_code,
            "faults": list(self.faults),
            "frame_count": len(self.frames),
        }
        return fields | ({"frames": [frame.fields() for frame in list(self.frames)]} if frames else {})


def _json(text: str | None) -> Any:
    if text is None:
        return None
    try:
        return json.loads(text)
    except ValueError:
        return text
