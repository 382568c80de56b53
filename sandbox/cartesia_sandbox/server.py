"""The sandbox as a server on this machine, in its own thread."""

from __future__ import annotations

import asyncio
import atexit
import contextlib
import ipaddress
import os
import socket
import threading
from collections.abc import Mapping
from types import TracebackType
from typing import Self, Unpack

import uvicorn
from starlette.types import Scope

from .application import Application, Options
from .faults.proxy import Proxy
from .sockets.protocols import LOGGER, HTTPProtocol, WebSocketProtocol


class Sandbox(Application):
    """A stand-in for the Cartesia API. A context manager, for `with` and `async with`.

    Args:
        host: Address to listen on. Other machines must not be able to reach it unless `allow_remote` is set.
        port: Port to listen on; 0 picks a free one.
        allow_remote: Whether `host` may be an address that other machines can reach.
        certificate: Paths of a certificate with its chain and of its private key, in PEM. The sandbox then serves HTTPS and WSS
            only.
        options: Options of the sandbox: `api_keys`, `agent`, `plan`, `strict`, `faults`, `realtime`, `seed`, `version`,
            `idle_seconds` and `context_seconds`. See `cartesia_sandbox.Options`.

    Attributes:
        faults: The planned faults.
        journal: The recorded requests.
        limits: The contexts, connections and requests in progress: `limits.taken` is empty when there are none.

    Raises:
        ValueError: Other machines can reach `host`, and `allow_remote` is not set; there is no such plan, version or fault; or
            `api_keys` are not a list of texts.
        OSError: The address is in use.
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
            raise ValueError(f"other machines can reach {host}; pass allow_remote=True to allow that")
        super().__init__(**options, find_transport=self._find_transport)
        self._host = host
        self._port = port
        self._certificate = certificate
        self._socket: socket.socket | None = None
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None
        self._changing = threading.RLock()
        """Held while it starts or stops, which several threads may ask for."""

    @property
    def url(self) -> str:
        """The base URL of the running sandbox, such as http://127.0.0.1:49152; https with a certificate.

        Raises:
            RuntimeError: The sandbox is not running.
        """
        if self._socket is None:
            raise RuntimeError("the sandbox is not running; use it in a `with` block, or call start()")
        port = self._socket.getsockname()[1]
        host = f"[{self._host}]" if ":" in self._host else self._host
        return f"{'https' if self._certificate else 'http'}://{host}:{port}"

    def proxy(self) -> Proxy:
        """Return a TCP proxy in front of the running sandbox, for faults of whole connections. It is a context manager.

        Raises:
            RuntimeError: The sandbox is not running.
        """
        return Proxy(self.url)

    def start(self) -> Self:
        """Start the server, and return when it accepts connections. A sandbox that is running stays as it is.

        Without `close`, it runs until the program ends, and does not keep it from ending.
        """
        with self._changing:
            if self._server is None:
                self._start()
        return self

    def _start(self) -> None:
        family = socket.AF_INET6 if ":" in self._host else socket.AF_INET
        self._socket = socket.create_server((self._host, self._port), family=family, backlog=512)
        # Connections inherit this option. asyncio sets it only for sockets that name their protocol, which those of
        # create_server do not. Without it, a response of two writes takes 40 ms longer.
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        certificate, key = self._certificate or (None, None)
        config = uvicorn.Config(
            self,
            log_config=None,
            access_log=False,
            lifespan="off",
            proxy_headers=False,
            http=HTTPProtocol,
            ws=WebSocketProtocol,
            timeout_graceful_shutdown=1,
            ssl_certfile=certificate,
            ssl_keyfile=key,
        )
        config.load()
        config.loaded_app = self  # without the layer that logs whole requests, credentials included, at the level TRACE
        self._server = _Server(config)
        self.engine.load_early()
        # Python waits for threads before it calls what is registered for the exit, unless they are daemons.
        self._thread = threading.Thread(target=self._serve, name="cartesia-sandbox", daemon=True)
        atexit.register(self.close)
        self._thread.start()
        self._server.ready.wait()
        if not self._server.started:
            self.close()
            raise RuntimeError("the sandbox did not start")

    def close(self) -> None:
        """Stop the server. Open connections are closed."""
        with self._changing:
            atexit.unregister(self.close)
            self.release()
            if self._server is not None:
                self._server.stop()
            if self._thread is not None:
                self._thread.join()
            if self._socket is not None:
                self._socket.close()
            self._server, self._socket, self._thread = None, None, None

    def _find_transport(self, scope: Scope) -> asyncio.Transport:
        """Return the connection of a request, for the faults that end it. Raise LookupError if it has ended."""
        for protocol in self._server.server_state.connections if self._server else ():
            transport = protocol.transport
            peer = transport.get_extra_info("peername") if transport else None
            if peer and scope["client"] and tuple(peer[:2]) == tuple(scope["client"][:2]):
                return transport
        raise LookupError

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
    """uvicorn's server, which stops at once.

    Attributes:
        ready: Set when it has started or failed.
    """

    # uvicorn's own looks ten times a second whether it is to stop, and then waits a tenth of a second for connections that may
    # have ended long since: most of what a short test with a sandbox took.

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    def stop(self) -> None:
        """Let the server stop. Any thread may call it."""
        self.should_exit = True
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop is closed: it has stopped already
                self._loop.call_soon_threadsafe(self._stopping.set)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._stopping = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        await super().startup(sockets)
        self.ready.set()

    async def main_loop(self) -> None:
        ticks = 0  # of a tenth of a second: uvicorn sets the header Date at every tenth
        while not await self.on_tick(ticks):
            ticks += 10
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), 1)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await _turns_of_the_loop()  # what had arrived before the stop is received, and thus in the journal
        for server in self.servers:
            server.close()
        for each in sockets or []:
            each.close()
        state = self.server_state
        for connection in list(state.connections):
            connection.shutdown()
        # Responses in progress are sent to their end, within limits.
        end = asyncio.get_running_loop().time() + (self.config.timeout_graceful_shutdown or 0)
        while (state.connections or state.tasks) and asyncio.get_running_loop().time() < end:
            await asyncio.sleep(0.002)
        if state.tasks:
            LOGGER.warning("requests cut off, because they had not ended within a second: %d", len(state.tasks))
            for task in state.tasks:
                task.cancel()
        # uvicorn does not know connections in the middle of a TLS handshake. Only the event loop does, until Python 3.13.
        known: Mapping[int, asyncio.Transport] = getattr(asyncio.get_running_loop(), "_transports", {})
        for _ in range(5):  # one that was accepted just now has no transport yet
            for transport in list(known.values()):
                transport.abort()
            await asyncio.sleep(0)


async def _turns_of_the_loop(count: int = 10) -> None:
    """Let the event loop read what has arrived: a connection is accepted, read and handled in a turn each."""
    for _ in range(count):
        await asyncio.sleep(0)


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
