# Copied from scripts/codegen/runtime/files.py: edit that file.
"""Files to upload, in each form that a caller can pass."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import IO, Any, Protocol, SupportsBytes

from .arguments import InvalidRequestError
from .contents import PathContent, content_of, is_seekable
from .headers import checked_headers
from .types import File

__all__ = ["FileInput", "PathContent", "can_be_read_again", "file_part"]


class Buffer(Protocol):
    """An object of bytes, such as an array."""

    def __buffer__(self, flags: int, /) -> memoryview:
        """Return a view of the bytes."""
        ...


class Upload(Protocol):
    """A file that a web framework has received: of Starlette and FastAPI, Django, Flask and others."""

    @property
    def content_type(self) -> Any:
        """Return the media type, if it is known."""


Content = bytes | bytearray | memoryview | Buffer | IO[bytes] | SupportsBytes
FileInput = (
    str
    | os.PathLike[str]
    | Content
    | Iterable[bytes]
    | Upload
    | File
    | tuple[str, Content]
    | tuple[str, Content, str]
)
"""A file to upload: its path, its bytes or an object that gives them, such as the audio of a response, an open binary file, an
iterator of bytes, what a web framework has received, or (name, content[, media type])."""
ALLOWED = (
    "a path, bytes, a file opened in binary mode, an iterator of bytes, an upload of a web framework, "
    "or (name, content[, media type])"
)
Part = tuple[str, Any] | tuple[str, Any, str] | tuple[str, Any, str | None, Mapping[str, str]]
_KINDS = {
    b"RIFF": "wav",
    b"ID3": "mp3",
    b"\xff\xfb": "mp3",
    b"\xff\xf3": "mp3",
    b"fLaC": "flac",
    b"OggS": "ogg",
}


def file_part(field: str, value: FileInput) -> Part:
    """Return (name, content[, media type[, headers]]) of a file. Only the first bytes are read, and only without a name.

    Raises:
        InvalidRequestError: It is no file, or cannot be read. It is a FileNotFoundError, too, if the file is not there.
    """
    given: Any = value
    if isinstance(given, str):
        given = Path(given)
    if isinstance(given, File):
        return _part(field, given.file_name, given.payload, given.mime_type)
    if (
        isinstance(given, tuple)
        and 2 <= len(given) <= 4
        and isinstance(given[0], (str, type(None)))
    ):
        return _part(field, *given)
    if isinstance(given, os.PathLike):
        return _part(field, Path(given).name, given)
    if hasattr(given, "filename") or hasattr(given, "content_type"):
        # Frameworks name the file itself in one of three ways. The methods of an upload may be coroutines; its file has none.
        inner = (getattr(given, name, None) for name in ("file", "stream", "body"))
        name = getattr(given, "filename", getattr(given, "name", None))
        content = next((each for each in inner if each is not None), given)
        return _part(field, name, content, getattr(given, "content_type", None))
    content = content_of(field, given, ALLOWED)
    name = getattr(given, "name", None)
    if isinstance(content, bytes):
        kind = next((kind for start, kind in _KINDS.items() if content.startswith(start)), "")
        return (f"{field}.{kind}" if kind else field), content
    return (_utf8(Path(name).name) if isinstance(name, str) else field), content


def checked_part(field: str, value: FileInput) -> Part:
    """Return `file_part`, or an error of this package for all that the file raises: it may be code of the caller."""
    try:
        return file_part(field, value)
    except InvalidRequestError:
        raise
    except Exception as error:
        raise InvalidRequestError(
            f"{field} cannot be read: {type(error).__name__}: {error}"
        ) from error


def _part(field: str, name: Any, content: Any, media: Any = None, headers: Any = None) -> Part:
    """Return the parts that a caller passes, in a form that can be sent. Without a media type, it follows from the name."""
    if name and not isinstance(name, str):
        raise InvalidRequestError(
            f"the file name of {field} must be a str, not {type(name).__name__}"
        )
    if media and not (isinstance(media, str) and re.fullmatch(r"[\x20-\x7e]+", media)):
        raise InvalidRequestError(
            f"the media type of {field} must be a str such as audio/wav, got {media!r}"
        )
    name, content = _utf8(name) if name else field, content_of(field, content, ALLOWED)
    if headers:
        return name, content, media, checked_headers(f"the headers of {field}", headers)
    return (name, content, media) if media else (name, content)


def _utf8(name: str) -> str:
    """Return a name without characters that UTF-8 cannot hold, as those of bytes that a path could not decode."""
    return name.encode("utf-8", "replace").decode()


def can_be_read_again(files: Any, content: Any = None) -> bool:
    """Return whether a request with these files and this content can be sent a second time.

    A pipe or a generator is at its end after the first time: what went out then would be an empty file.

    Args:
        files: What httpx takes as `files`.
        content: What httpx takes as `content`.
    """
    parts = files.values() if isinstance(files, Mapping) else (part for _, part in files or ())
    contents = [part[1] if isinstance(part, tuple) else part for part in parts]
    return all(is_seekable(each) for each in (*contents, content))
