"""Hooks for sockets, as httpx has event hooks for requests: an observer sees each frame of one socket."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import httpx


class SocketObserver:
    """Observes one socket. Override the methods for the events that you need; each does nothing by default.

    Methods are called where the event happens: in the thread that sends or reads, or in the event loop. So they must be
    quick, and an observer that several threads use needs a lock.
    """

    def connected(self) -> None:
        """Handle that the socket is open."""

    def failed(self, response: httpx.Response | None) -> None:
        """Handle that the socket could not be opened. `response`: how the service rejected it, None without a response."""

    def sending(self, frame: str | bytes) -> None:
        """Handle a frame that is about to be sent. It is not sent if this raises."""

    def received(self, frame: bytes) -> None:
        """Handle a frame that was received: the text of an event as UTF-8."""

    def closed(self, code: int | None, reason: str) -> None:
        """Handle the end of the connection. `code`: that of the close frame; None if the connection broke without one."""


SocketHook: TypeAlias = Callable[[str, Mapping[str, str]], SocketObserver | None]
"""Called with the URL and the headers of a socket, credentials included, before each attempt to open it.

Returns the observer of that socket, or None.
"""
