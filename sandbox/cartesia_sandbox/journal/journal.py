"""What the sandbox was asked: every request and every frame, without credentials, within a bounded memory."""

from __future__ import annotations

import itertools
import json
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from typing import Any, Literal, NamedTuple
from urllib.parse import parse_qsl, quote

from ..faults.plan import Shape
from .redact import HEADERS, HIDDEN, QUERIES, redact

LARGEST = 256 * 1024
"""Bytes that are kept of one body or frame."""
MEMORY = 32 * 1024 * 1024
"""Bytes that are kept in all; the oldest requests go first."""
MOST = 5000
"""Requests that are kept."""


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
    ) -> None:
        self.number = number
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


class Journal:
    """The requests, oldest first. It may be read by any thread, while they go on.

    Args:
        memory: Bytes that are kept in all, roughly; the oldest go first.
    """

    def __init__(self, memory: int = MEMORY) -> None:
        self._memory = memory
        self._lock = threading.Lock()
        self._requests: deque[Request] = deque()
        self._numbers = itertools.count(1)
        self._kept = 0

    def __len__(self) -> int:
        return len(self._requests)

    def requests(
        self,
        operation: str | None = None,
        *,
        method: str | None = None,
        path: str | None = None,
        status: int | None = None,
        version: str | None = None,
        since: int = 0,
    ) -> list[Request]:
        """The requests that fit all that is given; `*` in an operation or path stands for anything.

        since: Only those with a greater number.
        """
        with self._lock:
            requests = list(self._requests)
        return [
            request
            for request in requests
            if request.number > since
            and (operation is None or fnmatchcase(request.operation or "", operation))
            and (path is None or fnmatchcase(request.path, path))
            and (method is None or request.method == method.upper())
            and (status is None or request.status == status)
            and (version is None or request.version == version)
        ]

    def frames(
        self,
        operation: str | None = None,
        *,
        direction: Literal["received", "sent"] | None = None,
        type: str | None = None,
    ) -> list[Frame]:
        """The frames of all sockets that fit, in their order on each."""
        return [
            frame
            for request in self.requests(operation)
            for frame in list(request.frames)
            if (direction is None or frame.direction == direction) and (type is None or frame.type == type)
        ]

    @property
    def last(self) -> Request:
        """The newest request. Raises LookupError if there is none."""
        with self._lock:
            if not self._requests:
                raise LookupError("the sandbox has not been asked anything")
            return self._requests[-1]

    def only(self, operation: str | None = None, **filters: Any) -> Request:
        """The one request that fits. Raises AssertionError if there is none, or more than one."""
        found = self.assert_requested(operation, times=1, **filters)
        return found[0]

    def assert_requested(
        self,
        operation: str | None = None,
        *,
        times: int | None = None,
        body: Mapping[str, Any] | None = None,
        **filters: Any,
    ) -> list[Request]:
        """The requests that fit, which must be `times` many, or at least one.

        body: Fields that the JSON body must have, with these values.

        Raises:
            AssertionError: They are not; the message lists what was asked instead.
        """
        found = [
            request
            for request in self.requests(operation, **filters)
            if body is None
            or (isinstance(request.body, dict) and all(request.body.get(name) == value for name, value in body.items()))
        ]
        if len(found) != times if times is not None else not found:
            wanted = ", ".join(
                str(part) for part in (operation or "any operation", *filters.items(), body) if part is not None
            )
            raise AssertionError(
                f"{'at least one request' if times is None else f'{times} requests'} expected ({wanted}), "
                f"but there were {len(found)}; the sandbox was asked: {self.requests() or 'nothing'}"
            )
        return found

    def wait_for(self, condition: Callable[[Journal], object], timeout: float = 5.0) -> None:
        """Waits until something is true of the journal. Raises TimeoutError after `timeout` seconds."""
        end = time.monotonic() + timeout
        while not condition(self):
            if time.monotonic() >= end:
                raise TimeoutError(f"not within {timeout} s; the sandbox was asked: {self.requests() or 'nothing'}")
            time.sleep(0.005)

    def clear(self) -> None:
        """Forgets all requests. Those that still go on are not told about any more."""
        with self._lock:
            self._requests.clear()
            self._kept = 0

    def begin(self, scope: Mapping[str, Any], operation: str | None, template: str | None, shape: Shape) -> Request:
        """A new request."""
        with self._lock:
            request = Request(next(self._numbers), scope, operation, template, shape)
            self._requests.append(request)
            self._kept += request.kept
            self._forget()
        return request

    def received(self, request: Request, data: bytes) -> None:
        """A part of the body."""
        with self._lock:
            request.size += len(data)
            part = data[: LARGEST - len(request._body)]
            request._body += part
            self._keep(request, len(part))

    def frame(self, request: Request, direction: Literal["received", "sent"], content: str | bytes) -> None:
        """A message of a socket."""
        text = None
        if isinstance(content, str):
            text = redact(content if len(content) <= LARGEST else content[:LARGEST] + "...")
        with self._lock:
            request.frames.append(Frame(direction, time.monotonic() - request.began, len(content), text))
            self._keep(request, len(text or "") + 200)

    def answered(self, request: Request, status: int) -> None:
        with self._lock:
            request.status = status

    def ended(self, request: Request) -> None:
        with self._lock:
            request.seconds = time.monotonic() - request.began

    def _keep(self, request: Request, size: int) -> None:
        request.kept += size
        if self._requests and request.number >= self._requests[0].number:  # neither forgotten nor cleared
            self._kept += size
            self._forget()

    def _forget(self) -> None:
        while len(self._requests) > MOST or (self._kept > self._memory and len(self._requests) > 1):
            self._kept -= self._requests.popleft().kept
        if self._kept > self._memory and self._requests:
            # One socket that has talked for very long: its oldest frames go.
            only = self._requests[0]
            while self._kept > self._memory and only.frames:
                size = len(only.frames.popleft().text or "") + 200
                only.kept -= size
                self._kept -= size


def _json(text: str | None) -> Any:
    if text is None:
        return None
    try:
        return json.loads(text)
    except ValueError:
        return text
