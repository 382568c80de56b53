"""The protocol of the speech-to-text sockets: commands, events, and what the end of a connection means. No I/O."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import msgspec
from cartesia_api.bodies import json_field
from cartesia_api.events import (
    STTAutoFinalizeEvent,
    STTManualFinalizeEvent,
    decode_stt_auto_finalize_event,
    decode_stt_manual_finalize_event,
)
from cartesia_io.logs import report_end
from cartesia_io.sockets.closed import Closed
from cartesia_io.sockets.session_state import SessionState
from cartesia_io.text import one_line

from ..errors import APIConnectionError, APIError, APITimeoutError, InvalidRequestError, error_fields, from_event

if TYPE_CHECKING:
    from .connect import Handshake

E = TypeVar("E", bound=APIError)
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


def _command_in(text: str) -> Any:
    """Return the object that a text is in JSON, as programs send it; any other text as it is."""
    with contextlib.suppress(ValueError):
        found = json.loads(text)
        return found if isinstance(found, dict) else text
    return text


class STTSession(SessionState):
    """The state of one session of live transcription."""

    def __init__(self, handshake: Handshake) -> None:
        super().__init__()
        self.handshake = handshake
        self.path = handshake.path
        self._channel = _CHANNELS[handshake.channel]
        self.input_ended = False
        """Whether the command "close" has been sent. Without it, any end of the connection is a loss."""
        self.failure: APIError | None = None
        """What the service reported."""

    def late(self, seconds: float) -> APITimeoutError:
        """Return the error for an event that did not arrive."""
        text = f"GET {self.path}: no event within {seconds:g} s; {self.received} events had arrived"
        return self._failed(APITimeoutError(text))

    def _failed(self, error: E) -> E:
        """Return an error of this session. The audio that was sent may have been transcribed, and billed."""
        report_end(f"session of {self.handshake.channel}", error)
        error.received, error.may_be_billed = self.received, True
        return error

    def command(self, given: str | Mapping[str, Any]) -> str:
        """Return the text frame of a command. Raise InvalidRequestError if the session has no such command."""
        if not isinstance(given, (str, Mapping)) and not hasattr(given, "to_dict"):
            raise InvalidRequestError(
                f"a command must be str or dict, got {type(given).__name__}; send_raw() sends audio"
            )
        value = json_field("the command", given)
        if isinstance(value, str) and value not in self._channel.commands:
            value = _command_in(value)
        name = value if isinstance(value, str) else value.get("type")
        frame = self._channel.commands.get(value) if isinstance(value, str) else json.dumps(value)
        if frame is None:
            commands = ", ".join(self._channel.commands)
            raise InvalidRequestError(
                NO_FINALIZE if name == "finalize" else f"{name!r} is not a command of this session; it has {commands}"
            )
        if name in ("finalize", "close", "done") and self.clock is not None:
            self.requested_at, self.is_response_due = self.clock(), True
            self.input_ended = self.input_ended or name != "finalize"
        return frame

    def decode(self, data: str | bytes) -> STTEvent:
        """Return the event in a message."""
        event: STTEvent | None = None
        invalid = ""
        try:
            event = self._channel.decode(data)
        except msgspec.DecodeError as error:
            invalid = one_line(str(error), 120)
        if event is None:  # not within `except`: the error of the decoder repeats what it has read
            raise self._failed(APIConnectionError(f"GET {self.path}: a frame is invalid: {invalid}"))
        return event

    def not_sent(self, frame: str | bytes, how: Closed) -> Closed:
        """Return how the connection was lost. A command that has not been sent does not end the input."""
        self.input_ended = self.input_ended and isinstance(frame, bytes)
        return how

    def check_sent(self, lost: Closed | None) -> None:
        """Raise the error for a frame that could not be sent, if it was lost: what the service reported, if it did."""
        if lost is None:
            return
        for frame in self.arrived:
            with contextlib.suppress(msgspec.DecodeError):
                if (fields := error_fields(self._channel.decode(frame))) is not None:
                    raise self._failed(from_event(fields, f"GET {self.path}"))
        raise self.failure or self._broken(str(lost))

    def _broken(self, why: str) -> APIConnectionError:
        return self._failed(APIConnectionError(f"GET {self.path}: {why}; {self.received} events had arrived"))

    def read(self, frame: str | bytes | None, lost: Closed | None = None) -> STTEvent | None:
        """Return the event in a frame; None without one. Raise APIStatusError if it reports an error."""
        if lost is not None:
            self._connection_lost(lost)
        if frame is None:
            return None
        event = self.decode(frame)
        if (fields := error_fields(event)) is not None:
            self.ended, self.failure = True, self._failed(from_event(fields, f"GET {self.path}"))
            raise self.failure
        self.received += 1
        self.ended = event.type == "done"
        if self.ended:
            report_end(f"session of {self.handshake.channel}")
        if event.type == "flush_done" or getattr(event, "is_final", False):
            self.is_response_due = self.input_ended
        return event

    def _connection_lost(self, how: Closed) -> None:
        """End the session. Raise APIConnectionError if the transcript is not complete."""
        self.ended = True
        if self.closed_locally:
            why = "the session was closed locally before it ended"
        elif not self.input_ended:
            why = f"{how}, and the input had not been ended"
        elif not how.clean or self._channel.sends_done:
            why = f"{how} before the transcript was complete"
        else:
            return
        raise self._broken(why)
