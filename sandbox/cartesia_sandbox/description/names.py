"""Names that a caller gives, and what to say where there is none of them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any


def nearest(given: str, known: Iterable[str]) -> str | None:
    """Return the name that a caller is likely to mean; None if none is near."""
    return next(iter(difflib.get_close_matches(given, list(known), 1)), None)


def unknown(what: str, given: str, names: Iterable[str]) -> str:
    """Return what is wrong with a name that nothing has: the nearest one, and all there are.

    Args:
        what: What the names are for, such as "operation".
        given: The name.
        names: All names.
    """
    near = nearest(given, names := sorted(set(names)))
    hint = f"; did you mean {near}?" if near else ""
    return (
        f"there is no {what} {given if len(given) <= 80 else given[:77] + '...'!r}; there are {', '.join(names)}{hint}"
    )


def message_kinds(doc: Mapping[str, Any]) -> Iterator[str]:
    """Yield the kinds of the messages of sockets in a contract. Older versions have them as the newest one has them."""
    fields = [schema.get("properties", {}) for schema in doc["components"]["schemas"].values()]
    tags = [entry[name] for entry in fields for name in ("type", "event") if name in entry]
    yield from (tag["const"] for tag in tags if "const" in tag)
