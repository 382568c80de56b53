"""Files that are written: plain files wholly or not at all; devices, pipes and links as what they are."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import IO

from .output import POLL, PROBE, check_room, content, naming, reserve
from .output import awrite as awrite
from .output import is_plain as is_plain
from .output import write as write
from .unsaved import carried_by_errors, carrying

PIPE_TIMEOUT = 10.0
"""Seconds to wait for the reader of a named pipe."""

_BINARY = getattr(os, "O_BINARY", 0)
"""Without it, Windows writes another line break."""
_copying = threading.Lock()
"""Held while a file is overwritten, so that the content is that of one writer."""

# What is written may have cost money, so all that can be wrong with a target is found on entering the block. What arrives is
# written to a file that has no name yet: it vanishes with the process, however that ends, SIGKILL included. It gets its name at
# the end, in one step. That makes another file of it, so it is done only where nothing depends on the old one. A file that has
# several links, belongs to another user, is mounted by itself, or is held open for writing by this process (a
# NamedTemporaryFile is) is overwritten instead, once all has arrived. That cannot be done in one step, so the content has a name
# beside it meanwhile: what is killed then leaves all of it there. Devices and pipes get the bytes as they come.


@contextlib.contextmanager
def writing(path: Path, *, failing: Callable[[], object] = bool) -> Iterator[IO[bytes]]:
    """Open what a path names for writing. A plain file is complete when the block succeeds, and as it was otherwise.

    Args:
        failing: Called once when the file fails, such as to buy no more. What is written from then on is taken into memory, for
            the error.

    Raises:
        OSError: It cannot be written. Raised on entering the block, as far as that can be known there.
        NotSavedError: That was found later. The error carries what could not be written.
    """
    descriptor = None
    for descriptor in _through(path):
        if descriptor is None:
            time.sleep(POLL)
    with _opened(path, descriptor) as file, carrying(file, path, failing) as carried:
        yield carried


def save(path: Path, data: bytes) -> None:
    """Write a whole file. Raise what `writing` does."""
    with writing(path) as file:
        write(file, data)


@contextlib.asynccontextmanager
async def awriting(path: Path, *, failing: Callable[[], object] = bool) -> AsyncIterator[IO[bytes]]:
    """Open the same. While nothing reads a pipe, other tasks go on, and this one can be cancelled."""
    import asyncio

    descriptor = None
    for descriptor in _through(path):
        if descriptor is None:
            await asyncio.sleep(POLL)
    with _opened(path, descriptor) as file, carrying(file, path, failing) as carried:
        yield carried


def _opened(path: Path, descriptor: int | None) -> contextlib.AbstractContextManager[IO[bytes]]:
    """Open a plain file in the way that suits it, or the descriptor of a device or pipe."""
    if descriptor is not None:
        return open(descriptor, "wb", buffering=0)  # it does not block: see `_written`
    state = _state(path)
    if state is None or _is_replaceable(path, state):
        return _replacing(Path(os.path.realpath(path)), state)
    return _overwriting(path)


def _state(path: Path) -> os.stat_result | None:
    """Return what the system knows of a file, None if there is none."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _through(path: Path) -> Iterator[int | None]:
    """Yield the descriptor of a device or pipe, before it None as long as nothing reads the pipe; nothing for a plain file."""
    state, deadline = _state(path), time.monotonic() + PIPE_TIMEOUT
    flags = os.O_WRONLY | _BINARY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    descriptor = None
    while state is not None and not stat.S_ISREG(state.st_mode) and descriptor is None:
        try:
            descriptor = os.open(path, flags)
        except OSError as error:
            if error.errno != errno.ENXIO or not stat.S_ISFIFO(state.st_mode):
                raise
            if time.monotonic() > deadline:
                raise TimeoutError(f"nothing reads the pipe {path} within {PIPE_TIMEOUT:g} s") from None
        else:
            _check_read(descriptor, path)
        yield descriptor


def _check_read(descriptor: int, path: Path) -> None:
    """Raise BrokenPipeError if the readers of a pipe have gone: one that is opened by its number says so only when asked."""
    import select

    if hasattr(select, "poll") and stat.S_ISFIFO(os.fstat(descriptor).st_mode):
        poll = select.poll()
        poll.register(descriptor, select.POLLOUT)
        if any(events & select.POLLERR for _, events in poll.poll(0)):
            os.close(descriptor)
            raise BrokenPipeError(errno.EPIPE, "nothing reads the pipe any more", str(path))


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
    if not hasattr(os, "geteuid"):
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
    part = target.with_name(f".{os.urandom(6).hex()}.part")
    unnamed = _unnamed(target.parent)
    try:
        with _named(part, target) if unnamed is None else open(unnamed, "w+b", buffering=0) as file:
            check_room(file, target)
            yield file
            if unnamed is not None:
                with carried_by_errors(target, lambda: content(file)):
                    _name(file, part)
        with carried_by_errors(target, part.read_bytes):
            _put(part, target, state)
    except BaseException:
        with contextlib.suppress(OSError):  # where nothing can be made, nothing is there, and nothing can be taken away
            part.unlink()
        raise


