"""The text-to-speech socket: many contexts over one connection, which is replaced when it is lost. Sync, then async."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from typing import TYPE_CHECKING, Any, Self
from weakref import WeakKeyDictionary

from cartesia_api.contexts import TTSContextFactory
from cartesia_api.events import TTSWebsocketEvent
from cartesia_io.http import retry
from cartesia_io.http.connections import Connections
from cartesia_io.later import asyncio
from cartesia_io.live import Live
from cartesia_io.logs import INFO, report
from cartesia_io.receiving import AsyncReceiving, Receiving
from cartesia_io.rules import running_loop
from cartesia_io.sockets.async_connection import AsyncConnection
from cartesia_io.sockets.closing import check_close
from cartesia_io.sockets.connection import Connection
from cartesia_io.sockets.sync_connection import SyncConnection
from cartesia_io.steps import ThreadLock, finish, result_of

from ..errors import APIConnectionError, InvalidRequestError
from ..http.policy import RequestPolicy
from ..versions import specialized
from .connect import Handshake, aconnect, connect
from .raw_frames import FrameSteps
from .tts_context import AsyncTTSContext, TTSContext
from .tts_protocol import TTSProtocol

if TYPE_CHECKING:
    from cartesia_api.models import CancelContextRequest, GenerationRequest


class _TTSWebsocket(FrameSteps, Live):
    """What both sockets share."""

    _instead = "call websocket_connect() of a client in each process"

    _lock: Any
    """Returns what is held while a connection is opened."""
    _open: Any
    """Opens one."""
    _sleep: Any
    _connection: Any = None
    """The connection of the newest context. Contexts that began on an earlier one keep it."""

    def __init__(self, connections: Connections[Any, RequestPolicy], handshake: Handshake) -> None:
        super().__init__()
        self._connections, self._policy = connections, connections.policy
        connections.check_open()
        self._handshake = handshake
        self._closed = False
        self._failed_connections = 0
        """Connections in a row that were lost before anything arrived on them."""
        self._earlier: list[Any] = []
        """Connections that have been replaced and whose contexts go on."""

    async def _get_connection(self) -> Any:
        """Return the connection for a new context; open one if there is none or it is lost."""
        async with self._lock():
            if self._connection is None or self._closed or not self._connection.is_alive:
                seconds = self._reconnect_delay(self._connection.protocol if self._connection else None)
                if self._connection is not None:
                    report(INFO, self._handshake.channel, f"reconnects in {seconds:.3g} s")
                if seconds:
                    await result_of(self._sleep(seconds))
                self._retire(self._connection)
                self._connection = await result_of(self._open())
                if self._closed:  # meanwhile
                    await self._connection.close()
            return self._connection

    async def _close(self, *how: Any) -> None:
        check_close(*how)
        self._closed = True
        for each in filter(None, (*self._earlier, self._connection)):
            await each.close(*how)

    def _is_closed(self) -> bool:
        """Return whether the program has closed the socket or its client."""
        return self._closed or self._connections.is_closed

    def _retire(self, last: Connection[TTSProtocol] | None) -> None:
        """Let the open contexts of a connection that is replaced go on; end a connection that has none."""
        earlier = [*self._earlier, last] if last else self._earlier
        self._earlier = [each for each in earlier if each.protocol.contexts]
        for each in earlier:
            if each not in self._earlier:
                each.abort()

    def _reconnect_delay(self, last: TTSProtocol | None) -> float:
        """Return the seconds to wait before the next connection is opened. `last`: what was spoken over the lost one.

        Raises:
            InvalidRequestError: The program has closed the socket.
            APIConnectionError: Too many connections in a row were lost before anything arrived on them.
        """
        if self._closed:
            raise InvalidRequestError("this connection has been closed; open another one")
        self._failed_connections = 0 if last is None or last.received_any else self._failed_connections + 1
        if self._failed_connections > max(1, self._policy.retries.max_retries):
            count, self._failed_connections = self._failed_connections, 0
            raise APIConnectionError(
                f"GET {self._handshake.path}: {count} connections in a row were lost before anything arrived; the last one: "
                f"{last.lost or 'the connection broke' if last else ''}",
                attempts=count,
            )
        # The first one may only have been idle for too long: replace it at once.
        return (
            retry.backoff(self._failed_connections - 1, self._policy.jitter()) if self._failed_connections > 1 else 0.0
        )


class TTSWebsocket(_TTSWebsocket, TTSContextFactory[TTSContext], Receiving[TTSWebsocketEvent]):
    """Speech in contexts over one connection. Use it in a `with` block. Several threads may use its contexts.

    The connection is opened when the block is entered (without a block, with the first text). After it was lost, the next
    context opens another one; the service closes a connection after 5 minutes without a frame. A context that was under way
    fails: an interrupted context is never resumed silently. Connections that are lost before anything arrives on them are
    retried up to `max_retries` times in a row with increasing delays.

    While threads wait for events, audio is read, and up to 32 MiB are held for each context. A context whose reader falls
    behind by more fails and is cancelled. While no thread waits, nothing is read, and the service is slowed down. A context
    that the program drops is cancelled at the service at once.

    With `concurrency` of the client, the first text of a context waits until another context has ended. If only its own thread or
    task could end one, it waits in vain: APITimeoutError after `concurrency_timeout`.

    A line that is dead is noticed: see `ping_interval` and `ping_timeout` of the client.
    """

    def __init__(self, connections: Connections[Any, RequestPolicy], handshake: Handshake) -> None:
        super().__init__(connections, handshake)
        lock = ThreadLock()
        self._lock = lambda: lock

    def _new_context(self, context_id: str | None, timeout: float | None, fields: dict[str, Any]) -> TTSContext:
        kind: type[TTSContext] = specialized(TTSContext, self.inputs)
        return kind(self._policy, self._get_connection, self._is_closed, context_id, timeout, fields)

    def _sleep(self, seconds: float) -> None:
        self._policy.sleep(seconds)

    def _open(self) -> SyncConnection[TTSProtocol]:
        socket = connect(self._connections, self._handshake, lambda: self._closed)
        return SyncConnection(socket, TTSProtocol(), self._policy.socket_timeouts.response)

    def send(self, frame: Mapping[str, Any] | GenerationRequest | CancelContextRequest) -> None:
        """Send a frame, as a dict or a model, for the context that it names. Read the events with `recv`, or by iterating.

        `context` does the same with less: it gives each context a reader of its own. A frame without `continue` ends the input of
        its context. `{"context_id": ..., "cancel": True}` cancels one. Reading raises the error of one context; the others go on.

        Raises:
            InvalidRequestError: A field is unknown, contradicts the context or cannot be sent. Nothing was sent.
            APIStatusError: The service has reported an error for this context; see the subclass.
            IncompleteAudioError: The connection was lost, or the context has expired; `unspoken` is the text that was not spoken.
        """
        finish(self._send_frame(frame))

    def close(self, *, code: int = 1000, reason: str = "") -> None:
        """Close the connection. Contexts under way are cancelled, and their readers get an IncompleteAudioError.

        Args:
            code: Code for the service: 1000, or 3000 to 4999.
            reason: Reason for the service, of at most 123 bytes.
        """
        finish(self._close(code, reason))

    def enter(self) -> Self:
        """Open the connection without a block. Close it with `close`."""
        return self.__enter__()

    def __enter__(self) -> Self:
        finish(self._get_connection())
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class AsyncTTSWebsocket(_TTSWebsocket, TTSContextFactory[AsyncTTSContext], AsyncReceiving[TTSWebsocketEvent]):
    """Speech in contexts over one connection. Use it in an `async with` block. Tasks of one event loop may use its contexts.

    The connection is opened when the block is entered (without a block, with the first text). After it was lost, the next
    context opens another one; the service closes a connection after 5 minutes without a frame. A context that was under way
    fails: an interrupted context is never resumed silently. Connections that are lost before anything arrives on them are
    retried up to `max_retries` times in a row with increasing delays.

    While tasks wait for events, audio is read, and up to 32 MiB are held for each context. A context whose reader falls
    behind by more fails and is cancelled. While no task waits, nothing is read, and the service is slowed down. A context
    that the program drops is cancelled at the service at once.

    With `concurrency` of the client, the first text of a context waits until another context has ended. If only its own thread or
    task could end one, it waits in vain: APITimeoutError after `concurrency_timeout`.

    A line that is dead is noticed: see `ping_interval` and `ping_timeout` of the client.
    """

    def __init__(self, connections: Connections[Any, RequestPolicy], handshake: Handshake) -> None:
        super().__init__(connections, handshake)
        self._locks: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = WeakKeyDictionary()
        """One for each event loop, for a lock belongs to one."""

    def _new_context(self, context_id: str | None, timeout: float | None, fields: dict[str, Any]) -> AsyncTTSContext:
        kind: type[AsyncTTSContext] = specialized(AsyncTTSContext, self.async_inputs)
        return kind(self._policy, self._get_connection, self._is_closed, context_id, timeout, fields)

    def _lock(self) -> asyncio.Lock:
        return self._locks.setdefault(running_loop(), asyncio.Lock())

    def _sleep(self, seconds: float) -> Awaitable[None]:
        return self._policy.asleep(seconds)

    async def _open(self) -> AsyncConnection[TTSProtocol]:
        socket = await aconnect(self._connections, self._handshake, lambda: self._closed)
        return AsyncConnection(socket, TTSProtocol(running_loop().time), self._policy.socket_timeouts.response)

    async def send(self, frame: Mapping[str, Any] | GenerationRequest | CancelContextRequest) -> None:
        """Send a frame, as a dict or a model, for the context that it names. Read the events with `recv`, or by iterating.

        `context` does the same with less: it gives each context a reader of its own. A frame without `continue` ends the input of
        its context. `{"context_id": ..., "cancel": True}` cancels one. Reading raises the error of one context; the others go on.

        Raises:
            InvalidRequestError: A field is unknown, contradicts the context or cannot be sent. Nothing was sent.
            APIStatusError: The service has reported an error for this context; see the subclass.
            IncompleteAudioError: The connection was lost, or the context has expired; `unspoken` is the text that was not spoken.
        """
        await self._send_frame(frame)

    async def close(self, *, code: int = 1000, reason: str = "") -> None:
        """Close the connection. Contexts under way are cancelled, and their readers get an IncompleteAudioError.

        Args:
            code: Code for the service: 1000, or 3000 to 4999.
            reason: Reason for the service, of at most 123 bytes.
        """
        await self._close(code, reason)

    async def enter(self) -> Self:
        """Open the connection without a block. Close it with `close`."""
        return await self.__aenter__()

    async def __aenter__(self) -> Self:
        await self._get_connection()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()
