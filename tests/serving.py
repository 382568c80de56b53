"""The programs of examples/, and web applications on a port of this machine, as their users run them."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn

EXAMPLES = Path(__file__).parents[1] / "examples"


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


def program(name: str) -> Any:
    """Import a program."""
    path = EXAMPLES / f"{name}.py"
    names: dict[str, Any] = {"__name__": path.stem, "__file__": str(path)}
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), names)
    return type(path.stem, (), {"__getattr__": lambda _, key: names[key]})()
