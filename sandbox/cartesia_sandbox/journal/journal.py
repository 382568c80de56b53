"""The journal: every request and frame, without credentials, in bounded memory."""

from __future__ import annotations

import itertools
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from fnmatch import fnmatchcase
from typing import Any, Literal, get_args

from ..description.shape import Shape
from .entries import LARGEST, Frame, Request, shortened
from .filters import Known, check_count, check_operation, check_path, check_socket, check_type, check_values
from .redact import redact
from .responses import Responses

MEMORY = 32 * 1024 * 1024
"""Bytes that are kept in all; the oldest requests are dropped first."""
MOST = 5000
"""Requests that are kept at most."""
Direction = Literal["received", "sent"]


class Journal:
    """The recorded requests, oldest first. Any thread may read it while requests are in progress.

    Args:
        memory: Bytes that are kept in all, roughly; the oldest requests are dropped first.
        known: What there is in the description, for filters; None allows any.

    Attributes:
        responses: The content of the newest responses, as sent: it may hold tokens.
    """

    # Event loops write and tests read, each in its own thread: `_lock` guards the list and the counters. Requests count
    # against the memory while they are in the list; one that has been dropped or cleared may still go on, uncounted.

    def __init__(self, memory: int = MEMORY, known: Known | None = None) -> None:
        self._memory = memory
        self._known = known
        self._lock = threading.Lock()
        self._requests: deque[Request] = deque()
        self._numbers = itertools.count(1)
        self._kept = 0
        self.responses = Responses()

    def __len__(self) -> int:
        return len(self._requests)

    def __repr__(self) -> str:
        return f"<Journal: {self.summary()}>"

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
        """Return the requests that match all given filters. `*` in an operation or path matches anything.

        Args:
            operation: Name of the operation, as in `tts.*`.
            method: HTTP method, or "WEBSOCKET".
            path: Path of the URL.
            status: Status of the response.
            version: Cartesia-Version of the request, as given.
            since: Only requests with a greater number.

        Raises:
            ValueError: There is no such operation, path or method, or no request can have this status, version or number: nothing
                could ever match.
        """
        check_values(method, status, version, since)
        with self._lock:
            requests = list(self._requests)
        if self._known is not None:
            check_operation(operation, self._known)
            check_path(path, self._known, requests)
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
        direction: Direction | None = None,
        type: str | None = None,
    ) -> list[Frame]:
        """Return the frames of all matching sockets, in the order of each socket.

        Args:
            operation: Name of the socket, as in `stt.*`.
            direction: "received" from the client, or "sent" to it.
            type: The field `type` of JSON messages, or `event` where they have that.

        Raises:
            ValueError: There is no such socket, direction or kind of messages.
        """
        if direction not in (None, *get_args(Direction)):
            raise ValueError(f"there is no direction {direction!r}; there are {', '.join(get_args(Direction))}")
        requests = self.requests(operation)
        if self._known is not None:
            check_socket(operation, self._known)
            check_type(type, self._known, self.requests())
        return [
            frame
            for request in requests
            for frame in request.frames
            if (direction is None or frame.direction == direction) and (type is None or frame.type == type)
        ]

    @property
    def last(self) -> Request:
        """The newest request. Raises LookupError if there is none."""
        with self._lock:
            if not self._requests:
                raise LookupError("the sandbox has received no request")
            return self._requests[-1]

    def only(self, operation: str | None = None, **filters: Any) -> Request:
        """Return the one matching request.

        Args:
            operation: Name of the operation, as in `tts.*`.
            filters: Further filters of `requests`, and `body` of `assert_requested`.

        Raises:
            AssertionError: There is none, or more than one; the message lists the newest requests.
            ValueError: There is no such operation or method.
        """
        __tracebackhide__ = True  # pytest shows the line of the test
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
        """Return the matching requests, and check how many there are.

        Args:
            operation: Name of the operation, as in `tts.*`.
            times: How many there must be; None means at least one.
            body: Fields that the JSON body must have, with these values.
            filters: Further filters of `requests`.

        Raises:
            AssertionError: There are more or fewer; the message lists the newest requests.
            ValueError: There is no such operation or method, or no request can match another filter.
        """
        __tracebackhide__ = True
        check_count(times, body)
        found = [
            request
            for request in self.requests(operation, **filters)
            if body is None
            or (isinstance(request.body, dict) and all(request.body.get(name) == value for name, value in body.items()))
        ]
        if len(found) != times if times is not None else not found:
            named = filters | ({} if body is None else {"body": body})
            wanted = ", ".join([operation or "any operation", *(f"{name}={value!r}" for name, value in named.items())])
            count = "at least one request" if times is None else f"{times} request{'' if times == 1 else 's'}"
            raise AssertionError(
                f"{count} expected ({shortened(redact(wanted), 200)}), but there were {len(found)}; {self.summary()}"
            )
        return found

    def wait_for(self, condition: Callable[[Journal], object], timeout: float = 5.0) -> None:
        """Wait until a condition is true of the journal. Raise TimeoutError after `timeout` seconds."""
        __tracebackhide__ = True
        end = time.monotonic() + timeout
        while not condition(self):
            if time.monotonic() >= end:
                raise TimeoutError(f"not within {timeout} s; {self.summary()}")
            time.sleep(0.005)

    def summary(self, most: int = 5) -> str:
        """Return a line with the newest requests, for the message of a test that fails. `most`: how many are shown."""
        requests = self.requests()
        shown = ", ".join(map(repr, requests[-most:])) or "none"
        earlier = f" (and {len(requests) - most} earlier ones)" if len(requests) > most else ""
        return f"recorded requests: {shown}{earlier}"

    def clear(self) -> None:
        """Drop all requests. Those still in progress are no longer shown."""
        with self._lock:
            self._requests.clear()
            self._kept = 0
        self.responses.clear()

    def record(
        self,
        scope: Mapping[str, Any],
        operation: str | None,
        template: str | None,
        shape: Shape,
        request_id: str = "",
    ) -> Request:
        """Add a request, and return its entry."""
        with self._lock:
            request = Request(next(self._numbers), scope, operation, template, shape, request_id)
            self._requests.append(request)
            self._kept += request.kept
            self._drop_oldest()
        return request

    def record_body(self, request: Request, data: bytes) -> None:
        """Add a part of the body of a request."""
        with self._lock:
            request.size += len(data)
            part = data[: LARGEST - len(request._body)]
            request._body += part
            self._keep(request, len(part))

    def record_frame(self, request: Request, direction: Literal["received", "sent"], content: str | bytes) -> None:
        """Add a message of a socket."""
        text = None
        if isinstance(content, str):
            text = redact(content if len(content) <= LARGEST else content[:LARGEST] + "...")
        with self._lock:
            request._frames.append(Frame(direction, time.monotonic() - request.began, len(content), text))
            self._keep(request, len(text or "") + 200)

    def record_start(self, request: Request, status: int, media: str | None = None) -> None:
        """Set the status and the media type of the response to a request."""
        with self._lock:
            request.status = status
            request.media = media

    def record_content(self, request: Request, data: bytes) -> None:
        """Add a part of the response to a request."""
        request.sent += len(data)
        self.responses.add(request.number, data)

    def record_end(self, request: Request) -> None:
        """Set how long a request took, up to now."""
        with self._lock:
            request.seconds = time.monotonic() - request.began

    def _keep(self, request: Request, size: int) -> None:
        request.kept += size
        if self._requests and request.number >= self._requests[0].number:  # neither dropped nor cleared
            self._kept += size
            self._drop_oldest()

    def _drop_oldest(self) -> None:
        while len(self._requests) > MOST or (self._kept > self._memory and len(self._requests) > 1):
            self._kept -= self._requests.popleft().kept
        if self._kept > self._memory and self._requests:
            # A single request over the limit is a socket with many frames: drop its oldest frames.
            only = self._requests[0]
            while self._kept > self._memory and only._frames:
                size = len(only._frames.popleft().text or "") + 200
                only.kept -= size
                self._kept -= size
