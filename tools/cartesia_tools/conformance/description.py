"""A contract, prepared for validation: which operation a request means, and where its parameters are described."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from ..contract import Doc, Endpoint, endpoints
from ..traffic.entries import Exchange, Session
from .patch import Node, Pointer
from .schema import Schemas


class Operation:
    """One operation, or the handshake of a socket."""

    def __init__(self, schemas: Schemas, endpoint: Endpoint) -> None:
        self.name, self.path, self.node = endpoint.name, endpoint.path, endpoint.node
        self.is_socket = endpoint.is_socket
        self.method = "get" if self.is_socket else endpoint.method
        self.pointer: Pointer = ("paths", endpoint.path, endpoint.method)
        path = re.escape(endpoint.path.rstrip("/") or "/")
        self.pattern = re.compile(re.sub(r"\\\{.+?\\\}", "[^/]+", path) + "/?")
        word = "query" if self.is_socket else "parameters"
        entries = self.node.get(word, [])
        self.parameters = [schemas.resolve((*self.pointer, word, index), entry) for index, entry in enumerate(entries)]


class Description:
    """A contract, prepared for the validation of traffic."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.version: str = doc["info"]["version"]
        self.hosts = {urlsplit(server["url"]).hostname for server in doc.get("servers", [])}
        self.schemas = Schemas(doc)
        self.operations = [Operation(self.schemas, endpoint) for endpoint in endpoints(doc)]
        responses = [
            self.schemas.resolve((), response)[1]
            for each in self.operations
            for response in each.node.get("responses", {}).values()
        ]
        self.shared_headers = {
            name.lower()
            for response in responses
            for name, entry in response.get("headers", {}).items()
            if "$ref" in entry
        }
        """Names of headers that are defined for all responses; any response may have them."""

    def match(self, method: str, path: str, *, socket: bool = False) -> Operation | None:
        """Return the operation of a request. The path with the fewest parameters wins."""
        fitting = [
            each
            for each in self.operations
            if each.is_socket == socket and each.method == method.lower() and each.pattern.fullmatch(path)
        ]
        return min(fitting, key=lambda each: each.path.count("{"), default=None)

    def concerns(self, item: Exchange | Session) -> bool:
        """Return whether an entry belongs to this API. A browser records everything else, too."""
        url = urlsplit(item.url)
        names_version = "cartesia-version" in item.request_headers or "cartesia_version" in dict(parse_qsl(url.query))
        return names_version or url.hostname in self.hosts


def asked_version(item: Exchange | Session) -> str | None:
    """Return the Cartesia-Version that an entry names. The query wins over the header."""
    query = dict(parse_qsl(urlsplit(item.url).query))
    return query.get("cartesia_version") or item.request_headers.get("cartesia-version")


def typed(texts: list[str], types: set[str]) -> Any:
    """Return texts of a query or a form as JSON of one of the types, or as text if none matches."""
    if "array" in types:
        return texts
    text = texts[-1]
    if "boolean" in types and text in ("true", "false"):
        return text == "true"
    if types & {"integer", "number"} and re.fullmatch(r"-?\d+(\.\d+)?", text):
        return float(text) if "." in text else int(text)
    return text


def form_value(
    schemas: Schemas, pointer: Pointer, schema: Node, parts: Iterable[tuple[str, str | None]]
) -> dict[str, Any]:
    """Return the parts of a form as JSON: numbers, lists, and objects whose fields are in brackets."""
    properties: Node = schemas.resolve(pointer, schema)[1].get("properties", {})
    given: dict[str, list[str]] = {}
    body: dict[str, Any] = {}
    for name, text in parts:
        outer, _, inner = name.partition("[")
        if name not in properties and outer in properties and inner:
            body.setdefault(outer, {})[inner.removesuffix("]")] = typed([text or ""], {"integer"})
        else:
            given.setdefault(name, []).append(text or "")
    types = {name: schemas.types(properties[name]) for name in given if name in properties}
    return body | {name: typed(texts, types.get(name, set())) for name, texts in given.items()}
