"""Samples that are held: few of them in memory, many in a file that vanishes with them."""

from __future__ import annotations

import contextlib
import tempfile
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator

_IN_MEMORY = 16 * 2**20
_BLOCK = 65536


class SampleBuffer:
    """Bytes that are appended once and read often. Threads may share it. A pickle holds all of them."""

    def __init__(self, data: bytes = b"") -> None:
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  # it lives as long as this
        self._lock = threading.Lock()
        self._size = 0
        self.append(data)

    def append(self, data: bytes) -> None:
        """Add bytes at the end."""
        with self._lock:
            self._file.seek(self._size)
            self._file.write(data)
            self._size += len(data)

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
