"""The conversation on a text-to-speech socket: which frames to send, and whose the arriving ones are. No I/O."""

from __future__ import annotations

import json
import uuid
import weakref
from collections import deque
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import msgspec
from cartesia_api.events import (
    TTSSocketChunk,
    TTSSocketDone,
    TTSWebsocketEvent,
    UnknownEvent,
    decode_tts_websocket_event,
)
from cartesia_api.resources._base import to_json
from cartesia_api.types import UNSET

from ..audio.incomplete import IncompleteAudioError
from ..errors import CartesiaError, Closed, InvalidRequestError, error_fields, from_event
from ..responses import one_line

_FREE = ("transcript", "continue", "flush")
NEEDED = ("model_id", "voice", "output_format")
MAX_BUFFERED = 32 * 1024 * 1024
"""Bytes of audio that may wait for the reader of one context."""


class ContextState:
    """What has arrived for one context, and how it stands. The context holds it; the TTSProtocol only knows it."""

    def __init__(self, context_id: str) -> None:
        self.id = context_id
        self.fields: dict[str, Any] = {}
        self.events: deque[TTSWebsocketEvent] = deque()
        self.opened = False
        self.input_ended = False
        self.ended = False
        self.failure: CartesiaError | None = None
        self.received = 0
        self.buffered = 0

    def put(self, event: TTSWebsocketEvent) -> None:
        if type(event) is TTSSocketChunk:
            size = len(event.data)
            self.received += size
            self.buffered += size
        self.events.append(event)

    def take(self) -> TTSWebsocketEvent | None:
        """The next event; None if there is none. What came before a failure comes first."""
        if not self.events:
            if self.failure is not None:
                raise self.failure
            return None
        event = self.events.popleft()
        if type(event) is TTSSocketChunk:
            self.buffered -= len(event.data)
        return event

    def fail(self, failure: CartesiaError) -> None:
        if not self.ended:
            self.ended, self.failure = True, failure


class TTSProtocol:
    """The conversation over one connection: which frames to send, and whose the arriving ones are. No I/O."""

    def __init__(self) -> None:
        # Weak, so that a context that nobody holds any more is dropped together with what waits for it.
        self._routes: dict[str, weakref.ref[ContextState]] = {}
        self._abandoned: deque[str] = deque()
        self.lost: str | None = None
        """How the connection ended, once it has."""
        self.received_any = False
        """Whether anything has arrived."""

    def open(self, context_id: str | None) -> ContextState:
        name = context_id or str(uuid.uuid4())
        if self._find(name) is not None:
            raise InvalidRequestError(f"the context {name!r} is already open on this connection; its id must be unique")
        state = ContextState(name)
        self._routes[name] = weakref.ref(state, partial(self._forget, name))
        return state

    def _find(self, name: str) -> ContextState | None:
        route = self._routes.get(name)
        return None if route is None else route()

    def _forget(self, name: str, route: weakref.ref[ContextState]) -> None:
        """Called when an state is collected; its name may be another one's by then."""
        if self._routes.get(name) is route:
            del self._routes[name]

    @property
    def contexts(self) -> list[ContextState]:
        """Of the contexts that are under way."""
        return [state for route in list(self._routes.values()) if (state := route()) is not None]

    def request(self, state: ContextState, fields: Mapping[str, Any]) -> str:
        """The frame for a piece of text. Checks it, and fixes what must stay the same within the context."""
        if state.failure is not None:
            raise state.failure
        if state.ended or state.input_ended:
            raise InvalidRequestError(f"the context {state.id!r} takes no more text: its input has been ended")
        given = {name.removesuffix("_"): to_json(value) for name, value in fields.items() if value is not UNSET}
        if given.pop("context_id", state.id) != state.id:
            raise InvalidRequestError(f"this is the context {state.id!r}; its id cannot change")
        for name, value in given.items():
            if name in _FREE:
                continue
            if state.opened and state.fields.get(name) != value:
                raise InvalidRequestError(
                    f"{name} must stay the same within a context: it is {state.fields.get(name)!r}, not {value!r}"
                )
            state.fields[name] = value
        missing = [name for name in NEEDED if name not in state.fields]
        if missing:
            raise InvalidRequestError(f"the context {state.id!r} needs {', '.join(missing)}")
        frame = {**state.fields, **{name: value for name, value in given.items() if name in _FREE}}
        frame.setdefault("transcript", "")
        frame["context_id"] = state.id
        state.opened = True
        state.input_ended = not frame.get("continue")
        return json.dumps(frame, ensure_ascii=False)

    def cancel(self, state: ContextState, why: str) -> str | None:
        """Ends a context here; the frame that ends it there, if there is anything to end."""
        running = state.opened and not state.ended
        state.fail(self.incomplete(state, why))
        self._routes.pop(state.id, None)
        return _cancel_frame(state.id) if running and self.lost is None else None

    def queue_cancel(self, context_id: str) -> None:
        """Notes that nobody holds a context any more. Called when it is collected, at any moment, in any thread."""
        self._abandoned.append(context_id)

    @property
    def has_pending_cancels(self) -> bool:
        return bool(self._abandoned) and self.lost is None

    def pending_cancels(self) -> list[str]:
        """Frames that end contexts which nobody holds any more."""
        frames = []
        while self.has_pending_cancels:
            frames.append(_cancel_frame(self._abandoned.popleft()))
        return frames

    def cancel_all(self, why: str) -> list[str]:
        """Ends everything here; the frames that end it there."""
        frames = self.pending_cancels()
        for state in self.contexts:
            frame = self.cancel(state, why)
            frames += [frame] if frame else []
        return frames

    def feed(self, data: str | bytes) -> Sequence[ContextState]:
        """Takes a frame in, puts it where it belongs, and says where. Raises Closed if the conversation cannot go on."""
        try:
            event = decode_tts_websocket_event(data)
        except msgspec.DecodeError as error:
            raise Closed(f"a frame that cannot be read: {one_line(str(error), 120)}") from None
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
            self._abandoned.append(state.id)
            self._end(state, self.incomplete(state, f"its reader is too slow: {state.buffered} bytes of audio wait"))
        return (state,)

    def _fail(self, fields: dict[str, Any]) -> Sequence[ContextState]:
        """Ends what an error concerns; without an id, it is everybody's."""
        context_id = fields.get("context_id")
        concerned = self.contexts
        if context_id is not None:
            concerned = [state for state in concerned if state.id == context_id]
        for state in concerned:
            self._end(state, from_event(fields, f"context {state.id}", context_id=state.id))
        return concerned

    def connection_lost(self, why: str) -> None:
        """The connection is gone: every context that was under way has failed."""
        self.lost = self.lost or why
        for state in self.contexts:
            self._end(state, self.incomplete(state, why))

    def _end(self, state: ContextState, failure: CartesiaError | None) -> None:
        state.ended, state.failure = True, failure
        self._routes.pop(state.id, None)

    @staticmethod
    def incomplete(state: ContextState, why: str) -> IncompleteAudioError:
        return IncompleteAudioError(
            f"context {state.id}: the audio is not complete: {why}; {state.received} bytes arrived",
            received=state.received,
            context_id=state.id,
        )


def _cancel_frame(context_id: str) -> str:
    return json.dumps({"context_id": context_id, "cancel": True})
