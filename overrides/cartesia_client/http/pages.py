"""Pages of a list: one at a time, or all their items in one loop."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
from typing import Any, Generic, TypeVar

from ..errors import InvalidRequestError

T = TypeVar("T")


class _Page(Generic[T]):
    """What the two pages share: which page comes next, if any."""

    def __init__(self, envelope: Any, params: Mapping[str, Any]) -> None:
        self.data: list[T] = list(envelope.data)
        self.has_more: bool | None = _given(envelope, "has_more")
        self.next_page: str | None = _given(envelope, "next_page")
        self._params = params

    def has_next_page(self) -> bool:
        """Whether there is another page in the direction of the listing."""
        return self._next_cursor() is not None

    def _next_cursor(self) -> tuple[str, str] | None:
        """The query parameter that gets the next page, and its value."""
        if not self.data or self.has_more is False:
            return None
        if self.has_more is None and self.next_page is None:
            return None
        # A listing that began with ending_before goes backwards, from the first item of each page.
        backwards = isinstance(self._params.get("ending_before"), str)
        item = self.data[0 if backwards else -1]
        cursor = getattr(item, "id", None)
        cursor = cursor if isinstance(cursor, str) else self.next_page
        return None if cursor is None else ("ending_before" if backwards else "starting_after", cursor)

    def _next_params(self) -> dict[str, Any]:
        cursor = self._next_cursor()
        if cursor is None:
            raise InvalidRequestError("this is the last page; has_next_page() tells before")
        return {**self._params, cursor[0]: cursor[1]}

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self.data)} items, has_more={self.has_more})"


def _given(envelope: Any, name: str) -> Any:
    """A field of the envelope, None where it is absent or unset."""
    value = getattr(envelope, name, None)
    return value if isinstance(value, (str, bool)) else None


class _Walk:
    """Remembers the pages seen, so that a service that repeats itself does not keep a loop going for ever."""

    def __init__(self) -> None:
        self._seen: set[tuple[str, str] | None] = set()

    def goes_on(self, page: _Page[Any]) -> bool:
        cursor = page._next_cursor()
        if cursor in self._seen:
            return False
        self._seen.add(cursor)
        return True


class Page(_Page[T]):
    """One page of a list. Iterating gives the items of this page and of all that follow.

    Attributes:
        data: Items of this page.
        has_more: Whether the service says that there are more; None where it does not say.
        next_page: Cursor that the service gave for the next page, or None.
    """

    def __init__(self, envelope: Any, params: Mapping[str, Any], fetch: Callable[[Mapping[str, Any]], Page[T]]) -> None:
        super().__init__(envelope, params)
        self._fetch = fetch

    def get_next_page(self) -> Page[T]:
        """Fetches the next page; see `has_next_page`."""
        return self._fetch(self._next_params())

    def iter_pages(self) -> Iterator[Page[T]]:
        """This page and all that follow, each fetched when it is its turn. A page that repeats itself ends it."""
        page, walk = self, _Walk()
        walk.goes_on(page)
        yield page
        while page.has_next_page():
            page = page.get_next_page()
            if not page.data or not walk.goes_on(page):
                return
            yield page

    def __iter__(self) -> Iterator[T]:
        for page in self.iter_pages():
            yield from page.data


class AsyncPage(_Page[T]):
    """One page of a list. Iterating (`async for`) gives the items of this page and of all that follow.

    Attributes:
        data: Items of this page.
        has_more: Whether the service says that there are more; None where it does not say.
        next_page: Cursor that the service gave for the next page, or None.
    """

    def __init__(
        self, envelope: Any, params: Mapping[str, Any], fetch: Callable[[Mapping[str, Any]], Awaitable[AsyncPage[T]]]
    ) -> None:
        super().__init__(envelope, params)
        self._fetch = fetch

    async def get_next_page(self) -> AsyncPage[T]:
        """Fetches the next page; see `has_next_page`."""
        return await self._fetch(self._next_params())

    async def iter_pages(self) -> AsyncIterator[AsyncPage[T]]:
        """This page and all that follow, each fetched when it is its turn. A page that repeats itself ends it."""
        page, walk = self, _Walk()
        walk.goes_on(page)
        yield page
        while page.has_next_page():
            page = await page.get_next_page()
            if not page.data or not walk.goes_on(page):
                return
            yield page

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.iter_pages():
            for item in page.data:
                yield item


class AsyncPager(Generic[T]):
    """A list that was asked for: `async for` gives all items, `await` gives the first page."""

    def __init__(self, first: Callable[[], Awaitable[AsyncPage[T]]]) -> None:
        self._first = first

    def __await__(self) -> Generator[Any, None, AsyncPage[T]]:
        return self._first().__await__()

    async def __aiter__(self) -> AsyncIterator[T]:
        async for item in await self._first():
            yield item
