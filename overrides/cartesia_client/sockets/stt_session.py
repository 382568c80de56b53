"""The protocol of the speech-to-text sockets: commands, events, and what the end of a connection means. No I/O."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from cartesia_api.arguments import shown
from cartesia_api.events import (
    STTAutoFinalizeEvent,
    STTManualFinalizeEvent,
    decode_stt_auto_finalize_event,
    decode_stt_manual_finalize_event,
)
from cartesia_api.messages import message_of
from cartesia_io.logs import report_end
from cartesia_io.sockets.closed import Closed

from ..errors import InvalidRequestError
from .socket_session import SocketSession

if TYPE_CHECKING:
    from .connect import Handshake

STTEvent = STTManualFinalizeEvent | STTAutoFinalizeEvent


NO_FINALIZE = (
    "the service detects the end of each turn in this session, so finalize() has no effect: "
    "use stt.manual_finalize to end utterances yourself, or close_input() to end the session"
)


class _Channel(NamedTuple):
    """How one of the sockets differs from the other."""

    decode: Callable[[bytes | str], Any]
    commands: Mapping[str, str]
    """The frames of the commands."""
    sends_done: bool
    """Whether the service sends `done` before it closes a session that was ended. If not, a clean close means the same."""


_CHANNELS = {
    "stt.manual_finalize": _Channel(
        decode_stt_manual_finalize_event, {"finalize": "finalize", "close": "close", "done": "done"}, True
    ),
    "stt.auto_finalize": _Channel(decode_stt_auto_finalize_event, {"close": '{"type": "close"}'}, False),
}


class STTSession(SocketSession[STTEvent]):
    """The state of one session of live transcription."""

    def __init__(self, handshake: Handshake) -> None:
        self._channel = _CHANNELS[handshake.channel]
        super().__init__(handshake, self._channel.decode)

    def command(self, given: str | Mapping[str, Any]) -> str:
        """Return the text frame of a command. Raise InvalidRequestError if the session has no such command."""
        value = message_of(given)
        name = value if isinstance(value, str) else value.get("type")
        known = self._channel.commands
        frame = known.get(str(name)) if value in (name, {"type": name}) else None
        if frame is None and isinstance(value, dict) and isinstance(name, str) and name != "finalize":
            frame = json.dumps(value)
        if frame is None:
            why = f"{shown(name)} is not a command of this session; it has {', '.join(known)}"
            raise InvalidRequestError(NO_FINALIZE if name == "finalize" and name not in known else why)
        if name in ("finalize", "close", "done") and self.clock is not None:
            self.requested_at, self.is_response_due = self.clock(), True
            self.input_ended = self.input_ended or name != "finalize"
        return frame

    def not_sent(self, frame: str | bytes, how: Closed) -> Closed:
        """Return how the connection was lost. A command that has not been sent does not end the input."""
        self.input_ended = self.input_ended and isinstance(frame, bytes)
        return how

    def note(self, event: STTEvent) -> None:
        """Take note of an event: whether more is due, and whether anything more arrives."""
        self.ended = event.type == "done"
        if self.ended and not self.input_ended:
            raise self.broken("the service ended the session, and the input had not been ended")
        if self.ended:
            report_end(f"session of {self.handshake.channel}")
        if event.type == "flush_done" or getattr(event, "is_final", False):
            self.is_response_due = self.input_ended

    def loss(self, how: Closed) -> str | None:
        """Return what was lost: all of it, unless the transcript is complete."""
        if self.closed_locally:
            return "the session was closed locally before it ended"
        if not self.input_ended:
            return f"{how}, and the input had not been ended"
        if not how.clean or self._channel.sends_done:
            return f"{how} before the transcript was complete"
        return None
