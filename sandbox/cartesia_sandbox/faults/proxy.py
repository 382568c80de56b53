"""A TCP proxy in front of a server, for faults below HTTP: resets, black holes, cuts, stalls, drips, garbage."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
import threading
from collections.abc import Coroutine
from types import TracebackType
from typing import Any, Literal, NamedTuple, Self
from urllib.parse import urlsplit

GARBAGE = b"\x00\xff not HTTP \x80\r\n\r\n"
_PIECE = 65536
ENDS = ("reset", "close", "half_close", "stall")


class WireFault(NamedTuple):
    """What happens to one connection.

    kind: "reset" (RST), "close" (the end of both directions), "half_close" (the end of the answer; what the client sends is still
        taken), "stall" (nothing more comes), each after `after` bytes of the answer, or
        on accepting if that is 0; "garbage" (something that is not HTTP instead of an answer); "delay" (the answer begins
        `seconds` late); "drip" (the answer comes in pieces of `after` bytes, `seconds` apart).
    after: Bytes of the answer.
    seconds: Seconds.
    """

    kind: Literal["reset", "close", "half_close", "stall", "garbage", "delay", "drip"]
    after: int = 0
    seconds: float = 0.0


class Proxy:
    """Passes connections on to a server on this machine; a context manager. Each fault that was planned meets one of them."""

    def __init__(self, target: str) -> None:
        address = urlsplit(target)
        self._target = (address.hostname, address.port)
        self._faults: list[WireFault] = []
        self._open: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="cartesia-sandbox-proxy")
        self._tasks: set[asyncio.Task[None]] = set()
        self.connections = 0
        """How many connections there have been."""

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

    def plan(self, *faults: WireFault) -> None:
        """The next connections meet these faults, one each, in turn."""
        self._faults += faults

    def reset_all(self) -> None:
        """Ends all connections without a word."""

        async def reset() -> None:
            for writer in list(self._open):
                _reset(writer)

        self._run(reset())

    def _run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        fault = self._faults.pop(0) if self._faults else None
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self._open.add(writer)
        try:
            await self._serve(reader, writer, fault)
        except (OSError, EOFError, asyncio.CancelledError):
            pass  # either side has gone, or the proxy is being closed: an end like any other
        finally:
            self._tasks.discard(task)
            self._open.discard(writer)
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, fault: WireFault | None) -> None:
        if fault is not None and fault.kind in ENDS and not fault.after:
            await _end(fault, reader, writer)
            return
        if fault is not None and fault.kind == "garbage":
            await reader.read(_PIECE)
            writer.write(GARBAGE)
            await writer.drain()
            return
        back, forth = await asyncio.open_connection(*self._target)
        up = asyncio.create_task(_pump(reader, forth))
        try:
            await _answer(back, reader, writer, fault)
        finally:
            up.cancel()
            forth.close()
            with contextlib.suppress(asyncio.CancelledError, OSError):
                await up


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(_PIECE):
        writer.write(data)
        await writer.drain()
    writer.write_eof()


async def _answer(
    back: asyncio.StreamReader, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, fault: WireFault | None
) -> None:
    passed = 0
    while data := await back.read(_PIECE):
        if fault is not None and fault.kind == "delay" and not passed:
            await asyncio.sleep(fault.seconds)
        if fault is not None and fault.kind == "drip":
            for start in range(0, len(data), fault.after):
                writer.write(data[start : start + fault.after])
                await writer.drain()
                await asyncio.sleep(fault.seconds)
            continue
        if fault is not None and fault.kind in ENDS and passed + len(data) >= fault.after:
            writer.write(data[: fault.after - passed])
            await writer.drain()
            await _end(fault, reader, writer)
            return
        passed += len(data)
        writer.write(data)
        await writer.drain()


async def _end(fault: WireFault, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    if fault.kind == "reset":
        _reset(writer)
    elif fault.kind in ("stall", "half_close"):
        if fault.kind == "half_close":
            writer.write_eof()
        await asyncio.get_running_loop().create_future()  # until the client has had enough, or the proxy is closed
    else:
        writer.close()


def _reset(writer: asyncio.StreamWriter) -> None:
    raw = writer.get_extra_info("socket")
    if raw.fileno() == -1:
        return  # gone already
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
