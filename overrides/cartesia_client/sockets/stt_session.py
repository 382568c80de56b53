"""The protocol of the speech-to-text sockets: commands, events, and what the end of a connection means. No I/O."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

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
# How to read an event and to spell a command, and whether a last event says that all is done.
_CHANNELS: dict[str, tuple[Callable[[bytes | str], Any], Callable[[str], str], bool]] = {
    "stt.manual_finalize": (decode_stt_manual_finalize_event, str, True),
    "stt.auto_finalize": (decode_stt_auto_finalize_event, lambda command: json.dumps({"type": command}), False),
}


class STTSession:
    """What both colours share: the query, the commands, and what an arriving frame means. No I/O."""

    def __init__(self, handshake: Handshake) -> None:
        self.handshake = handshake
        self.path = handshake.path
        self._decode, self.encode_command, self._says_done = _CHANNELS[handshake.channel]
        self.ending = False
        """Whether the session has been ended in good order."""
        self.closed_locally = False
        """Whether the connection was closed here."""
        self.ended = False

    def command(self, name: str) -> str:
        """The text frame of a command."""
        self.ending = self.ending or name == "close"
        return self.encode_command(name)

    def read(self, frame: str | bytes) -> STTEvent:
        """The event in a frame. Raises the error of a failure."""
        event: STTEvent | None = None
        why = ""
        try:
            event = self._decode(frame)
        except msgspec.DecodeError as error:
            why = one_line(str(error), 120)
        if event is None:
            raise APIConnectionError(f"GET {self.path}: a frame that cannot be read: {why}")
        if (fields := error_fields(event)) is not None:
            self.ended = True
            raise from_event(fields, f"GET {self.path}")
        self.ended = event.type == "done"
        return event

    def closed(self, how: Closed) -> None:
        """Takes in that the connection is gone: the end of a session that was ended, or a loss."""
        self.ended = True
        if self.closed_locally:
            raise APIConnectionError(f"GET {self.path}: the session was closed here before it had ended")
        if not self.ending:
            raise APIConnectionError(f"GET {self.path}: {how}, and the session had not been ended")
        # The socket of turns says nothing before it closes; the other one says that it is done.
        if not how.clean or self._says_done:
            raise APIConnectionError(f"GET {self.path}: {how} before everything was answered")
