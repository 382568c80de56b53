"""What stands where in a contract: which keys of each kind of object hold which other kinds.

A walk that knows this meets schemas as schemas, and leaves alone what only looks like one: a field that is called `$ref`,
a default, an example.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .contract import METHODS, SOCKET, Doc

Place = tuple[str | int, ...]
"""Keys and list positions from the root of a document."""

# By kind of object: key -> how the value holds others (itself one, a map of them, a list of them), and their kind.
_ONE, _MAP, _LIST = "one", "map", "list"
_CONTENT = {"content": (_MAP, "media type")}
_HEADERS = {"headers": (_MAP, "header")}
_PARAMETERS = (_LIST, "parameter")
CHILDREN: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "document": {
        "info": (_ONE, "info"),
        "servers": (_LIST, "server"),
        "paths": (_MAP, "path"),
        "webhooks": (_MAP, "path"),
        "components": (_ONE, "components"),
    },
    "components": {
        "schemas": (_MAP, "schema"),
        "parameters": (_MAP, "parameter"),
        "headers": (_MAP, "header"),
        "requestBodies": (_MAP, "body"),
        "responses": (_MAP, "response"),
        "callbacks": (_MAP, "callback"),
        "pathItems": (_MAP, "path"),
        "securitySchemes": (_MAP, "security scheme"),
        "examples": (_MAP, "example"),
        "links": (_MAP, "link"),
    },
    "path": {
        **dict.fromkeys((*METHODS, SOCKET), (_ONE, "operation")),
        "parameters": _PARAMETERS,
        "servers": (_LIST, "server"),
    },
    "operation": {
        "servers": (_LIST, "server"),
        **dict.fromkeys(("parameters", "query", "path"), _PARAMETERS),
        **dict.fromkeys(("send", "receive"), (_ONE, "schema")),
        "requestBody": (_ONE, "body"),
        "responses": (_MAP, "response"),
        "callbacks": (_MAP, "callback"),
    },
    "callback": {"*": (_ONE, "path")},
    "parameter": {"schema": (_ONE, "schema"), **_CONTENT},
    "header": {"schema": (_ONE, "schema"), **_CONTENT},
    "body": _CONTENT,
    "response": {"links": (_MAP, "link"), **_HEADERS, **_CONTENT},
    "media type": {"schema": (_ONE, "schema"), "encoding": (_MAP, "encoding")},
    "encoding": _HEADERS,
    "schema": {
        **dict.fromkeys(("properties", "patternProperties", "$defs", "dependentSchemas"), (_MAP, "schema")),
        **dict.fromkeys(("items", "additionalProperties", "contentSchema", "contains", "propertyNames"), (_ONE, "schema")),
        **dict.fromkeys(("unevaluatedItems", "unevaluatedProperties"), (_ONE, "schema")),
        **dict.fromkeys(("not", "if", "then", "else"), (_ONE, "schema")),
        **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), (_LIST, "schema")),
    },
}  # fmt: skip
COMPONENTS = {kind: name for name, (_, kind) in CHILDREN["components"].items()}
"""The key of `components` that holds each kind of object."""

Change = Callable[[Doc, str, Place], Doc]


def rewrite(node: Any, change: Change, kind: str = "document", place: Place = ()) -> Any:
    """Return a document with every object replaced by what `change` makes of it, the innermost first.

    A schema that is `true` becomes `{}`. `change` gets the object, its kind and its place, and must not alter the object.
    What does not change is the same object afterwards.
    """
    if node is True and kind == "schema":
        node = {}  # the two say the same
    if not isinstance(node, dict):
        return node
    made = dict(node)
    for key, inner, where, value in held(node, kind):
        if (new := rewrite(value, change, inner, (*place, *where))) is not value:
            _put(made, node, key, where, new)
    changed = any(made[key] is not node[key] for key in made)
    return change(made if changed else node, kind, place)


def held(node: Doc, kind: str) -> Iterator[tuple[str, str, Place, Any]]:
    """Yield key, kind, way and value of each object that an object holds."""
    known = CHILDREN.get(kind, {})
    every = known.get("*")
    for key, value in node.items():
        shape, inner = known.get(key) or (every if every and key != "$ref" and not key.startswith("x-") else ("", ""))
        if shape == _ONE:
            yield key, inner, (key,), value
        elif shape == _MAP and isinstance(value, dict):
            yield from ((key, inner, (key, name), entry) for name, entry in value.items())
        elif shape == _LIST and isinstance(value, list):
            yield from ((key, inner, (key, index), entry) for index, entry in enumerate(value))


def _put(made: Doc, node: Doc, key: str, where: Place, new: Any) -> None:
    """Put a value at a place of a copy, whose own containers are copied first."""
    if len(where) == 1:
        made[key] = new
        return
    if made[key] is node[key]:
        made[key] = list(node[key]) if isinstance(node[key], list) else dict(node[key])
    made[key][where[1]] = new
