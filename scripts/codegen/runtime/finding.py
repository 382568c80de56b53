"""Finding one item of a list by its name. Sync, then async."""

from __future__ import annotations

import difflib
import inspect
import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

from .arguments import InvalidRequestError, check

_NEAR = 5
"""Items that an error names."""
_PAGE = 100
_ID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)

# The service searches names, descriptions and ids, so most lists are one short page. Only where that finds nothing is the whole
# list read, for names that the search spells otherwise and for those that the caller may have meant. What was found is kept with
# the resource, which lives as long as its client. Older versions have neither search nor filters, and give the whole list at
# once.


def find(resource: Any, name: str, **filters: str | None) -> Any:
    """Return the item of `resource.list` with this name or id. `filters`: other arguments of `list`."""
    search = _Search(resource, name, filters)
    if search.found is None:
        search.found = search.only(resource.list(**search.arguments(q=name)))
    if search.found is None:
        search.found = search.required(resource.list(**search.arguments()))
    return search.found


async def afind(resource: Any, name: str, **filters: str | None) -> Any:
    """Return the same."""
    search = _Search(resource, name, filters)
    if search.found is None:
        search.found = search.only(await _all(resource.list(**search.arguments(q=name))))
    if search.found is None:
        search.found = search.required(await _all(resource.list(**search.arguments())))
    return search.found


def forget(resource: Any) -> None:
    """Let go of what was found: it has changed, or is gone."""
    vars(resource).pop("_found", None)


def is_id(text: str) -> bool:
    """Return whether a text has the form of an id, a UUID, so that it need not be found."""
    return _ID.fullmatch(text) is not None


async def _all(listing: Any) -> list[Any]:
    return [item async for item in listing] if hasattr(listing, "__aiter__") else list(await listing)


class _Search:
    """What is looked for, and which item that is. No I/O.

    Raises:
        InvalidRequestError: The name is empty, or an argument is no text.
    """

    def __init__(self, resource: Any, name: str, filters: Mapping[str, str | None]) -> None:
        check("find", ("name", name, "str"), *((each, value, "str | None") for each, value in filters.items()))
        name = str(name.value if isinstance(name, Enum) else name)  # as elsewhere, or a UUID
        if not name.strip():
            raise InvalidRequestError("find: name must not be empty; list() returns all")
        self._name = name
        self._filters = {each: value for each, value in filters.items() if value is not None}
        self._known = inspect.signature(resource.list).parameters
        self._kept: dict[Any, Any] = vars(resource).setdefault("_found", {})

    def arguments(self, **more: str) -> dict[str, Any]:
        """Return the arguments of `list`, as far as this version has them."""
        wanted = {**self._filters, **more, "limit": _PAGE}
        return {each: value for each, value in wanted.items() if each in self._known}

    @property
    def found(self) -> Any:
        """The item, None if it has not been found yet."""
        return self._kept.get((self._name, *sorted(self._filters.items())))

    @found.setter
    def found(self, item: Any) -> None:
        if item is not None:
            self._kept[(self._name, *sorted(self._filters.items()))] = item

    def only(self, items: Iterable[Any]) -> Any:
        """Return the item that the name means, None if there is none.

        Raises:
            InvalidRequestError: It means several.
        """
        items = [item for item in items if self._fits(item)]
        for is_meant in (_has_id, _is_called, _is_nearly_called, _begins):
            if meant := [item for item in items if is_meant(item, self._name)]:
                if len(meant) > 1:
                    raise InvalidRequestError(
                        f"find: {len(meant)} are called {self._name!r}: {_shown(meant)}; pass the id of one, or narrow the search"
                    )
                return meant[0]
        return None

    def required(self, items: Iterable[Any]) -> Any:
        """Return the item that the name means.

        Raises:
            InvalidRequestError: It means none, or several.
        """
        items = list(items)
        if (item := self.only(items)) is not None:
            return item
        name, names = folded(self._name), {folded(_name(item)): item for item in items if self._fits(item)}
        near = difflib.get_close_matches(name, names, _NEAR, 0.5)
        near += [each for each in names if name in each and each not in near]
        given = "".join(f", {each}={value!r}" for each, value in self._filters.items())
        hint = f"near: {_shown([names[each] for each in near])}" if near else "nothing is near; list() returns all"
        raise InvalidRequestError(f"find: none is called {self._name!r}{given}; {hint}")

    def _fits(self, item: Any) -> bool:
        """Return whether an item passes the filters that the service does not know."""
        asked = {each: value for each, value in self._filters.items() if each not in self._known}
        return all(getattr(item, each, None) in (value, None) for each, value in asked.items())


def folded(name: str) -> str:
    """Return a name without what people leave out when they type it: capitals, accents and repeated spaces."""
    letters = unicodedata.normalize("NFKD", " ".join(name.split()).casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _name(item: Any) -> str:
    return str(getattr(item, "name", None) or "")


def _has_id(item: Any, name: str) -> bool:
    return bool(getattr(item, "id", None) == name)


def _is_called(item: Any, name: str) -> bool:
    return _name(item) == name


def _is_nearly_called(item: Any, name: str) -> bool:
    return folded(_name(item)) == folded(name)


def _begins(item: Any, name: str) -> bool:
    """Return whether a name stands before a dash, behind which some names say what the item is for."""
    return folded(_name(item).partition(" - ")[0]) == folded(name)


def _shown(items: list[Any]) -> str:
    facts = [(_name(item), getattr(item, "language", None), getattr(item, "id", None)) for item in items[:_NEAR]]
    texts = [f"{name} ({', '.join(str(fact) for fact in (language, id_) if fact)})" for name, language, id_ in facts]
    return ", ".join(texts) + (", ..." if len(items) > _NEAR else "")