def _put(part: Path, target: Path, state: os.stat_result | None) -> None:
    """Have a file take the place of the target."""
    if state is not None:
        _keep_attributes(target, state, part)
    try:
        part.replace(target)
    except PermissionError:  # on Windows, while another program has the file open; or the folder only grows
        new = os.open(target, os.O_WRONLY | os.O_CREAT | _BINARY, 0o666)
        with part.open("rb") as file, open(new, "wb", buffering=0) as old:
            _copy(file, old)
        with contextlib.suppress(OSError):
            part.unlink()


def _named(part: Path, target: Path) -> IO[bytes]:
    with naming(target):
        return part.open("x+b", buffering=0)


def _unnamed(folder: Path) -> int | None:
    """Return a descriptor of a file without a name in a folder; None where the system or the disk has no such thing."""
    try:
        descriptor = os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o666)
    except (AttributeError, OSError):  # what is wrong with the folder is found when a file with a name is made
        return None
    if os.path.exists(f"/proc/self/fd/{descriptor}"):
        return descriptor
    os.close(descriptor)
    return None


def _name(file: IO[bytes], part: Path) -> None:
    """Give a name to a file that has none."""
    folder = os.open(part.parent, os.O_RDONLY)
    try:
        # Only with a folder's descriptor does Python follow the link in /proc to the file itself.
        os.link(f"/proc/self/fd/{file.fileno()}", part.name, dst_dir_fd=folder)
    except OSError:  # some containers and disks have the one, and not the other
        with part.open("xb") as named:
            _copy(file, named)
    finally:
        os.close(folder)


def _keep_attributes(target: Path, state: os.stat_result, part: Path) -> None:
    """Give a new file what the old one has: group, access list and other attributes as far as the disk allows, and mode."""
    if hasattr(os, "chown"):
        os.chown(part, -1, state.st_gid)
    if hasattr(os, "listxattr"):
        with contextlib.suppress(OSError):
            kept = os.listxattr(target)
            for name in set(os.listxattr(part)).difference(kept):
                os.removexattr(part, name)  # of the folder's default access list
            for name in kept:
                os.setxattr(part, name, os.getxattr(target, name))
    part.chmod(stat.S_IMODE(state.st_mode))


@contextlib.contextmanager
def _overwriting(path: Path) -> Iterator[IO[bytes]]:
    """Open a file of the temporary folder, whose content becomes that of the target when the block succeeds."""
    import tempfile  # loaded only where it is used

    with (
        open(os.open(path, os.O_WRONLY | _BINARY), "wb", buffering=0) as target,
        tempfile.TemporaryFile(buffering=0) as file,
    ):
        size = os.fstat(target.fileno()).st_size
        with naming(path):
            reserve(target, len(PROBE))
        target.truncate(size)
        yield file
        with _copying, carried_by_errors(path, lambda: content(file)):
            reserve(target, os.fstat(file.fileno()).st_size)
            try:
                with _kept(file, Path(os.path.realpath(path))):
                    _copy(file, target)
            except (KeyboardInterrupt, SystemExit):  # all has arrived, so the file is finished first
                _copy(file, target)
                raise


@contextlib.contextmanager
def _kept(file: IO[bytes], target: Path) -> Iterator[None]:
    """Keep the content beside the target while that is overwritten, which takes more than one step.

    A process that is killed meanwhile leaves it there, under a name like .0123456789ab.part. So does a disk that fails.
    """
    part, fails = target.with_name(f".{os.urandom(6).hex()}.part"), False
    try:
        try:
            _name(file, part)
        except OSError:  # nothing can be kept in this folder
            part.unlink(missing_ok=True)
        yield
    except OSError as error:
        if fails := part.exists():
            error.add_note(f"{target} is not complete; all of it is in {part}")
        raise
    finally:
        if not fails:
            part.unlink(missing_ok=True)


def _copy(file: IO[bytes], target: IO[bytes]) -> None:
    for each in (file, target):
        each.seek(0)
    while block := file.read(65536):
        write(target, block)
    target.truncate()
