# Copied from scripts/codegen/runtime/types.py: edit that file.
"""Types that the models and the endpoint functions share."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass
from http import HTTPStatus
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, BinaryIO, Generic, Literal, TypeGuard, TypeVar

if TYPE_CHECKING:
    from uuid import UUID


class Unset:
    """The type of UNSET, which marks a field that is not set at all. Null is None; absent is UNSET.

    There is one instance per process: copies and unpickled objects are that instance again, so `is UNSET` always works.
    """

    _instance: Unset | None = None

    def __new__(cls) -> Unset:
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "NOT_GIVEN"  # as the official library shows it

    def __copy__(self) -> Unset:
        return self

    def __deepcopy__(self, memo: Any) -> Unset:
        return self

    def __reduce__(self) -> tuple[type[Unset], tuple[()]]:
        return Unset, ()


UNSET: Unset = Unset()


def is_uuid(value: object) -> TypeGuard[UUID]:
    """Return whether a value is a UUID. Who has one has loaded `uuid`, which takes a fiftieth of the import of a client."""
    module = sys.modules.get("uuid")
    return module is not None and isinstance(value, module.UUID)


T = TypeVar("T")
_MOST = 100_000
"""Entries of a list or dict that is code of the caller."""


class EndlessError(Exception):
    """A list or dict, which is code of the caller, has more entries than it may have."""

    def __init__(self, value: Any) -> None:
        super().__init__(
            f"is a {type(value).__name__} with more entries than its len(), or than {_MOST}"
        )


def entries(value: Any, found: Iterable[T]) -> list[T]:
    """Return the entries of a list or dict. One that is code of the caller may have no end.

    Args:
        value: The list or dict.
        found: What its `__iter__` or `items` gives.

    Raises:
        EndlessError: It has more entries than it may have.
    """
    if type(value) in (list, tuple, dict):
        return [*found]
    most = min(len(value), _MOST)
    taken = [*islice(found, most + 1)]
    if len(taken) > most:
        raise EndlessError(value)
    return taken


FileContent = IO[bytes] | bytes | str
FileTypes = (
    # (file name, content, media type)
    tuple[str | None, FileContent, str | None]
    # (file name, content, media type, headers)
    | tuple[str | None, FileContent, str | None, Mapping[str, str]]
)
RequestFiles = list[tuple[str, FileTypes]]


def short_repr(value: Any) -> str:
    """Return a value for a repr: of bytes only their number."""
    return (
        f"<{len(value)} bytes>"
        if isinstance(value, (bytes, bytearray, memoryview))
        else repr(value)
    )


@dataclass
class File:
    """A file to upload, or the body of a response that is not JSON."""

    payload: BinaryIO | bytes
    file_name: str | None = None
    mime_type: str | None = None

    def __repr__(self) -> str:
        return f"File(payload={short_repr(self.payload)}, file_name={self.file_name!r}, mime_type={self.mime_type!r})"

    def to_tuple(self) -> FileTypes:
        """Return the form that httpx takes in `files=`."""
        return self.file_name, self.payload, self.mime_type


@dataclass
class Response(Generic[T]):
    """Status, headers, body and parsed body of one response."""

    status_code: HTTPStatus
    content: bytes
    headers: MutableMapping[str, str]
    parsed: T | None


__all__ = ["UNSET", "File", "FileTypes", "RequestFiles", "Response", "Unset"]


def plain(value: Any) -> Any:
    """Return a text or number without what a subclass makes of it: an enum's as its value. Other values stay as they are."""
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, float):
        return float.__pos__(value)
    return int.__pos__(value) if isinstance(value, int) and not isinstance(value, bool) else value
