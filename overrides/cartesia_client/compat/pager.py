"""Lists as version 2 hands them out, page by page, and as version 1 does, whole."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Generator, Iterator
from typing import Any, Generic, TypeVar

from .notices import deprecated

T = TypeVar("T")


class Pager(Generic[T]):
    """A page of a list: iterate it for all items, or read `items`. An index or `len` reads the whole list.

    What pages of today have, such as `data` and `has_next_page()`, it has, too.
    """

    def __init__(self, page: Any, made: Callable[[Any], T]) -> None:
        self._page, self._made = page, made
        self._all: list[T] | None = None

    @property
    def _is_whole(self) -> bool:
        return isinstance(self._page, list)  # as Cartesia-Version 2024-06-10 sends it

    @property
    def items(self) -> list[T]:
        """Return the items of this page."""
        deprecated("pager.items", "page.data")
        return [self._made(each) for each in (self._page if self._is_whole else self._page.data)]

    @property
    def has_next(self) -> bool:
        """Return whether there is another page."""
        deprecated("pager.has_next", "page.has_next_page()")
        return not self._is_whole and bool(self._page.has_next_page())

    def next_page(self) -> Pager[T] | None:
        """Fetch the next page; None if there is none."""
        deprecated("pager.next_page()", "page.get_next_page()")
        return Pager(self._page.get_next_page(), self._made) if self.has_next else None

    get_next = next_page

    def iter_pages(self) -> Iterator[Pager[T]]:
        """Yield this page and all that follow."""
        pages = [self._page] if self._is_whole else self._page.iter_pages()
        return (Pager(page, self._made) for page in pages)

    def __iter__(self) -> Iterator[T]:
        return map(self._made, self._page) if self._all is None else iter(self._all)

    def _whole(self) -> list[T]:
        if self._all is None:
            deprecated("voices.list()[0] and len(voices.list())", "voices = list(client.voices.list())")
            self._all = list(iter(self))  # `list(self)` would ask for the length first
        return self._all

    def __getitem__(self, index: Any) -> Any:
        return self._whole()[index]

    def __len__(self) -> int:
        return len(self._whole())

    def __getattr__(self, name: str) -> Any:
        return getattr(self._page, name)

    def __repr__(self) -> str:
        return repr([self._made(each) for each in (self._page if self._is_whole else self._page.data)])


class AsyncPage(Generic[T]):
    """A page of a list: iterate it (`async for`) for all items, or read `items`."""

    def __init__(self, page: Any, made: Callable[[Any], T]) -> None:
        self._page, self._made = page, made

    @property
    def items(self) -> list[T]:
        """Return the items of this page."""
        deprecated("pager.items", "page.data")
        return [self._made(each) for each in self._page.data]

    @property
    def has_next(self) -> bool:
        """Return whether there is another page."""
        deprecated("pager.has_next", "page.has_next_page()")
        return bool(self._page.has_next_page())

    async def next_page(self) -> AsyncPage[T] | None:
        """Fetch the next page; None if there is none."""
        deprecated("pager.next_page()", "await page.get_next_page()")
        return AsyncPage(await self._page.get_next_page(), self._made) if self.has_next else None

    get_next = next_page

    async def iter_pages(self) -> AsyncIterator[AsyncPage[T]]:
        """Yield this page and all that follow."""
        async for page in self._page.iter_pages():
            yield AsyncPage(page, self._made)

    async def __aiter__(self) -> AsyncIterator[T]:
        async for each in self._page:
            yield self._made(each)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._page, name)

    def __repr__(self) -> str:
        return repr(self._page)


class AsyncPager(Generic[T]):
    """A list: `async for` yields all items, `await` returns the first page."""

    def __init__(self, pages: Any, made: Callable[[Any], T]) -> None:
        self._pages, self._made = pages, made

    def __await__(self) -> Generator[Any, None, AsyncPage[T]]:
        return AsyncPage((yield from self._pages.__await__()), self._made)

    async def __aiter__(self) -> AsyncIterator[T]:
        async for each in self._pages:
            yield self._made(each)
