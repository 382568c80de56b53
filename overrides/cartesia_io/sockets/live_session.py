"""A session over one socket, in which one side sends and the other one answers with events. Threads and tasks share the steps."""

from __future__ import annotations

import sys
from abc import abstractmethod
from collections.abc import Callable, Iterable
from typing import Any, ClassVar, Generic, TypeVar

from cartesia_api.arguments import InvalidRequestError

from ..hiding import aforgetful
from ..http.connections import Connections
from ..live import Live
from ..logs import INFO, report
from ..receiving import Dispatching
from ..rules import check_message
from ..steps import result_of
from .closed import Closed
from .closing import check_close
from .outages import Outages
from .websocket import AsyncSocket, Socket

E = TypeVar("E")
S = TypeVar("S", Socket, AsyncSocket)


class SessionSteps(Dispatching[E], Live, Generic[E, S]):
    """What a session does step by step, in threads and in tasks."""

    _instead = "pass its events on, or open a session there"
    _longest: ClassVar[float]
    """Seconds that one wait for a frame may take."""

    _open: ClassVar[Callable[..., Any]]
    """Opens the socket of a handshake, or returns what does, unless a function says that it is not needed any more."""
    _protocol: ClassVar[Callable[..., Any]]
    """Returns the state of the session for a handshake."""

    def __init__(self, connections: Connections[Any, Any], handshake: Any) -> None:
        connections.check_open()
        self._connections: Connections[Any, Any] = connections
        self._session: Any = self._protocol(handshake)
        self._response_timeout: float | None = connections.policy.socket_timeouts.response
        self._socket: S | None = None
        is_reopened = handshake.given is not None and handshake.given.reconnecting is not None
        self._outages = Outages(self._session, handshake, connections.policy.jitter) if is_reopened else None
        self._early: list[Any] = [*self._session.opening]
        """Commands that are sent once the session is open."""

    def __del__(self, _is_ending: Callable[[], bool] = sys.is_finalizing) -> None:
        """Close the connection of a session that the program has dropped: the service would go on, and bill it."""
        socket: Any = getattr(self, "_socket", None)
        # When the interpreter ends, it closes the connection, and empties the modules that `is_running` needs.
        if socket is not None and not _is_ending() and socket.is_running and socket.is_owner:
            socket.drop()

    def _connect(self) -> Any:
        session, outages = self._session, self._outages
        handshake = outages.handshake if outages else session.handshake
        return self._open(self._connections, handshake, lambda: session.closed_locally)

    @abstractmethod
    def _pause(self, seconds: float) -> Any:
        """Wait, for as long as the session is wanted."""

    def parse_event(self, data: str | bytes) -> E:
        """Return the event in a message that `recv_bytes` returned."""
        event: E = self._session.decode(check_message(data))
        return event

    def _require_socket(self) -> Any:
        if self._socket is None:
            raise InvalidRequestError("the session is not open; use it in a `with` block, or an `async with` block")
        self._socket.check_owner()
        return self._socket

    async def _opened(self, socket: Any) -> None:
        self._socket = await result_of(socket)
        if self._session.closed_locally:  # meanwhile
            await self._close()
        while self._early and not self._session.closed_locally:
            await self._command(self._early.pop(0))

    async def _close(self, *how: Any) -> None:
        check_close(*how)
        self._session.closed_locally = True
        socket: Any = self._socket
        if socket is not None:
            await result_of(socket.close((), *how))

    async def _command(self, command: Any, *, early: bool = False) -> None:
        frame = self._session.command(command)
        if early and self._session.clock is None and not self._session.closed_locally:
            self._early.append(command)
        else:
            await result_of(self._deliver([frame]))

    @abstractmethod
    def _deliver(self, sent: Iterable[str | bytes], must: bool = True) -> Any:
        """Send frames, or keep them until the connection is there again. Return whether that was done.

        Args:
            must: Raise what keeps one from being sent.
        """

    async def _not_sent(self, socket: Any, frame: str | bytes, lost: Closed, must: bool) -> bool:
        """Go on after a socket was lost before a frame was sent, as `_deliver` does. Keep the frames that had arrived."""
        outages = self._outages
        if outages is not None and outages.is_mendable(lost, frame):
            outages.begin(socket is self._socket)
            return bool(await result_of(self._deliver([frame], must)))
        lost = self._session.not_sent(frame, lost)
        if not self._session.is_receiving:
            await self._keep_arrived(socket)
        if must:
            self._session.raise_loss(lost)
        return False

    async def _keep_arrived(self, socket: Any) -> None:
        try:
            while (arrived := await result_of(socket.recv_within(0.0))) is not None:
                self._session.arrived.append(arrived)
        except Closed:
            return

    @aforgetful
    async def _next_event(self, timeout: float | None = None) -> E | None:
        """Return the next event, or None at the end or if `timeout` is 0 and none has arrived.

        Raises:
            Exception: A response was due and did not arrive, the service reported an error, or the connection was lost.
        """
        session, outages = self._session, self._outages
        event: E | None
        if session.ended or session.arrived:
            event = session.take()
            return event
        with session.receiving():
            frame, lost = await self._next_frame(timeout)
            while lost is not None and outages is not None and outages.is_mendable(lost):
                await self._mend(outages, lost)
                frame, lost = await self._next_frame(timeout)
        event = session.read(frame, lost)
        return event

    async def _next_frame(self, timeout: float | None) -> tuple[bytes | None, Closed | None]:
        """Return the next frame, None if none arrived in time; or how the connection was lost."""
        socket, frame = self._require_socket(), None
        patience = self._session.patience(socket, timeout, self._response_timeout)
        try:
            while (frame := await result_of(socket.recv_within(patience.step(self._longest)))) is None:
                if patience.is_over():
                    break
        except Closed as error:
            return None, error
        return frame, None

    async def _mend(self, outages: Outages, lost: Closed) -> None:
        """Open the session again, and send what waits. Raise the error for the session if that fails."""
        outages.begin(True)
        failure: Exception | None = None
        for event in outages.attempts(lost):
            if not outages.answer(await result_of(outages.asked.handler(event))):
                break
            operation = f"session of {outages.handshake.channel}"
            report(INFO, operation, "opening it again", seconds=event.delay, attempt=event.attempt)
            await result_of(self._pause(event.delay))
            self._check_wanted()
            try:
                socket = await result_of(self._connect())
            except Exception as error:
                failure = error
            else:
                if await self._resume(outages, socket):
                    return
                continue
            self._check_wanted()
            if outages.is_final(failure):
                break
        self._session.ended = True
        raise outages.given_up(lost) from failure

    async def _resume(self, outages: Outages, socket: Any) -> bool:
        """Send what waits on a new connection. Return whether it has not been lost, too."""
        self._socket, self._session.requested_at = socket, self._session.clock()
        try:
            while (frame := outages.next_frame()) is not None:
                await result_of(socket.send(frame))
                outages.sent()
        except Closed:
            return False
        if self._session.closed_locally:  # meanwhile
            await self._close()
        return True

    def _check_wanted(self) -> None:
        """Raise the error for a session that the program has closed."""
        self._connections.check_open()
        if self._session.closed_locally:
            raise self._session.broken(self._session.loss(Closed("")) or "")
