"""uvicorn's connections, which know that a client may leave at any moment, and which log no credentials."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import Any

from starlette.types import Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.utils import ClientDisconnected
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.exceptions import InvalidState

from .pings import PINGS, Pings


class HTTPProtocol(H11Protocol):
    """uvicorn's connections, which send nothing more to a client that has left, with another logger."""

    # uvicorn learns of it in the next turn of the event loop. An audio stream that is not paced sends hundreds of chunks in a
    # single turn, and asyncio warns of each.

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.logger = LOGGER
        self._serve, self.app = self.app, self._serve_open

    async def _serve_open(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_open(message: Message) -> None:
            if self.transport.is_closing():
                await asyncio.sleep(0)
            else:
                await send(message)

        await self._serve(scope, receive, send_open)


class WebSocketProtocol(WebSocketsSansIOProtocol):
    """uvicorn's sockets with another logger: uvicorn's own would log URLs, which may hold API keys."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.logger = self.conn.logger = LOGGER
        self.conn.debug = False

    async def run_asgi(self) -> None:
        self._pings = Pings()
        extensions: dict[str, Any] = self.scope.setdefault("extensions", {})
        extensions[PINGS] = self._pings
        await super().run_asgi()

    async def send(self, message: Any) -> None:
        await self.writable.wait()
        # One context closes the socket while another waits to send, or a frame against the protocol does: uvicorn takes a
        # message behind the closing frame for a failure of the application.
        if self.handshake_complete and (self.close_sent or self.transport.is_closing()):
            raise ClientDisconnected
        await super().send(message)

    def handle_ping(self) -> None:
        self._pings.last = self.loop.time()
        super().handle_ping()

    def shutdown(self) -> None:
        with contextlib.suppress(InvalidState):  # it is closing already
            super().shutdown()
        self.transport.close()


def _is_wanted(record: logging.LogRecord) -> bool:
    """Return whether a record is worth logging: uvicorn takes some of what clients do for failures of the application.

    A request that is cut off because the server stops is no failure either.
    """
    if record.exc_info and isinstance(record.exc_info[1], asyncio.CancelledError):
        return False
    # A handshake rejected with a body, and a text frame that is not UTF-8, which closes the socket with 1007.
    return not any(part in record.getMessage() for part in ("without completing handshake", "Invalid UTF-8 sequence"))


LOGGER = logging.getLogger("cartesia_sandbox.sockets")
LOGGER.setLevel(logging.WARNING)
LOGGER.addFilter(_is_wanted)
