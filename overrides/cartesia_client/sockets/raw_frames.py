"""The text-to-speech socket without context objects: frames go in as dicts, and the events of all their contexts come out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

from cartesia_api.bodies import json_field
from cartesia_api.events import TTSSocketDone, TTSWebsocketEvent, decode_tts_websocket_event
from cartesia_io.steps import result_of

from ..errors import APIConnectionError, APITimeoutError, CartesiaError, InvalidRequestError
from .context_state import ContextState
from .transcripts import check_timeout

# Each frame goes through the context that it names, so it is checked, counted and cancelled as if the program had made that one.
# The contexts are read as one conversation, a `Group`: each event, and each failure, adds its context to the queue of the group,
# which hands them out in the order in which they arrived.


class Group:
    """The contexts that were begun with frames, as one conversation. See `Conversation` in cartesia_io.sockets.connection."""

    id, opened, is_behind, received = "", False, False, 0

    def __init__(self) -> None:
        self.contexts: dict[str, Any] = {}
        """The contexts that go on."""
        self.events: deque[ContextState | TTSSocketDone] = deque()
        """Contexts that have something to take, once for each, and the ends of those that the program has cancelled."""
        self.ended = False
        """Whether the connection has ended."""

    def _states(self) -> Iterator[ContextState]:
        states = (context._state for context in list(self.contexts.values()))
        return (state for state in states if state is not None and not state.ended)

    @property
    def is_response_due(self) -> bool:
        """Whether one of the contexts waits for the service."""
        return any(state.is_response_due for state in self._states())

    @property
    def requested_at(self) -> float:
        """When the service was last asked for something."""
        return max((state.requested_at for state in self._states()), default=0.0)

    def late(self, seconds: float) -> APITimeoutError:
        """Return the error for an event that did not arrive."""
        for state in self._states():
            return state.late(seconds)
        return APITimeoutError(f"no event within {seconds:g} s")

    def take(self) -> TTSWebsocketEvent | None:
        """Return the next event, or None. Raise how a context failed once its events have been taken."""
        while self.events:
            state = self.events.popleft()
            if isinstance(state, TTSSocketDone):
                return state
            if state.group is self:
                try:
                    event = state.take()
                except CartesiaError:
                    self.contexts.pop(state.id, None)
                    raise
                if isinstance(event, TTSSocketDone):
                    self.contexts.pop(state.id, None)
                return event
        return None

    def fail(self, error: Exception) -> None:
        """End the conversation: the connection is lost, and each context has failed."""
        self.ended = True


class FrameSteps:
    """What the sockets of threads and of tasks do with frames, step by step."""

    _closed: bool
    _connection: Any
    _get_connection: Callable[[], Any]
    _group: Group
    _new_context: Any

    @staticmethod
    def parse_event(data: str | bytes) -> TTSWebsocketEvent:
        """Return the event in a message that `recv_bytes` returned. Raise APIConnectionError if it is none."""
        try:
            return decode_tts_websocket_event(data)
        except ValueError:
            pass  # not raised here: the error of the decoder repeats what it has read
        raise APIConnectionError("the message is not an event of the text-to-speech socket")

    async def _send_frame(self, given: Any) -> None:
        frame = json_field("the frame", given)
        if not isinstance(frame, dict):
            raise InvalidRequestError(
                f"a frame must be a dict, or a model such as GenerationRequest, not {type(given).__name__}"
            )
        name, group = frame.pop("context_id", None), self._group
        context = group.contexts.get(name)
        if frame.pop("cancel", None):
            if context is not None:
                await self._cancel_frame(context)
            return
        text, more = frame.pop("transcript", ""), frame.pop("continue", False)
        is_new = context is None
        if context is None:
            context = self._new_context(name, None, {})
            context._group = group
            group.contexts[context.context_id] = context
        try:
            await result_of(context.send(text, continue_=more, **frame))
        except BaseException:
            if is_new:
                group.contexts.pop(context.context_id, None)
            raise

    async def _cancel_frame(self, context: Any) -> None:
        """Cancel a context. The service says `done` for it; so does this, for the program that waits for that."""
        group, state = self._group, context._state
        group.contexts.pop(context.context_id, None)
        if state is not None and not state.ended:
            state.group = None
            group.events.append(TTSSocketDone(context_id=state.id, done=True, status_code=206))
            await context._cancel()

    async def _next(self, timeout: float | None = None) -> TTSWebsocketEvent | None:
        """Return the next event of all contexts that frames began; None once the connection has ended."""
        check_timeout(timeout)
        group = self._group
        while not (self._closed and not group.events):
            connection = self._connection or await self._get_connection()
            group.ended = connection.protocol.lost is not None
            event: TTSWebsocketEvent | None = await result_of(
                connection.receive(group, connection.patience(group, timeout))
            )
            if event is not None:
                return event
            if group.ended:
                return None
        return None

    async def _recv(self, timeout: float | None = None) -> TTSWebsocketEvent:
        if (event := await self._next(timeout)) is None:
            raise EOFError("the connection has ended")
        return event
