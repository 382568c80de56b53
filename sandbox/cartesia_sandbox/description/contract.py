"""The bundled description of the API: which operation a request means, and whether the request is what it should be."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

import jsonschema_rs

from .bundle import bundled, bundled_versions
from .explain import explain

URN = "urn:contract"
METHODS = ("get", "post", "patch", "delete", "put")
Doc = dict[str, Any]


class Operation:
    """One operation: how to recognise it, and how to check a request for it."""

    def __init__(self, contract: Contract, path: str, method: str, node: Doc) -> None:
        self.name: str = node["operationId"]
        self.method = method.upper()
        self.path = path
        self.node = node
        self.parameters = [contract.resolve(entry) for entry in node.get("parameters", [])]
        self.grant = next((names[0] for entry in self._security(contract) for names in entry.values() if names), None)
        self.open = node.get("security") == []
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
        """Status, media type and contents of the success that the description shows."""
        status, response = self._success()
        for media, entry in response.get("content", {}).items():
            shown = [entry["example"]] if "example" in entry else []
            return int(status), media, shown + [each["value"] for each in entry.get("examples", {}).values()]
        return int(status), "", []

    def success(self) -> tuple[int, Doc | None]:
        """Status of the success, and the schema of its JSON, if it has any."""
        status, response = self._success()
        return int(status), response.get("content", {}).get("application/json", {}).get("schema")

    def _success(self) -> tuple[str, Doc]:
        return next((status, response) for status, response in self.node["responses"].items() if status.startswith("2"))

    def takes(self, name: str) -> bool:
        """Whether there is such a parameter in the query."""
        return ("query", name) in self._schemas

    def form(self, parts: Iterable[tuple[str, str]]) -> dict[str, Any]:
        """The fields of a form as the JSON that they stand for: numbers, lists, and objects whose fields are in brackets."""
        given: dict[str, list[str]] = {}
        body: dict[str, Any] = {}
        for name, text in parts:
            outer, _, inner = name.partition("[")
            if name not in self.fields and outer in self.fields and inner:
                body.setdefault(outer, {})[inner.removesuffix("]")] = _typed([text], {"integer"})
            else:
                given.setdefault(name, []).append(text)
        return body | {name: _typed(texts, self.fields.get(name, set())) for name, texts in given.items()}

    def query(self, given: Mapping[str, list[str]]) -> tuple[dict[str, Any], list[str]]:
        """The query parameters with their types, and what is wrong with them."""
        values: dict[str, Any] = {}
        faults: list[str] = []
        for entry in self.parameters:
            if entry["in"] != "query":
                continue
            name = entry["name"]
            if name not in given:
                if entry.get("required"):
                    faults.append(f"the query parameter {name} is required")
                continue
            values[name] = _typed(given[name], self._types[name])
            faults += (f"{name}: {text}" for text in explain(self._schemas["query", name].iter_errors(values[name])))
        return values, faults

    def tolerant(self, body: Any) -> Any:
        """The body without each null that stands for a field left out: where a field is optional, but knows no null."""
        return self._without_nulls(body, self._body_schema)

    def _without_nulls(self, value: Any, schema: Doc) -> Any:
        schema = self.contract.resolve(schema)
        known, required = schema.get("properties", {}), schema.get("required", [])
        if not isinstance(value, dict):
            return value
        return {
            name: self._without_nulls(entry, known[name]) if name in known else entry
            for name, entry in value.items()
            if entry is not None or name in required or name not in known or "null" in self.contract.types(known[name])
        }

    def body_faults(self, body: Any) -> list[str]:
        return explain(self._body.iter_errors(body)) if self._body else []

    @property
    def takes_body(self) -> bool:
        return self._body is not None


class Channel(Operation):
    """A socket: how to recognise it, and how to check what its address asks for."""

    def __init__(self, contract: Contract, path: str, node: Doc) -> None:
        super().__init__(contract, path, "get", {**node, "operationId": node["name"], "parameters": node["query"]})


class Contract:
    """The description, ready to route and to check."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.languages = frozenset(doc["components"]["schemas"].get("SupportedLanguage", {}).get("enum", ()))
        """Codes of the languages that its models speak."""
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

    def channel(self, path: str) -> tuple[Channel | None, dict[str, str]]:
        """The socket at a path, and its path parameters."""
        for channel in self.channels:
            if match := channel.pattern.fullmatch(path):
                return channel, match.groupdict()
        return None, {}

    def resolve(self, node: Any) -> Any:
        while "$ref" in node:
            target: Any = self.doc
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            node = target
        return node

    def validator(self, pointer: str) -> Any:
        """A validator for the schema at a JSON pointer."""
        return self.validator_for({"$ref": quote(pointer, safe="#/~$")})

    def validator_for(self, schema: Doc, *, formats: bool = False) -> Any:
        absolute = json.loads(json.dumps(schema).replace('"$ref": "#/', f'"$ref": "{URN}#/'))
        return jsonschema_rs.Draft202012Validator(absolute, registry=self._registry, validate_formats=formats)

    def types(self, schema: Doc) -> set[str]:
        """All JSON types that a parameter may have."""
        schema = self.resolve(schema)
        own = schema.get("type", "object" if "properties" in schema else [])
        found = {own} if isinstance(own, str) else set(own)
        for branch in (*schema.get("anyOf", []), *schema.get("oneOf", [])):
            found |= self.types(branch)
        return found

    def match(self, method: str, path: str) -> tuple[Operation | None, dict[str, str], list[str]]:
        """The operation (the most concrete path wins), its path parameters, and the methods that the path knows."""
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


def _typed(values: list[str], types: set[str]) -> Any:
    """A query parameter as the JSON value that it stands for; what cannot be one stays text, and fails the check."""
    if "array" in types:
        return values
    text = values[-1]
    # A form has no other way to say these.
    if "null" in types and text == "null":
        return None
    if "object" in types and text.startswith("{"):
        try:
            return json.loads(text)
        except ValueError:
            return text
    if "boolean" in types and text in ("true", "false"):
        return text == "true"
    for name, kind in (("integer", int), ("number", float)):
        if name in types and re.fullmatch(r"-?\d+(\.\d+)?", text):
            return kind(float(text)) if name == "integer" and "." not in text else float(text)
    return text


def _escaped(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")
