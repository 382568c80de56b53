"""Where audio goes: a file or standard output, checked before anything is bought."""

from __future__ import annotations

import contextlib
import functools
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from ..errors import UsageError
from ..terminal.output import is_terminal

CONTAINERS = ("wav", "mp3", "raw")
"""The containers that the API produces."""


def target_of(output: str | None, format_: str | None) -> tuple[Path | None, str]:
    """Return the file to write (None is standard output) and the container of the audio in it.

    Raises:
        UsageError: It cannot be written, or its extension is that of another container.
    """
    from cartesia_io.audio.files import check_path, container_of

    if output == "-":
        path, named = None, None
    else:
        path = check_path(f"sonic.{format_ or 'wav'}" if output is None else output, None)
        named = container_of(path)
    container = format_ or named or "wav"
    if named not in (None, *CONTAINERS):
        raise UsageError(f"{path} would hold {named}, which the API does not produce: name it {_extensions()}")
    if named not in (None, container):
        raise UsageError(f"{path} would hold {container}: choose another extension, or --format {named}")
    if path is not None:
        check_place(path)
        if not _is_standard_output(path):
            return path, container
    if sys.stdout is None or is_terminal(sys.stdout):
        raise UsageError("audio is not written to a terminal: give -o FILE, or redirect standard output")
    return None, container


def check_place(path: Path) -> None:
    """Raise UsageError if a path cannot name a file to write."""
    if not path.parent.is_dir():
        raise UsageError(f"there is no folder {path.parent}")
    if path.is_dir():
        raise UsageError(f"{path} is a folder: name a file to write")


def _is_standard_output(path: Path) -> bool:
    """Return whether a path such as /dev/stdout names where standard output goes."""
    # Written as a file of its own, the audio would be mixed with what is printed.
    try:
        return os.path.samestat(path.stat(), os.fstat(sys.stdout.fileno()))
    except (AttributeError, OSError, ValueError):  # there is none, or the path names no file yet
        return False


def _extensions() -> str:
    """Return the extensions that can be written, as words."""
    from cartesia_io.audio.files import EXTENSIONS

    known = [extension for extension, container in EXTENSIONS.items() if container in CONTAINERS]
    return f"{', '.join(known[:-1])} or {known[-1]}"


@contextlib.contextmanager
def writing_to(target: Path | None, *, failing: Callable[[], object] = bool) -> Iterator[Callable[[bytes], object]]:
    """Open the file, or standard output, and give what writes to it. A plain file is replaced wholly or not at all.

    Args:
        target: The file; None is standard output.
        failing: Called once when the target fails, such as to buy no more.
    """
    from cartesia_io.audio.saving import write, writing
    from cartesia_io.audio.unsaved import carrying

    if target is not None:
        with ending_in_order(), writing(target, failing=failing) as file:
            yield functools.partial(write, file)
        return
    sys.stdout.flush()
    # What a buffer could not write, it would try to write again when the program ends.
    plain = getattr(sys.stdout.buffer, "raw", sys.stdout.buffer)
    with carrying(plain, Path("standard output"), failing) as file:
        yield functools.partial(write, file)


@contextlib.contextmanager
def ending_in_order() -> Iterator[None]:
    """Let SIGTERM and SIGHUP end the block as an error does, so that nothing half-written stays."""

    def end(number: int, _: object) -> None:
        raise SystemExit(128 + number)

    is_main = threading.current_thread() is threading.main_thread()  # only there may signals be handled
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if is_main and hasattr(signal, name)]
    before = {number: signal.signal(number, end) for number in numbers if signal.getsignal(number) == signal.SIG_DFL}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def writing_text(path: Path | None) -> Iterator[Callable[[str], object]]:
    """Open a file of text, before that is bought, and give what writes to it. None prints the text."""
    if path is None:
        yield functools.partial(print, end="", flush=True)
        return
    with writing_to(path) as write:
        yield lambda text: write(text.encode())
