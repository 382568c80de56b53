"""Checks of filters: one that nothing can ever match is a typo, and must not look like a request that was not sent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
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


def check_operation(operation: str | None, known: Known) -> None:
    """Raise ValueError if no operation can match."""
    if operation is None or fnmatchcase("", operation):
        return
    if not any(fnmatchcase(name, operation) for name in known.operations()):
        raise ValueError(unknown("operation", operation, known.operations()))


def check_path(path: str | None, known: Known, requests: Sequence[Request]) -> None:
    """Raise ValueError if no path of the API can match, and none that was requested does."""
    if path is None or any(fnmatchcase(request.path, path) for request in requests):
        return
    if not any(_may_match(path, template) for template in known.paths()):
        raise ValueError(unknown("path", path, known.paths()))


def check_type(type: str | None, known: Known, requests: Sequence[Request]) -> None:
    """Raise ValueError for a kind of messages that the API does not have, and that did not come."""
    if type is None or any(frame.type == type for request in requests for frame in list(request.frames)):
        return
    if type not in known.types():
        raise ValueError(unknown("type", type, known.types()))


def check_values(method: str | None, status: object, version: str | None, since: object) -> None:
    """Raise ValueError for values that no request can have."""
    if method is not None and method.upper() not in METHODS:
        raise ValueError(f"there is no method {method!r}; there are {', '.join(METHODS)}")
    if status is not None and (not _is_integer(status) or status not in range(100, 600)):
        raise ValueError(f"status must be a status of HTTP, 100 to 599, not {status!r}")
    if version is not None and not re.fullmatch(r"\d{4}-\d\d-\d\d", version):
        raise ValueError(f"version must be a date such as 2026-08-14, not {version!r}")
    if not _is_integer(since):
        raise ValueError(f"since must be the number of a request, not {since!r}")


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _may_match(pattern: str, template: str) -> bool:
    """Return whether a path of a template can match a pattern; behind its first wildcard, anything can."""
    literal = re.split(r"[*?\[]", pattern, maxsplit=1)[0]
    given, parts = literal.split("/"), template.split("/")
    if literal == pattern:
        return len(given) == len(parts) and all(map(_is_same, given, parts))
    *whole, begun = given
    return (
        len(given) <= len(parts)
        and all(map(_is_same, whole, parts))
        and (parts[len(whole)].startswith("{") or parts[len(whole)].startswith(begun))
    )


def _is_same(given: str, part: str) -> bool:
    return bool(given) if part.startswith("{") else given == part
