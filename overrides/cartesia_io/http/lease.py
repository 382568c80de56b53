"""A response that is dropped before it was read or closed: its connection is closed, with a warning, as files do it."""

from __future__ import annotations

import contextlib
import sys
import threading
import warnings
from typing import TYPE_CHECKING

import httpx

from ..forks import process

if TYPE_CHECKING:
    import asyncio


class Lease:
    """Keeps a response open as long as it lives. Its owner holds the only reference.

    Args:
        response: The response, which is a stream.
        what: The request, for the warning.
    """

    # The response is no good place for this: it refers to itself, so that only the garbage collector would find it. That may run
    # anywhere, also in a thread that holds the lock of the connections, so a thread of its own closes the response of a sync
    # client. A forked process leaves the connection to its parent.

    def __init__(self, response: httpx.Response, what: str) -> None:
        self._response, self._what, self._process = response, what, process()
        self._loop: asyncio.AbstractEventLoop | None = None
        if not hasattr(getattr(response.stream, "_body", response.stream), "__iter__"):
            import asyncio  # sync clients need none

            self._loop = asyncio.get_running_loop()

    def __del__(self) -> None:
        response: httpx.Response | None = getattr(self, "_response", None)
        if response is None or response.is_closed or process() is not self._process:
            return
        if "network_stream" not in response.extensions:
            return  # of a transport without connections, as tests have
        if self._loop is not None and self._loop.is_closed():
            return  # the connections of such a loop are dropped by the client
        with contextlib.suppress(RuntimeError):  # the interpreter ends, or the event loop meanwhile
            if sys.is_finalizing():
                pass  # Python 3.11 waits for ever for a thread that it starts now; connections end with the process
            elif self._loop is None:
                threading.Thread(target=response.close, name="cartesia-close", daemon=True).start()
            else:
                import asyncio

                asyncio.run_coroutine_threadsafe(response.aclose(), self._loop)
        text = f"{self._what}: a stream was dropped before it ended; use it in a `with` block, or call close()"
        warnings.warn(text, ResourceWarning, source=self, stacklevel=2)
