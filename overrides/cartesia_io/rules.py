"""Tests of what callers give: what an argument may be, and the event loop."""

from __future__ import annotations

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
