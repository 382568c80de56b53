"""The protocol of the text-to-speech socket: which frames to send, and which context an event belongs to. No I/O."""

from __future__ import annotations

import json
import uuid
import weakref
from collections import deque
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import msgspec
from cartesia_api.bodies import to_json
from cartesia_api.events import (
    TTSSocketChunk,
    TTSSocketDone,
    TTSWebsocketEvent,
    UnknownEvent,
    decode_tts_websocket_event,
)
from cartesia_api.types import UNSET

from ..audio.incomplete import IncompleteAudioError
from ..errors import CartesiaError, Closed, InvalidRequestError, error_fields, from_event
from ..responses import one_line

_REQUIRED = ("model_id", "voice", "output_format")
_CHANGEABLE = ("transcript", "continue", "flush")
"""Fields that may differ from frame to frame; all others stay the same within a context."""
MAX_BUFFERED = 32 * 1024 * 1024
"""Bytes of audio that may wait for the reader of one context."""


class ContextState:
    """What has arrived for one context and has not been read yet, and how far the context has come."""

    # A context goes through opened, input_ended and ended, in this order; it may end from any of them. `ended` says that no
    # event follows; `failure` says why, if it was not `done`. Events that arrived before a failure are read before it.

    def __init__(self, context_id: str) -> None:
        self.id = context_id
        self.fields: dict[str, Any] = {}
        """Fields of its first frame that stay the same; every later frame repeats them."""
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
        self.received = 0
        """Bytes of audio that have arrived."""
        self.buffered = 0
        """Bytes of audio in `events`."""

    def put(self, event: TTSWebsocketEvent) -> None:
        """Append an event that has arrived."""
        if type(event) is TTSSocketChunk:
            size = len(event.data)
            self.received += size
            self.buffered += size
        self.events.append(event)

    def take(self) -> TTSWebsocketEvent | None:
        """Return the next event, or None if there is none. Raise the failure once all events have been read."""
        if not self.events:
            if self.failure is not None:
                raise self.failure
            return None
        event = self.events.popleft()
        if type(event) is TTSSocketChunk:
            self.buffered -= len(event.data)
        return event

    def fail(self, failure: CartesiaError) -> None:
        """End the context with an error, unless it has ended already."""
        if not self.ended:
            self.ended, self.failure = True, failure


