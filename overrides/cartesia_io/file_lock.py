"""Locks that processes share through files. They end with the process that holds them, however it ends."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

POLL = 0.05
"""Seconds after which one that waits looks again."""
_BUSY = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)

# The holder removes the file before it lets go, so that no files are left. One that has opened the file meanwhile would then get
# a lock on a file without a name, and a third one would get the file of that name: so it looks whether its file still has the
# name. Some network disks have no locks. There, each one gets it: no lock must not mean no work.


class FileLock:
    """A lock that one holder has at a time, among threads, tasks and processes.

    Args:
        path: The file, which is there while the lock is held. None: the lock is always free.
        timeout: Seconds after which waiting fails.
    """

    def __init__(self, path: Path | None, timeout: float) -> None:
        self._path, self._timeout = path, timeout
        self._descriptor: int | None = None
        self._deadline: float | None = None

    def acquire(self) -> bool:
        """Return whether the lock is held now. If it is not, call this again after `POLL` seconds.

        Raises:
            TimeoutError: Another holder has had it for longer than the timeout.
            OSError: The file cannot be made.
        """
        while self._path is not None and self._descriptor is None:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
            if not _lock(descriptor):
                os.close(descriptor)
                self._check_deadline(self._path)
                return False
            if _has_name(descriptor, self._path):
                self._descriptor = descriptor
            else:
                os.close(descriptor)
        return True

    def release(self) -> None:
        """Let go of the lock, if it is held."""
        if self._descriptor is None or self._path is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        with contextlib.suppress(OSError):  # Windows removes no file that is open
            self._path.unlink()
        with contextlib.suppress(OSError):
            _unlock(descriptor)
        os.close(descriptor)

    def _check_deadline(self, path: Path) -> None:
        if self._deadline is None:
            self._deadline = time.monotonic() + self._timeout
        elif time.monotonic() > self._deadline:
            raise TimeoutError(
                f"another process has held {path} for {self._timeout:g} s; end it, or use another folder"
            )


def _has_name(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _lock(descriptor: int) -> bool:
    """Return whether a file is locked now."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _BUSY
    return True


def _unlock(descriptor: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_UN)  # also for a child that was forked meanwhile
