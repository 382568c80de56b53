"""Stores of objects by id, and pages of them."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..description.errors import invalid, not_found

Item = dict[str, Any]
DEFAULT_LIMIT = 10


class Store:
    """The objects of one kind, in the order in which they were added. Several threads may use it.

    An object may have more fields than the API shows: a response is reduced to the fields of its version.

    Args:
        what: The name of one object, for errors.
        items: The initial objects; the store keeps copies.
        code: The error code for an unknown id.
    """

    def __init__(self, what: str, items: Iterable[Mapping[str, Any]] = (), *, code: str | None = None) -> None:
        self._what = what
        self._code = code
        self._lock = threading.Lock()
        self._items: dict[str, Item] = {item["id"]: dict(item) for item in items}

    # An object is replaced, never changed: a caller may go on reading one that is updated in another thread.

    def get(self, id: str) -> Item:
        """Return an object.

        Raises:
            APIError: 404 if there is none.
        """
        item = self._items.get(id)
        if item is None:
            raise not_found(self._what, self._code)
        return item

    def list(self, **wanted: Any) -> list[Item]:
        """Return the objects whose fields have these values."""
        with self._lock:
            items = [*self._items.values()]
        return [item for item in items if all(item.get(name) == value for name, value in wanted.items())]

    def add(self, item: Mapping[str, Any], *, first: bool = False) -> Item:
        """Add a copy of an object, as the last one or the `first`, and return the copy."""
        with self._lock:
            self._items[item["id"]] = added = dict(item)
            if first:
                self._items = {item["id"]: added, **self._items}
        return added

    def update(self, id: str, changes: Mapping[str, Any]) -> Item:
        """Replace some fields of an object, and return the new object. Raise APIError with 404 if there is none."""
        with self._lock:
            self._items[id] = changed = {**self.get(id), **changes}
        return changed

    def delete(self, id: str) -> None:
        """Remove an object. Raise APIError with 404 if there is none."""
        with self._lock:
            self.get(id)
            del self._items[id]

    def __contains__(self, id: object) -> bool:
        return id in self._items

    def __iter__(self) -> Iterator[Item]:
        return iter(self.list())

    def __len__(self) -> int:
        return len(self._items)


def page(items: Sequence[Mapping[str, Any]], query: Mapping[str, Any]) -> dict[str, Any]:
    """Return one page of a list.

    Args:
        items: The whole list.
        query: The query parameters `limit`, and `starting_after` or `ending_before`.

    Raises:
        APIError: 400 for both cursors, or for a cursor that is not in the list.
    """
    limit = query.get("limit") or DEFAULT_LIMIT
    after, before = query.get("starting_after"), query.get("ending_before")
    if after and before:
        raise invalid("starting_after and ending_before exclude each other")
    ids = [item["id"] for item in items]
    if (cursor := after or before) and cursor not in ids:
        raise invalid(f"{'starting_after' if after else 'ending_before'}: no item of this list has the id {cursor!r}")
    if before:
        end = ids.index(before)
        start = max(0, end - limit)
        data, more = items[start:end], start > 0
        cursor = data[0]["id"] if data else None
    else:
        start = ids.index(after) + 1 if after else 0
        data, more = items[start : start + limit], start + limit < len(items)
        cursor = data[-1]["id"] if data else None
    return {"data": list(data), "has_more": more, "next_page": cursor if more else None}
