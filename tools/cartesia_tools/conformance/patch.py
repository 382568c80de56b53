"""Patches of a contract: what it would have to say about something that was seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..contract import json_type

Node = Mapping[str, Any]
Pointer = tuple[str | int, ...]
"""A place in the description: keys and list positions from its root."""


def nest(pointer: Pointer, value: Any) -> dict[str, Any]:
    """The value at a place in an otherwise empty document. List positions become keys such as `entry 2 of anyOf`."""
    for index in range(len(pointer) - 1, -1, -1):
        key = pointer[index]
        if isinstance(key, int):
            value = {f"(entry {key + 1} of the list)": value}
        else:
            value = {key: value}
    result: dict[str, Any] = value
    return result


def merged(one: Any, other: Any) -> Any:
    """Two documents as one; the other one wins where both have a value."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return other
    both = {name: merged(one[name], other[name]) for name in one if name in other}
    return {**one, **other, **both}


def combined(one: Any, other: Any, key: str = "") -> Any:
    """Two patches of the same part as one: what either adds is added, what either no longer requires is not required."""
    if isinstance(one, dict) and isinstance(other, dict):
        both = {name: combined(one[name], other[name], name) for name in one if name in other}
        return {**one, **other, **both}
    if isinstance(one, list) and isinstance(other, list):
        if key == "required":
            return [entry for entry in one if entry in other]
        return [*one, *(entry for entry in other if entry not in one)]
    if key == "type" and one != other:
        return combined(one if isinstance(one, list) else [one], other if isinstance(other, list) else [other])
    return other


def inferred(value: Any) -> dict[str, Any]:
    """A schema for what was seen once."""
    if isinstance(value, dict):
        return {"type": "object", "properties": {name: inferred(entry) for name, entry in value.items()}}
    if isinstance(value, list):
        return {"type": "array", "items": inferred(value[0])} if value else {"type": "array"}
    return {"type": json_type(value)}
