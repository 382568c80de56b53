"""Files that are written: plain files wholly or not at all; devices, pipes and links as what they are."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

PIPE_TIMEOUT = 10.0
"""Seconds to wait for the reader of a named pipe."""
_POLL = 0.02
_PROBE = bytes(65536)
"""What must fit on the disk before anything is bought."""

# Speech is billed when it is requested, so all that can be wrong with a target is found on entering the block. What arrives is
# written to a file that has no name yet: it vanishes with the process, however that ends, SIGKILL included. It gets its name at
# the end, in one step. That makes another file of it, so it is done only where nothing depends on the old one. A file that has
# several links, belongs to another user, is mounted by itself, or is held open for writing by this process (a
# NamedTemporaryFile is) is overwritten instead, once all has arrived. Devices and pipes get the bytes as they come.


@contextlib.contextmanager
def writing(path: Path) -> Iterator[IO[bytes]]:
    """Open what a path names for writing. A plain file is complete when the block succeeds, and as it was otherwise.

    Raises:
        OSError: It cannot be written. Raised on entering the block, as far as that can be known there.
    """
    try:
        state = path.stat()
    except FileNotFoundError:
        state = None
    if state is not None and not stat.S_ISREG(state.st_mode):
        opened = _through(path)
    elif state is None or _is_replaceable(path, state):
        opened = _replacing(Path(os.path.realpath(path)), state)
    else:
        opened = _overwriting(path)
    with opened as file:
        yield file


def write(file: IO[bytes], data: bytes) -> None:
    """Write all of the data, however long the reader of a pipe takes."""
    view = memoryview(data)
    while view:
        view = view[file.write(view) or 0 :]


async def awrite(file: IO[bytes], data: bytes) -> None:
    """Write all of the data. While the reader of a pipe takes its time, other tasks go on, and this one can be cancelled."""
    import asyncio

    view = memoryview(data)
    if not is_plain(file):
        os.set_blocking(file.fileno(), False)
    while view:
        if written := file.write(view):
            view = view[written:]
        else:
            await asyncio.sleep(_POLL)


def is_plain(file: IO[bytes]) -> bool:
    """Return whether a file is a plain one, whose beginning can be written again."""
    return stat.S_ISREG(os.fstat(file.fileno()).st_mode)


def _is_replaceable(path: Path, state: os.stat_result) -> bool:
    """Return whether another file can take the place of this one, with nothing lost but the old content."""
    os.close(os.open(path, os.O_WRONLY))  # a file that may not be written may not be replaced either
    folder = Path(os.path.realpath(path)).parent
    return (
        state.st_nlink == 1
        and state.st_dev == folder.stat().st_dev
        and os.access(folder, os.W_OK | os.X_OK)
        and _is_ours(state)
        and not _is_held(state)
    )


def _is_ours(state: os.stat_result) -> bool:
    """Return whether a new file can have the owner and the group of this one."""
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        return True
    return state.st_uid == os.geteuid() and state.st_gid in {os.getegid(), *os.getgroups()}


def _is_held(state: os.stat_result) -> bool:
    """Return whether this process holds a file open for writing. Its holder would go on with the old one."""
    try:
        import fcntl

        descriptors = [int(name) for name in os.listdir("/dev/fd")]
    except (ImportError, OSError):
        return False
    for descriptor in descriptors:
        with contextlib.suppress(OSError):
            writes = fcntl.fcntl(descriptor, fcntl.F_GETFL) & os.O_ACCMODE != os.O_RDONLY
            if writes and os.path.samestat(os.fstat(descriptor), state):
                return True
    return False


@contextlib.contextmanager
def _replacing(target: Path, state: os.stat_result | None) -> Iterator[IO[bytes]]:
    """Open a new file that takes the place and the mode of the target when the block succeeds, and vanishes otherwise."""
    # The name is short and does not hold that of the target, which may be as long as the disk allows.
    part = target.with_name(f".{secrets.token_hex(6)}.part")
    unnamed = _unnamed(target.parent)
    try:
        with part.open("xb", buffering=0) if unnamed is None else open(unnamed, "wb", buffering=0) as file:
            write(file, _PROBE)
            file.seek(0)
            file.truncate()
            yield file
            if unnamed is not None:
                _name(unnamed, part)
        if state is not None:
            if hasattr(os, "chown"):
                os.chown(part, state.st_uid, state.st_gid)
            part.chmod(stat.S_IMODE(state.st_mode))
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _unnamed(folder: Path) -> int | None:
    """Return a descriptor of a file without a name in a folder; None where the system or the disk has no such thing."""
    if not hasattr(os, "O_TMPFILE"):
        return None
    try:
        descriptor = os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o666)
    except OSError as error:
        if error.errno in (errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL):
            return None
        raise
    if os.path.exists(f"/proc/self/fd/{descriptor}"):
        return descriptor
    os.close(descriptor)
    return None


def _name(descriptor: int, part: Path) -> None:
    """Give a name to a file that has none."""
    folder = os.open(part.parent, os.O_RDONLY)
    try:
        # Only with a folder's descriptor does Python follow the link in /proc to the file itself.
        os.link(f"/proc/self/fd/{descriptor}", part.name, dst_dir_fd=folder)
    finally:
        os.close(folder)


@contextlib.contextmanager
def _overwriting(path: Path) -> Iterator[IO[bytes]]:
    """Open a file of the temporary folder, whose content becomes that of the target when the block succeeds."""
    import shutil  # loaded only where it is used: neither is needed to speak
    import tempfile

    with open(os.open(path, os.O_WRONLY), "wb") as target, tempfile.TemporaryFile(buffering=0) as file:
        yield file
        file.seek(0)
        shutil.copyfileobj(file, target)
        target.truncate()


@contextlib.contextmanager
def _through(path: Path) -> Iterator[IO[bytes]]:
    """Open a device or pipe. A named pipe is waited for until something reads it, but not for ever."""
    deadline = time.monotonic() + PIPE_TIMEOUT
    flags = os.O_WRONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    while True:
        try:
            descriptor = os.open(path, flags)
            break
        except OSError as error:
            if error.errno != errno.ENXIO or not path.is_fifo():
                raise
            if time.monotonic() > deadline:
                raise TimeoutError(f"nothing reads the pipe {path} within {PIPE_TIMEOUT:g} s") from None
        time.sleep(_POLL)
    with open(descriptor, "wb", buffering=0) as file:
        os.set_blocking(descriptor, True)
        yield file
