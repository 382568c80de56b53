# Copied from scripts/codegen/runtime/contents.py: edit that file.
"""The contents of files, as httpx reads them: what cannot be read is a typed error, and no more is sent than was announced."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import IO, Any, NoReturn

from .arguments import InvalidRequestError

_LONGEST = 400
"""Characters of the longest explanation of another error."""


class _NotFoundError(InvalidRequestError, FileNotFoundError):
    """There is no file of that name."""


def _fail(field: str, error: Exception) -> NoReturn:
    kind = _NotFoundError if isinstance(error, FileNotFoundError) else InvalidRequestError
    why = str(error)
    if len(why) > _LONGEST:  # a text that was meant for a path may be a whole book
        why = f"{why[:_LONGEST]}..."
    raise kind(f"{field} cannot be read: {type(error).__name__}: {why}") from error


def _bytes(field: str, read: Callable[..., Any], *arguments: Any) -> bytes:
    """Return what a function reads, which may be code of the caller."""
    try:
        data = read(*arguments)
    except Exception as error:
        _fail(field, error)
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data)
    if hasattr(data, "close"):
        data.close()  # a coroutine: nothing awaits it
    raise InvalidRequestError(
        f"{field} must be read as bytes, got {type(data).__name__}: open a file in binary mode; await what is async before"
    )


class OnceContent:
    """Content that can be read once, and is as long as it turns out to be: of a pipe, or of an iterator."""

    def __init__(self, field: str, read: Callable[[int], Any]) -> None:
        self._field = field
        self._read = read

    def seekable(self) -> bool:
        """Return that it cannot be sent again."""
        return False

    def read(self, size: int = -1) -> bytes:
        """Read up to `size` bytes or, of an iterator, its next bytes."""
        return _bytes(self._field, self._read, size)


class _SizedContent:
    """Content of the length that it had when the request was built. A file that grows is sent up to there."""

    def __init__(self, field: str, size: int) -> None:
        self._field = field
        self._size = size
        self._place = 0
        self._file: IO[bytes] | None = None
        self._left = size

    def _open(self) -> IO[bytes]:
        raise NotImplementedError

    def seekable(self) -> bool:
        """Return that it can be sent again."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Read up to `size` bytes, or all. At its end, the file is closed, and begins anew."""
        if self._file is None:
            try:
                self._file = self._open()
            except (OSError, ValueError) as error:
                _fail(self._field, error)
            self._left = self._size
        size = self._left if size < 0 else min(size, self._left)
        try:
            data = _bytes(self._field, self._file.read, size) if size else b""
            if size and not data:
                raise InvalidRequestError(f"{self._field} has become shorter while it was sent")
        except InvalidRequestError:
            self.close()
            raise
        self._left -= len(data)
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
        """Let go of the file."""
        self._file = None


class OpenContent(_SizedContent):
    """The content of an open file that can be rewound. The file stays open."""

    def __init__(self, field: str, file: IO[bytes]) -> None:
        file.seek(0, os.SEEK_END)
        super().__init__(field, file.tell())
        self._given = file

    def _open(self) -> IO[bytes]:
        self._given.seek(0)
        return self._given


class PathContent(_SizedContent):
    """The content of a file on disk: opened when it is sent, closed at its end."""

    def __init__(self, path: str | os.PathLike[str], field: str = "file") -> None:
        self._path = Path(path)
        try:
            found = self._path.stat()  # a missing file raises before anything is sent
        except (OSError, ValueError) as error:
            _fail(field, error)
        if S_ISDIR(found.st_mode):
            raise InvalidRequestError(f"{field} must be a file, and {self._path} is a folder")
        if not os.access(self._path, os.R_OK):
            raise InvalidRequestError(
                f"{field} cannot be read: there is no permission for {self._path}"
            )
        self.is_plain = S_ISREG(found.st_mode)
        super().__init__(field, found.st_size)

    def _open(self) -> IO[bytes]:
        return self._path.open("rb")

    def close(self) -> None:
        """Close the file, if it is open."""
        if self._file is not None:
            self._file.close()
        super().close()


def content_of(field: str, value: Any, allowed: str) -> Any:
    """Return bytes, or the content of a file, an iterator or a path.

    Args:
        field: Name of the argument, for errors.
        allowed: What the argument may be, for errors.

    Raises:
        InvalidRequestError: It is none of these, or cannot be read. It is a FileNotFoundError, too, if a file is not there.
    """
    if type(value) is bytes:  # a subclass may measure itself otherwise
        return value
    if isinstance(value, os.PathLike):
        content = PathContent(value, field)
        return content if content.is_plain else OnceContent(field, content._open().read)
    if hasattr(
        type(value), "__bytes__"
    ):  # the audio of a response has `read`, too, which takes no size
        return _bytes(field, bytes, value)
    if hasattr(value, "read"):
        _bytes(field, value.read, 0)  # fails now if it is closed, is text, or is async
        can_move = is_seekable(value) and _moves(value)
        return OpenContent(field, value) if can_move else OnceContent(field, value.read)
    try:
        return memoryview(value).tobytes()
    except (TypeError, ValueError, BufferError):
        pass  # it is no object of bytes
    if isinstance(value, Iterable) and not isinstance(value, (str, tuple, Mapping)):
        pieces = iter(value)
        # The first piece is looked at before anything is sent. Empty ones are left out: they would end the body.
        full = (each for each in pieces if each)
        waiting = [_bytes(field, next, full, b"")]
        return OnceContent(field, lambda _: waiting.pop() if waiting else next(full, b""))
    raise InvalidRequestError(f"{field} must be {allowed}, not {type(value).__name__}")


def _moves(file: Any) -> bool:
    """Return whether a file moves to its end, so that its length can be known. Some only say that they could."""
    try:
        file.seek(0, os.SEEK_END)
    except Exception:  # it may be code of the caller
        return False
    return True


def is_seekable(content: Any) -> bool:
    """Return whether content can be read a second time."""
    if content is None or isinstance(content, (str, bytes, bytearray, memoryview)):
        return True
    seekable = getattr(content, "seekable", None)
    try:
        return bool(seekable()) if callable(seekable) else hasattr(content, "seek")
    except (
        Exception
    ):  # the file is closed, which is an error of its own once it is read, or is code of the caller
        return False
