"""The contract of the API: which operation a request means, and whether the request matches it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

import jsonschema_rs

from .bundle import bundled, bundled_versions
from .explain import explain
from .parse import parse_json

URN = "urn:contract"
METHODS = ("get", "post", "patch", "delete", "put")
Doc = dict[str, Any]


class Operation:
    """An operation: recognizes its requests, and checks them.

    Attributes:
        name: Its operationId, such as "tts.generate".
        method: HTTP method in upper case.
        path: Path with the names of its parameters in braces.
        node: The operation object of the contract.
        parameters: Its parameter objects.
        grant: Grant that an access token needs; None accepts API keys only.
        needs_no_key: Whether it is served without a credential.
        pattern: Matches its paths.
        templates: How many parameters its path has.
        contract: The contract it belongs to.
        is_form: Whether its body is a form rather than JSON.
        fields: JSON types of the fields of its body.
    """

    def __init__(self, contract: Contract, path: str, method: str, node: Doc) -> None:
        self.name: str = node["operationId"]
        self.method = method.upper()
        self.path = path
        self.node = node
        self.parameters = [contract.resolve(entry) for entry in node.get("parameters", [])]
        self.grant = next((names[0] for entry in self._security(contract) for names in entry.values() if names), None)
        self.needs_no_key = node.get("security") == []
        pattern = re.sub(r"\\\{(.+?)\\\}", r"(?P<\1>[^/]+)", re.escape(path.rstrip("/") or "/"))
        self.pattern = re.compile(pattern + ("" if path == "/" else "/?"))
        self.templates = path.count("{")
        pointer = f"#/paths/{_escaped(path)}/{method}"
        self.contract = contract
        self._body = None
        self._body_schema: Doc = {}
        self.fields: dict[str, set[str]] = {}
        self.is_form = False
        if "requestBody" in node:
            media, entry = next(iter(node["requestBody"]["content"].items()))
            self._body = contract.validator(f"{pointer}/requestBody/content/{_escaped(media)}/schema")
            self.is_form = media == "multipart/form-data"
            self._body_schema = entry["schema"]
            properties = contract.resolve(entry["schema"]).get("properties", {})
            self.fields = {name: contract.types(schema) for name, schema in properties.items()}
        self._schemas = {
            (entry["in"], entry["name"]): contract.validator_for(entry["schema"], formats=True)
            for entry in self.parameters
        }
        self._types = {entry["name"]: contract.types(entry["schema"]) for entry in self.parameters}

    def _security(self, contract: Contract) -> list[dict[str, list[str]]]:
        entries: list[dict[str, list[str]]] = self.node.get("security") or contract.doc["security"]
        return entries

    def example(self) -> tuple[int, str, list[Any]]:
        """Return status, media type and examples of the success response."""
        status, response = self.success_response()
        for media, entry in response.get("content", {}).items():
            shown = [entry["example"]] if "example" in entry else []
            return int(status), media, shown + [each["value"] for each in entry.get("examples", {}).values()]
        return int(status), "", []

    def success(self) -> tuple[int, Doc | None]:
        """Return the status of the success response, and the schema of its JSON; None if it has none."""
        status, response = self.success_response()
        return int(status), response.get("content", {}).get("application/json", {}).get("schema")

    def success_response(self) -> tuple[str, Doc]:
        """Return the status and the response object of the success response."""
        return next((status, response) for status, response in self.node["responses"].items() if status.startswith("2"))

    def has_parameter(self, name: str) -> bool:
        """Return whether there is a query parameter of this name."""
        return ("query", name) in self._schemas

    def parse_form(self, parts: Iterable[tuple[str, str]]) -> dict[str, Any]:
        """Return the fields of a form as JSON values.

        A field that occurs more than once is a list; `outer[inner]` is the field `inner` of the object `outer`.
        """
        given: dict[str, list[str]] = {}
        body: dict[str, Any] = {}
        for name, text in parts:
            outer, _, inner = name.partition("[")
            if name not in self.fields and outer in self.fields and inner:
                body.setdefault(outer, {})[inner.removesuffix("]")] = _typed([text], {"integer"})
            else:
                given.setdefault(name, []).append(text)
        return body | {name: _typed(texts, self.fields.get(name, set())) for name, texts in given.items()}

    def parse_query(self, given: Mapping[str, list[str]]) -> tuple[dict[str, Any], list[str]]:
        """Return the query parameters as JSON values, and the validation errors as sentences."""
        values: dict[str, Any] = {}
        errors: list[str] = []
        for entry in self.parameters:
            if entry["in"] != "query":
                continue
            name = entry["name"]
            if name not in given:
                if entry.get("required"):
                    errors.append(f"the query parameter {name} is required")
                continue
            values[name] = _typed(given[name], self._types[name])
            errors += (f"{name}: {text}" for text in explain(self._schemas["query", name].iter_errors(values[name])))
        return values, errors

    def drop_optional_nulls(self, body: Any) -> Any:
        """Return the body without the nulls of fields that are optional and not nullable: the service ignores them."""
        return self._drop_nulls(body, self._body_schema)

    def _drop_nulls(self, value: Any, schema: Doc) -> Any:
        schema = self.contract.resolve(schema)
        known, required = schema.get("properties", {}), schema.get("required", [])
        if not isinstance(value, dict):
            return value
        return {
            name: self._drop_nulls(entry, known[name]) if name in known else entry
            for name, entry in value.items()
            if entry is not None or name in required or name not in known or "null" in self.contract.types(known[name])
        }

    def body_errors(self, body: Any) -> list[str]:
        """Return the validation errors of a body as sentences."""
        return explain(self._body.iter_errors(body)) if self._body else []

    @property
    def takes_body(self) -> bool:
        """Whether it has a request body."""
        return self._body is not None


class Channel(Operation):
    """A socket: recognizes its handshakes, checks their query, and has the schema of each type of message, `received`."""

    def __init__(self, contract: Contract, path: str, node: Doc) -> None:
        super().__init__(contract, path, "get", {**node, "operationId": node["name"], "parameters": node["query"]})
        schemas = map(contract.resolve, (*node["receive"].get("oneOf", ()), *node["receive"].get("anyOf", ())))
        self.received = {each.get("properties", {}).get("type", {}).get("const"): each for each in schemas}


class Contract:
    """A contract, ready to route and validate.

    Attributes:
        doc: The OpenAPI document.
        languages: Codes of the languages that its models speak.
        operations: Its operations.
        channels: Its sockets.
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.languages = frozenset(self.enum("SupportedLanguage"))
        self._registry = jsonschema_rs.Registry([(URN, doc)])
        self.operations = [
            Operation(self, path, method, item[method])
            for path, item in doc["paths"].items()
            for method in METHODS
            if method in item
        ]
        self.channels = [
            Channel(self, path, item["x-websocket"]) for path, item in doc["paths"].items() if "x-websocket" in item
        ]
        self._named: dict[str, Operation] = {each.name: each for each in (*self.operations, *self.channels)}

    def named(self, name: str) -> Operation | None:
        """Return the operation or socket of this name; None if there is none."""
        return self._named.get(name)

    def enum(self, schema: str) -> tuple[str, ...]:
        """Return the values of a named schema; none if it has none or does not exist."""
        return tuple(self.doc["components"]["schemas"].get(schema, {}).get("enum", ()))

    def channel(self, path: str) -> tuple[Channel | None, dict[str, str]]:
        """Return the socket at a path and its path parameters; None if there is none."""
        for channel in self.channels:
            if match := channel.pattern.fullmatch(path):
                return channel, match.groupdict()
        return None, {}

    def resolve(self, node: Any) -> Any:
        """Return what a node refers to, or the node itself if it is not a reference."""
        while "$ref" in node:
            target: Any = self.doc
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            node = target
        return node

    def validator(self, pointer: str) -> Any:
        """Return a validator for the schema at a JSON pointer."""
        return self.validator_for({"$ref": quote(pointer, safe="#/~$")})

    def validator_for(self, schema: Doc, *, formats: bool = False) -> Any:
        """Return a validator for a schema. `formats`: whether formats such as dates are validated."""
        absolute = json.loads(json.dumps(schema).replace('"$ref": "#/', f'"$ref": "{URN}#/'))
        return jsonschema_rs.Draft202012Validator(absolute, registry=self._registry, validate_formats=formats)

    def types(self, schema: Doc) -> set[str]:
        """Return all JSON types that a schema allows."""
        schema = self.resolve(schema)
        own = schema.get("type", "object" if "properties" in schema else [])
        found = {own} if isinstance(own, str) else set(own)
        for branch in (*schema.get("anyOf", []), *schema.get("oneOf", [])):
            found |= self.types(branch)
        return found

    def match(self, method: str, path: str) -> tuple[Operation | None, dict[str, str], list[str]]:
        """Return the operation of a request or None, its path parameters, and the methods that the path allows.

        Of the paths that match, the one with the fewest parameters is meant: `/voices/clone` rather than `/voices/{id}`.
        """
        matches = [(operation, match) for operation in self.operations if (match := operation.pattern.fullmatch(path))]
        concrete = min((operation.templates for operation, _ in matches), default=0)
        matches = [(operation, match) for operation, match in matches if operation.templates == concrete]
        allowed = sorted(operation.method for operation, _ in matches)
        for operation, match in matches:
            if operation.method == method:
                return operation, match.groupdict(), allowed
        return None, {}, allowed


