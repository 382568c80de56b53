# Copied from scripts/codegen/runtime/response_parts.py: edit that file.
"""What both kinds of responses share: all but reading. No I/O."""

from __future__ import annotations

import codecs
import copy
import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .requests import reading

if TYPE_CHECKING:
    import datetime

    import httpx

T = TypeVar("T")
AUDIO = ("read", "chunks")
"""Methods of a session whose result is audio, which is read as a stream, and checked."""


class ResponseParts(Generic[T]):
    """A response whose body may not have been read yet.

    Args:
        session: The session that has sent the request.
        verb: Its method that makes the result.
        arguments: What that method is called with.
        http_response: The response.
    """

    def __init__(
        self, session: Any, verb: str, arguments: tuple[Any, ...], http_response: httpx.Response
    ) -> None:
        self.http_response = http_response
        """The response as httpx has it."""
        self._session = session
        self._verb = verb
        self._arguments = arguments
        self._content = http_response.content if http_response.is_closed else None
        self._result: list[T] = []

    @property
    def headers(self) -> httpx.Headers:
        """Return the headers of the response."""
        return self.http_response.headers

    @property
    def status_code(self) -> int:
        """Return the status, such as 200."""
        return self.http_response.status_code

    @property
    def request_id(self) -> str | None:
        """Return the id of the request, if the service sent one."""
        found: str | None = self._session.request_id(self.http_response)
        return found

    @property
    def http_request(self) -> httpx.Request:
        """Return the request, without the credential."""
        return self.http_response.request

    @property
    def method(self) -> str:
        """Return the method of the request, such as "GET"."""
        return self.http_request.method

    @property
    def url(self) -> httpx.URL:
        """Return the URL of the request."""
        return self.http_response.url

    @property
    def http_version(self) -> str:
        """Return the version of HTTP, such as "HTTP/1.1"."""
        return self.http_response.http_version

    @property
    def elapsed(self) -> datetime.timedelta:
        """Return the time from the request to the end of the response, which must have been read or closed."""
        return self.http_response.elapsed

    @property
    def is_closed(self) -> bool:
        """Return whether the body was read to its end, or closed."""
        return self.http_response.is_closed

    @property
    def retries_taken(self) -> int:
        """Return how many attempts failed before."""
        attempts: int = self.http_response.extensions.get("cartesia.attempts", 1)
        return attempts - 1

    def __repr__(self) -> str:
        return f"<{type(self).__name__} [{self.status_code} {self.http_response.reason_phrase}]>"

    def _keep(self, content: bytes) -> bytes:
        # httpx keeps what it has read in the same place. This body was read through the checks of a stream instead.
        self._content = self.http_response._content = content
        return content

    def _keep_audio(self, audio: Any) -> T:
        """Keep audio that was read: it is the result, and its bytes are the body."""
        self._keep(audio.data)
        self._result.append(audio)
        return self._result[0]

    @property
    def _has_body(self) -> bool:
        """Whether there is a body to read: a stream would take one that is empty for one that is cut."""
        return self._verb != "nothing" or not (
            self.status_code == 204 or self.headers.get("content-length", "chunked") == "0"
        )

    def _make(self, verb: str, arguments: tuple[Any, ...], respond: Callable[[], Any]) -> Any:
        """Call a method of the session with this response in place of one to its request. Later requests are sent."""
        twin = copy.copy(self._session)

        def send(*_: object, **__: object) -> Any:
            del vars(twin)["send"]
            return respond()

        vars(twin)["send"] = send
        return getattr(twin, verb)(*arguments)

    def _call_for(self, kind: Any) -> tuple[Any, ...]:
        """Return the arguments with which a session makes another type of the body."""
        return self._arguments[0], reading(kind), self._arguments[-1]

    def _stream(self, respond: Callable[[], Any]) -> Any:
        """Return a stream that reads and checks the body."""
        requested = self._arguments[1] if self._verb in AUDIO else None
        return self._make("stream", (self._arguments[0], requested, self._arguments[-1]), respond)


class Chunks:
    """Cuts chunks anew, if they are to have a size."""

    def __init__(self, size: int | None) -> None:
        self._size = size
        self._rest = b""

    def feed(self, chunk: bytes) -> list[bytes]:
        """Return the chunks that are complete."""
        if not self._size:
            return [chunk] if chunk else []
        data = self._rest + chunk
        end = len(data) - len(data) % self._size
        self._rest = data[end:]
        return [data[start : start + self._size] for start in range(0, end, self._size)]

    def flush(self) -> list[bytes]:
        """Return the last chunk."""
        return [self._rest] if self._rest else []


class Text:
    """Decodes chunks, and splits their text at line breaks of any kind."""

    def __init__(self, response: httpx.Response) -> None:
        self._decoder = codecs.getincrementaldecoder(response.encoding or "utf-8")("replace")
        self._breaks = io.IncrementalNewlineDecoder(None, translate=True)
        self._rest = ""

    def feed(self, chunk: bytes = b"") -> str:
        """Return the text of a chunk; without one, that of the end."""
        return self._decoder.decode(chunk, not chunk)

    def lines(self, chunk: bytes = b"") -> list[str]:
        """Return the lines that are complete; without a chunk, the last one."""
        text: str = self._breaks.decode(self.feed(chunk), not chunk)
        *lines, self._rest = (self._rest + text).split("\n")
        return [*lines, self._rest] if self._rest and not chunk else lines
