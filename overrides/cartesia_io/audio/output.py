"""Writing to files, devices and pipes, whose readers may take their time."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

STALL_TIMEOUT = 60.0
"""Seconds that the reader of a pipe may take nothing."""
POLL = 0.02
"""Seconds after which a pipe is tried again."""
PROBE = bytes(65536)
"""What must fit on the disk before a file is begun."""


def write(file: IO[bytes], data: bytes) -> None:
    """Write all of the data. Raise TimeoutError if the reader of a pipe takes nothing for STALL_TIMEOUT."""
    for is_stalled in _written(file, data):
        if is_stalled:
            time.sleep(POLL)


async def awrite(file: IO[bytes], data: bytes) -> None:
    """Write all of the data. While the reader of a pipe takes its time, other tasks go on, and this one can be cancelled.

    Raises:
        TimeoutError: It takes nothing for STALL_TIMEOUT.
    """
    import asyncio

    for is_stalled in _written(file, data):
        if is_stalled:
            await asyncio.sleep(POLL)


def _written(file: IO[bytes], data: bytes) -> Iterator[bool]:
    """Write all of the data step by step. Yield after each one whether the file takes nothing at the moment."""
    view, since = memoryview(data), None
    while view:
        written = file.write(view)
        view = view[written or 0 :]
        yield not written
        now = time.monotonic()
        since = None if written else since or now
        if since is not None and now - since > STALL_TIMEOUT:
            raise TimeoutError(f"{file.name}: its reader takes nothing for {STALL_TIMEOUT:g} s; {len(view)} bytes wait")


def check_room(file: IO[bytes], target: Path) -> None:
    """Find out whether the disk has room for the beginning of a file. Raise OSError, with the target as its name."""
    with naming(target):
        write(file, PROBE)
        file.seek(0)
        file.truncate()


@contextlib.contextmanager
def naming(target: Path) -> Iterator[None]:
    """Give the errors of the system in the block the name that the caller knows."""
    try:
        yield
    except OSError as error:
        error.filename = str(target)
        raise


def is_plain(file: IO[bytes]) -> bool:
    """Return whether a file is a plain one, whose beginning can be written again."""
    return stat.S_ISREG(os.fstat(file.fileno()).st_mode)


def content(file: IO[bytes]) -> bytes:
    """Return all that a file holds."""
    file.seek(0)
    return file.read()


def reserve(target: IO[bytes], size: int) -> None:
    """Let the disk set bytes aside for a file whose content stays, or raise OSError and leave the file as it was."""
    before = os.fstat(target.fileno()).st_size
    if not size or not hasattr(os, "posix_fallocate"):
        return
    try:
        os.posix_fallocate(target.fileno(), 0, size)
    except OSError as error:
        target.truncate(before)
        if error.errno not in (errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSYS):
            raise
