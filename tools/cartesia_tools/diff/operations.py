"""The operations and sockets of a contract: their names, parameters and ways to be let in.

A malformed contract is refused elsewhere (by lint) and must not stop a comparison: what is not of the expected type is
taken as it is, and compared as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..contract import Doc, Endpoint, as_dict
from .normalize import TEXTS, Document, key_of


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
    schemes = as_dict(as_dict(doc.get("components")).get("securitySchemes"))
    found = {}
    stated = node.get("security", doc.get("security"))
    for alternative in entries(stated):
        bare = [
            {key: value for key, value in as_dict(schemes.get(name)).items() if key not in TEXTS} or name
            for name in sorted(alternative)
        ]
        scopes = {scope for listed in alternative.values() for scope in strings(listed)}
        found[key_of(bare)] = (" and ".join(sorted(alternative)) or "no key", scopes)
    # No security at all and an empty alternative are the same.
    return found or {key_of([]): ("no key", set())}


def needed(node: Doc) -> bool:
    return node.get("required", False) is not False


def listed(node: Doc, key: str) -> list[Any]:
    value = node.get(key, [])
    return value if isinstance(value, list) else [value]


def entries(value: Any) -> Iterator[Doc]:
    for entry in value if isinstance(value, list) else ():
        if isinstance(entry, dict):
            yield entry


def strings(value: Any) -> list[str]:
    return [str(entry) for entry in value] if isinstance(value, list) else [str(value)]
