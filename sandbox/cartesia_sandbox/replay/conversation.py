"""One socket of a replay: sends what was recorded, each frame when the frames of the program before it have arrived."""

from __future__ import annotations

import json
from collections.abc import Sequence

from starlette.websockets import WebSocket, WebSocketDisconnect

from ..description.errors import APIError
from ..description.request import RequestContext
from ..journal.entries import shortened
from .facts import differences, facts_of_body, made_up
from .hiding import Hider
from .records import Frame, Session

REFUSED = 1008


class Conversation:
    """The frames of one socket.

    Args:
        socket: The accepted connection.
        sessions: The recorded sessions that begin like this one, in the order in which they are to be played.
        context: The facts of the request.
        hider: Hides the credential of the request.
    """

    # Frames of the program may come in another order than they were recorded, as those of several contexts do: each is taken
    # for the first recorded one that is equal and has not come yet. The session is chosen with the first frame. What the
    # service sent waits for the frames before it of the same context only, as a program may use a part of the contexts.

    def __init__(self, socket: WebSocket, sessions: Sequence[Session], context: RequestContext, hider: Hider) -> None:
        self._socket = socket
        self._sessions = list(sessions)
        self._context = context
        self._hider = hider
        self._past: set[int] = set()
        """Places of the frames that have arrived or been sent: all before `_next`, and some after it."""
        self._next = 0
        self._ids: dict[str, str] = {}
        """Ids of the program by the recorded ones."""

    @property
    def _session(self) -> Session:
        return self._sessions[0]

    async def run(self) -> None:
        """Serve until the recorded end, or until the program closes the socket."""
        try:
            await self._advance()
            while not self._is_over():
                message = await self._socket.receive()
                if message["type"] == "websocket.disconnect":
                    return
                text = message.get("text")
                await self._take(message["bytes"] if text is None else text)
        except WebSocketDisconnect:
            return
        finally:
            self._session.played += 1

    async def _take(self, data: str | bytes) -> None:
        if isinstance(data, str):
            data = self._hider.body(data.encode("utf-8", "replace")).decode()
        place = self._find(data)
        if place is None:
            await self._refuse(data)
            raise WebSocketDisconnect(REFUSED)
        self._past.add(place)
        recorded = self._session.frames[place].data
        if isinstance(data, str) and isinstance(recorded, str):
            given = made_up(data.encode())
            self._ids |= {old: given[name] for name, old in made_up(recorded.encode()).items() if name in given}
        await self._advance()

    def _find(self, data: str | bytes) -> int | None:
        for session in list(self._sessions):
            for place, frame in enumerate(session.frames):
                if frame.received and place not in self._past and self._is_same(data, frame):
                    self._sessions = [session]  # from the first frame on
                    return place
        return None

    def _is_same(self, data: str | bytes, frame: Frame) -> bool:
        if frame.data is None or isinstance(data, bytes) or isinstance(frame.data, bytes):
            return data == frame.data or (frame.data is None and isinstance(data, bytes))
        given, old = made_up(data.encode()), made_up(frame.data.encode())
        recorded = {new: id for id, new in self._ids.items()}
        ids_fit = given.keys() == old.keys() and all(
            self._ids.get(old[name], id) == id and recorded.get(id, old[name]) == old[name]
            for name, id in given.items()
        )
        return ids_fit and not differences(_facts(data), _facts(frame.data))

    async def _advance(self) -> None:
        """Send the frames whose turn it is."""
        frames = self._session.frames
        while self._next in self._past:
            self._next += 1
        waiting: set[str | None] = set()  # the contexts that wait for a frame of the program
        for place in range(self._next, len(frames)):
            frame = frames[place]
            if place in self._past or (frame.context is not None and frame.context in waiting):
                continue
            if frame.received:
                waiting.add(frame.context)
                if frame.context is None or waiting >= self._session.contexts:
                    break
            elif frame.context is None and waiting:
                break
            else:
                self._past.add(place)
                await self._send(frame)
        if self._is_over() and self._session.close is not None:
            code, reason = self._session.close
            await self._socket.close(code, reason)

    def _is_over(self) -> bool:
        return self._session.close is not None and len(self._past) == len(self._session.frames)

    async def _send(self, frame: Frame) -> None:
        if isinstance(frame.data, str):
            text = frame.data
            for old, new in self._ids.items():
                text = text.replace(json.dumps(old)[1:-1], json.dumps(new)[1:-1])
            await self._socket.send_text(text)
        elif frame.data is not None:
            await self._socket.send_bytes(frame.data)

    async def _refuse(self, data: str | bytes) -> None:
        """Name the frame that was not recorded, in an event and in the reason of the close."""
        name = self._context.operation.name if self._context.operation else self._socket.url.path
        given = _facts(data)
        waiting = [
            _facts(frame.data)
            for place, frame in enumerate(self._session.frames)
            if frame.received and place not in self._past and frame.data is not None
        ]
        nearest = min(waiting, key=lambda each: len(differences(given, each)), default=None)
        why = "no more was" if nearest is None else f"{', '.join(differences(given, nearest)) or 'its id'} differs"
        message = f"{name}: this frame was not recorded: {shortened(why, 80)}"
        event = self._context.error_event(APIError(404, message, title="Not recorded"))
        await self._socket.send_text(json.dumps({**event, **(made_up(data.encode()) if isinstance(data, str) else {})}))
        await self._socket.close(REFUSED, shortened(message, 120))


def _facts(data: str | bytes) -> dict[str, object]:
    return facts_of_body(data.encode() if isinstance(data, str) else data)
