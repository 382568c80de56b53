"""Faults of the contract that the generator would pass over in silence, or that the project's rules forbid.

Every keyword must be known here: a keyword that the bundler, the view and the sandbox do not handle would have no effect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from . import aliases, lint_files, lint_names, lint_schemas, lint_shapes, lint_sockets, naming
from .merge import METHODS, Contract, Doc
from .values import branches_of, types_of

SHAPES = {"call", "bytes", "pages", "events", "nothing"}
CONTEXT = {"fixed", "frame"}
ERRORS = ("400", "401", "402", "403", "404", "422", "429", "5XX")
KEYLESS = ("400", "404", "429", "5XX")

_DOCUMENT = {"openapi", "info", "servers", "security", "tags", "paths", "components"}
_COMPONENTS = {"schemas", "responses", "parameters", "headers", "securitySchemes"}
_ITEM = {*METHODS, "x-websocket", "parameters"}
_OPERATION = {
    *("operationId", "summary", "description", "deprecated", "security", "parameters", "requestBody", "responses"),
    *("x-shape", "x-last-event", aliases.KEY, "x-evidence", "x-find"),
}
_PARAMETER = {"name", "in", "required", "description", "schema", "deprecated", "example", "x-evidence", naming.KEY}
_BODY = {"required", "description", "content"}
_MEDIA = {"schema", "example", "examples", "encoding"}
_RESPONSE = {"description", "headers", "content", "x-evidence"}
_HEADER = {"description", "schema", "required", "deprecated", "x-evidence"}
_SCHEMA = {
    *("$ref", "type", "title", "description", "enum", "const", "default", "format", "deprecated", "x-evidence"),
    *("properties", "required", "additionalProperties", "items", "minItems", "maxItems"),
    *("oneOf", "anyOf", "allOf", "not", "discriminator"),
    *("minimum", "maximum", "minLength", "maxLength", "pattern"),
    *("contentMediaType", "contentEncoding", "contentSchema", "examples", aliases.KEY, aliases.FORMER, "x-context"),
    naming.KEY,
}
_SOCKET = {
    *("name", "description", "security", "path", "query", "send", "first", "receive", "binary", "examples"),
    *("deprecated", "x-evidence", aliases.KEY),
}
_BOUND = "write minimum or maximum, and the rest in the description"
_TWO_SCHEMAS = "write one schema for requests and another one for responses"
_LISTS = "leave it out: a list repeats the name for each value, as style: form and explode: true say"
_WAYS = {
    "nullable": 'write type: [string, "null"], or anyOf with type: "null"',
    **dict.fromkeys(("style", "explode", "allowReserved", "allowEmptyValue"), _LISTS),
    **dict.fromkeys(("readOnly", "writeOnly"), _TWO_SCHEMAS),
    **dict.fromkeys(("exclusiveMinimum", "exclusiveMaximum", "multipleOf"), _BOUND),
    "example": "write examples: with a list",
    "tags": "leave it out: the operationId names the resource",
    "externalDocs": "write the address in the description",
    "servers": "the client has one base URL; write it in spec/common.yaml",
    "webhooks": "the client only calls; describe in docs/ what the service sends",
    "callbacks": "the client only calls; describe in docs/ what the service sends",
    "links": "write it in the description",
    "summary": "write it in the operations",
    "content": "write schema:",
    **dict.fromkeys(
        ("$defs", "$dynamicRef", "definitions"), "write the schemas in components.schemas, and $ref: to them"
    ),
    **dict.fromkeys(("$id", "$schema", "$anchor", "$comment"), "leave it out; a comment stands behind #"),
    **dict.fromkeys(("if", "then", "else", "contains", "uniqueItems", "propertyNames"), "write it in the description"),
    "patternProperties": "write additionalProperties",
    "prefixItems": "write items: with anyOf",
}
"""What to write in place of keywords of OpenAPI that nothing here knows."""
_SUBSCHEMAS = ("items", "additionalProperties", "not", "contentSchema")
_JSON, _FORM = "application/json", "multipart/form-data"
_READABLE = re.compile(r"text/|multipart/|application/(?:[\w.-]+\+)?json")


def lint(contract: Contract) -> list[str]:
    """Return all faults, each as "file: place: what is wrong"."""
    return list(_Lint(contract).faults())


class _Lint:
    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self.doc = contract.doc
        self.components: Doc = self.doc.get("components", {})

    def faults(self) -> Iterator[str]:
        yield from self._keywords((), self.doc, _DOCUMENT)
        for kind, entries in self.components.items():
            if kind not in _COMPONENTS:
                yield self._at(("components", kind), "unknown keyword")
            check = {"schemas": self._schema, "responses": self._response, "parameters": self._parameter}.get(kind)
            for name, entry in entries.items():
                if check:
                    yield from check(("components", kind, name), entry)
        names: dict[str, tuple[str, ...]] = {}
        for path, item in self.doc.get("paths", {}).items():
            yield from self._keywords(("paths", path), item, _ITEM)
            for method in METHODS:
                if method in item:
                    yield from self._operation(("paths", path, method), item[method], names)
            if "x-websocket" in item:
                yield from self._socket(("paths", path, "x-websocket"), item["x-websocket"])
        yield from self._resources()
        yield from self._closed_outputs()
        yield from lint_schemas.loops(self.contract)
        yield from lint_shapes.faults(self.contract)
        yield from lint_sockets.faults(self.contract)
        yield from lint_files.faults(self.contract)
        yield from lint_names.faults(self.contract)
        yield from aliases.faults(self.contract)

    def _resources(self) -> Iterator[str]:
        """Yield the resources without a description, which editors show for `client.<resource>`."""
        described = {tag.get("name") for tag in self.doc.get("tags", []) if tag.get("description")}
        names = [operation.get("operationId", "") for _, _, operation in self.contract.operations()]
        for resource in sorted({name.rpartition(".")[0] for name in names} - described - {""}):
            yield self._at(("tags",), f"the resource {resource!r} has no description")

    def _at(self, place: tuple[str, ...], message: str) -> str:
        return f"{self.contract.where(*place)}: {message}"

    def _keywords(self, place: tuple[str, ...], node: Doc, allowed: set[str]) -> Iterator[str]:
        for key in node:
            if key not in allowed:
                way = _WAYS.get(key, "teach lint, view and sandbox what it means first")
                yield self._at((*place, str(key)), f"unknown keyword; {way}")

    # -- operations -----------------------------------------------------------------------------------------------

    def _operation(self, place: tuple[str, ...], node: Doc, names: dict[str, tuple[str, ...]]) -> Iterator[str]:
        yield from self._keywords(place, node, _OPERATION)
        name = node.get("operationId")
        if not name:
            yield self._at(place, "has no operationId; it names the method, as in voices.list")
        else:
            if not re.fullmatch(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*", name):
                yield self._at((*place, "operationId"), f"{name!r} is not of the form resource.method")
            other = names.setdefault(name.replace(".", "_"), place)
            if other != place:
                yield self._at((*place, "operationId"), f"{name!r} is taken by {self.contract.where(*other)}")
        if node.get("x-shape") not in SHAPES:
            yield self._at(place, f"x-shape must be one of {', '.join(sorted(SHAPES))}")
        for key in ("summary", "description"):
            if not node.get(key):
                yield self._at(place, f"has no {key}")
        yield from self._parameters(place, node)
        yield from self._request(place, node)
        yield from self._responses(place, node)

    def _parameters(self, place: tuple[str, ...], node: Doc) -> Iterator[str]:
        parameters = [self.contract.resolve(entry) for entry in node.get("parameters", [])]
        for index, entry in enumerate(node.get("parameters", [])):
            if "$ref" not in entry:
                yield from self._parameter((*place, "parameters", str(index)), entry)
        in_path = {parameter["name"] for parameter in parameters if parameter["in"] == "path"}
        templates = re.findall(r"\{([^}]+)\}", place[1])
        for missing in sorted(set(templates) ^ in_path):
            yield self._at(place, f"the path and its parameters disagree about {missing!r}")
        if len(set(templates)) < len(templates):
            yield self._at(place, "the path has a parameter twice; give each place a name of its own")
        identities = [self.contract.identity(entry) for entry in parameters]
        for where, name in {each for each in identities if identities.count(each) > 1}:
            yield self._at((*place, "parameters"), f"{name!r} of the {where} stands twice; keep one of the two")

    def _parameter(self, place: tuple[str, ...], node: Doc) -> Iterator[str]:
        yield from self._keywords(place, node, _PARAMETER)
        if not node.get("description"):
            yield self._at(place, "has no description")
        if node.get("required") and "example" not in node:
            yield self._at(place, "a required parameter without an example")
        yield from self._schema((*place, "schema"), node.get("schema", {}))

    def _request(self, place: tuple[str, ...], node: Doc) -> Iterator[str]:
        body, method = node.get("requestBody"), place[2].upper()
        if body is None:
            return
        place = (*place, "requestBody")
        if method in ("GET", "HEAD", "DELETE"):
            yield self._at(place, f"{method} takes no body; use query parameters")
        yield from self._keywords(place, body, _BODY)
        content = body.get("content", {})
        if len(content) != 1 or not {_JSON, _FORM} & set(content):
            yield self._at(place, f"must be {_JSON} or {_FORM}, one of them; found {', '.join(content) or 'nothing'}")
        for media, entry in content.items():
            yield from self._media((*place, "content", media), entry)
            if "$ref" not in entry.get("schema", {}):
                yield self._at((*place, "content", media), "the body needs a named schema: $ref a component")

    def _responses(self, place: tuple[str, ...], node: Doc) -> Iterator[str]:
        responses = node.get("responses", {})
        for status in KEYLESS if node.get("security") == [] else ERRORS:
            if status not in responses:
                yield self._at((*place, "responses"), f"the error {status} is not declared")
        good = [status for status in responses if status.startswith("2")]
        if len(good) != 1:
            yield self._at((*place, "responses"), f"needs exactly one success; found {', '.join(good) or 'none'}")
        for status, response in responses.items():
            if "$ref" not in response:
                yield from self._response((*place, "responses", status), response)

    def _response(self, place: tuple[str, ...], node: Doc) -> Iterator[str]:
        yield from self._keywords(place, node, _RESPONSE)
        if not node.get("description"):
            yield self._at(place, "has no description")
        for name, header in node.get("headers", {}).items():
            header = self.contract.resolve(header)
            yield from self._keywords((*place, "headers", name), header, _HEADER)
        for media, entry in node.get("content", {}).items():
            yield from self._media((*place, "content", media), entry)

    def _media(self, place: tuple[str, ...], node: Doc) -> Iterator[str]:
        yield from self._keywords(place, node, _MEDIA)
        if "example" not in node and not node.get("examples") and _READABLE.match(place[-1]):
            yield self._at(place, "has no example")
        yield from self._schema((*place, "schema"), node.get("schema", {}))

    def _socket(self, place: tuple[str, ...], node: Doc) -> Iterator[str]:
        yield from self._keywords(place, node, _SOCKET)
        for key in ("name", "description", "send", "receive"):
            if not node.get(key):
                yield self._at(place, f"has no {key}")
        for kind in ("path", "query"):
            for index, entry in enumerate(node.get(kind, [])):
                if "$ref" not in entry:
                    yield from self._parameter((*place, kind, str(index)), entry)
        if "first" in node and node["first"] not in branches_of(node.get("send", {})):
            yield self._at((*place, "first"), "is not among the messages of send")
        for direction in ("send", "receive"):
            yield from self._schema((*place, direction), node.get(direction, {}))
            if not node.get("examples", {}).get(direction):
                yield self._at((*place, direction), "has no example")

    # -- schemas --------------------------------------------------------------------------------------------------

    def _schema(self, place: tuple[str, ...], node: Any) -> Iterator[str]:
        if isinstance(node, bool):
            return
        yield from self._keywords(place, node, _SCHEMA)
        if node.get("x-context", "fixed") not in CONTEXT:
            yield self._at(place, f"x-context must be one of {', '.join(sorted(CONTEXT))}")
        for where, fault in lint_schemas.faults(self.contract, node):
            yield self._at((*place, *where), fault)
        if "$ref" in node:
            return
        properties = node.get("properties", {})
        for name in node.get("required", []):
            if name not in properties:
                yield self._at((*place, "required"), f"{name!r} is not among the properties")
        for name, entry in properties.items():
            if not entry.get("description") and not self.contract.resolve(entry).get("description"):
                yield self._at((*place, "properties", name), "has no description")
            yield from self._schema((*place, "properties", name), entry)
        for key in _SUBSCHEMAS:
            if key in node:
                yield from self._schema((*place, key), node[key])
        for key in ("oneOf", "anyOf", "allOf"):
            for index, entry in enumerate(node.get(key, [])):
                yield from self._schema((*place, key, str(index)), entry)

    def _closed_outputs(self) -> Iterator[str]:
        """Yield closed output enums: each must be `anyOf: [the enum, {type: string}]`, because values may be added."""
        seen: set[str] = set()
        for path, method, operation in self.contract.operations():
            for status, entry in operation.get("responses", {}).items():
                response = self.contract.resolve(entry)
                for media, content in response.get("content", {}).items():
                    place = ("paths", path, method, "responses", status, "content", media, "schema")
                    yield from self._closed(place, content.get("schema", {}), seen)
        for path, item in self.doc.get("paths", {}).items():
            for schema in branches_of(item.get("x-websocket", {}).get("receive", {})):
                yield from self._closed(("paths", path, "x-websocket", "receive"), schema, seen)

    def _closed(self, place: tuple[str, ...], node: Any, seen: set[str]) -> Iterator[str]:
        if not isinstance(node, dict):
            return
        if "$ref" in node:
            if node["$ref"] in seen:
                return
            seen.add(node["$ref"])
            place = tuple(node["$ref"].removeprefix("#/").split("/"))
            node = self.contract.resolve(node)
        if "enum" in node:
            yield self._at(place, "an output enum must be open: anyOf of the enum and a plain type")
        branches = [*node.get("anyOf", []), *node.get("oneOf", [])]
        others = [entry for entry in branches if "enum" not in entry and "$ref" not in entry]
        plain = set[str]().union(*(types_of(self.contract, entry) for entry in others))
        for index, entry in enumerate(branches):
            target = self.contract.resolve(entry)
            if "enum" not in target or not types_of(self.contract, target) <= plain:
                yield from self._closed((*place, "anyOf", str(index)), entry, seen)
        for name, entry in node.get("properties", {}).items():
            yield from self._closed((*place, "properties", name), entry, seen)
        for key in ("items", "additionalProperties"):
            yield from self._closed((*place, key), node.get(key), seen)
        for entry in node.get("allOf", []):
            yield from self._closed(place, entry, seen)
