"""Whether a keyword that changed allows more or less than before."""

from __future__ import annotations

from typing import Any

from ..contract import Doc
from .keywords import LIMITS, RESTRICTING, is_limit
from .rules import Direction, Kind
from .variants import Variant


def type_change(old: Variant, new: Variant) -> Kind:
    """Return what the change of a type is: a whole number is a number, and what has a type is anything."""
    if (old.type, new.type) == ("integer", "number") or new.is_anything:
        return Kind.TYPE_WIDENED
    return Kind.TYPE_NARROWED if (old.type, new.type) == ("number", "integer") or old.is_anything else Kind.TYPE_CHANGED


def limit_change(key: str, old: Doc, new: Doc) -> Kind | None:
    """Return the kind of a change of a limit; None for another keyword, or if no side is the looser one."""
    first, second = old.get(key), new.get(key)
    if key in RESTRICTING and (key in old) != (key in new):
        return Kind.LIMIT_LOOSENED if key in old else Kind.LIMIT_TIGHTENED
    if key not in LIMITS or first == second or not all(value is None or is_limit(value) for value in (first, second)):
        return None
    looser = second is None or (first is not None and (second - first) * LIMITS[key] > 0)
    return Kind.LIMIT_LOOSENED if looser else Kind.LIMIT_TIGHTENED


def bound_change(sign: int, old: Doc, new: Doc) -> tuple[Kind, str, Any, Any] | None:
    """Return kind, keyword and values of a limit that is exclusive on one side only; None for any other."""
    limit, exclusive = ("maximum", "exclusiveMaximum") if sign > 0 else ("minimum", "exclusiveMinimum")
    ends = [{key: node[key] for key in (limit, exclusive) if key in node} for node in (old, new)]
    if ends[0].keys() == ends[1].keys() or [*map(len, ends)] != [1, 1]:
        return None
    ((_, first),), ((key, second),) = ends[0].items(), ends[1].items()
    if not is_limit(first) or not is_limit(second):
        return None
    looser = (second - first) * sign > 0 or (second == first and key == limit)
    return Kind.LIMIT_LOOSENED if looser else Kind.LIMIT_TIGHTENED, key, first, second


def hint_change(key: str, new: Any, direction: Direction) -> Kind:
    """Return the kind of a change of `readOnly` or `writeOnly`: the one is for those who send, the other for readers."""
    forbids = new is True and (key == "readOnly") == (direction == "send")
    return (
        Kind.KEYWORD_CHANGED if forbids or key == "x-context" or new not in (None, False, True) else Kind.HINT_CHANGED
    )
