"""The text-to-speech socket: contexts that take text piece by piece and speak it, each in a task of its own."""

from __future__ import annotations

import asyncio
import base64
import json
import time
from collections.abc import Callable, Hashable, Mapping
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from ..description.contract import Contract
from ..description.errors import STRUCTURED_SINCE, APIError, error_event, invalid
from ..description.explain import explain
from ..state.limits import Lease
from ..state.state import State
from ..tts_request import (
    TIMESTAMP_FIELDS,
    check_tts_request,
    pronunciation_of,
    speed_and_volume,
    timbre_for,
    timestamp_events,
)
from ..voice.embeddings import EMBEDDING_SIZE, is_embedding, timbre_from_embedding
from ..voice.encode import Encoder
from ..voice.pacing import chunks
from ..voice.pronunciation import PronunciationRules
from ..voice.sound import Timbre
from ..voice.transcript import is_speakable
from . import frames

DEFAULT_DELAY_MS = 3000
"""How long text may be held back where a frame does not say; before 2026 each piece was spoken at once."""
FLUSHES_FROM_ONE_SINCE = "2025-04-16"
"""The libraries of earlier versions have a list of queues, one more after each flush, and take the number as its index;
what has no number goes to the last queue, even if it was said before the flush."""
REMEMBERED = 4096
"""How many ended contexts of a socket are known as such."""
_SENTENCE_END = (*".!?:;", "\u3002", "\uff01", "\uff1f")  # also those of Chinese and Japanese


class TTSSocket:
    """One open socket."""

    def __init__(
        self,
        socket: WebSocket,
        contract: Contract,
        state: State,
        version: str,
        request_id: str,
        query: Callable[[WebSocket], Mapping[str, Any]],
    ) -> None:
        self.socket = socket
        self.state = state
        self.version = version
        self.request_id = request_id
        self._validator = contract.validator_for({"$ref": "#/components/schemas/GenerationRequest"})
        self._contexts: dict[Hashable, SpeechContext] = {}
        self._ended: dict[Hashable, None] = {}
        self._sending = asyncio.Lock()
        self._last = time.monotonic()

    async def run(self, idle_seconds: float) -> None:
        """Serves until the client goes, or until nothing has been said on either side for too long."""
        try:
            while True:
                left = idle_seconds if self._contexts else self._last + idle_seconds - time.monotonic()
                try:
                    async with asyncio.timeout(left):
                        message = await self.socket.receive()
                except TimeoutError:
                    if self._contexts or time.monotonic() - self._last < idle_seconds:
                        continue
                    await self.socket.close(1000, "connection idle timeout")
                    return
                self._last = time.monotonic()
                if message["type"] == "websocket.disconnect":
                    return
                await self._take(message.get("text") or (message.get("bytes") or b"").decode("utf-8", "replace"))
        except WebSocketDisconnect:
            return
        finally:
            tasks = [context.task for context in self._contexts.values()]
            for context in list(self._contexts.values()):
                self.forget(context)
                context.task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _take(self, text: str) -> None:
        try:
            frame = json.loads(text)
        except ValueError:
            frame = None
        if not isinstance(frame, dict):
            await self.fail(None, None, invalid("the frame is not a JSON object"))
            return
        name = frame.get("context_id")
        name = name if isinstance(name, str) else None
        # Before 2026 a frame could do without an id; it then is a context of its own.
        key: Hashable = object() if name is None else name
        try:
            await self._route(key, name, frames.without_nulls(frame))
        except APIError as error:
            await self.fail(key, name, error)

    async def _route(self, key: Hashable, name: str | None, frame: Mapping[str, Any]) -> None:
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
        context.take(frame)

    def _open(self, key: Hashable, name: str | None, frame: Mapping[str, Any]) -> SpeechContext:
        """A context for its first frame, if it is one."""
        numbers: Any = None
        named = dict(frame)
        if self.version < STRUCTURED_SINCE:
            named.setdefault("context_id", "")
            voice = frame.get("voice")
            numbers = voice.get("embedding") if isinstance(voice, dict) else None
            if numbers:
                named["voice"] = ""  # is checked below
        if faults := explain(self._validator.iter_errors(named)):
            raise invalid("; ".join(faults))
        if numbers and not is_embedding(numbers):
            raise invalid(f"voice.embedding: must be {EMBEDDING_SIZE} numbers")
        if not is_speakable(frame["transcript"]):
            raise APIError(
                400, "Your initial transcript is empty or contains only punctuation.", title="Invalid transcript"
            )
        check_tts_request(frame, self.state.languages)
        timbre = timbre_from_embedding(numbers) if numbers else timbre_for(frame, self.state)
        pronunciation = pronunciation_of(frame, self.state)
        context = SpeechContext(self, key, name, frame, timbre, pronunciation, self.state.limits.acquire("tts"))
        self._contexts[key] = context
        return context

    def forget(self, context: SpeechContext) -> None:
        """The context has ended, before anybody is told so: its place is free."""
        context.lease.release()
        if self._contexts.pop(context.key, None) is not None and context.name is not None:
            self._ended[context.key] = None
            if len(self._ended) > REMEMBERED:
                del self._ended[next(iter(self._ended))]

    async def send(self, name: str | None, kind: str, *, done: bool = False, status: int = 206, **fields: Any) -> None:
        event: dict[str, Any] = {"type": kind, "done": done, "status_code": status, **fields}
        # Old clients look for the key in every message, new ones for the key only where it names something.
        if name is not None or self.version < STRUCTURED_SINCE:
            event["context_id"] = name
        async with self._sending:
            self._last = time.monotonic()
            await frames.send(self.socket, event)

    async def fail(self, key: Hashable, name: str | None, error: APIError) -> None:
        if (context := self._contexts.get(key)) is not None:
            self.forget(context)
            context.task.cancel()
        event = error_event(error, self.version, self.request_id, listening=False)
        await self.send(name, event.pop("type"), done=event.pop("done"), status=event.pop("status_code"), **event)


