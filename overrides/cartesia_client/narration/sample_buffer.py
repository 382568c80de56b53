"""Samples that are held: few of them in memory, many in a file that vanishes with them."""

from __future__ import annotations

import contextlib
import io
import tempfile
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator
from typing import IO

from cartesia_io.audio.saving import write

_IN_MEMORY = 16 * 2**20
_BLOCK = 65536


class SampleBuffer:
    """Bytes that are appended once and read often. Threads may share it. A pickle holds all of them."""

    # What it holds was bought: where the disk of temporary files is full, all of it stays in memory.

    def __init__(self, data: bytes = b"") -> None:
        self._file: IO[bytes] = io.BytesIO()
        self._may_move = True
        self._lock = threading.Lock()
        self._size = 0
        self.append(data)

    def append(self, data: bytes) -> None:
        """Add bytes at the end."""
        with self._lock:
            if self._may_move and self._size + len(data) > _IN_MEMORY:
                self._may_move = False
                with contextlib.suppress(OSError):
                    self._move(tempfile.TemporaryFile(buffering=0))  # noqa: SIM115  # it lives as long as this
            try:
                self._write(data)
            except OSError:
                self._move(io.BytesIO())
                self._write(data)
            self._size += len(data)

    def _write(self, data: bytes) -> None:
        self._file.seek(self._size)
        write(self._file, data)

    def _move(self, file: IO[bytes]) -> None:
        with contextlib.ExitStack() as failing:
            failing.callback(file.close)
            for start in range(0, self._size, _BLOCK):
                write(file, self._read(start, _BLOCK))
            failing.pop_all()
        self._file.close()
        self._file = file

    def passing(self, blocks: Generator[bytes, None, None]) -> Iterator[bytes]:
        """Yield blocks, and keep them."""
        with contextlib.closing(blocks):
            for block in blocks:
                self.append(block)
                yield block

    async def apassing(self, blocks: AsyncGenerator[bytes, None]) -> AsyncIterator[bytes]:
        """Yield blocks, and keep them."""
        async with contextlib.aclosing(blocks):
            async for block in blocks:
                self.append(block)
                yield block

    def __len__(self) -> int:
        """Return the number of bytes."""
        return self._size

    def read(self, start: int, size: int) -> bytes:
        """Return bytes from a place on."""
        with self._lock:
            return self._read(start, size)

    def _read(self, start: int, size: int) -> bytes:
        self._file.seek(start)
        return self._file.read(min(size, self._size - start))

    def blocks(self) -> Iterator[bytes]:
        """Yield all bytes, some at a time."""
        for start in range(0, self._size, _BLOCK):
            yield self.read(start, _BLOCK)

    def __reduce__(self) -> tuple[type[SampleBuffer], tuple[bytes]]:
        return type(self), (b"".join(self.blocks()),)

    def __del__(self) -> None:
        self._file.close()
