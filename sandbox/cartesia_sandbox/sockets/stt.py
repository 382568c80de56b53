"""The two speech-to-text sockets: audio in binary frames, commands in text frames, transcripts out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.websockets import WebSocket, WebSocketDisconnect

from ..description.contract import Channel
from ..description.errors import APIError, error_event, invalid, not_importable
from ..description.explain import explain
from ..description.projection import project_message
from ..recognition.buffer import MAX_SAMPLE_RATE, MIN_SAMPLE_RATE
from ..recognition.recognizer import AUDIBLE
from ..recognition.sessions import AutoFinalizeSession, ManualFinalizeSession, Message
from ..recognition.thresholds import Thresholds
from ..state.state import State
from . import frames

MAX_KEYTERMS = 1200
"""Characters of all key terms together."""


class STTSocket:
    """One open socket.

    Args:
        socket: The accepted connection.
        channel: The socket as the version of the request describes it, or the newest one if that has none.
        state: The state of the sandbox.
        version: The version of the request.
        request_id: The id of the request, which every message has.
        query: Returns the query parameters of a connection with their types, or raises APIError.
    """

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
        self.version = version
        self.request_id = request_id
        self._state = state
        self._query = query
        self._detects_turns = "/turns/" in socket.url.path
        schema = "STTAutoFinalizeConfigCommand" if self._detects_turns else "STTManualFinalizeCommand"
        self._commands = channel.contract.validator_for({"$ref": f"#/components/schemas/{schema}"})

    async def run(self, idle_seconds: float) -> None:
        """Serve until a command closes the session, the client disconnects, or no frame comes for `idle_seconds`."""
        try:
            # The service accepts the connection before it checks the query, and sends errors as messages.
            session = self._session()
            if self._detects_turns:
                await self._send({"type": "connected"})
            while True:
                async with asyncio.timeout(idle_seconds):
                    message = await self.socket.receive()
                if message["type"] == "websocket.disconnect":
                    return
                if message.get("bytes") is not None:
                    await self._send_all(session.add_audio, message["bytes"])
                elif await self._obey(session, str(message.get("text"))):
                    await self.socket.close(1000)
                    return
        except TimeoutError:
            await self.socket.close(1000, "connection idle timeout")
        except (APIError, ImportError) as error:
            shown = error if isinstance(error, APIError) else not_importable(error)
            await self._send(error_event(shown, self.version, self.request_id, listening=True))
            await self.socket.close(1000)
        except WebSocketDisconnect:
            return

    def _session(self) -> ManualFinalizeSession | AutoFinalizeSession:
        """Return the session that the query asks for. Raise APIError if the query is invalid."""
        rate = self._sample_rate()
        query = self._query(self.socket)
        model = str(query["model"])
        self._state.models.check(model, "turns" if self._detects_turns else "utterances")
        if sum(map(len, query.get("keyterm", []))) > MAX_KEYTERMS:
            raise invalid(f"keyterm: all terms together may have {MAX_KEYTERMS} characters at most")
        transcriber, encoding = self._state.transcriber, query["encoding"]
        if self._detects_turns:
            given = {name.removeprefix("turn_"): value for name, value in query.items() if name.startswith("turn_")}
            return AutoFinalizeSession(transcriber, encoding, rate, Thresholds().replace(given))
        is_whisper = model.startswith("ink-whisper")
        return ManualFinalizeSession(
            transcriber,
            encoding,
            rate,
            language=query.get("language") or "en",
            silence=query.get("max_silence_duration_secs", 1.0) if is_whisper else None,
            audible=query.get("min_volume", AUDIBLE) if is_whisper else AUDIBLE,
        )

    def _sample_rate(self) -> int:
        """Return the sample rate. It is checked before the contract is, because the service has an own error for it."""
        try:
            rate = round(float(self.socket.query_params.get("sample_rate", "")))
        except (ValueError, OverflowError):
            rate = 0
        if not MIN_SAMPLE_RATE <= rate <= MAX_SAMPLE_RATE:
            raise APIError(400, "invalid sample rate", title="Invalid request")
        return rate

    async def _obey(self, session: ManualFinalizeSession | AutoFinalizeSession, text: str) -> bool:
        """Execute the command of a text frame, and return whether it closes the session."""
        if isinstance(session, ManualFinalizeSession):
            return await self._obey_word(session, text.strip())
        frame, fault = frames.parse(text)
        if fault is not None and frame:
            raise fault
        return await self._obey_object(session, frames.without_nulls(frame))

    async def _obey_word(self, session: ManualFinalizeSession, command: str) -> bool:
        if command not in ("finalize", "close", "done"):  # done is the name of close in 2025
            raise invalid(f'there is no command {command[:40]!r}; there are "finalize" and "close"')
        await self._send_all(session.finalize)
        await self._send({"type": "flush_done" if command == "finalize" else "done"})
        return command != "finalize"

    async def _obey_object(self, session: AutoFinalizeSession, command: Mapping[str, Any]) -> bool:
        if command.get("type") == "close":
            await self._send_all(session.close)
            return True
        if command.get("type") != "config":
            raise invalid('a text frame here is JSON, {"type": "close"} or {"type": "config"}')
        if faults := explain(self._commands.iter_errors(command)):
            raise invalid("; ".join(faults))
        session.thresholds = session.thresholds.replace(command.get("turn") or {})
        return False

    async def _send_all(self, method: Callable[..., Iterator[Message]], *arguments: bytes) -> None:
        """Call a method of the session in a thread, because recognition takes long, and send its messages."""
        for message in await run_in_threadpool(lambda: list(method(*arguments))):
            await self._send(message)

    async def _send(self, message: Message) -> None:
        event = {**message, "request_id": self.request_id}
        await frames.send(self.socket, project_message(event, self._channel))
