"""The text-to-speech socket: many contexts over one connection, and a fresh one when it was lost. Sync twin, then async twin."""

from __future__ import annotations

import asyncio
import threading
from types import TracebackType
from typing import Any, Self

from ..errors import APIConnectionError, InvalidRequestError
from ..http import retry
from ..http.policy import RequestPolicy
from .async_connection import AsyncConnection
from .connect import TLS, Handshake, aconnect, connect
from .sync_connection import SyncConnection
from .tts_context import AsyncTTSContext, TTSContext
from .tts_protocol import TTSProtocol


class _Websocket:
    """What both sockets share."""

    def __init__(self, policy: RequestPolicy, tls: TLS, handshake: Handshake) -> None:
        self._policy = policy
        self._tls = tls
        self._handshake = handshake
        self._closed = False
        self._fruitless = 0
        """Connections in a row that were lost before anything had arrived on them."""

    def _pause(self, protocol: TTSProtocol | None) -> float:
        """Seconds to wait before the next connection is opened, after the one with this conversation was lost."""
        if self._closed:
            raise InvalidRequestError("this connection has been closed; open another one")
        self._fruitless = 0 if protocol is None or protocol.received_any else self._fruitless + 1
        if self._fruitless > self._policy.retries.max_retries:
            count, self._fruitless = self._fruitless, 0
            raise APIConnectionError(
                f"GET {self._handshake.path}: {count} connections in a row were lost before anything arrived; the last one: "
                f"{protocol.lost or 'the connection broke' if protocol else ''}",
                attempts=count,
            )
        # The first one that is lost may only have been idle for too long.
        return retry.backoff(self._fruitless - 1, self._policy.jitter()) if self._fruitless > 1 else 0.0


class TTSWebsocket(_Websocket):
    """Speech in contexts over one connection, to be used in a `with` block. Several threads may use its contexts.

    The connection is opened on entering the block (without one, with the first text), and again for the next context after it
    was lost (after 5 minutes without a frame the service closes it). A context that was under way fails; it is never taken
    up again silently.
    Connections that are lost before anything arrives on them are replaced up to `max_retries` times in a row, ever later.

    Nothing is read ahead while nobody waits: the service is slowed down. While others wait, up to 32 MiB of audio is held
    for each context whose reader is slow; beyond that the context fails and is cancelled. A context that nobody holds any
    more is dropped, and cancelled with the next frame that is sent or received. When nothing has arrived for 20 s while
    somebody waits, the service is asked for a sign of life; without one in another 20 s, the connection is lost.
    """

    def __init__(self, policy: RequestPolicy, tls: TLS, handshake: Handshake) -> None:
        super().__init__(policy, tls, handshake)
        self._lock = threading.Lock()
        self._connection: SyncConnection | None = None

    def context(self, context_id: str | None = None, *, timeout: float | None = None, **fields: Any) -> TTSContext:
        """A new context.

        Args:
            context_id: Its id; made up by default. Unique among the contexts that are open.
            timeout: Seconds to wait for each event when receiving. Default: for ever.
            **fields: model_id, voice, output_format (raw only), language, generation_config, add_timestamps,
                add_phoneme_timestamps, max_buffer_delay_ms and the other fields of GenerationRequest, for the whole context.
        """
        return TTSContext(self._connected, context_id, timeout, fields)

    def _connected(self) -> SyncConnection:
        with self._lock:
            if self._connection is None or self._closed or not self._connection.is_alive:
                if seconds := self._pause(self._connection.protocol if self._connection else None):
                    self._policy.sleep(seconds)
                self._connection = SyncConnection(connect(self._policy, self._tls, self._handshake))
            return self._connection

    def close(self) -> None:
        """Closes the connection; contexts that are under way are cancelled, and their readers woken."""
        self._closed = True
        if self._connection is not None:
            self._connection.close()

    def __enter__(self) -> Self:
        self._connected()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class AsyncTTSWebsocket(_Websocket):
    """Speech in contexts over one connection, to be used in an `async with` block, by any number of tasks of one event loop.

    The connection is opened on entering the block (without one, with the first text), and again for the next context after it
    was lost (after 5 minutes without a frame the service closes it). A context that was under way fails; it is never taken
    up again silently.
    Connections that are lost before anything arrives on them are replaced up to `max_retries` times in a row, ever later.

    Nothing is read ahead while nobody waits: the service is slowed down. While others wait, up to 32 MiB of audio is held
    for each context whose reader is slow; beyond that the context fails and is cancelled. A context that nobody holds any
    more is dropped, and cancelled with the next frame that is sent or received. When nothing has arrived for 20 s while
    somebody waits, the service is asked for a sign of life; without one in another 20 s, the connection is lost.
    """

    def __init__(self, policy: RequestPolicy, tls: TLS, handshake: Handshake) -> None:
        super().__init__(policy, tls, handshake)
        self._lock = asyncio.Lock()
        self._connection: AsyncConnection | None = None

    def context(self, context_id: str | None = None, *, timeout: float | None = None, **fields: Any) -> AsyncTTSContext:
        """A new context.

        Args:
            context_id: Its id; made up by default. Unique among the contexts that are open.
            timeout: Seconds to wait for each event when receiving. Default: for ever.
            **fields: model_id, voice, output_format (raw only), language, generation_config, add_timestamps,
                add_phoneme_timestamps, max_buffer_delay_ms and the other fields of GenerationRequest, for the whole context.
        """
        return AsyncTTSContext(self._connected, context_id, timeout, fields)

    async def _connected(self) -> AsyncConnection:
        async with self._lock:
            if self._connection is None or self._closed or not self._connection.is_alive:
                if seconds := self._pause(self._connection.protocol if self._connection else None):
                    await self._policy.asleep(seconds)
                self._connection = AsyncConnection(await aconnect(self._policy, self._tls, self._handshake))
            return self._connection

    async def close(self) -> None:
        """Closes the connection; contexts that are under way are cancelled, and their readers woken."""
        self._closed = True
        if self._connection is not None:
            await self._connection.close()

    async def __aenter__(self) -> Self:
        await self._connected()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()
