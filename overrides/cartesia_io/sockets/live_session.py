"""A session over one socket, in which one side sends and the other one answers with events. Threads and tasks share the steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar, Generic, TypeVar

from cartesia_api.arguments import InvalidRequestError

from ..hiding import aforgetful
from ..http.connections import Connections
from ..live import Live
from ..receiving import Dispatching
from ..steps import result_of
from .closed import Closed
from .closing import check_close
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
        self._early: list[Any] = [*self._session.opening]
        """Commands that are sent once the session is open."""

    def _connect(self) -> Any:
        session = self._session
        return self._open(self._connections, session.handshake, lambda: session.closed_locally)

    def parse_event(self, data: str | bytes) -> E:
        """Return the event in a message that `recv_bytes` returned."""
        event: E = self._session.decode(data)
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
            await self._send([frame])

    async def _send(self, sent: Iterable[str | bytes]) -> None:
        for frame in sent:
            self._session.check_sent(await self._deliver(frame))

    async def _deliver(self, frame: str | bytes) -> Closed | None:
        """Send a frame. If the connection is lost, keep the frames that had arrived, and return how it was lost."""
        socket, lost = self._require_socket(), None
        try:
            await result_of(socket.send(frame))
        except Closed as error:
            lost = self._session.not_sent(frame, error)
        if lost is not None and not self._session.is_receiving:
            await self._keep_arrived(socket)
        return lost

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
        session, frame = self._session, None
        event: E | None
        if session.ended or session.arrived:
            event = session.take()
            return event
        socket, lost = self._require_socket(), None
        with session.receiving():
            patience = session.patience(socket, timeout, self._response_timeout)
            try:
                while (frame := await result_of(socket.recv_within(patience.step(self._longest)))) is None:
                    if patience.is_over():
                        return None
            except Closed as error:
                lost = error
        event = session.read(frame, lost)
        return event