class TTSProtocol:
    """The state of one connection: its contexts, and what they still owe the service."""

    # Methods that write (`generation_request`, `cancel`, `pending_cancels`) return frames, and the connection sends them;
    # `feed` takes a frame that has arrived. The connection of threads calls `open_context`, `cancel`, `feed` and
    # `connection_lost` under its lock; `generation_request` touches nothing but its own context, and `pending_cancels` and
    # `queue_cancel` nothing but a deque, whose append and popleft are atomic.

    def __init__(self) -> None:
        # References are weak: a context that the program has dropped goes together with the audio that waits for it.
        self._contexts: dict[str, weakref.ref[ContextState]] = {}
        self._pending: deque[str] = deque()
        """Ids of contexts that have ended here and not there: a cancel frame is still to be sent for each."""
        self.lost: str | None = None
        """How the connection ended, once it has."""
        self.received_any = False
        """Whether anything has arrived. A connection that never received anything counts as a failed attempt."""

    def open_context(self, context_id: str | None) -> ContextState:
        """Return the state of a new context. Its id is made up if None, and must not be that of an open context."""
        name = context_id or str(uuid.uuid4())
        if self._find(name) is not None:
            raise InvalidRequestError(f"the context {name!r} is already open on this connection; its id must be unique")
        state = ContextState(name)
        self._contexts[name] = weakref.ref(state, partial(self._forget, name))
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
        return [state for reference in list(self._contexts.values()) if (state := reference()) is not None]

    def generation_request(self, state: ContextState, fields: Mapping[str, Any]) -> str:
        """Return the frame for a piece of text. Check its fields, and keep those that stay the same within the context."""
        if state.failure is not None:
            raise state.failure
        if state.ended or state.input_ended:
            raise InvalidRequestError(
                f"the context {state.id!r} is closed for input; send further text in a new context"
            )
        given = {name.removesuffix("_"): to_json(value) for name, value in fields.items() if value is not UNSET}
        if given.pop("context_id", state.id) != state.id:
            raise InvalidRequestError(f"the id of the context {state.id!r} cannot change; open another context instead")
        for name, value in given.items():
            if name in _CHANGEABLE:
                continue
            if state.opened and state.fields.get(name) != value:
                raise cannot_change(name, state.fields.get(name), value)
            state.fields[name] = value
        missing = [name for name in _REQUIRED if name not in state.fields]
        if missing:
            raise InvalidRequestError(f"the context {state.id!r} is missing {', '.join(missing)}")
        frame = {**state.fields, **{name: value for name, value in given.items() if name in _CHANGEABLE}}
        frame.setdefault("transcript", "")
        frame["context_id"] = state.id
        state.opened = True
        state.input_ended = not frame.get("continue")
        return json.dumps(frame, ensure_ascii=False)

    def cancel(self, state: ContextState, why: str) -> str | None:
        """End a context. Return the frame that ends it at the service, or None if there is nothing to end there."""
        running = state.opened and not state.ended
        state.fail(self.incomplete(state, why))
        self._contexts.pop(state.id, None)
        return _cancel_frame(state.id) if running and self.lost is None else None

    def cancel_all(self, why: str) -> list[str]:
        """End all contexts. Return the frames that end them at the service."""
        frames = self.pending_cancels()
        for state in self.contexts:
            frame = self.cancel(state, why)
            frames += [frame] if frame else []
        return frames

    def queue_cancel(self, context_id: str) -> None:
        """Have a context cancelled at the service with the next frames. May be called by the garbage collector."""
        self._pending.append(context_id)

    @property
    def has_pending_cancels(self) -> bool:
        """Return whether cancel frames are still to be sent."""
        return bool(self._pending) and self.lost is None

    def pending_cancels(self) -> list[str]:
        """Return the cancel frames that are still to be sent, once each."""
        frames = []
        while self.has_pending_cancels:
            try:
                frames.append(_cancel_frame(self._pending.popleft()))
            except IndexError:
                break  # another thread has taken the last one
        return frames

    def feed(self, data: str | bytes) -> Sequence[ContextState]:
        """Put an event where it belongs, and return the contexts that it concerns.

        Raises:
            Closed: The frame cannot be read, so the connection cannot go on.
        """
        try:
            event = decode_tts_websocket_event(data)
        except msgspec.DecodeError as error:
            raise Closed(f"a frame is invalid: {one_line(str(error), 120)}") from None
        self.received_any = True
        if (fields := error_fields(event)) is not None:
            return self._fail(fields)
        context_id = event.fields.get("context_id") if isinstance(event, UnknownEvent) else event.context_id
        state = self._find(context_id) if isinstance(context_id, str) else None
        if state is None or state.ended:
            return ()  # of a context that was cancelled or dropped
        state.put(event)
        if isinstance(event, TTSSocketDone):
            self._end(state, None)
        elif state.buffered > MAX_BUFFERED:
            self.queue_cancel(state.id)
            self._end(state, self.incomplete(state, f"its reader is too slow: {state.buffered} bytes of audio wait"))
        return (state,)

    def _fail(self, fields: dict[str, Any]) -> Sequence[ContextState]:
        """End the context that an error names, or all of them if it names none."""
        context_id = fields.get("context_id")
        concerned = self.contexts
        if context_id is not None:
            concerned = [state for state in concerned if state.id == context_id]
        for state in concerned:
            self._end(state, from_event(fields, f"context {state.id}", context_id=state.id))
        return concerned

    def connection_lost(self, why: str) -> None:
        """Fail every open context. Only the first reason counts."""
        self.lost = self.lost or why
        for state in self.contexts:
            self._end(state, self.incomplete(state, why))

    def _end(self, state: ContextState, failure: CartesiaError | None) -> None:
        state.ended, state.failure = True, failure
        self._contexts.pop(state.id, None)

    @staticmethod
    def incomplete(state: ContextState, why: str) -> IncompleteAudioError:
        """Return the error of a context that ends before it is done."""
        return IncompleteAudioError(
            f"context {state.id}: the audio is not complete: {why}; {state.received} bytes arrived",
            received=state.received,
            context_id=state.id,
        )


def cannot_change(name: str, before: Any, after: Any) -> InvalidRequestError:
    """Return the error for a field that differs from what it was earlier in the context."""
    was = "was not set" if before is None else f"was {before!r}"
    return InvalidRequestError(f"{name} cannot change within a context ({was}, got {after!r})")


def _cancel_frame(context_id: str) -> str:
    return json.dumps({"context_id": context_id, "cancel": True})
