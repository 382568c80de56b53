"""Writes what stands in a contract for readers one way: texts without the space at their ends, examples as a list."""

from __future__ import annotations

from typing import Any

from ..contract import Doc
from .keywords import TEXTS

_ONE_EXAMPLE = ("parameter", "header", "media type")


def texts(node: Doc, kind: str) -> Doc:
    """Return an object of a contract with its texts, tags and examples in the notation that is compared."""
    said = node.keys() & {*TEXTS}
    if not said:
        return node
    made = dict(node)
    for key in said:
        made[key] = _text(node[key]) if key != "tags" else _tags(node[key])
    if "example" in said and "examples" not in node:
        if kind == "schema":
            made["examples"] = [made.pop("example")]
        elif kind in _ONE_EXAMPLE:
            made["examples"] = {"example": {"value": made.pop("example")}}
    elif kind in _ONE_EXAMPLE and isinstance(named := node.get("examples"), dict) and len(named) == 1:
        # A single one is known by its value: its name says no more.
        (only,) = named.values()
        made["examples"] = {"example": only} if isinstance(only, dict) and only.keys() == {"value"} else named
    return {key: value for key, value in made.items() if key not in said or value not in ("", [], {})}


def _text(value: Any) -> Any:
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value


def _tags(value: Any) -> Any:
    return sorted({*value}) if isinstance(value, list) and all(isinstance(tag, str) for tag in value) else value
