"""What could not be written, carried by the error: it was bought, and must not be bought again."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from cartesia_api.arguments import CartesiaError

from .output import content, is_plain


class NotSavedError(CartesiaError, OSError):
    """The audio is there, and could not be written, such as to a disk that is full. It is not lost: `data` has it.

    Write `data` elsewhere. It was bought, and need not be bought again.

    Attributes:
        data: All that was to be written, or what follows the bytes that were `taken`.
        complete: Whether `data` goes to the end; False where it is what there was by then, such as the pieces of a long text that
            had been bought.
        taken: Bytes that a device had taken before; 0 for a plain file, which is not there, or as it was.
        errno, strerror, filename: What the system said, and of which file.
    """

    may_be_billed = True
    data: bytes = b""
    taken = 0
    complete = True

    def __str__(self) -> str:
        return f"{reason_of(self)}; {what_of(self)}, {len(self.data)} bytes, is in `data` of this error"


def reason_of(error: NotSavedError) -> str:
    """Return why the audio could not be written."""
    return OSError.__str__(error)


def what_of(error: NotSavedError) -> str:
    """Return what the data of an error is."""
    return "the rest" if error.taken else "all of it" if error.complete else "what there was of it"


def _not_saved(error: OSError, path: Path, data: bytes, taken: int = 0, *, complete: bool = True) -> NotSavedError:
    """Return the error that carries the data."""
    made = NotSavedError(error.errno, error.strerror or str(error), str(path))
    made.args += (str(path),)  # OSError leaves it out, and copies are made of the arguments
    made.data, made.taken, made.complete = data, taken, complete
    for note in getattr(error, "__notes__", ()):
        made.add_note(note)
    return made


class _Carrying(io.BytesIO):
    """Writes to a file and, once that fails, to memory."""

    def __init__(self, file: IO[bytes], failing: Callable[[], object]) -> None:
        super().__init__()
        self._file, self._failing = file, failing
        self.failure: OSError | None = None
        self.taken = 0

    @property
    def name(self) -> Any:
        """Return the name of the file, or its descriptor."""
        return self._file.name

    def fileno(self) -> int:
        """Return the descriptor of the file."""
        return self._file.fileno()

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Go to a place."""
        return self._file.seek(offset, whence) if self.failure is None else super().seek(offset, whence)

    def write(self, data: Any, /) -> int:
        """Write what the file takes at once, and return how many bytes that was."""
        if self.failure is None:
            try:
                written = self._file.write(data) or 0
            except BrokenPipeError:  # its reader has gone, with what it had read
                raise
            except OSError as error:
                self._fail(error)
            else:
                self.taken += written
                return written
        return super().write(data)

    def _fail(self, error: OSError) -> None:
        """Go on in memory, with what a plain file holds so far."""
        self.failure = error
        with contextlib.suppress(OSError):  # standard output cannot be read
            if is_plain(self._file):
                position = self._file.tell()
                super().write(content(self._file))
                super().seek(position)
                self.taken = 0
        self._failing()


@contextlib.contextmanager
def carrying(file: IO[bytes], path: Path, failing: Callable[[], object] = bool) -> Iterator[IO[bytes]]:
    """Give what writes to a file. Raise NotSavedError after the block if the file did not take all of it.

    Args:
        file: The file.
        path: How the error names it.
        failing: Called once when the file fails. What is written from then on is taken into memory, for the error.
    """
    carried, ended_by = _Carrying(file, failing), None
    try:
        yield carried
    except Exception as error:
        if carried.failure is None:
            raise
        ended_by = error
    if carried.failure is not None:
        failure = _not_saved(carried.failure, path, carried.getvalue(), carried.taken, complete=ended_by is None)
        raise failure from ended_by or carried.failure


@contextlib.contextmanager
def carried_by_errors(path: Path, content: Callable[[], bytes]) -> Iterator[None]:
    """Have what the system raises in the block carry the content, which is complete, if that can still be read."""
    try:
        yield
    except OSError as error:
        try:
            data = content()
        except OSError:
            raise error from None
        raise _not_saved(error, path, data) from error
