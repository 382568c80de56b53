"""Errors as versions 1 and 2 raised them: those of sockets are RuntimeErrors, too, those of version 1 over HTTP ValueErrors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from ..errors import CartesiaError


@contextmanager
def raised_as(kind: Any) -> Iterator[None]:
    """Make the errors of the client of another kind, too: `except RuntimeError` and `except NotFoundError` both catch them."""
    try:
        yield
    except CartesiaError as error:
        if not isinstance(error, kind):
            own: Any = type(error)
            error.__class__ = _both(own, kind)
        raise


@cache
def _both(own: Any, kind: Any) -> Any:
    def reduce(error: Any) -> Any:
        restore, (_, *facts) = own.__reduce__(error)
        return _restored, (restore, own, kind, facts)

    return type(own.__name__, (own, kind), {"__module__": own.__module__, "__reduce__": reduce})


def _restored(restore: Any, own: Any, kind: Any, facts: list[Any]) -> Any:
    return restore(_both(own, kind), *facts)
