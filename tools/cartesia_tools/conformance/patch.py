"""Patches of a contract: the changes that would make it match what was seen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..contract import json_type

Node = Mapping[str, Any]
Pointer = tuple[str | int, ...]
"""A place in the contract: keys and list positions from its root."""


def nest(pointer: Pointer, value: Any) -> dict[str, Any]:
    """Return a document that has only this value. List positions become keys such as `(entry 2 of the list)`."""
    for index in range(len(pointer) - 1, -1, -1):
        key = pointer[index]
        if isinstance(key, int):
            value = {f"(entry {key + 1} of the list)": value}
        else:
            value = {key: value}
    result: dict[str, Any] = value
    return result


def merge(one: Any, other: Any) -> Any:
    """Return two documents as one. The second wins where both have a value."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return other
    both = {name: merge(one[name], other[name]) for name in one if name in other}
    return {**one, **other, **both}


def combine(one: Any, other: Any, key: str = "") -> Any:
    """Return two patches of the same part as one.

    What either adds is added. A field stays required only if both require it.
    """
    if isinstance(one, dict) and isinstance(other, dict):
        both = {name: combine(one[name], other[name], name) for name in one if name in other}
        return {**one, **other, **both}
    if isinstance(one, list) and isinstance(other, list):
        if key == "required":
            return [entry for entry in one if entry in other]
        return [*one, *(entry for entry in other if entry not in one)]
    if key == "type" and one != other:
        return combine(one if isinstance(one, list) else [one], other if isinstance(other, list) else [other])
    return other


def infer_schema(value: Any) -> dict[str, Any]:
    """Return a schema of a value that was seen."""
    if isinstance(value, dict):
        return {"type": "object", "properties": {name: infer_schema(entry) for name, entry in value.items()}}
    if isinstance(value, list):
        return {"type": "array", "items": infer_schema(value[0])} if value else {"type": "array"}
    return {"type": json_type(value)}
