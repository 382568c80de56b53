"""Entries of the journal: a request, and the frames of a socket."""

from __future__ import annotations

import codecs
import time
from collections import deque
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple
from urllib.parse import parse_qsl, quote

from ..description.parse import parse_json
from ..description.shape import Shape
from .redact import HEADERS, HIDDEN, QUERIES, redact

REQUEST = "cartesia_sandbox.request"
"""Key of the ASGI scope under which the journal entry of a request is kept."""
LARGEST = 256 * 1024
"""Bytes that are kept of one body or frame at most."""


_UTF8 = codecs.getincrementaldecoder("utf-8")  # a body that is not kept whole may end within a character


class Frame(NamedTuple):
    """A message of a socket.

    direction: "received" from the client, or "sent" to it.
    at: Seconds since the request that opened the socket.
    size: Length in bytes, or in characters for text.
    text: Text of the message, credentials hidden and at most 256 Ki characters; None for binary messages.
    """

    direction: Literal["received", "sent"]
    at: float
    size: int
    text: str | None

    def __repr__(self) -> str:
        text = None if self.text is None else shortened(self.text, 80)
        return f"<{self.direction} after {self.at:.3f} s: {self.size} {'bytes' if text is None else text}>"

    @property
    def message(self) -> Any:
        """The message parsed as JSON, or its text if it is not JSON; None for binary messages."""
        return _json(self.text)

    @property
    def type(self) -> str | None:
        """The field `type` of a JSON message, or `event` in a call with an agent; or None."""
        message = self.message
        return message.get("type", message.get("event")) if isinstance(message, dict) else None

    def fields(self) -> dict[str, Any]:
        """Return the frame for JSON."""
        return {"direction": self.direction, "at": round(self.at, 4), "size": self.size, "text": self.text}


class Request:
    """A request and its response.

    Attributes:
        number: Counts the requests of a sandbox, from 1.
        request_id: The id that is also in the response headers, error bodies and events.
        at: When it was received, in seconds since the epoch.
        method: HTTP method; "WEBSOCKET" for a socket.
        path: Path of the URL, credentials hidden.
        operation: Name of the operation or socket, such as "tts.generate"; None if there is none at this path.
        version: The requested Cartesia-Version as given, or None.
        shape: Shape of the response.
        headers: Headers, with names in lower case and credentials hidden.
        query: Values of each query parameter, credentials hidden.
        size: Length of the body in bytes.
        status: Status of the response, 101 for a socket that was opened; None until there is a response.
        media: Media type of the response.
        sent: Length of the content of the response in bytes.
        seconds: Duration until the end of the response; None while it is in progress.
        close_code: Close code of a socket that has been closed.
        faults: The faults that triggered, as text.
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
        requested = self.query.get("cartesia_version")
        self.version = requested[-1] if requested else self.headers.get("cartesia-version")
        self.size = 0
        self.status: int | None = None
        self.media: str | None = None
        self.sent = 0
        self.seconds: float | None = None
        self.close_code: int | None = None
        self.faults: list[str] = []
        self._frames: deque[Frame] = deque()
        self._body = bytearray()
        self._content: bytes | None = None
        # What the request takes without its body, roughly.
        self.kept = 1000 + len(scope["query_string"]) + sum(len(name) + len(value) for name, value in raw)

    def __repr__(self) -> str:
        return f"<{self.number} {self.method} {shortened(self.path, 80)} ({self.operation}) {self.status}>"

    @property
    def frames(self) -> list[Frame]:
        """The messages of a socket, up to now."""
        return list(self._frames)

    @property
    def content(self) -> bytes:
        """The body as received, credentials hidden; at most 256 KiB of it."""
        # A key may arrive in two parts, so the text is redacted as a whole, again whenever more of it has arrived.
        if self._content is None or len(self._content) < min(self.size, LARGEST):
            self._content = redact(bytes(self._body).decode("latin-1")).encode("latin-1")
        return self._content

    @property
    def body(self) -> Any:
        """The body parsed as JSON, or its text if it is not JSON; None if it is empty or binary."""
        try:
            return _json(_UTF8().decode(self.content, self.size <= LARGEST)) if self.content else None
        except UnicodeDecodeError:
            return None

    @property
    def target(self) -> str:
        """Path and query as in the URL, credentials hidden."""
        pairs = [(name, value) for name, values in self.query.items() for value in values]
        query = "&".join(f"{quote(name, safe='[]')}={quote(value, safe='*[]:')}" for name, value in pairs)
        return f"{self.path}?{query}" if query else self.path

    def fields(self, *, frames: bool = False, bodies: bool = True) -> dict[str, Any]:
        """Return the request for JSON. `frames`: whether the messages of a socket are included; `bodies`: the body."""
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
            "body": self.body if bodies else None,
            "status": self.status,
            "media": self.media,
            "sent": self.sent,
            "seconds": None if self.seconds is None else round(self.seconds, 4),
            "close_code": self.close_code,
            "faults": list(self.faults),
            "frame_count": len(self._frames),
        }
        return fields | ({"frames": [frame.fields() for frame in self.frames]} if frames else {})


def shortened(text: str, length: int) -> str:
    """Return a text, cut to a length if it is longer."""
    return text if len(text) <= length else f"{text[: length - 3]}..."


def _json(text: str | None) -> Any:
    if text is None:
        return None
    try:
        return parse_json(text)
    except ValueError:
        return text
