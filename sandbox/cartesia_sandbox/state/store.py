"""Objects by their ids, and pages of them: what all resources of the sandbox are kept in."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..description.errors import invalid, not_found

Item = dict[str, Any]
DEFAULT_LIMIT = 10


class Store:
    """The objects of one kind, in the order in which they were added. Several threads may use it.

    An object may have more fields than the API shows: an answer is cut to what its version knows.

    Args:
        what: What one of them is called, for errors.
        items: Objects that are there from the beginning; copies of them are kept.
        code: Error code where there is no such object.
    """

    def __init__(self, what: str, items: Iterable[Mapping[str, Any]] = (), *, code: str | None = None) -> None:
        self._what = what
        self._code = code
        self._lock = threading.Lock()
        self._items: dict[str, Item] = {item["id"]: dict(item) for item in items}

    def get(self, id: str) -> Item:
        """Raises APIError with 404 if there is none."""
        item = self._items.get(id)
        if item is None:
            raise not_found(self._what, self._code)
        return item

    def list(self, **wanted: Any) -> list[Item]:
        """Those whose fields have these values."""
        with self._lock:
            items = [*self._items.values()]
        return [item for item in items if all(item.get(name) == value for name, value in wanted.items())]

    def add(self, item: Mapping[str, Any]) -> Item:
        with self._lock:
            self._items[item["id"]] = made = dict(item)
        return made

    def update(self, id: str, changes: Mapping[str, Any]) -> Item:
        """The object with these fields changed; what somebody else holds of it stays as it was."""
        with self._lock:
            self._items[id] = changed = {**self.get(id), **changes}
        return changed

    def delete(self, id: str) -> None:
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
    """One page of a list, by `limit`, and `starting_after` or `ending_before`."""
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
