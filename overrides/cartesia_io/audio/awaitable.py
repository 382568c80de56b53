"""What a method returns that programs call both plainly and with `await`: the work is done when it is called."""

from __future__ import annotations

from collections.abc import AsyncIterator, Generator, Iterator
from typing import Any


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
