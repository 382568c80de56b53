"""The programs of examples/, and servers on a port of this machine: web applications as their users run them, and bare ones."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import uvicorn

EXAMPLES = Path(__file__).parents[1] / "examples"
Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@contextmanager
def serving(app: Any) -> Iterator[str]:
    """Serve an ASGI application with uvicorn, its lifespan included, and give its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="on"))
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


@asynccontextmanager
async def listening(serve: Serve, **options: Any) -> AsyncIterator[int]:
    """Serve each connection with a function, and give the port.

    The block of a server of asyncio would wait at its end for the connections that clients keep, from Python 3.12 on.
    """
    server = await asyncio.start_server(serve, "127.0.0.1", 0, **options)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()


def program(name: str) -> Any:
    """Import a program."""
    path = EXAMPLES / f"{name}.py"
    names: dict[str, Any] = {"__name__": path.stem, "__file__": str(path)}
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), names)
    return type(path.stem, (), {"__getattr__": lambda _, key: names[key]})()
