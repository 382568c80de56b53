# Copied from scripts/codegen/runtime/files.py: edit that file.
"""Files to upload, in each form that a caller can pass."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import IO, Any

from .types import File

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
_KINDS = {
    b"RIFF": "wav",
    b"ID3": "mp3",
    b"\xff\xfb": "mp3",
    b"\xff\xf3": "mp3",
    b"fLaC": "flac",
    b"OggS": "ogg",
}


def file_part(
    field: str, value: FileInput
) -> tuple[str | None, Any] | tuple[str | None, Any, str | None]:
    """Return (name, content[, media type]) of a file. Only the first bytes are read, and only where there is no name."""
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
    """The content of a file on disk: opened when it is sent, closed at its end."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)
        self._size = self._path.stat().st_size  # a missing file raises before anything is sent
        self._file: io.BufferedReader | None = None
        self._place = 0

    def read(self, size: int = -1) -> bytes:
        """Read up to `size` bytes, or all. Closes the file at its end."""
        if self._file is None:
            self._file = self._path.open("rb")
        data = self._file.read(size)
        if not data:
            self.close()
        return data

    def seek(self, place: int, whence: int = os.SEEK_SET) -> int:
        """Move to the beginning for another attempt, or to the end to be measured. The file opens again at the next read."""
        self.close()
        self._place = self._size if whence == os.SEEK_END else place
        return self._place

    def tell(self) -> int:
        """Return the position set by `seek`."""
        return self._place

    def close(self) -> None:
        """Close the file, if it is open."""
        if self._file is not None:
            self._file.close()
            self._file = None
