"""What a method returns that programs call both plainly and with `await`: the work is done when it is called."""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator, Iterator
from typing import Any

from cartesia_api.arguments import InvalidRequestError

from ..rules import SIZE


class AwaitableBytes(bytes):
    """Bytes that may be awaited, which gives the plain bytes. Pickles are those of plain bytes."""

    def __new__(cls, plain: bytes) -> AwaitableBytes:
        made = super().__new__(cls, plain)
        made._plain = plain
        return made

    _plain: bytes

    def __await__(self) -> Generator[None, None, bytes]:
        return self._plain
        yield

    def __reduce__(self) -> tuple[Any, ...]:
        return bytes, (self._plain,)


class Done:
    """The end of something that has been done. It may be awaited."""

    def __await__(self) -> Generator[None, None, None]:
        return
        yield


class Chunks(Iterator[bytes], AsyncIterator[bytes]):
    """Chunks of some bytes, for `for` and `async for` alike.

    Args:
        data: The bytes.
        size: Bytes of a chunk.
    """

    def __init__(self, data: bytes, size: int) -> None:
        self._data, self._size, self._place = data, size, 0

    def __iter__(self) -> Chunks:
        return self

    def __next__(self) -> bytes:
        if self._place >= len(self._data):
            raise StopIteration
        begin, self._place = self._place, self._place + self._size
        return self._data[begin : self._place]

    def __aiter__(self) -> Chunks:
        return self

    async def __anext__(self) -> bytes:
        try:
            return next(self)
        except StopIteration:
            raise StopAsyncIteration from None


class Held:
    """Audio that is there as a whole, read in one piece or in chunks."""

    data: bytes

    def read(self) -> AwaitableBytes:
        """Return the audio. Under asyncio the call may be awaited, or not."""
        return AwaitableBytes(self.data)

    def iter_bytes(self, chunk_size: int = 65536) -> Chunks:
        """Return an iterator of the audio in chunks of `chunk_size` bytes, for `for` and `async for`."""
        is_size, allowed = SIZE
        if not is_size(chunk_size):
            raise InvalidRequestError(f"chunk_size must be {allowed}, got {chunk_size!r:.20}")
        return Chunks(self.data, chunk_size)

    def __iter__(self) -> Iterator[bytes]:
        """Return an iterator of the audio in chunks of bytes."""
        return self.iter_bytes()

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Return an iterator of the audio in chunks of bytes, for asyncio."""
        return self.iter_bytes()

    def __bytes__(self) -> bytes:
        return self.data

    def __len__(self) -> int:
        """Return the number of bytes."""
        return len(self.data)