class Contracts:
    """The contracts of all versions. That of an older one is read when it is first requested.

    Attributes:
        newest: The contract of the newest version.
        versions: The versions, oldest first.
    """

    def __init__(self, newest: Contract) -> None:
        self.newest = newest
        self.versions = bundled_versions()
        self._known: dict[str, Contract] = {newest.doc["info"]["version"]: newest}

    def of(self, version: str) -> Contract:
        """Return the contract of a version. Raise FileNotFoundError if none is bundled."""
        if version not in self._known:
            self._known[version] = Contract(bundled(version))
        return self._known[version]

    def names(self) -> Iterator[str]:
        """Yield the names of the operations and sockets of all versions, those of the newest version first."""
        for version in reversed(self.versions):
            contract = self.of(version)
            yield from (each.name for each in (*contract.operations, *contract.channels))

    def paths(self) -> Iterator[str]:
        """Yield the paths of the operations and sockets of all versions, in the same order."""
        for version in reversed(self.versions):
            yield from self.of(version).doc["paths"]


def _typed(values: list[str], types: set[str]) -> Any:
    """Return a query parameter or form field as a JSON value; what cannot be one stays text, and fails validation."""
    if "array" in types:
        return values
    text = values[-1]
    # A form can give null and objects only as text.
    if "null" in types and text == "null":
        return None
    if "object" in types and text.startswith("{"):
        try:
            return parse_json(text)
        except ValueError:
            return text
    if "boolean" in types and text in ("true", "false"):
        return text == "true"
    for name, kind in (("integer", int), ("number", float)):
        # Digits that no float can hold stay text.
        if name in types and re.fullmatch(r"-?\d+(\.\d+)?", text, re.ASCII) and not math.isinf(float(text)):
            return kind(float(text)) if name == "integer" and "." not in text else float(text)
    return text


def _escaped(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")
