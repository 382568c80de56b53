"""Names that a caller gives, and what to say where there is none of them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


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
