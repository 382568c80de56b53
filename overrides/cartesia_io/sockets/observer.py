"""Hooks for sockets, as httpx has event hooks for requests: an observer sees each frame of one socket."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from cartesia_api.arguments import ConfigurationError

from ..later import httpx


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

_EVENTS = ("connected", "failed", "sending", "received", "closed")


def checked_hooks(hooks: Any) -> list[SocketHook]:
    """Return hooks for sockets. Raise ConfigurationError if they are none."""
    if isinstance(hooks, (str, bytes, Mapping)) or not isinstance(hooks, Iterable):
        raise ConfigurationError(f"socket_hooks must be a list of functions, got {type(hooks).__name__}")
    found = list(hooks)
    for hook in found:
        if not callable(hook):
            raise ConfigurationError(f"socket_hooks must be functions of url and headers, got {type(hook).__name__}")
    return found


def observers_of(hooks: Iterable[SocketHook], url: str, headers: Mapping[str, str]) -> list[SocketObserver]:
    """Return the observers of a socket that is about to be opened. Raise ConfigurationError if a hook returns something else."""
    observers = [observer for hook in checked_hooks(hooks) if (observer := hook(url, headers)) is not None]
    for observer in observers:
        if not all(callable(getattr(observer, event, None)) for event in _EVENTS):
            raise ConfigurationError(
                f"a socket hook must return a SocketObserver or None, got {type(observer).__name__}"
            )
    return observers
