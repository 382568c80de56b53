"""The protocol of a session over a socket of its own: what arrives, and what the end of the connection means. No I/O."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec
from cartesia_io.logs import report_end
from cartesia_io.sockets.session_state import SessionState
from cartesia_io.text import one_line

from ..errors import APIConnectionError, APIError, APITimeoutError, error_fields, from_event

if TYPE_CHECKING:
    from .connect import Handshake

E = TypeVar("E")
F = TypeVar("F", bound=APIError)


class SocketSession(SessionState, Generic[E]):
    """The state of one session. Subclasses know its messages."""

    def __init__(self, handshake: Handshake, decode: Callable[[bytes | str], Any]) -> None:
        super().__init__()
        self.handshake = handshake
        self.path = handshake.path
        self._decode = decode

    def late(self, seconds: float) -> APITimeoutError:
        """Return the error for an event that did not arrive."""
        text = f"GET {self.path}: no event within {seconds:g} s; {self.received} events had arrived"
        return self._failed(APITimeoutError(text))

    def _failed(self, error: F) -> F:
        """Return an error of this session. The audio that was sent may have been worked on, and billed."""
        report_end(f"session of {self.handshake.channel}", error)
        error.received, error.may_be_billed = self.received, True
        return error

    def decode(self, data: str | bytes) -> E:
        """Return the event in a message."""
        event: E | None = None
        invalid = ""
        try:
            event = self._decode(data)
        except msgspec.DecodeError as error:
            invalid = one_line(str(error), 120)
        if event is None:  # not within `except`: the error of the decoder repeats what it has read
            raise self.broken(f"a frame is invalid: {invalid}")
        return event

    def broken(self, why: str) -> APIConnectionError:
        """Return the error for a connection that was lost."""
        return self._failed(APIConnectionError(f"GET {self.path}: {why}; {self.received} events had arrived"))

    def reported(self, event: Any) -> APIError | None:
        """Return the error that an event reports, if it does."""
        fields = error_fields(event)
        return None if fields is None else self._failed(from_event(fields, f"GET {self.path}"))
