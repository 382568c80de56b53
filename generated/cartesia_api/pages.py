# Copied from scripts/codegen/runtime/pages.py: edit that file.
"""Pages of a list: one at a time, or all their items in one loop. Sync twin, then async twin."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
from typing import Any, Generic, NamedTuple, Self, TypeVar

from .arguments import InvalidRequestError
from .record import pydantic_schema

T = TypeVar("T")


class PageInfo(NamedTuple):
    """How a list goes on: the query parameters that ask for the next page, in place of those of this one."""

    params: dict[str, str]


class _Page(Generic[T]):
    """What both pages share: which page comes next, if any."""

    def __init__(self, envelope: Any, params: Mapping[str, Any]) -> None:
        self._envelope = envelope
        self.data: list[T] = list(envelope.data or ())
        self.has_more: bool | None = _given(envelope, "has_more")
        self.next_page: str | None = _given(envelope, "next_page")
        self._params = params

    def has_next_page(self) -> bool:
        """Return whether there is another page in the direction of the list."""
        return self._next_cursor() is not None

    def next_page_info(self) -> PageInfo | None:
        """Return how to ask for the next page, None if this is the last page."""
        return PageInfo(dict([cursor])) if (cursor := self._next_cursor()) else None

    def _next_cursor(self) -> tuple[str, str] | None:
        """Return the query parameter for the next page and its value, None if this is the last page."""
        if not self.data or self.has_more is False:
            return None
        if self.has_more is None and self.next_page is None:
            return None
        # A list that began with ending_before goes backwards, from the first item of each page.
        backwards = isinstance(self._params.get("ending_before"), str)
        item = self.data[0 if backwards else -1]
        cursor = getattr(item, "id", None)
        cursor = cursor if isinstance(cursor, str) else self.next_page
        return (
            None if cursor is None else ("ending_before" if backwards else "starting_after", cursor)
        )

    def _next_params(self) -> dict[str, Any]:
        cursor = self._next_cursor()
        if cursor is None:
            raise InvalidRequestError("no next page; check has_next_page() first")
        return {**self._params, cursor[0]: cursor[1]}

    # A page is dumped as the object that the service sent, with all that this has.

    def to_dict(self, **options: Any) -> dict[str, Any]:
        """Return the page as JSON has it. Takes the arguments of the method of models."""
        found: dict[str, Any] = self._envelope.to_dict(**options)
        return found

    def to_json(self, **options: Any) -> str:
        """Return the page as JSON. Takes the arguments of the method of models."""
        return str(self._envelope.to_json(**options))

    def model_dump(self, **options: Any) -> dict[str, Any]:
        """Return the page as a dict. Takes the arguments of the method of models."""
        found: dict[str, Any] = self._envelope.model_dump(**options)
        return found

    def model_dump_json(self, **options: Any) -> str:
        """Return the page as JSON in one line. Takes the arguments of the method of models."""
        return str(self._envelope.model_dump_json(**options))

    def keys(self) -> list[str]:
        """Return the names of the fields that the service sent, so that `dict(it)` works."""
        found: list[str] = self._envelope.keys()
        return found

    def __getitem__(self, name: str) -> Any:
        return self._envelope[name]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Let pydantic, and FastAPI with it, take pages as types of responses."""
        return pydantic_schema(cls._is_page)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "object", "title": cls.__name__}

    @classmethod
    def _is_page(cls, value: Any) -> Any:
        if not isinstance(value, cls):
            raise ValueError(f"expected a {cls.__name__}, got {type(value).__name__}")
        return value

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self.data)} items, has_more={self.has_more})"


def _given(envelope: Any, name: str) -> Any:
    """Return a field of the envelope, None if it is absent or unset."""
    value = getattr(envelope, name, None)
    return value if isinstance(value, (str, bool)) else None


class SeenCursors:
    """The cursors seen in one loop, so that a service that repeats a page does not make the loop endless."""

    def __init__(self) -> None:
        self._seen: set[tuple[str, str] | None] = set()

    def add(self, page: _Page[Any]) -> bool:
        """Add the cursor of a page, and return whether it is new."""
        cursor = page._next_cursor()
        if cursor in self._seen:
            return False
        self._seen.add(cursor)
        return True


class Fetch(Generic[T]):
    """Fetches a page, as long as it is in its process: the client, its connections and its key do not go into a pickle."""

    def __init__(self, fetch: Callable[[Mapping[str, Any]], T]) -> None:
        self._fetch = fetch

    def __call__(self, params: Mapping[str, Any]) -> T:
        """Return the page that these parameters ask for."""
        return self._fetch(params)

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return Fetch, (_without_client,)


def _without_client(params: Mapping[str, Any]) -> Any:
    asked = ", ".join(f"{name}={value!r}" for name, value in params.items())
    raise InvalidRequestError(
        f"this page was unpickled, without its client; call the method with {asked} to go on"
    )


class Page(_Page[T]):
    """One page of a list. Iterating yields the items of this page and of all following pages.

    Attributes:
        data: Items of this page.
        has_more: Whether there are more items; None if the service does not say.
        next_page: Cursor of the next page that the service sent, or None.
    """

    def __init__(
        self,
        envelope: Any,
        params: Mapping[str, Any],
        fetch: Callable[[Mapping[str, Any]], Page[T]],
    ) -> None:
        super().__init__(envelope, params)
        self._fetch = Fetch(fetch)

    def get_next_page(self) -> Page[T]:
        """Fetch the next page.

        Raises:
            InvalidRequestError: This is the last page; see `has_next_page`.
        """
        return self._fetch(self._next_params())

    def iter_pages(self) -> Iterator[Page[T]]:
        """Yield this page and all following pages, each fetched when it is needed. A page seen before ends the loop."""
        page, seen = self, SeenCursors()
        seen.add(page)
        yield page
        while page.has_next_page():
            page = page.get_next_page()
            if not page.data or not seen.add(page):
                return
            yield page

    def __iter__(self) -> Iterator[T]:
        for page in self.iter_pages():
            yield from page.data


class AsyncPage(_Page[T]):
    """One page of a list. Iterating (`async for`) yields the items of this page and of all following pages.

    Attributes:
        data: Items of this page.
        has_more: Whether there are more items; None if the service does not say.
        next_page: Cursor of the next page that the service sent, or None.
    """

    def __init__(
        self,
        envelope: Any,
        params: Mapping[str, Any],
        fetch: Callable[[Mapping[str, Any]], Awaitable[AsyncPage[T]]],
    ) -> None:
        super().__init__(envelope, params)
        self._fetch = Fetch(fetch)

    async def get_next_page(self) -> AsyncPage[T]:
        """Fetch the next page.

        Raises:
            InvalidRequestError: This is the last page; see `has_next_page`.
        """
        return await self._fetch(self._next_params())

    async def iter_pages(self) -> AsyncIterator[AsyncPage[T]]:
        """Yield this page and all following pages, each fetched when it is needed. A page seen before ends the loop."""
        page, seen = self, SeenCursors()
        seen.add(page)
        yield page
        while page.has_next_page():
            page = await page.get_next_page()
            if not page.data or not seen.add(page):
                return
            yield page

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.iter_pages():
            for item in page.data:
                yield item


class AsyncPager(Generic[T]):
    """A list: `async for` yields all items, `await` returns the first page."""

    def __init__(self, first: Callable[[], Awaitable[AsyncPage[T]]]) -> None:
        self._first = first

    def __await__(self) -> Generator[Any, None, AsyncPage[T]]:
        return self._first().__await__()

    async def __aiter__(self) -> AsyncIterator[T]:
        async for item in await self._first():
            yield item
