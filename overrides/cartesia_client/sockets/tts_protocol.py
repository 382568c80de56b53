"""The protocol of the text-to-speech socket: which frames to send, and which context an event belongs to. No I/O."""

from __future__ import annotations

import time
import weakref
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import Any

import msgspec
from cartesia_api.bodies import json_field
from cartesia_api.contexts import FIXED, REQUIRED
from cartesia_api.events import (
    TTSSocketChunk,
    TTSSocketDone,
    TTSWebsocketEvent,
    UnknownEvent,
    decode_tts_websocket_event,
)
from cartesia_api.frames import frame_text
from cartesia_io.audio.formats import AudioFormat, SampleCutter
from cartesia_io.logs import report_end
from cartesia_io.sockets.closed import Closed
from cartesia_io.text import one_line
from cartesia_io.values import Remembered

from ..audio.incomplete import IncompleteAudioError
from ..errors import CartesiaError, InvalidRequestError, RateLimitError, error_fields, from_event
from .context_state import MAX_BUFFERED, ContextState

CANCELLED = "the context was cancelled"
_OF_TEXT = {"transcript", "continue"}
MAX_USED = 10_000
"""How many ids of contexts a connection remembers, so that none is used twice."""


class TTSProtocol:
    """The state of one connection: its contexts, and what they still owe the service."""

    # Methods that write (`generation_request`, `cancel`, `pending_cancels`) return frames, and the connection sends them;
    # `feed` takes a frame that has arrived. The connection of threads calls `open_context`, `cancel`, `feed` and
    # `connection_lost` under its lock; `generation_request` touches nothing but its own context, and `pending_cancels` and
    # `queue_cancel` nothing but a deque, whose append and popleft are atomic.

    loss = IncompleteAudioError

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        # References are weak: a context that the program has dropped goes together with the audio that waits for it.
        self._contexts: dict[str, weakref.ref[ContextState]] = {}
        self._used = Remembered(MAX_USED)
        """Ids of contexts that the service may know."""
        self._pending: deque[str] = deque()
        """Ids of contexts that have ended here and not there: a cancel frame is still to be sent for each."""
        self.lost: str | None = None
        """How the connection ended, once it has."""
        self.received_any = False
        """Whether anything has arrived. A connection that never received anything counts as a failed attempt."""

    def has_had(self, context_id: str) -> bool:
        """Return whether a context of this id has ended."""
        return context_id in self._used

    def open_context(self, context_id: str, fields: Mapping[str, Any] = MappingProxyType({})) -> ContextState:
        """Return the state of a new context, whose id must not have been used on this connection."""
        if context_id in self._used or self._find(context_id) is not None:
            raise InvalidRequestError(
                f"the context {context_id!r} is already open on this connection, or was: its id must be unique; choose "
                "another one, or leave it out"
            )
        state = ContextState(context_id, fields)
        self._contexts[context_id] = weakref.ref(state, partial(self._forget, context_id))
        return state

    def _find(self, name: str) -> ContextState | None:
        reference = self._contexts.get(name)
        return None if reference is None else reference()

    def _forget(self, name: str, reference: weakref.ref[ContextState]) -> None:
        """Remove a context that has been collected. Its name may belong to another one by then."""
        if self._contexts.get(name) is reference:
            del self._contexts[name]

    @property
    def contexts(self) -> list[ContextState]:
        """Return the contexts that are open."""
        states = [reference() for reference in list(self._contexts.values())]
        return [state for state in states if state is not None and not state.ended]

    def generation_request(self, state: ContextState, given: Mapping[str, Any]) -> str:
        """Return the frame for a piece of text. Check its fields, and keep those that stay the same within the context."""
        return self.write(state, *self.checked(state, given))

    @classmethod
    def checked(cls, state: ContextState, given: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return the fields for a piece of text that stay the same within the context, and the others. Note nothing yet."""
        state.raise_failure()
        transcript = json_field("transcript", given.get("transcript", ""))
        if not isinstance(transcript, str):
            raise InvalidRequestError(f"transcript must be str, not {type(transcript).__name__}")
        if state.ended or state.input_ended:
            if state.expired:
                why = "the context had expired before all text was sent"
                raise cls.incomplete(state, why, state.unspoken + transcript)
            raise InvalidRequestError(
                f"the context {state.id!r} is closed for input; send further text in a new context"
            )
        fixed, own = {}, given
        if not given.keys().isdisjoint(FIXED):
            fixed = {name: given[name] for name in FIXED if given.get(name) is not None}
            own = {name: value for name, value in given.items() if name not in FIXED}
        for name, value in fixed.items():
            before = state.fields.get(name)
            if value != before and (state.opened or before is not None):
                raise cannot_change(name, before, value)
        known = {**state.fields, **fixed}
        if not state.opened and (missing := [name for name in REQUIRED if known.get(name) is None]):
            raise InvalidRequestError(f"the context {state.id!r} is missing {', '.join(missing)}")
        return fixed, {**own, "transcript": transcript}

    def write(self, state: ContextState, fixed: Mapping[str, Any], given: Mapping[str, Any]) -> str:
        """Return the frame for fields that `checked` has returned, and note what the service knows from now on."""
        state.fields |= fixed
        frame = {**state.fields, **given, "context_id": state.id}
        if not state.opened:
            state.samples = SampleCutter(AudioFormat.of(frame["output_format"]))
            self._used.add(state.id)
        state.opened, state.requested_at, state.answered = True, self.clock(), False
        state.sent += 1
        state.input_ended = not frame.get("continue")
        if frame["transcript"] or not state.input_ended:
            state.texts.append(frame["transcript"])
            state.changes.append({name: given[name] for name in given.keys() - _OF_TEXT} if len(given) > 2 else {})
        return frame_text(frame)

    def cancel(self, state: ContextState, why: str = CANCELLED) -> str | None:
        """End a context. Return the frame that ends it at the service, or None if there is nothing to end there."""
        running = state.opened and not state.ended
        state.fail(self.incomplete(state, why))
        self._contexts.pop(state.id, None)
        return _cancel_frame(state.id) if running and self.lost is None else None

    def cancel_all(self, why: str) -> list[str]:
        """End all contexts. Return the frames that end them at the service."""
        frames = [self.cancel(state, why) for state in self.contexts]
        return [*self.pending_cancels(), *filter(None, frames)]

    def queue_cancel(self, context_id: str) -> None:
        """Have a context cancelled at the service with the next frames. May be called by the garbage collector."""
        self._pending.append(context_id)

    @property
    def has_pending_cancels(self) -> bool:
        """Return whether cancel frames are still to be sent."""
        return bool(self._pending) and self.lost is None

    def next_cancel(self) -> str | None:
        """Return the next cancel frame that is still to be sent, or None."""
        try:
            return _cancel_frame(self._pending.popleft()) if self.lost is None else None
        except IndexError:
            return None

    def pending_cancels(self) -> list[str]:
        """Return the cancel frames that are still to be sent, once each."""
        return list(iter(self.next_cancel, None))

    def feed(self, data: str | bytes) -> Sequence[Any]:
        """Put an event where it belongs, and return the contexts that it concerns.

        Raises:
            Closed: The frame cannot be read, so the connection cannot go on.
        """
        try:
            event = decode_tts_websocket_event(data)
        except msgspec.DecodeError as error:
            raise Closed(f"a frame is invalid: {one_line(str(error), 120)}") from None
        self.received_any = True
        if type(event) is TTSSocketChunk:
            return self._put(event, event.context_id, 0)
        if (fields := error_fields(event)) is not None:
            return self._fail(fields)
        context_id = event.fields.get("context_id") if isinstance(event, UnknownEvent) else event.context_id
        return self._put(event, context_id, len(data)) if isinstance(context_id, str) else ()

    def _put(self, event: TTSWebsocketEvent, context_id: str, size: int) -> Sequence[Any]:
        """Give an event to its context, and return what it concerns: nothing if that was cancelled or dropped.

        Args:
            event: The event.
            context_id: The context.
            size: Bytes of its frame, if it is no audio.
        """
        reference = self._contexts.get(context_id)
        state = None if reference is None else reference()
        if state is None or state.ended:
            return ()
        state.put(event, size)
        if isinstance(event, TTSSocketDone):
            failure = self.incomplete(state, "it ended within a sample") if state.samples.rest else None
            if state.group is not None:  # of others, the reader decides: it may speak the rest in another context
                failure = failure or self.unspoken(state)
            if failure is not None:
                state.fail(failure)
            else:
                report_end(f"context {state.id}")
            state.end()
        elif state.buffered > MAX_BUFFERED:
            self.queue_cancel(state.id)
            self._end(state, self.incomplete(state, f"its reader is too slow: {state.buffered} bytes wait"))
        return (state,) if state.group is None else (state, state.group)

    def _fail(self, fields: dict[str, Any]) -> Sequence[Any]:
        """End the context that an error names, or all of them if it names none."""
        context_id = fields.get("context_id")
        concerned = self.contexts
        if isinstance(context_id, str) and context_id:
            state = self._find(context_id)
            if state is not None and state.ended:
                state.reject_last()
            concerned = [state] if state is not None and not state.ended else []
        for state in concerned:
            failure = from_event(fields, f"context {state.id}", context_id=state.id)
            failure.received = state.received
            failure.may_be_billed = failure.may_be_billed or state.received > 0
            if isinstance(failure, RateLimitError) and not state.received and state.group is None:
                self._refuse(state, failure)
            else:
                self._end(state, failure)
        return [*concerned, *(state.group for state in concerned if state.group is not None)]

    def _refuse(self, state: ContextState, failure: RateLimitError) -> None:
        """End a context of which nothing was spoken, so that its text may be sent again."""
        state.ended, state.refused = True, failure
        self._contexts.pop(state.id, None)
        if state.sent > 1:
            self.queue_cancel(state.id)  # a later frame may have opened it

    def connection_lost(self, why: str) -> None:
        """Fail every open context. Only the first reason counts."""
        self.lost = self.lost or why
        for state in self.contexts:
            self._end(state, self.incomplete(state, why))

    def _end(self, state: ContextState, failure: CartesiaError) -> None:
        state.fail(failure)
        self._contexts.pop(state.id, None)

    def end_if_lost(self, state: ContextState) -> None:
        """Fail a context that is not known any more, so that its reader does not wait on a lost connection."""
        if self.lost is not None:
            state.fail(self.incomplete(state, self.lost))

    @staticmethod
    def bystander() -> ContextState:
        """Return a context that nothing arrives for. To read for it is to read for all others."""
        return ContextState("")

    @classmethod
    def unspoken(cls, state: ContextState) -> IncompleteAudioError | None:
        """Return the error of a context that is done before all of its text was spoken; None if all was."""
        why = "the context expired before all text was spoken" if state.received else "it is done without any audio"
        return cls.incomplete(state, why, state.unspoken) if state.unspoken else None

    @staticmethod
    def incomplete(state: ContextState, why: str, unspoken: str = "") -> IncompleteAudioError:
        """Return the error of a context that ends before it is done, or before all of its text was spoken."""
        lacking = f"; not spoken: {unspoken!r}" if unspoken else ""
        failure = IncompleteAudioError(
            f"context {state.id}: the audio is not complete: {why}{lacking}; {state.received} bytes arrived",
            received=state.received,
            duration=state.duration,
            context_id=state.id,
        )
        failure.unspoken = unspoken
        return failure


def cannot_change(name: str, before: Any, after: Any) -> InvalidRequestError:
    """Return the error for a field that differs from what it was earlier in the context."""
    was = "was not set" if before is None else f"was {before!r}"
    return InvalidRequestError(f"{name} cannot change within a context ({was}, got {after!r})")


def _cancel_frame(context_id: str) -> str:
    return frame_text({"context_id": context_id, "cancel": True})
