"""The protocol of the speech-to-text sockets: commands, events, and what the end of a connection means. No I/O."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from cartesia_api.events import (
    STTAutoFinalizeEvent,
    STTManualFinalizeEvent,
    decode_stt_auto_finalize_event,
    decode_stt_manual_finalize_event,
)

from ..errors import APIConnectionError, Closed, error_fields, from_event
from ..responses import one_line

if TYPE_CHECKING:
    from .connect import Handshake

STTEvent = STTManualFinalizeEvent | STTAutoFinalizeEvent


class _Channel(NamedTuple):
    """How one of the sockets differs from the other."""

    decode: Callable[[bytes | str], Any]
    encode_command: Callable[[str], str]
    sends_done: bool
    """Whether the service sends `done` before it closes a session that was ended. If not, a clean close means the same."""


_CHANNELS = {
    "stt.manual_finalize": _Channel(decode_stt_manual_finalize_event, str, True),
    "stt.auto_finalize": _Channel(decode_stt_auto_finalize_event, lambda name: json.dumps({"type": name}), False),
}


class STTSession:
    """The state of one session of live transcription."""

    def __init__(self, handshake: Handshake) -> None:
        self.handshake = handshake
        self.path = handshake.path
        self._channel = _CHANNELS[handshake.channel]
        self.input_ended = False
        """Whether the command "close" has been sent. Without it, any end of the connection is a loss."""
        self.closed_locally = False
        """Whether the program has closed the connection."""
        self.ended = False
        """Whether nothing more arrives."""

    def command(self, name: str) -> str:
        """Return the text frame of a command."""
        self.input_ended = self.input_ended or name == "close"
        return self._channel.encode_command(name)

    def read(self, frame: str | bytes) -> STTEvent:
        """Return the event in a frame. Raise APIStatusError if it reports an error."""
        event: STTEvent | None = None
        why = ""
        try:
            event = self._channel.decode(frame)
        except msgspec.DecodeError as error:
            why = one_line(str(error), 120)
        if event is None:
            raise APIConnectionError(f"GET {self.path}: a frame is invalid: {why}")
        if (fields := error_fields(event)) is not None:
            self.ended = True
            raise from_event(fields, f"GET {self.path}")
        self.ended = event.type == "done"
        return event

    def connection_lost(self, how: Closed) -> None:
        """End the session. Raise APIConnectionError if the transcript is not complete."""
        self.ended = True
        if self.closed_locally:
            raise APIConnectionError(f"GET {self.path}: the session was closed locally before it ended")
        if not self.input_ended:
            raise APIConnectionError(f"GET {self.path}: {how}, and the input had not been ended")
        if not how.clean or self._channel.sends_done:
            raise APIConnectionError(f"GET {self.path}: {how} before the transcript was complete")
