"""Names that a caller gives for operations, as they are or with `*`, and what to say where there is none of them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def unknown_operation(given: str, names: Iterable[str]) -> str:
    """Return what is wrong with a name that no operation has: the nearest one, and all there are."""
    known = sorted(set(names))
    near = difflib.get_close_matches(given, known, 1)
    there_are = f"; did you mean {near[0]}? There are" if near else "; there are"
    return f"there is no operation {given!r}{there_are} {', '.join(known)}"
