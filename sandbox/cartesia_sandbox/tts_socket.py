"""The text-to-speech socket: contexts that take text piece by piece and speak it, each in a task of its own."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.websockets import WebSocket, WebSocketDisconnect

from . import frames
from .contract import Contract, explain
from .encode import Encoder
from .handlers import TIMES_OF, State, asked_times, check_speech, controls, timbre_of
from .refusals import STRUCTURED_SINCE, Refused, invalid
from .speech import Utterance
from .transcript import speakable

CHUNK_SECONDS = 0.1
DEFAULT_DELAY_MS = 3000
_SENTENCE_END = (*".!?:;", "\u3002", "\uff01", "\uff1f")  # also those of Chinese and Japanese


class Conversation:
    """One open socket."""

    def __init__(
        self,
        socket: WebSocket,
        contract: Contract,
        state: State,
        version: str,
        request_id: str,
        query: Mapping[str, Any],
    ) -> None:
        self.socket = socket
        self.state = state
        self.version = version
        self.request_id = request_id
        self._validator = contract.validator_for({"$ref": "#/components/schemas/GenerationRequest"})
        self._contexts: dict[str, Context] = {}
        self._ended: set[str] = set()
        self._sending = asyncio.Lock()

    async def run(self, idle_seconds: float) -> None:
        """Serves until the client goes, or until nothing has happened for too long."""
        try:
            while True:
                try:
                    message = await asyncio.wait_for(self.socket.receive(), idle_seconds)
                except TimeoutError:
                    if not self._contexts:
                        await self.socket.close(1000, "connection idle timeout")
                        return
                    continue
                if message["type"] == "websocket.disconnect":
                    return
                await self._take(message.get("text") or (message.get("bytes") or b"").decode("utf-8", "replace"))
        except WebSocketDisconnect:
            return
        finally:
            for context in list(self._contexts.values()):
                context.task.cancel()
            await asyncio.gather(*(context.task for context in self._contexts.values()), return_exceptions=True)

    async def _take(self, text: str) -> None:
        try:
            frame = json.loads(text)
        except ValueError:
            frame = None
        if not isinstance(frame, dict):
            await self.fail(None, invalid("the frame is not a JSON object"))
            return
        name = frame.get("context_id")
        name = name if isinstance(name, str) else None
        try:
            await self._route(name, {key: value for key, value in frame.items() if value is not None})
        except Refused as refused:
            await self.fail(name, refused)

    async def _route(self, name: str | None, frame: Mapping[str, Any]) -> None:
        if frame.get("cancel"):
            context = self._contexts.pop(name or "", None)
            if context is not None:
                context.task.cancel()
                self._ended.add(context.name)
                await self.send(context.name, "done", done=True)
            return
        if name is None:
            raise invalid('"context_id" is a required property')
        context = self._contexts.get(name)
        if context is None:
            if name in self._ended:
                raise Refused(400, "Context has closed", title="Invalid context")
            context = self._contexts[name] = Context(self, name, self._checked(frame))
        context.inbox.put_nowait(frame)

    def _checked(self, frame: Mapping[str, Any]) -> Mapping[str, Any]:
        """The first frame of a context, if it is one."""
        if faults := explain(self._validator.iter_errors(dict(frame))):
            raise invalid("; ".join(faults))
        text = str(frame["transcript"])
        if not speakable(text):
            raise Refused(
                400, "Your initial transcript is empty or contains only punctuation.", title="Invalid transcript"
            )
        check_speech(frame, self.state.languages)
        return frame

    def forget(self, context: Context) -> None:
        if self._contexts.get(context.name) is context:
            del self._contexts[context.name]
        self._ended.add(context.name)

    async def send(self, name: str | None, kind: str, *, done: bool = False, status: int = 206, **fields: Any) -> None:
        event: dict[str, Any] = {"type": kind, "done": done, "status_code": status, **fields}
        if name is not None:
            event["context_id"] = name
        async with self._sending:
            await frames.send(self.socket, event)

    async def fail(self, name: str | None, refused: Refused) -> None:
        if name is not None and (context := self._contexts.get(name)) is not None:
            self.forget(context)
            context.task.cancel()
        if self.version < STRUCTURED_SINCE:
            fields: dict[str, Any] = {"error": f"{refused.title}: {refused.message}"}
        else:
            fields = {
                "title": refused.title,
                "message": refused.message,
                "error_code": refused.code,
                "request_id": self.request_id,
            }
        await self.send(name, "error", done=True, status=refused.status, **fields)


class Context:
    """A stretch of connected speech."""

    def __init__(self, conversation: Conversation, name: str, first: Mapping[str, Any]) -> None:
        self.conversation = conversation
        self.name = name
        self.first = first
        self.timbre = timbre_of(first, conversation.state)
        self.inbox: asyncio.Queue[Mapping[str, Any]] = asyncio.Queue()
        delay = first.get("max_buffer_delay_ms", DEFAULT_DELAY_MS)
        self.delay = float(delay) / 1000
        self._encoder = Encoder(first["output_format"])
        self._seconds = 0.0
        self._flushes = 0
        self._flushed_by_hand = False
        self.task = asyncio.create_task(self._run())

    async def _run(self) -> None:
        held = ""
        try:
            while True:
                try:
                    frame = await asyncio.wait_for(self.inbox.get(), self.delay if held else None)
                except TimeoutError:
                    held = await self._speak(held)
                    continue
                held += str(frame.get("transcript", ""))
                last = not frame.get("continue")
                if last or frame.get("flush") or not self.delay or held.rstrip().endswith(_SENTENCE_END):
                    spoke = bool(held.strip())
                    held = await self._speak(held)
                    if frame.get("flush"):
                        self._flushed_by_hand = True
                        await self._flush_done()
                    elif not self.delay and spoke and not last:
                        await self._flush_done()
                if last:
                    self.conversation.forget(self)
                    await self.conversation.send(self.name, "done", done=True)
                    return
        except WebSocketDisconnect:
            self.conversation.forget(self)

    async def _flush_done(self) -> None:
        self._flushes += 1
        await self.conversation.send(self.name, "flush_done", flush_id=self._flushes, flush_done=True)

    async def _speak(self, text: str) -> str:
        """Speaks what has been held back; gives the empty text."""
        if not speakable(text):
            return ""
        speed, volume = controls(self.first)
        engine, rate = self.conversation.state.engine, self._encoder.sample_rate

        def synthesize() -> list[Utterance]:
            return list(engine.speak(text, self.timbre, rate, speed=speed, volume=volume))

        utterances = await run_in_threadpool(synthesize)
        flush: dict[str, Any] = {"flush_id": self._flushes + 1} if self._flushed_by_hand else {}
        step = round(rate * CHUNK_SECONDS)
        for utterance in utterances:
            for kind, times in asked_times(self.first, utterance, self._seconds):
                fields: dict[str, Any] = {TIMES_OF[kind]: times, **flush}
                await self.conversation.send(self.name, kind, **fields)
            samples = utterance.samples
            for start in range(0, len(samples), step):
                data = base64.b64encode(self._encoder.feed(samples[start : start + step])).decode()
                await self.conversation.send(self.name, "chunk", data=data, step_time=1.0, **flush)
            self._seconds += len(samples) / rate
        return ""
