"""The operations and sockets of a contract: their names, parameters and ways to be let in.

A malformed contract is refused elsewhere (by lint) and must not stop a comparison: what is not of the expected type is
taken as it is, and compared as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from .normalize import TEXTS, Doc, Document, key_of

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
SOCKET = "x-websocket"


class Endpoint(NamedTuple):
    """An operation or a socket."""

    name: str
    shown: str
    """Method and path, such as "GET /voices/{id}"."""
    node: Doc
    item: Doc
    """The path that it belongs to."""


def endpoints(doc: Doc) -> dict[tuple[str, str], Endpoint]:
    """All operations and sockets, by method and path, whatever the parameters in the path are called."""
    found = {}
    for path, item in mapping(doc.get("paths")).items():
        for method in (*METHODS, SOCKET):
            node = mapping(item).get(method)
            if isinstance(node, dict):
                name = str(node.get("name" if method == SOCKET else "operationId") or f"{method} {path}")
                shown = f"{'socket' if method == SOCKET else method.upper()} {path}"
                found[method, re.sub(r"\{[^}]*\}", "{}", path)] = Endpoint(name, shown, node, item)
    return found


def parameters(document: Document, endpoint: Endpoint) -> dict[tuple[str, str], Doc]:
    """Parameters by where they go and what they are called; those of the operation replace those of its path."""
    node = endpoint.node
    found = {}
    for entry in (
        *listed(endpoint.item, "parameters"),
        *listed(node, "path"),
        *listed(node, "query"),
        *listed(node, "parameters"),
    ):
        parameter = document.resolve(entry)[1]
        if isinstance(parameter, dict):
            found[str(parameter.get("in")), str(parameter.get("name"))] = parameter
        else:
            found["?", key_of(parameter)] = {}
    return found


def alternatives(doc: Doc, node: Doc) -> dict[str, tuple[str, set[str]]]:
    """The ways to be let in: by what the schemes are, not by what they are called; with names and scopes."""
    schemes = mapping(mapping(doc.get("components")).get("securitySchemes"))
    found = {}
    stated = node.get("security", doc.get("security"))
    for alternative in entries(stated):
        bare = [
            {key: value for key, value in mapping(schemes.get(name)).items() if key not in TEXTS} or name
            for name in sorted(alternative)
        ]
        scopes = {scope for listed in alternative.values() for scope in strings(listed)}
        found[key_of(bare)] = (" and ".join(sorted(alternative)) or "no key", scopes)
    # No security at all and an empty alternative are the same.
    return found or {key_of([]): ("no key", set())}


def needed(node: Doc) -> bool:
    return node.get("required", False) is not False


def mapping(value: Any) -> Doc:
    """The value, if it is an object; a malformed contract is refused elsewhere and must not stop the comparison."""
    return value if isinstance(value, dict) else {} if value is None else {"?": value}


def listed(node: Doc, key: str) -> list[Any]:
    value = node.get(key, [])
    return value if isinstance(value, list) else [value]


def entries(value: Any) -> Iterator[Doc]:
    for entry in value if isinstance(value, list) else ():
        if isinstance(entry, dict):
            yield entry


def strings(value: Any) -> list[str]:
    return [str(entry) for entry in value] if isinstance(value, list) else [str(value)]
