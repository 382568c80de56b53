"""A session over one socket, in which one side sends and the other one answers with events. Threads and tasks share the steps."""

from __future__ import annotations

import contextlib
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Any, ClassVar, Generic, TypeVar

from cartesia_api.arguments import InvalidRequestError

from ..hiding import aforgetful
from ..live import Live
from ..receiving import Dispatching
from ..steps import result_of
from .closed import Closed
from .closing import check_close
from .patience import Patience
from .websocket import AsyncSocket, Socket

E = TypeVar("E")
S = TypeVar("S", Socket, AsyncSocket)


class SessionState(ABC):
    """What is known of one session. No I/O. Subclasses know its commands and events."""

    def __init__(self) -> None:
        self.closed_locally = False
        """Whether the program has closed the connection."""
        self.clock: Callable[[], float] | None = None
        """The clock of the session; None before it starts."""
        self.is_receiving = False
        """Whether a thread or task waits for an event."""
        self.arrived: deque[bytes] = deque()
        """Frames that had arrived when the connection was lost, and have not been read."""
        self.received = 0
        """Events that have been read."""
        self.requested_at = 0.0
        """When something was last asked for, on the clock of the session."""
        self.is_response_due = False
        """Whether the service has to send something. In a session of silence it has not."""
        self.ended = False
        """Whether nothing more arrives."""

    def enter(self, clock: Callable[[], float]) -> None:
        """Start the session. Raise InvalidRequestError if it has begun before: its events cannot be told from earlier ones."""
        if self.clock or self.closed_locally:
            raise InvalidRequestError("a session can be used in one block only; open another one")
        self.clock = clock

    @contextlib.contextmanager
    def receiving(self) -> Iterator[None]:
        """Keep other threads and tasks from receiving in this block: each would get some of the events."""
        if self.is_receiving:
            raise InvalidRequestError("this session is being received from already; receive in one thread or task")
        self.is_receiving = True
        try:
            yield
        finally:
            self.is_receiving = False

    def patience(self, socket: Any, timeout: float | None, response_timeout: float | None) -> Patience:
        """Return how long a reader waits for the next event."""
        assert self.clock is not None
        return Patience(socket, self, timeout, response_timeout, self.clock)

    def take(self) -> Any:
        """Return the next event of those that had arrived when the connection was lost; None if nothing more arrives."""
        return None if self.ended else self.read(self.arrived.popleft())

    @abstractmethod
    def late(self, seconds: float) -> Exception:
        """Return the error for an event that did not arrive."""

    @abstractmethod
    def command(self, given: Any) -> str:
        """Return the text frame of a command. Raise InvalidRequestError if the session has no such command."""

    @abstractmethod
    def not_sent(self, frame: str | bytes, how: Closed) -> Closed:
        """Return how the connection was lost before a frame was sent."""

    @abstractmethod
    def check_sent(self, lost: Closed | None) -> None:
        """Raise the error for a frame that could not be sent, if it was lost: what the service reported, if it did."""

    @abstractmethod
    def read(self, frame: bytes | None, lost: Closed | None = None) -> Any:
        """Return the event in a frame; None without one. Raise what the service reports, or how the connection was lost."""


class SessionSteps(Dispatching[E], Live, Generic[E, S]):
    """What a session does step by step, in threads and in tasks."""

    _instead = "pass its events on, or open a session there"
    _longest: ClassVar[float]
    """Seconds that one wait for a frame may take."""

    def __init__(self, session: Any, response_timeout: float | None) -> None:
        self._session, self._response_timeout = session, response_timeout
        self._socket: S | None = None
        self._early: list[Any] = []
        """Commands that are sent once the session is open."""

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
