"""Checks of filters: one that nothing can ever match is a typo, and must not look like a request that was not sent."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from ..description.names import unknown
from .entries import Request

METHODS = ("GET", "POST", "PATCH", "PUT", "DELETE", "HEAD", "OPTIONS", "WEBSOCKET")
Names = Callable[[], Iterable[str]]
"""Yields names, those of the newest version first; older versions have not been read before it comes to them."""


class Known(NamedTuple):
    """What there is in the description."""

    operations: Names
    paths: Names
    """Paths of operations and sockets, with their parameters in braces."""
    types: Names
    """Kinds of the messages of sockets."""
    sockets: Names
    """Names of the sockets."""


def check_operation(operation: str | None, known: Known) -> None:
    """Raise ValueError if no operation can match."""
    _check_text("operation", operation)
    if operation is None or fnmatchcase("", operation):
        return
    if not any(fnmatchcase(name, operation) for name in known.operations()):
        raise ValueError(unknown("operation", operation, known.operations()))


def check_socket(operation: str | None, known: Known) -> None:
    """Raise ValueError if no socket can match, although operations may."""
    if operation is not None and not any(fnmatchcase(name, operation) for name in known.sockets()):
        raise ValueError(f"{unknown('socket', operation, known.sockets())}; only sockets have frames")


def check_path(path: str | None, known: Known, requests: Sequence[Request]) -> None:
    """Raise ValueError if no path of the API can match, and none that was requested does."""
    _check_text("path", path)
    if path is None or any(fnmatchcase(request.path, path) for request in requests):
        return
    if not any(_may_match(path, template) for template in known.paths()):
        raise ValueError(unknown("path", path, known.paths()))


def check_type(type: str | None, known: Known, requests: Sequence[Request]) -> None:
    """Raise ValueError for a kind of messages that the API does not have, and that did not come."""
    _check_text("type", type)
    if type is None or any(frame.type == type for request in requests for frame in request.frames):
        return
    if type not in known.types():
        raise ValueError(unknown("type", type, known.types()))


def check_values(method: str | None, status: object, version: str | None, since: object) -> None:
    """Raise ValueError for values that no request can have."""
    _check_text("method", method)
    if method is not None and method.upper() not in METHODS:
        raise ValueError(f"there is no method {method!r}; there are {', '.join(METHODS)}")
    if status is not None and (not _is_integer(status) or status not in range(100, 600)):
        raise ValueError(f"status must be a status of HTTP, 100 to 599, not {status!r}")
    if version is not None and not _is_date(version):
        raise ValueError(f"version must be a date such as 2026-08-14, not {version!r}")
    if not _is_integer(since):
        raise ValueError(f"since must be the number of a request, not {since!r}")


def check_count(times: object, body: object) -> None:
    """Raise ValueError for a number of requests, or fields of a body, that there cannot be."""
    if times is not None and (not _is_integer(times) or str(times).startswith("-")):
        raise ValueError(f"times must be a number of requests, not {times!r}")
    if body is not None and not isinstance(body, Mapping):
        raise ValueError(f"body must be a dict of fields, not {type(body).__name__}")


def _check_text(name: str, value: object) -> None:
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{name} must be text, not {value!r}")


def _is_date(value: object) -> bool:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        return False
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _may_match(pattern: str, template: str) -> bool:
    """Return whether a path of a template can match a pattern with wildcards."""
    # A parameter in braces is one sign other than "/", and then any number of them.
    path = [sign for part in re.findall(r"\{\w+\}|.", template) for sign in (("{", "}") if part[1:] else (part,))]
    wanted = re.findall(r"\[!?\]?[^\]]*\]|.", pattern)

    @functools.cache
    def meets(here: int, there: int) -> bool:
        rest = path[there:]
        if rest[:1] == ["}"] and meets(here, there + 1):
            return True
        if here == len(wanted):
            return not rest
        sign = wanted[here]
        if sign == "*":
            return meets(here + 1, there) or (rest[:1] not in ([], ["}"]) and meets(here, there + 1))
        if not rest:
            return False
        if rest[0] in ("{", "}"):
            return sign != "/" and meets(here + 1, there + (rest[0] == "{"))
        return (sign in ("?", rest[0]) or len(sign) > 1) and meets(here + 1, there + 1)

    return meets(0, 0)
