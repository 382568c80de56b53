"""The text-to-speech socket: many contexts on one connection, each of which speaks in a task of its own."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Hashable, Mapping
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from ..description.contract import Channel
from ..description.errors import STRUCTURED_SINCE, APIError, error_event, invalid
from ..description.explain import explain
from ..description.projection import project_message
from ..description.versions import with_mode
from ..state.state import State
from ..tts.request import check_tts_request, pronunciation_of, timbre_for
from ..voice.embeddings import EMBEDDING_SIZE, is_embedding, timbre_from_embedding
from ..voice.transcript import is_speakable
from . import frames
from .tts_context import SpeechContext

MAX_ENDED = 4096
"""How many ended contexts of a socket are remembered."""


class TTSSocket:
    """One open socket.

    Args:
        socket: The accepted connection.
        channel: The socket as the version of the request describes it, or the newest one if that has none.
        state: The state of the sandbox.
        version: The version of the request.
        request_id: The id of the request, for errors.
        query: Returns the query parameters of a connection with their types; this socket has none.
    """

    # A context is open, or ended. While it is open, its task sends events, and the socket receives frames for it. A late
    # frame for an ended context is an error, unless it only closes the input: client and server may end it at once.

    def __init__(
        self,
        socket: WebSocket,
        channel: Channel,
        state: State,
        version: str,
        request_id: str,
        query: Callable[[WebSocket], Mapping[str, Any]],
    ) -> None:
        self.socket = socket
        self._channel = channel
        self.state = state
        self.version = version
        self.request_id = request_id
        self._validator = channel.contract.validator_for({"$ref": "#/components/schemas/GenerationRequest"})
        self._settings = channel.contract.validator_for({"$ref": "#/components/schemas/GenerationConfig"})
        self._contexts: dict[Hashable, SpeechContext] = {}
        self._ended: dict[Hashable, None] = {}
        self._sending = asyncio.Lock()
        self._last = time.monotonic()
        """When the last frame was sent or received."""

    async def run(self, idle_seconds: float) -> None:
        """Serve until the client disconnects, or until no frame is sent or received for `idle_seconds`."""
        try:
            while (text := await self._receive(idle_seconds)) is not None:
                await self._handle(text)
        except WebSocketDisconnect:
            return
        finally:
            tasks = [context.task for context in self._contexts.values()]
            for context in list(self._contexts.values()):
                self.forget(context)
                context.task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _receive(self, idle_seconds: float) -> str | None:
        """Return the text of the next frame; None when the client disconnects or the socket is idle for too long."""
        while True:
            # A socket with an open context is not idle, and neither is one that has sent audio in the meantime.
            left = idle_seconds if self._contexts else self._last + idle_seconds - time.monotonic()
            try:
                async with asyncio.timeout(left):
                    message = await self.socket.receive()
            except TimeoutError:
                if self._contexts or time.monotonic() - self._last < idle_seconds:
                    continue
                await self.socket.close(1000, "connection idle timeout")
                return None
            self._last = time.monotonic()
            if message["type"] == "websocket.disconnect":
                return None
            return message.get("text") or (message.get("bytes") or b"").decode("utf-8", "replace")

    async def _handle(self, text: str) -> None:
        frame, fault = frames.parse(text)
        name = frame.get("context_id")
        name = name if isinstance(name, str) else None
        # Before 2026, a frame may have no id, and is then a context of its own.
        key: Hashable = object() if name is None else name
        try:
            if fault is not None:
                raise fault
            await self._route(key, name, frames.without_nulls(frame))
        except APIError as error:
            await self.fail(key, name, error)

    async def _route(self, key: Hashable, name: str | None, frame: Mapping[str, Any]) -> None:
        """Hand a frame to its context, which may be new, or to be canceled."""
        context = self._contexts.get(key)
        if frame.get("cancel"):
            if context is not None:
                self.forget(context)
                context.task.cancel()
                await self.send(name, "done", done=True)
            return
        if key in self._ended or (context is not None and context.closed):
            if not _only_closes(frame):
                raise APIError(400, "Context has closed", title="Invalid context")
            return
        if context is None:
            context = self._open(key, name, frame)
        elif faults := explain(self._settings.iter_errors(frame.get("generation_config", {}))):
            raise invalid("; ".join(f"generation_config: {fault}" for fault in faults))
        context.put(frame)

    def _open(self, key: Hashable, name: str | None, frame: Mapping[str, Any]) -> SpeechContext:
        """Return a new context for its first frame. Raise APIError if the frame cannot start one."""
        embedding = self._check_first(frame)
        timbre = timbre_from_embedding(embedding) if embedding else timbre_for(frame, self.state)
        pronunciation = pronunciation_of(frame, self.state)
        context = SpeechContext(self, key, name, frame, timbre, pronunciation, self.state.limits.acquire("tts"))
        self._contexts[key] = context
        return context

    def _check_first(self, frame: Mapping[str, Any]) -> Any:
        """Check the first frame of a context, and return the embedding that earlier versions may have as the voice."""
        embedding: Any = None
        checked = with_mode(frame, self.version)
        if self.version < STRUCTURED_SINCE:
            # Until 2026, the service took embeddings as the voice, and frames without an id. Not all of these contracts say so.
            voice = frame.get("voice")
            embedding = voice.get("embedding") if isinstance(voice, dict) else None
            checked = {"context_id": "", **checked, **({"voice": {"mode": "id", "id": ""}} if embedding else {})}
        if faults := explain(self._validator.iter_errors(checked)):
            raise invalid("; ".join(faults))
        if embedding and not is_embedding(embedding):
            raise invalid(f"voice.embedding: must be {EMBEDDING_SIZE} numbers")
        if not is_speakable(frame["transcript"]):
            raise APIError(
                400, "Your initial transcript is empty or contains only punctuation.", title="Invalid transcript"
            )
        check_tts_request(frame, self.state.models, "contexts")
        return embedding

    def forget(self, context: SpeechContext) -> None:
        """Mark a context as ended, and release its lease: before the client is sent the end, and may open another."""
        context.lease.release()
        if self._contexts.pop(context.key, None) is not None and context.name is not None:
            self._ended[context.key] = None
            if len(self._ended) > MAX_ENDED:
                del self._ended[next(iter(self._ended))]

    async def send(self, name: str | None, kind: str, *, done: bool = False, status: int = 206, **fields: Any) -> None:
        """Send an event of a context. Events of several contexts never interleave."""
        event: dict[str, Any] = {"type": kind, "done": done, "status_code": status, **fields}
        # Clients of earlier versions read the key in every message; later ones only where there is an id.
        if name is not None or self.version < STRUCTURED_SINCE:
            event["context_id"] = name
        async with self._sending:
            self._last = time.monotonic()
            await frames.send(self.socket, project_message(event, self._channel))

    async def fail(self, key: Hashable, name: str | None, error: APIError) -> None:
        """End a context with an error. The socket stays open."""
        if (context := self._contexts.get(key)) is not None:
            self.forget(context)
            if (
                context.task is not asyncio.current_task()
            ):  # else it is the context that reports its own error, and ends
                context.task.cancel()
        event = error_event(error, self.version, self.request_id, listening=False)
        await self.send(name, event.pop("type"), done=event.pop("done"), status=event.pop("status_code"), **event)


def _only_closes(frame: Mapping[str, Any]) -> bool:
    """Return whether a frame only ends the input."""
    return not str(frame.get("transcript", "")).strip() and not frame.get("continue") and not frame.get("flush")
