"""The speech-to-text sockets."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.websockets import WebSocket, WebSocketDisconnect

from ..description.contract import Contract
from ..description.errors import APIError, error_event, invalid
from ..description.explain import explain
from ..recognition.recognizer import AUDIBLE
from ..recognition.sessions import AutoFinalizeSession, ManualFinalizeSession, Message
from ..recognition.thresholds import Thresholds
from ..state.state import State
from . import frames

MAX_SAMPLE_RATE = 384_000
MAX_KEYTERMS = 1200
"""Characters, of all key terms together."""


class STTSocket:
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
        self.version = version
        self.request_id = request_id
        self._state = state
        self._query = query
        self._turns = "/turns/" in socket.url.path
        schema = "STTAutoFinalizeConfigCommand" if self._turns else "STTManualFinalizeCommand"
        self._commands = contract.validator_for({"$ref": f"#/components/schemas/{schema}"})

    async def run(self, idle_seconds: float) -> None:
        """Serves until the session is closed, the client goes, or nothing has come for too long."""
        try:
            listener = self._listener()
            if self._turns:
                await self._send({"type": "connected"})
            while True:
                async with asyncio.timeout(idle_seconds):
                    message = await self.socket.receive()
                if message["type"] == "websocket.disconnect":
                    return
                if message.get("bytes") is not None:
                    await self._say(listener.add_audio, message["bytes"])
                elif await self._obey(listener, str(message.get("text"))):
                    await self.socket.close(1000)
                    return
        except TimeoutError:
            await self.socket.close(1000, "connection idle timeout")
        except APIError as error:
            await self._fail(error)
        except WebSocketDisconnect:
            return

    def _listener(self) -> ManualFinalizeSession | AutoFinalizeSession:
        """What listens, as the address asks for it. What is wrong there is told after the socket has opened."""
        try:
            rate = round(float(self.socket.query_params.get("sample_rate", "")))
        except (ValueError, OverflowError):
            rate = 0
        if not 1000 <= rate <= MAX_SAMPLE_RATE:
            raise APIError(400, "invalid sample rate", title="Invalid request")
        query = self._query(self.socket)
        model = str(query["model"])
        if not model.startswith("ink-"):
            message = "The model is not valid, make sure it is a valid model ID."
            raise APIError(400, message, title="Invalid model", code="model_not_found")
        if sum(map(len, query.get("keyterm", []))) > MAX_KEYTERMS:
            raise invalid(f"keyterm: all terms together may have {MAX_KEYTERMS} characters at most")
        transcriber, encoding = self._state.transcriber, query["encoding"]
        if self._turns:
            given = {name.removeprefix("turn_"): value for name, value in query.items() if name.startswith("turn_")}
            return AutoFinalizeSession(transcriber, encoding, rate, Thresholds().replace(given))
        whisper = model.startswith("ink-whisper")
        return ManualFinalizeSession(
            transcriber,
            encoding,
            rate,
            language=query.get("language") or "en",
            silence=query.get("max_silence_duration_secs", 1.0) if whisper else None,
            audible=query.get("min_volume", AUDIBLE) if whisper else AUDIBLE,
        )

    async def _obey(self, listener: ManualFinalizeSession | AutoFinalizeSession, command: str) -> bool:
        """Does what a text frame says; whether the session is over."""
        if isinstance(listener, ManualFinalizeSession):
            command = command.strip()
            if command not in ("finalize", "close", "done"):  # done is what close was called in 2025
                raise invalid(f'there is no command {command[:40]!r}; there are "finalize" and "close"')
            await self._say(listener.finalize)
            await self._send({"type": "flush_done" if command == "finalize" else "done"})
            return command != "finalize"
        try:
            frame = json.loads(command)
        except ValueError:
            frame = None
        frame = frames.without_nulls(frame) if isinstance(frame, dict) else {}
        if frame.get("type") == "close":
            await self._say(listener.close)
            return True
        if frame.get("type") != "config":
            raise invalid('a text frame here is JSON, {"type": "close"} or {"type": "config"}')
        if faults := explain(self._commands.iter_errors(frame)):
            raise invalid("; ".join(faults))
        listener.thresholds = listener.thresholds.replace(frame.get("turn") or {})
        return False

    async def _say(self, method: Any, *arguments: bytes) -> None:
        """Sends what the listener has to say."""

        def collect() -> list[Message]:
            said: Iterator[Message] = method(*arguments)
            return list(said)

        for message in await run_in_threadpool(collect):
            await self._send(message)

    async def _send(self, message: Message) -> None:
        await frames.send(self.socket, {**message, "request_id": self.request_id})

    async def _fail(self, error: APIError) -> None:
        await self._send(error_event(error, self.version, self.request_id, listening=True))
        await self.socket.close(1000)
