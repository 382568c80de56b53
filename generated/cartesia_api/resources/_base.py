# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""What the resource classes share: options of a call, and bodies made of keyword arguments."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal, NamedTuple

from ..types import UNSET, File, Unset

if TYPE_CHECKING:
    import httpx
    from cartesia_client.session import AsyncSession, Session

FileInput = (
    str
    | os.PathLike[str]
    | bytes
    | IO[bytes]
    | File
    | tuple[str, bytes | IO[bytes]]
    | tuple[str, bytes | IO[bytes], str]
)
"""A file to upload: its path, its bytes, an open binary file, or (name, content[, media type])."""
Part = tuple[str, tuple[str | None, Any] | tuple[str | None, Any, str | None]]

_KINDS = {
    b"RIFF": "wav",
    b"ID3": "mp3",
    b"\xff\xfb": "mp3",
    b"\xff\xf3": "mp3",
    b"fLaC": "flac",
    b"OggS": "ogg",
}


class CallOptions(NamedTuple):
    """Options of one call; UNSET means what the client was made with."""

    timeout: float | httpx.Timeout | None | Unset = UNSET
    max_retries: int | Unset = UNSET
    extra_headers: Mapping[str, str] | None = None
    extra_query: Mapping[str, Any] | None = None


class SocketOptions(NamedTuple):
    """Options of opening one socket."""

    auth: Literal["query", "headers"]
    """Where the credential goes in the handshake."""
    timeout: float | None
    """Seconds to wait for the connection; None waits without a limit."""
    extra_headers: Mapping[str, str] | None = None
    extra_query: Mapping[str, Any] | None = None


class Resource:
    """A group of operations of the API."""

    def __init__(self, session: Session) -> None:
        self._session = session


class AsyncResource:
    """A group of operations of the API."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session


class NotInThisVersion:
    """Stands for a resource that a Cartesia-Version does not have: asking for it raises AttributeError."""


class JSONBody(dict[str, Any]):
    """A JSON body as the generated functions take it."""

    def to_dict(self) -> dict[str, Any]:
        return self


class FormBody(list[Part]):
    """A form as the generated functions take it."""

    def to_multipart(self) -> list[Part]:
        return self


def json_body(fields: Mapping[str, Any]) -> Any:
    """The body made of the fields that were given. Models become the JSON that they stand for; dicts pass as they are."""
    return JSONBody((name, to_json(value)) for name, value in fields.items() if value is not UNSET)


def form_body(fields: Mapping[str, Any], files: Sequence[str]) -> Any:
    """The form made of the fields that were given. A form has no null: None is left out, too."""
    parts = FormBody()
    for name, value in fields.items():
        if value is UNSET or value is None:
            continue
        if name in files:
            parts.append((name, file_part(name, value)))
        else:
            parts.extend((part, (None, text)) for part, text in _flat(name, to_json(value)))
    return parts


def to_json(value: Any) -> Any:
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, Mapping):
        return {key: to_json(entry) for key, entry in value.items() if entry is not UNSET}
    if isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
        return [to_json(entry) for entry in value]
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return value


def _flat(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """The parts of a value: brackets for fields of objects, the name again for each item of a list."""
    if isinstance(value, dict):
        for key, entry in value.items():
            yield from _flat(f"{name}[{key}]", entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _flat(name, entry)
    elif value is not None:
        yield name, str(value).lower() if isinstance(value, bool) else str(value)


def file_part(
    field: str, value: FileInput
) -> tuple[str | None, Any] | tuple[str | None, Any, str | None]:
    """(name, content[, media type]) of a file. Nothing is read here but, where there is no name, the first bytes."""
    if isinstance(value, File):
        return value.file_name or field, value.payload, value.mime_type
    if isinstance(value, tuple):
        return value
    if isinstance(value, (str, os.PathLike)):
        return Path(value).name, PathContent(value)
    if isinstance(value, bytes):
        kind = next((kind for start, kind in _KINDS.items() if value.startswith(start)), "")
        return f"{field}.{kind}" if kind else field, value
    name = getattr(value, "name", None)
    return Path(name).name if isinstance(name, str) else field, value


class PathContent:
    """The content of a file on disk, opened when it is sent and closed when it has been."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        self._size = (
            self._path.stat().st_size
        )  # a file that is not there is an error before anything is sent
        self._file: io.BufferedReader | None = None
        self._place = 0

    def read(self, size: int = -1) -> bytes:
        if self._file is None:
            self._file = self._path.open("rb")
        data = self._file.read(size)
        if not data:
            self.close()
        return data

    def seek(self, place: int, whence: int = os.SEEK_SET) -> int:
        """Back to the beginning, for another attempt; or to the end, to be measured."""
        self.close()
        self._place = self._size if whence == os.SEEK_END else place
        return self._place

    def tell(self) -> int:
        return self._place

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
