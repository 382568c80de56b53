# Copied from scripts/codegen/runtime/former.py: edit that file.
"""Former names of methods."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from .deprecation import warn_caller

if TYPE_CHECKING:
    from typing_extensions import deprecated as deprecated
else:
    T = TypeVar("T")

    def deprecated(message: str) -> Callable[[T], T]:
        """Mark a method for type checkers and editors. It warns by itself, under the line of its caller."""

        def marked(method: T) -> T:
            method.__deprecated__ = message
            return method

        return marked


def warn_of_former_name(old: str, new: str) -> None:
    """Emit a DeprecationWarning for the caller of the method that calls this."""
    warn_caller(f"{old}() is called {new}() now")


def former_socket(resource: Any, name: str, *options: Any) -> Any:
    """Return the socket of version 2 of the official library, which stands on that of the resource, opened with these options."""
    kind = getattr(import_module("cartesia_client.compat.tts_socket"), name)
    return kind(partial(resource.websocket_connect, *options), resource._session.client.version)
