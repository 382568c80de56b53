"""Merges schemas that hold at once, such as the members of an `allOf`."""

from __future__ import annotations

from typing import Any

from ..contract import Doc, json_key
from .keywords import DOCUMENTATION, LIMITS, is_limit, listed


def merge(first: Doc, second: Doc) -> Doc:
    """Return what holds when both hold. What cannot be merged stays as an `allOf`."""
    result = dict(first)
    conflicts: Doc = {}
    for key, value in second.items():
        known = result.get(key)
        if key not in result or known == value or key in DOCUMENTATION:
            result[key] = value
        elif (narrowed := _narrowed(key, known, value)) is not None:
            result[key] = narrowed
        elif key == "properties" and isinstance(known, dict) and isinstance(value, dict):
            both = {name: {"allOf": [known[name], value[name]]} for name in known.keys() & value.keys()}
            result[key] = {**known, **value, **both}
        elif key in ("required", "allOf") and isinstance(known, list) and isinstance(value, list):
            result[key] = [*known, *(entry for entry in value if entry not in known)]
        else:
            conflicts[key] = value
    if conflicts:
        result["allOf"] = [*result.get("allOf", []), conflicts]
    return result


def _narrowed(key: str, first: Any, second: Any) -> Any:
    """Return the limit, the types or the values that two schemas leave together; None if they leave none."""
    if key in LIMITS and is_limit(first) and is_limit(second):
        return min(first, second) if LIMITS[key] > 0 else max(first, second)
    if key == "type":
        return _common_types(listed(first), listed(second))
    if key == "enum" and isinstance(first, list) and isinstance(second, list):
        others = {json_key(value) for value in second}
        return [value for value in first if json_key(value) in others] or None
    return None


def _common_types(first: list[Any], second: list[Any]) -> Any:
    common = [one for one in first if one in second or (one == "integer" and "number" in second)]
    common += ["integer"] if "integer" in second and "number" in first and "integer" not in first else []
    return None if not common else common[0] if len(common) == 1 else common
