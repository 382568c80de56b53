"""The sandbox as a server on this machine, in a thread of its own."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import os
import socket
import threading
from types import TracebackType
from typing import Any, Self, Unpack

import uvicorn
from starlette.types import Scope
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from .application import Application, Options
from .faults.proxy import Proxy


class Sandbox(Application):
    """A stand-in for the Cartesia API, to be used as a context manager (`with` or `async with`).

    Args:
        host: Address to listen on; one of this machine, unless `allow_remote` is set.
        port: Port to listen on; 0 picks a free one.
        allow_remote: Whether other machines may connect.
        certificate: Files of a certificate with its chain, and of its key, in PEM: the sandbox then speaks HTTPS and WSS, for
            clients that speak nothing else.
        options: How it behaves: `api_keys`, `plan`, `strict`, `faults`, `realtime`, `seed`, `idle_seconds` and
            `context_seconds`, which `cartesia_sandbox.Options` describes.

    Attributes:
        faults: What is planned to go wrong.
        journal: What has been asked.
        limits: What is going on, counted: `limits.in_use` is empty when nothing is.

    Raises:
        ValueError: `host` can be reached from other machines, and `allow_remote` is not set; or there is no such plan or
            fault.
        OSError: The address is taken.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        allow_remote: bool = False,
        certificate: tuple[str | os.PathLike[str], str | os.PathLike[str]] | None = None,
        **options: Unpack[Options],
    ) -> None:
        if not allow_remote and not _is_loopback(host):
            raise ValueError(f"{host} can be reached from other machines; say allow_remote=True if that is meant")
        super().__init__(**options, find_transport=self._find_transport)
        self._host = host
        self._port = port
        self._certificate = certificate
        self._socket: socket.socket | None = None
        self._server: _Server | None = None
        self._threads: list[threading.Thread] = []

    @property
    def url(self) -> str:
        """The base URL of the running sandbox, such as http://127.0.0.1:49152, or https with a certificate."""
        if self._socket is None:
            raise RuntimeError("the sandbox is not running; use it in a `with` block, or call start()")
        port = self._socket.getsockname()[1]
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"{'https' if self._certificate else 'http'}://{host}:{port}"

    def proxy(self) -> Proxy:
        """A TCP proxy in front of the running sandbox, a context manager, for faults that concern whole connections."""
        return Proxy(self.url)

    def start(self) -> Self:
        """Starts the server, and returns when it answers."""
        family = socket.AF_INET6 if ":" in self._host else socket.AF_INET
        self._socket = socket.create_server((self._host, self._port), family=family, backlog=512)
        # Connections inherit it. asyncio sets it only for sockets that name their protocol, which those of create_server
        # do not; without it, an answer of two writes takes 40 ms more.
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        certificate, key = self._certificate or (None, None)
        config = uvicorn.Config(
            self,
            log_config=None,
            access_log=False,
            lifespan="off",
            proxy_headers=False,
            ws=_Socket,
            timeout_graceful_shutdown=1,
            ssl_certfile=certificate,
            ssl_keyfile=key,
        )
        config.load()
        config.loaded_app = self  # without the layer that logs whole requests where everything is logged
        self._server = _Server(config)
        # The voice takes a moment to load; by the time somebody wants to hear it, it often is there.
        targets = (self._serve, self.engine.load)
        self._threads = [threading.Thread(target=target, name="cartesia-sandbox") for target in targets]
        for thread in self._threads:
            thread.start()
        self._server.ready.wait()
        if not self._server.started:
            self.close()
            raise RuntimeError("the sandbox did not start")
        return self

    def close(self) -> None:
        """Stops the server; open connections are closed."""
        self.release()
        if self._server is not None:
            self._server.should_exit = True
        for thread in self._threads:
            thread.join()
        if self._socket is not None:
            self._socket.close()
        self._server, self._socket, self._threads = None, None, []

    def _find_transport(self, scope: Scope) -> asyncio.Transport | None:
        """The connection of a request, for the faults that end it."""
        for protocol in self._server.server_state.connections if self._server else ():
            transport = protocol.transport
            peer = transport.get_extra_info("peername") if transport else None
            if peer and scope["client"] and tuple(peer[:2]) == tuple(scope["client"][:2]):
                return transport
        return None

    def _serve(self) -> None:
        assert self._server is not None
        assert self._socket is not None
        try:
            self._server.run(sockets=[self._socket])
        finally:
            self._server.ready.set()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return await asyncio.to_thread(self.start)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await asyncio.to_thread(self.close)


class _Server(uvicorn.Server):
    """uvicorn's server, which tells when it has started."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


class _Socket(WebSocketsSansIOProtocol):
    """uvicorn's sockets, with a logger that does not get to see addresses: there are keys in them."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.logger = self.conn.logger = LOGGER
        self.conn.debug = False


def _not_refused(record: logging.LogRecord) -> bool:
    """uvicorn complains of each handshake that is refused with a body as if the application had failed."""
    return "without completing handshake" not in record.getMessage()


LOGGER = logging.getLogger("cartesia_sandbox.sockets")
LOGGER.setLevel(logging.WARNING)
LOGGER.addFilter(_not_refused)


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
