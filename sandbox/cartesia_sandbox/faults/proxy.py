"""A TCP proxy in front of a server, for faults of whole connections."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Coroutine, Mapping
from types import TracebackType
from typing import Any, Literal, Self
from urllib.parse import urlsplit

from .connection import ENDINGS, reset
from .fault import Fault
from .plan import FaultPlan

_PIECE = 65536
_NAME = "connection"
"""What a connection is called in the plan, where an operation has its name."""


class WireFault(Fault):
    """A fault of a whole connection in its earlier spelling: `WireFault("close", 100)` is `Fault("cut", after_bytes=100)`."""

    def __init__(
        self,
        kind: Literal["reset", "close", "half_close", "stall", "garbage", "delay", "drip"],
        after: int = 0,
        seconds: float = 0.0,
    ) -> None:
        super().__init__("cut" if kind == "close" else kind, after_bytes=after, seconds=seconds)

    @property
    def after(self) -> int:
        """Bytes of the response after which it happens."""
        return self.after_bytes


class Proxy:
    """Passes connections on to a server on this machine. A context manager.

    Args:
        target: URL of the server.

    Attributes:
        url: URL of the proxy, while it runs.
        connections: How many connections it has accepted.
    """

    def __init__(self, target: str) -> None:
        address = urlsplit(target)
        self._target = (address.hostname, address.port)
        self._faults = FaultPlan({_NAME: ("", "connection")})
        self._open: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="cartesia-sandbox-proxy", daemon=True)
        self._tasks: set[asyncio.Task[None]] = set()
        self.connections = 0

    def __enter__(self) -> Self:
        self._thread.start()
        self._server = self._run(asyncio.start_server(self._accept, "127.0.0.1", 0))
        port = self._server.sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        async def stop() -> None:
            self._server.close()
            for writer in list(self._open):
                writer.transport.abort()
            for task in list(self._tasks):
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

        self._run(stop())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def plan(self, *faults: Fault | str | Mapping[str, Any]) -> None:
        """Plan faults, as for `FaultPlan.add`. Each connection gets the first that is left.

        These kinds apply:

        * `reset`, `cut`, `half_close`, `stall` and `garbage`: after `after_bytes` bytes of the response; if that is 0, when the
          connection is accepted, `garbage` when a request has come.
        * `delay`: before the response.
        * `drip`: all through the response.

        Of the other fields of a fault, `seconds` and `times` apply.

        Raises:
            ValueError: There is no such fault, or it does not apply to a connection. None of them is planned then.
        """
        self._faults.add_all(faults)

    def reset_all(self) -> None:
        """Reset all open connections."""

        async def reset_open() -> None:
            for writer in list(self._open):
                reset(writer.transport)

        self._run(reset_open())

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        planned = self._faults.reserve([_NAME], "connection", opening=True)
        if planned is not None:
            self._faults.trigger(planned)
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self._open.add(writer)
        try:
            await self._serve(reader, writer, planned.fault if planned else None)
        except (OSError, EOFError, asyncio.CancelledError):
            pass  # the client or the server has closed, or the proxy stops: an end like any other
        finally:
            self._tasks.discard(task)
            self._open.discard(writer)
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, fault: Fault | None) -> None:
        if fault is not None and fault.kind in _ENDS and not fault.after_bytes:
            if fault.kind == "garbage":
                await reader.read(_PIECE)
            await _end(fault, writer)
            return
        server_reader, server_writer = await asyncio.open_connection(*self._target)
        upstream = asyncio.create_task(_copy(reader, server_writer))
        try:
            await _pass_response(server_reader, writer, fault)
        finally:
            upstream.cancel()
            server_writer.close()
            with contextlib.suppress(asyncio.CancelledError, OSError):
                await upstream


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(_PIECE):
        await _write(writer, data)
    writer.write_eof()


async def _write(writer: asyncio.StreamWriter, data: bytes) -> None:
    writer.write(data)
    await writer.drain()


async def _pass_response(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, fault: Fault | None) -> None:
    passed = 0
    while data := await reader.read(_PIECE):
        if fault is not None and fault.kind == "delay" and not passed:
            await asyncio.sleep(fault.seconds)
        if fault is not None and fault.kind == "drip":
            await _drip(writer, data, fault)
        elif fault is not None and fault.kind in _ENDS and passed + len(data) >= fault.after_bytes:
            await _write(writer, data[: fault.after_bytes - passed])
            await _end(fault, writer)
            return
        else:
            await _write(writer, data)
        passed += len(data)


async def _drip(writer: asyncio.StreamWriter, data: bytes, fault: Fault) -> None:
    for start in range(0, len(data), fault.after_bytes):
        await _write(writer, data[start : start + fault.after_bytes])
        await asyncio.sleep(fault.seconds)


async def _end(fault: Fault, writer: asyncio.StreamWriter) -> None:
    """End a connection, or leave it open without a further byte until the proxy stops."""
    if fault.seconds:
        await asyncio.sleep(fault.seconds)
    if fault.kind == "half_close":
        writer.write_eof()
    if fault.kind in ("stall", "half_close"):
        await asyncio.get_running_loop().create_future()  # until the proxy stops and cancels this
    else:
        ENDINGS[fault.kind](writer.transport)


_ENDS = {*ENDINGS, "half_close"}
