"""What the official tests import from private modules: a check of types, and names for what this library calls otherwise."""

from __future__ import annotations

import types
import typing
from datetime import datetime
from typing import Any, Generic, TypeVar

import cartesia_client
from cartesia_api.response import AsyncBinaryAPIResponse as AsyncBinaryAPIResponse
from cartesia_api.response import BinaryAPIResponse as BinaryAPIResponse

StreamedBinaryAPIResponse, AsyncStreamedBinaryAPIResponse = BinaryAPIResponse, AsyncBinaryAPIResponse
T = TypeVar("T")


class SyncCursorIDPage(Generic[T]):
    """Marks a page of a list."""


class AsyncCursorIDPage(Generic[T]):
    """Marks a page of a list, for asyncio."""


PAGES = {SyncCursorIDPage: cartesia_client.Page, AsyncCursorIDPage: cartesia_client.AsyncPage}


def parse_datetime(text: str) -> datetime:
    """Read a time."""
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def assert_matches_type(expected: Any, value: object, *, path: list[str]) -> None:
    """Check that a value is of a type, and, for pages and lists, what is in it."""
    kind, arguments = typing.get_origin(expected), typing.get_args(expected)
    where = ".".join(path)
    if kind in PAGES:
        assert isinstance(value, PAGES[kind]), f"{where} is {type(value)}"
        entries: list[Any] = getattr(value, "data", [])
        assert entries, f"{where} is empty"
        for number, entry in enumerate(entries):
            assert_matches_type(arguments[0], entry, path=[*path, str(number)])
    elif kind is list:
        assert isinstance(value, list), f"{where} is {type(value)}"
        for number, entry in enumerate(value):
            assert_matches_type(arguments[0], entry, path=[*path, str(number)])
    elif kind in (typing.Union, types.UnionType):
        assert any(_matches(each, value, path) for each in arguments), f"{where} is {type(value)}, not {expected}"
    elif kind is typing.Literal:
        assert value in arguments
    elif isinstance(value, tuple(PAGES.values())) and "data" in getattr(expected, "__annotations__", ()):
        pass  # this library makes a page of it, which has `data`, too
    elif isinstance(kind or expected, type):
        assert isinstance(value, kind or expected), f"{where} is {type(value)}, not {expected}"


def _matches(expected: Any, value: object, path: list[str]) -> bool:
    try:
        assert_matches_type(expected, value, path=path)
    except AssertionError:
        return False
    return True
