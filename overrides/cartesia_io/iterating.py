"""Streams that `next` and `anext` take, too: what they have yielded, a loop that follows does not yield again."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Iterated(ABC, Generic[T]):
    """What a stream of threads does."""

    _begun_with_next: Iterator[T] | None = None

    @abstractmethod
    def _iterate(self) -> Iterator[T]:
        """Yield what the stream is of."""

    def __iter__(self) -> Iterator[T]:
        return self._iterate() if self._begun_with_next is None else self._begun_with_next

    def __next__(self) -> T:
        self._begun_with_next = iter(self)
        return next(self._begun_with_next)


class AsyncIterated(ABC, Generic[T]):
    """What a stream of tasks does."""

    _begun_with_next: AsyncIterator[T] | None = None

    @abstractmethod
    def _iterate(self) -> AsyncIterator[T]:
        """Yield what the stream is of."""

    def __aiter__(self) -> AsyncIterator[T]:
        return self._iterate() if self._begun_with_next is None else self._begun_with_next

    async def __anext__(self) -> T:
        self._begun_with_next = aiter(self)
        return await anext(self._begun_with_next)
