"""The state of one context: what has arrived for it, what of its text has been spoken, and how it ended. No I/O."""

from __future__ import annotations

import copy
from collections import deque
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from cartesia_api.events import TTSSocketChunk, TTSWebsocketEvent
from cartesia_io.audio.formats import AudioFormat, SampleCutter
from cartesia_io.logs import report_end
from cartesia_io.text import is_speakable
from cartesia_io.turns import FREE
from cartesia_io.usage import Usage

from ..errors import APIStatusError, APITimeoutError, CartesiaError

MAX_BUFFERED = 32 * 1024 * 1024
"""Bytes of audio, and of other events, that may wait for the reader of one context."""
_LEAST = 256
"""Bytes that an event takes, however little it says."""


class ContextState:
    """What has arrived for one context and has not been read yet, and how far the context has come."""

    # A context goes through opened, input_ended and ended, in this order; it may end from any of them. `ended` says that no
    # event follows; `failure` says why, if it was not `done`. Events that arrived before a failure are read before it.
    #
    # What has been spoken
    # --------------------
    # The service ends a context with `done`, too, if no text comes for a second after its last audio; text that crosses this
    # `done` on the wire is never spoken. Text that the service took in time is followed by audio. So what was sent after the last
    # chunk had arrived is unspoken when `done` comes. For this, what has arrived has to be read before text is sent. The service
    # answers each such text with an error, which may come in time to be counted, too.

    #
    # What was refused
    # ----------------
    # A context that the service has refused because of the plan's limit ends with `refused` in place of a failure. Nothing of it
    # was spoken, so all of its text is sent again in a fresh context; until then it takes no text.

    usage = Usage()
    """What the client has bought. Contexts without a client share one that is not read."""

    samples = SampleCutter(AudioFormat())
    """Cuts the audio into whole samples, once its format is known. Until then, nothing is cut."""
    group: Any = None
    """The contexts that it is read together with: see `raw_frames`."""

    def __init__(self, context_id: str, fields: Mapping[str, Any] = MappingProxyType({})) -> None:
        self.id = context_id
        self.place = FREE
        """Its turn among the calls of the client, given back when it has ended."""
        self.refused: APIStatusError | None = None
        """What the service said when it refused the context."""
        self.sent = 0
        """Frames that were written."""
        self.fields = dict(fields)
        """Fields that every frame repeats: those of the context, and those that stay the same within it."""
        self.events: deque[TTSWebsocketEvent] = deque()
        """Events that have arrived and have not been read."""
        self.opened = False
        """Whether its first frame has been written, so that the service may know it."""
        self.input_ended = False
        """Whether its last piece of text has been written."""
        self.ended = False
        """Whether nothing more arrives for it."""
        self.failure: CartesiaError | None = None
        """The error for the reader after the last event."""
        self.requested_at = 0.0
        """When the last text was sent, on the clock of the connection."""
        self.answered = True
        """Whether anything has arrived since. If so, and if more text may follow, nothing says that more will arrive."""
        self.received = 0
        """Bytes of audio that have arrived."""
        self.buffered = 0
        """Bytes of audio in `events`, and of the frames of the others."""
        self._sizes: deque[int] = deque()
        """Those of the others."""
        self.texts: list[str] = []
        """Texts that were sent."""
        self.changes: list[dict[str, Any]] = []
        """What each of them had in place of the fields of the context."""
        self.spoken = 0
        """How many of them were sent before the last audio arrived."""
        self.rejected = 0
        """How many frames were rejected because they came after `done`."""

    def reject_last(self) -> None:
        """Count one more of the last frames as rejected, because it came after `done`. The first one began the context."""
        self.rejected += 1  # the last frame may only have ended the input, without a text
        self.spoken = min(self.spoken, max(1, self.sent - self.rejected))

    @property
    def unspoken(self) -> str:
        """Text that was sent after the last audio had arrived; empty if there is nothing to speak in it."""
        text = "".join(self.texts[self.spoken :])
        return text if self.refused is None and is_speakable(text) else ""

    @property
    def is_behind(self) -> bool:
        """Whether so much audio waits for the reader that no more should be read ahead."""
        return self.buffered >= MAX_BUFFERED // 2

    @property
    def duration(self) -> float:
        """Seconds of the audio that has arrived, 0 if unknown."""
        return self.samples.format.seconds(b"", self.received)

    @property
    def expired(self) -> bool:
        """Whether the service has ended the context with `done` before the program ended the input."""
        return self.ended and self.failure is None and self.refused is None and not self.input_ended

    @property
    def is_response_due(self) -> bool:
        """Return whether the service has to send something, rather than to wait for more text."""
        return self.input_ended or not self.answered

    def late(self, seconds: float) -> APITimeoutError:
        """Return the error for an event that did not arrive."""
        text = f"context {self.id}: no event within {seconds:g} s; {self.received} bytes of audio had arrived"
        error = APITimeoutError(text, received=self.received, context_id=self.id)
        error.may_be_billed = self.opened
        return error

    def put(self, event: TTSWebsocketEvent, size: int = 0) -> None:
        """Append an event that has arrived. `size`: bytes of its frame, if it is no audio."""
        self.answered = True
        if type(event) is TTSSocketChunk:
            data = event.data
            self.received += len(data)
            self.spoken = len(self.texts) if self.received else 0  # a chunk may be empty
            if (whole := self.samples.feed(data)) is not data:
                event = event.model_copy(update={"data": whole})
            self.buffered += len(whole) or _LEAST
        else:
            self._sizes.append(size + _LEAST)
            self.buffered += size + _LEAST
        self.events.append(event)
        if self.group is not None:
            self.group.arrived(self)

    def take(self) -> TTSWebsocketEvent | None:
        """Return the next event, or None if there is none. Raise the failure once all events have been read."""
        if not self.events:
            self.raise_failure()
            return None
        event = self.events.popleft()
        if type(event) is TTSSocketChunk:
            self.buffered -= len(event.data) or _LEAST
        else:
            self.buffered -= self._sizes.popleft()
        return event

    def raise_failure(self) -> None:
        """Raise the failure, if there is one: a copy, because a traceback would keep the caller's variables with the state."""
        if self.failure is not None:
            raise copy.copy(self.failure)

    def fail(self, failure: CartesiaError) -> None:
        """End the context with an error, unless it has ended already."""
        if not self.ended or (self.refused is not None and self.failure is None):
            self.failure = failure
            self.end()
            if not failure.may_be_billed:
                self.usage.give_back(sum(map(len, self.texts)))
            if self.opened:
                report_end(f"context {self.id}", failure)
            if self.group is not None:
                self.group.arrived(self)

    def end(self) -> None:
        """End the context: its turn is free, and the audio that has arrived counts."""
        if not self.ended:
            self.usage.heard(self.samples.format, b"", self.received)
        self.ended = True
        self.place.release()

    def again(self) -> list[dict[str, Any]]:
        """Return the fields of the frames that say all that was sent, for a fresh context. Join texts with the same fields."""
        frames: list[dict[str, Any]] = []
        last = None
        for text, changes in zip(self.texts or [""], self.changes or [{}], strict=True):
            fields = {name: value for name, value in changes.items() if name != "flush"}
            if fields != last:
                frames.append({**fields, "transcript": "", "continue": True})
            frames[-1]["transcript"] += text
            frames[-1] |= {name: value for name, value in changes.items() if name == "flush" and value}
            last = fields
        frames[-1]["continue"] = not self.input_ended
        return frames
