"""What the connections of threads and of tasks share: one socket, over which several conversations are held at a time."""

from __future__ import annotations

import contextlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any, Generic, Protocol, TypeVar

from ..steps import result_of
from .closed import Closed
from .patience import Expecting, Patience
from .websocket import CLOSE_TIMEOUT

CLOSED_LOCALLY = "the connection was closed locally"
MORE = 0.01
"""Seconds in which more follows what has arrived, if the library left it in the buffer of the system."""


class Conversation(Expecting, Protocol):
    """What has arrived for one conversation and has not been read yet, and whether more follows."""

    id: str
    opened: bool
    """Whether anything was sent."""
    ended: bool
    """Whether nothing more arrives."""
    events: Any
    """What has arrived and has not been read; false without any."""

    @property
    def is_behind(self) -> bool:
        """Whether so much waits for its reader that no more should be read ahead."""
        ...

    def take(self) -> Any:
        """Return the next event, or None. Raise how it failed once all events have been read."""
        ...


class Conversations(Protocol):
    """The protocol of one connection: whose a frame is, and what is still to be sent. No I/O.

    Threads call it under the lock of the connection, but for `next_cancel`, `has_pending_cancels` and `queue_cancel`.
    """

    clock: Callable[[], float]
    lost: str | None
    """How the connection ended, once it has."""

    @property
    def loss(self) -> type[Exception]:
        """What conversations fail with that are cancelled or lost."""
        ...

    def feed(self, data: bytes, /) -> Sequence[Any]:
        """Put an event where it belongs, and return the conversations that it concerns. Raise Closed for an invalid frame."""
        ...

    def bystander(self) -> Any:
        """Return a conversation that nothing arrives for. To read for it is to read for all others."""
        ...

    def cancel(self, conversation: Any, /) -> str | None:
        """End a conversation. Return the frame that ends it at the service, or None if there is nothing to end there."""
        ...

    def cancel_all(self, why: str, /) -> list[str]:
        """End all conversations. Return the frames that end them at the service."""
        ...

    def queue_cancel(self, name: str, /) -> None:
        """Have a conversation cancelled at the service with the next frames. May be called by the garbage collector."""
        ...

    @property
    def has_pending_cancels(self) -> bool:
        """Return whether cancel frames are still to be sent."""
        ...

    def next_cancel(self) -> str | None:
        """Return the next cancel frame that is still to be sent, or None."""
        ...

    def connection_lost(self, why: str, /) -> None:
        """Fail every open conversation. Only the first reason counts."""
        ...

    def end_if_lost(self, conversation: Any, /) -> None:
        """Fail a conversation that is not known any more, so that its reader does not wait on a lost connection."""
        ...


P = TypeVar("P", bound=Conversations)


class Connection(ABC, Generic[P]):
    """What both connections share."""

    _socket: Any
    lock: Any
    """Protects the protocol."""
    _sending: Any
    """Keeps the frames of two threads in order."""

    def __init__(self, protocol: P, response_timeout: float | None) -> None:
        self.protocol = protocol
        self._response_timeout = response_timeout

    # What has arrived is read before more is sent
    # --------------------------------------------
    # While the program plays a chunk, or waits for a model, what the service says is left unread: that a conversation has
    # expired, why it failed, that the connection was closed. `catch_up` reads it before more goes out, and when sending fails
    # `read_on` reads what had arrived before. `catch_up` stops at a conversation whose reader is far behind.

    @abstractmethod
    async def send(self, *frames: str) -> bool:
        """Send frames. Return False if the connection is lost, after what had arrived has been read."""

    async def _send_frames(self, *frames: str) -> bool:
        """Send frames, after the cancel frames that are still to be sent. Return False if the connection is lost."""
        cancels = iter(self.protocol.next_cancel, None) if self.protocol.has_pending_cancels else ()
        try:
            for frame in chain(cancels, frames):
                if (sending := self._socket.send(frame)) is not None:  # a thread has sent it by now
                    await sending
        except Closed as error:
            await self.read_on(0.0 if self._socket.is_open else CLOSE_TIMEOUT)
            self._lose(str(error))
            return False
        return True

    async def _send_pending(self) -> None:
        async with self._sending:
            await self._send_frames()

    async def read_on(self, seconds: float) -> bool:
        """Read for no conversation in particular. Return whether anything arrived."""
        frames, bystander = self._socket.received, self.protocol.bystander()
        patience = self.patience(bystander, seconds)
        patience.quiet = True
        # It fails when the connection is lost, as all others do, and none of them is read here.
        with contextlib.suppress(self.protocol.loss):
            await result_of(self.receive(bystander, patience))
        return bool(self._socket.received > frames)

    def patience(self, conversation: Conversation, timeout: float | None) -> Patience:
        """Return how long a reader of a conversation waits for each event."""
        return Patience(self._socket, conversation, timeout, self._response_timeout, self.protocol.clock)

    @abstractmethod
    def receive(self, conversation: Any, patience: Patience) -> Any:
        """Return the next event of a conversation, or None if it is done, or none has arrived and the timeout is 0.

        Raises:
            Exception: None arrived in time; without a timeout: a response was due and did not arrive. Or the conversation has
                failed, and its last event has been read.
        """

    @abstractmethod
    def _send_soon(self) -> None:
        """Have the cancel frames that are still to be sent go out soon. Neither send nor take a lock here."""

    @abstractmethod
    def notify(self) -> None:
        """Wake all readers, because a conversation has ended."""

    @property
    def is_alive(self) -> bool:
        """Return whether another conversation may be opened on this connection."""
        return self.protocol.lost is None and bool(self._socket.is_open)

    def cancel_soon(self, conversation: Conversation) -> None:
        """Have a conversation cancelled at the service, from anywhere: the garbage collector calls this at any moment."""
        if conversation.opened and not conversation.ended and self._socket.is_owner:
            self.protocol.queue_cancel(conversation.id)
            with contextlib.suppress(RuntimeError):  # the interpreter is shutting down, or the loop is closed
                self._send_soon()

    def leave(self, conversation: Conversation) -> None:
        """Cancel a conversation whose reader has left it, and have the service told at once."""
        self.cancel_soon(conversation)
        with self.lock:
            self.protocol.cancel(conversation)
        self.notify()

    async def cancel(self, conversation: Conversation) -> None:
        """Cancel a conversation, here and at the service."""
        with self.lock:
            frame = self.protocol.cancel(conversation)
        self.notify()
        if frame is not None and not await self._send_within(frame, CLOSE_TIMEOUT):
            self.protocol.queue_cancel(conversation.id)

    @abstractmethod
    async def _send_within(self, frame: str, seconds: float) -> bool:
        """Send a frame. Return False if that would have to wait for too long."""

    def connection_lost(self, why: str) -> None:
        """Fail every open conversation, and wake all readers."""
        with self.lock:
            self.protocol.connection_lost(why)
        self.notify()

    def _lose(self, why: str) -> None:
        """Fail every open conversation, and end the socket: after an invalid frame, the service may go on sending."""
        self.connection_lost(why)
        self._socket.abort()

    async def close(self, *how: Any) -> None:
        """Cancel the open conversations, wake their readers with an error, and close the socket."""
        with self.lock:
            frames = self.protocol.cancel_all(CLOSED_LOCALLY)
        self.connection_lost(CLOSED_LOCALLY)
        await result_of(self._socket.close(frames, *how))

    def abort(self) -> None:
        """End the socket without a closing handshake."""
        self._socket.abort()
