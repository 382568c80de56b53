"""The protocol of a call with an agent: JSON messages both ways, audio in them as base64. No I/O."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from cartesia_api.events import AGENTS_STREAM_MESSAGES, AgentsStreamEvent, decode_agents_stream_event
from cartesia_api.types import UNSET
from cartesia_io.sockets.closed import Closed
from pybase64 import b64encode

from ..errors import InvalidRequestError
from .socket_session import SocketSession

if TYPE_CHECKING:
    from .connect import Handshake

IDLE = "connection idle timeout"
"""The reason with which the service closes a call in which nothing was sent for too long. Any other clean end is a hang-up."""


class AgentSession(SocketSession[AgentsStreamEvent]):
    """The state of one call. The stream has an id from the beginning, so that audio need not wait for the service to name it."""

    def __init__(self, handshake: Handshake) -> None:
        super().__init__(handshake, decode_agents_stream_event)
        self.stream_id = str(uuid.uuid4())
        self.end_reason = ""
        self._started = False
        given = {name: value for name, value in handshake.first.items() if value is not UNSET}
        self.opening = [self.command(given)] if len(given) > 1 else []  # otherwise, the program sends it

    def command(self, given: Any) -> str:
        """Return the text frame of a message. Raise InvalidRequestError if the service would reject it."""
        message = AGENTS_STREAM_MESSAGES.check(given, {"stream_id": self.stream_id})
        starts = message.kind == AGENTS_STREAM_MESSAGES.first
        if not self._started and not starts:
            raise InvalidRequestError(
                f"{message.kind} comes before the call has started: pass config= to stream(), or send `start` first"
            )
        if starts:
            self._started, self.stream_id, self.is_response_due = True, message.fields["stream_id"], True
        if self.clock is not None:
            self.requested_at = self.clock()
        return message.frame

    def audio(self, data: bytes) -> str:
        """Return the text frame of a piece of audio."""
        return self.command({"event": "media_input", "media": {"payload": b64encode(data).decode()}})

    def note(self, event: AgentsStreamEvent) -> None:
        """Take note of an event: the service may have named the stream itself."""
        self.is_response_due = False
        if event.type == "ack":
            self.stream_id = event.stream_id

    def loss(self, how: Closed) -> str | None:
        """Return what was lost: nothing where one of the two hung up."""
        self.end_reason = how.reason
        hung_up = how.clean and how.reason != IDLE
        return None if hung_up or self.closed_locally else str(how)
