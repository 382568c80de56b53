"""Tests of what callers give: what an argument may be, and the event loop."""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from threading import TIMEOUT_MAX
from typing import TYPE_CHECKING, Any

from cartesia_api.arguments import InvalidRequestError

if TYPE_CHECKING:
    import asyncio

SIZE: tuple[Callable[[Any], bool], str] = (
    lambda value: isinstance(value, int) and not isinstance(value, bool) and value > 0,
    "1 or more",
)
"""What a number of bytes may be, and its meaning in words."""


def is_a(*kinds: type) -> Callable[[Any], bool]:
    """Return a test for values of these types."""
    return lambda value: isinstance(value, kinds)


def is_text(value: Any) -> bool:
    """Return whether a value is a text. A subclass may be code of the caller: what it raises when it is read is raised here."""
    if not isinstance(value, str):
        return False
    _ = bool(value), str(value), f"{value}"
    return True


def is_path(value: Any) -> bool:
    """Return whether a value may be the path of a file."""
    return isinstance(value, os.PathLike) or is_text(value)


def or_none(test: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Return a test that None passes, too."""
    return lambda value: value is None or test(value)


def is_duration(value: Any) -> bool:
    """Return whether a value is a number of seconds that can be waited for, and more than 0."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value <= TIMEOUT_MAX


def named(value: Any) -> str:
    """Return a value for messages: a number or a short text as it is; of all else, which may be secret or code, the type."""
    kind = type(value)
    is_short = kind in (bool, float) or (kind is int and abs(value) < 10**9) or (kind is str and len(value) < 20)
    return repr(value) if is_short else kind.__name__


def check_timeout(timeout: Any) -> float | None:
    """Return the seconds to wait for an event. Raise InvalidRequestError if one cannot wait so long."""
    try:
        fine = timeout is None or timeout == math.inf or is_duration(timeout)
    except Exception:  # the value may be code of the caller
        fine = False
    if not fine:
        raise InvalidRequestError(f"timeout must be more than 0 seconds, or None, got {named(timeout)}")
    return timeout  # type: ignore[no-any-return]  # just checked


def check_message(data: Any) -> Any:
    """Return a message of a socket. Raise InvalidRequestError if it cannot be one."""
    kind = type(data)  # isinstance() asks the value, which may be code of the caller
    try:
        return str.__str__(data) if issubclass(kind, str) else memoryview(data).tobytes()
    except (TypeError, ValueError):
        why = f"data must be a message that recv_bytes() returned, str or bytes, not {kind.__name__}"
    raise InvalidRequestError(why)


def are_functions(value: Any) -> bool:
    """Return whether a value is a list of functions."""
    return isinstance(value, (list, tuple)) and all(callable(each) for each in value)


def running_loop() -> asyncio.AbstractEventLoop:
    """Return the running event loop of asyncio. Other kinds, such as trio, have none."""
    import asyncio  # protocols load this module, and no library of I/O

    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        raise InvalidRequestError(
            "AsyncCartesia needs asyncio: start with asyncio.run(); trio is not supported"
        ) from None
