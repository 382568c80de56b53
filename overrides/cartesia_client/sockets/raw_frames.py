"""The text-to-speech socket without context objects: frames go in as dicts, and the events of all their contexts come out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cartesia_api.bodies import json_field
from cartesia_api.events import TTSSocketDone, TTSWebsocketEvent, decode_tts_websocket_event
from cartesia_io.rules import check_message
from cartesia_io.sockets.group import Group
from cartesia_io.steps import result_of

from ..errors import APIConnectionError, APITimeoutError, InvalidRequestError

# Each frame goes through the context that it names, so it is checked, counted and cancelled as if the program had made that one.
# The contexts are read as one conversation, a `Group`.


class FrameSteps:
    """What the sockets of threads and of tasks do with frames, step by step."""

    _closed: bool
    _connection: Any
    _get_connection: Callable[[], Any]
    _new_context: Any

    def __init__(self) -> None:
        self._group = Group(lambda context: context._state, APITimeoutError)

    @staticmethod
    def parse_event(data: str | bytes) -> TTSWebsocketEvent:
        """Return the event in a message that `recv_bytes` returned. Raise APIConnectionError if it is none."""
        message = check_message(data)
        try:
            return decode_tts_websocket_event(message)
        except ValueError:
            pass  # not raised here: the error of the decoder repeats what it has read
        raise APIConnectionError("the message is not an event of the text-to-speech socket")

    async def _send_frame(self, given: Any) -> None:
        frame = json_field("the frame", given)
        if not isinstance(frame, dict) or not all(isinstance(name, str) for name in frame):
            raise InvalidRequestError(
                f"a frame must be a dict, or a model such as GenerationRequest, not {type(given).__name__}"
            )
        name, group = frame.pop("context_id", None), self._group
        context = group.members.get(name)
        if frame.pop("cancel", None):
            if context is not None:
                await self._cancel_frame(context)
            elif self._connection is None or not self._connection.protocol.has_had(name):
                group.is_asked = True
            return
        text, more = frame.pop("transcript", ""), frame.pop("continue", False)
        is_new = context is None
        if context is None:
            context = self._new_context(name, None, {})
            context._group = group
            group.members[context.context_id] = context
        try:
            await result_of(context.send(text, continue_=more, **frame))
        except BaseException:
            if is_new:
                group.members.pop(context.context_id, None)
            raise

    async def _cancel_frame(self, context: Any) -> None:
        """Cancel a context. The service says `done` for it; so does this, for the program that waits for that."""
        group, state = self._group, context._state
        group.members.pop(context.context_id, None)
        if state is not None and not state.ended:
            state.group = None
            group.arrived(None, TTSSocketDone(context_id=state.id, done=True, status_code=206))
            await context._cancel()

    async def _next_event(self, timeout: float | None = None) -> TTSWebsocketEvent | None:
        """Return the next event of all contexts that frames began; None once the connection has ended."""
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
