"""The agent socket: JSON frames both ways, audio in them as base64. Each session leaves a call."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.websockets import WebSocket, WebSocketDisconnect

from ..description.contract import Channel
from ..description.errors import APIError, invalid, not_importable
from ..description.explain import explain
from ..description.request import CONTEXT
from ..recognition.call import FORMATS, AgentCall, AgentFailed, Event, HungUp
from ..state.state import State, new_id
from . import frames, pings

HUNG_UP = "call ended by agent"
REJECTED = 1008
"""How the socket is closed for a frame that it cannot take. The service closes it, too; with which code is not known."""
FAILED = 1011
"""How the socket is closed when what answers for the agent fails."""
MAX_REASON = 120
"""Bytes of a reason, of which a close frame holds 123."""


class AgentSocket:
    """One open socket.

    Args:
        socket: The accepted connection.
        channel: The socket as the version of the request describes it, or the newest one if that has none.
        state: The state of the sandbox.
        version: The version of the request.
        request_id: The id of the request.
        query: Returns the query parameters of a connection with their types; this socket has none.
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
        self._state = state
        self._agent = state.agents.get(socket.scope[CONTEXT].path_parameters["agent_id"])
        self._validators = {
            event: channel.contract.validator_for({"$ref": f"#/components/schemas/AgentStream{schema}"})
            for event, schema in (
                ("start", "Start"),
                ("media_input", "MediaInput"),
                ("dtmf", "DTMF"),
                ("custom", "Custom"),
            )
        }
        self._stream_id = ""
        self._failure: str | None = None

    async def run(self, idle_seconds: float) -> None:
        """Serve until one of the two hangs up, or neither a frame nor a ping comes for `idle_seconds`."""
        call: AgentCall | None = None
        try:
            start = await self._receive(idle_seconds)
            if start["event"] != "start":
                raise invalid("the first event must be start")
            call = self._begin(start)
            await self._talk(call, start, idle_seconds)
        except TimeoutError:
            await self.socket.close(1000, "connection idle timeout")
        except HungUp:
            await self.socket.close(1000, HUNG_UP)
        except APIError as error:
            await self._close(REJECTED, error.message)
        except ImportError as error:
            self._failure = not_importable(error).message
            await self._close(FAILED, self._failure)
        except AgentFailed as error:
            self._failure = f"the agent of the sandbox failed: {error}"
            await self._close(FAILED, self._failure)
        except WebSocketDisconnect:
            pass
        finally:
            if call is not None:
                await run_in_threadpool(self._end, call)

    async def _talk(self, call: AgentCall, start: Event, idle_seconds: float) -> None:
        changes = {"agent": start["agent"]} if start.get("agent") else {}
        await self._send({"event": "ack", "config": start["config"], **changes})
        if introduction := (start.get("agent") or {}).get("introduction"):
            await self._send_all(call.say(introduction))
        while True:
            frame = await self._receive(idle_seconds)
            if frame["event"] == "media_input":
                await self._send_all(call.hear(_bytes(frame["media"]["payload"])))
            elif frame["event"] == "start":
                raise invalid("the call has started already")
            elif self._state.agent is None:
                await self._send(frame)  # an echo of keys and of what the two sides have agreed on

    def _begin(self, start: Event) -> AgentCall:
        """Return the call that the first event asks for, and add it to the calls of the agent. Raise APIError if it cannot be."""
        self._stream_id = start.get("stream_id") or new_id("stream")
        format = start["config"]["input_format"]
        if format not in FORMATS:
            raise invalid(f"input_format must be one of {', '.join(FORMATS)}")
        state, metadata = self._state, start.get("metadata") or {}
        timbre = state.voices.timbre(start["config"].get("voice_id") or self._agent["tts_voice"])
        numbers = {name: str(metadata[name]) for name in ("to", "from") if name in metadata}
        live = next((item["id"] for item in state.deployments.list(agent_id=self._agent["id"], is_live=True)), None)
        self._call = state.calls.add(
            {
                "id": new_id("ac"),
                "agent_id": self._agent["id"],
                "status": "active",
                "start_time": state.now(),
                "end_time": None,
                "transcript": [],
                "telephony_params": numbers or None,
                "summary": None,
                "error_message": None,
                "deployment_id": live,
            },
            first=True,
        )
        return AgentCall(state.transcriber, state.engine, timbre, format, state.agent)

    def _end(self, call: AgentCall) -> None:
        """Leave the transcript and the recording of a call."""
        call.end()
        status = "failed" if self._failure else "completed"
        ended = {"status": status, "error_message": self._failure, "end_time": self._state.now()}
        if self._call["id"] in self._state.calls:  # the sandbox may have been reset
            said = {"transcript": call.turns, "recording": call.recording()}
            self._state.calls.update(self._call["id"], {**ended, **said})

    async def _receive(self, idle_seconds: float) -> dict[str, Any]:
        """Return the next event. Raise APIError for what is none, and WebSocketDisconnect at the end."""
        message = await pings.receive(self.socket, idle_seconds)
        if message["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(message["code"])
        frame, fault = frames.parse(str(message.get("text")))
        if fault is not None:
            raise fault
        if frame.get("event") not in [*self._validators]:  # it may be of any type
            raise invalid(
                f"there is no event {str(frame.get('event'))[:20]!r}; there are {', '.join(self._validators)}"
            )
        frame = dict(frames.without_nulls(frame))
        if faults := explain(self._validators[frame["event"]].iter_errors(frame)):
            raise invalid("; ".join(faults))
        return frame

    async def _send_all(self, events: Iterator[Event]) -> None:
        """Send events, each as soon as it is made. They are made in a thread, because speech and recognition take long."""
        done = object()

        def next_event() -> Any:
            try:
                return next(events, done)
            except HungUp as ending:  # a generator of asyncio must not see it as its own end
                return ending

        while (event := await run_in_threadpool(next_event)) is not done:
            if isinstance(event, HungUp):
                raise event
            await self._send(event)

    async def _close(self, code: int, reason: str) -> None:
        await self.socket.close(code, reason.encode()[:MAX_REASON].decode(errors="ignore"))

    async def _send(self, event: Event) -> None:
        await frames.send(self.socket, {**event, "stream_id": self._stream_id})


def _bytes(payload: str) -> bytes:
    try:
        return base64.b64decode(payload, validate=True)
    except ValueError:
        raise invalid("media.payload is not base64") from None
