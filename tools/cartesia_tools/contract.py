"""The contract as a document: its operations and sockets, the targets of its references, and the values in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple
from urllib.parse import quote, unquote

Doc = dict[str, Any]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
SOCKET = "x-websocket"
_TYPES = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}


class Endpoint(NamedTuple):
    """An operation or a socket of a contract."""

    name: str
    """Its method in the client, such as "voices.get"."""
    method: str
    """A key of its path: one of METHODS, or SOCKET."""
    path: str
    """Path with its parameters in braces, such as "/voices/{id}"."""
    node: Doc
    """The operation or socket in the contract."""
    item: Doc
    """The path item in the contract, which may hold parameters for all its operations."""

    @property
    def is_socket(self) -> bool:
        return self.method == SOCKET

    @property
    def key(self) -> tuple[str, str]:
        """Method and path without the names of path parameters: the same in two contracts that only rename these.

        Nor does it matter which characters are escaped, but for a slash.
        """
        path = re.sub(r"\{[^}]*\}", "{}", self.path)
        return self.method, "/".join(quote(unquote(part), safe="{}") for part in path.split("/"))

    @property
    def label(self) -> str:
        """Method and path for a reader, such as "GET /voices/{id}" or "socket /tts/websocket"."""
        return f"{'socket' if self.is_socket else self.method.upper()} {self.path}"


def endpoints(doc: Doc) -> list[Endpoint]:
    """Return all operations and sockets in the order of the contract."""
    return [each for path, item in as_dict(doc.get("paths")).items() for each in of_path(doc, path, item)]


def webhooks(doc: Doc) -> list[Endpoint]:
    """Return the requests that the service sends by itself."""
    items = as_dict(doc.get("webhooks")).items()
    return [each for name, item in items for each in of_path(doc, f"webhook {name}", item)]


def of_path(doc: Doc, path: str, item: Any) -> list[Endpoint]:
    """Return the operations and sockets of a path. The path may be a reference; what stands beside it comes on top."""
    item, passed = as_dict(item), set[str]()
    while isinstance(reference := item.get("$ref"), str) and reference not in passed:
        passed.add(reference)
        try:
            target = follow(doc, reference)
        except LookupError:
            break
        item = {**as_dict(target), **{key: value for key, value in item.items() if key != "$ref"}}
    return [
        Endpoint(_name(path, method, node), method, path, node, item)
        for method in (*METHODS, SOCKET)
        if isinstance(node := item.get(method), dict)
    ]


def _name(path: str, method: str, node: Doc) -> str:
    return str(node.get("name" if method == SOCKET else "operationId") or f"{method} {path}")


def follow(doc: Mapping[str, Any], reference: str) -> Any:
    """Return the target of a `$ref` within the contract. Raise LookupError if there is none."""
    node: Any = doc
    for part in unquote(reference).removeprefix("#/").split("/"):
        key = part.replace("~1", "/").replace("~0", "~")
        if isinstance(node, list) and key.isdecimal() and int(key) < len(node):
            node = node[int(key)]
        elif isinstance(node, dict) and key in node:
            node = node[key]
        else:
            raise LookupError(f"the reference {reference} leads nowhere")
    return node


def as_dict(value: Any) -> Doc:
    """Return the value if it is an object.

    Lint rejects a malformed contract; here it must not stop a comparison. Any other value than null becomes the only
    entry of a dict, so that it is still compared.
    """
    return value if isinstance(value, dict) else {} if value is None else {"?": value}


def json_type(value: Any) -> str:
    """Return the JSON type of a value."""
    return _TYPES.get(type(value), "null")


def json_key(value: Any) -> str:
    """Return a value as a key: 1, "1", 1.0 and true are four."""
    return json.dumps(value, sort_keys=True)


def json_equal(first: Any, second: Any) -> bool:
    """Return whether two values are equal as JSON."""
    return first == second if isinstance(first, str) else json_key(first) == json_key(second)


def have_common(values: Iterable[Any], others: Iterable[Any]) -> bool:
    """Return whether a value is among both, as JSON."""
    return not {json_key(value) for value in values}.isdisjoint(json_key(other) for other in others)