class SpeechContext:
    """A stretch of connected speech."""

    def __init__(
        self,
        socket: TTSSocket,
        key: Hashable,
        name: str | None,
        first: Mapping[str, Any],
        timbre: Timbre,
        pronunciation: PronunciationRules | None,
        lease: Lease,
    ) -> None:
        self.socket = socket
        self.key = key
        self.name = name
        self.lease = lease
        self.closed = False
        self._fields = dict(first)
        self._timbre = timbre
        self._pronunciation = pronunciation
        self._inbox: asyncio.Queue[Mapping[str, Any]] = asyncio.Queue()
        usual = 0 if socket.version < STRUCTURED_SINCE else DEFAULT_DELAY_MS
        self._delay = first.get("max_buffer_delay_ms", usual) / 1000
        self._tells_each = first.get("max_buffer_delay_ms") == 0
        self._encoder = Encoder(first["output_format"])
        self._pacer = socket.state.pace.start()
        self._seconds = 0.0
        self._flushes = 0 if socket.version < FLUSHES_FROM_ONE_SINCE else 1
        # In between, a number was told only to those who had flushed: others did not expect it.
        self._tells_flush = not FLUSHES_FROM_ONE_SINCE <= socket.version < STRUCTURED_SINCE
        self.task = asyncio.create_task(self._run())

    def take(self, frame: Mapping[str, Any]) -> None:
        """The next frame: of what it says beside the text, only the manner of speaking may change."""
        text = frame.get("transcript", "")
        if not isinstance(text, str):
            raise invalid("transcript: must be a string")
        self.closed = not frame.get("continue")
        self._inbox.put_nowait(frame)

    async def _run(self) -> None:
        try:
            await self._listen()
        except APIError as error:
            await self.socket.fail(self.key, self.name, error)
        except WebSocketDisconnect:
            self.socket.forget(self)
        except Exception:
            await self.socket.fail(self.key, self.name, APIError(500, "The sandbox failed.", title="Internal error"))
            raise

    async def _listen(self) -> None:
        """Speaks what comes, until it is the last, or nothing more comes."""
        held, due = "", 0.0
        while True:
            waiting = is_speakable(held)
            patience = due - time.monotonic() if waiting else self.socket.state.context_seconds
            try:
                # Not wait_for: in Python 3.11 it takes a frame that comes together with a cancellation, and goes on.
                async with asyncio.timeout(patience):
                    frame = await self._inbox.get()
            except TimeoutError:
                if not waiting:
                    break
                await self._speak(held)
                held = ""
                continue
            if not waiting:
                due = time.monotonic() + self._delay
            held += frame.get("transcript", "")
            if frame.get("transcript") and "generation_config" in frame:
                self._fields["generation_config"] = frame["generation_config"]
            last, flush = not frame.get("continue"), bool(frame.get("flush"))
            self._tells_flush |= flush
            if last or flush or not self._delay or held.rstrip().endswith(_SENTENCE_END):
                spoke = is_speakable(held)
                if spoke:
                    await self._speak(held)
                    held = ""
                if flush or (self._tells_each and spoke and not last):
                    await self.socket.send(self.name, "flush_done", flush_id=self._flushes, flush_done=True)
                    self._flushes += 1
            if last:
                break
        self.socket.forget(self)
        await self.socket.send(self.name, "done", done=True)

    async def _speak(self, text: str) -> None:
        speed, volume = speed_and_volume(self._fields)
        rate = self._encoder.sample_rate
        engine = self.socket.state.engine
        speech = engine.speak(text, self._timbre, rate, speed=speed, volume=volume, pronunciation=self._pronunciation)
        flush: dict[str, Any] = {"flush_id": self._flushes} if self._tells_flush else {}
        began = time.monotonic()
        async for utterance, piece in chunks(speech, self._pacer, rate):
            for kind, times in timestamp_events(self._fields, utterance, self._seconds) if utterance else ():
                fields: dict[str, Any] = {TIMESTAMP_FIELDS[kind]: times, **flush}
                await self.socket.send(self.name, kind, **fields)
            data = base64.b64encode(self._encoder.encode(piece)).decode()
            took, began = 1000 * (time.monotonic() - began), time.monotonic()
            await self.socket.send(self.name, "chunk", data=data, step_time=round(took, 3), **flush)
            self._seconds += len(piece) / rate


def _only_closes(frame: Mapping[str, Any]) -> bool:
    """Whether a frame says nothing but that there will be no more."""
    return not str(frame.get("transcript", "")).strip() and not frame.get("continue") and not frame.get("flush")
