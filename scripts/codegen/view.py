"""The generator's view of the contract: the same API, without what openapi-python-client cannot take.

Each rule cures something that the generator does wrong without saying so. The view lives in memory and in a temporary
file only; the spec stays whole.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from types import NoneType
from typing import Any, NamedTuple

from . import gone, naming
from .choices import is_choice, received_only
from .merge import Contract, Doc
from .stand_ins import StandIns
from .values import is_file

BINARY = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
_KEEP_MEDIA = ("application/json",)
UNKNOWN = "UnknownVariant"
_UNKNOWN = "An object of a kind that this version of the client does not know."
_FORMATS = ("date", "date-time", "binary")
"""Those that the models have types for. The generator has one for `uuid`, too, which would read no other text."""
_DROP_SCHEMA_KEYS = (
    "title",  # the generator would call the class so
    "default",
    "example",
    "examples",
    "deprecated",
    "discriminator",
    "x-aliases",
    "x-context",
    "x-evidence",
    "x-former",
    gone.KEY,
    naming.KEY,
    "pattern",
)


class View(NamedTuple):
    """What the generator sees, and what the made-up words in it stand for."""

    doc: Doc
    words: StandIns


def view(contract: Contract) -> View:
    return _View(contract).build()


class _View:
    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self.words = StandIns(repr(contract.doc))
        self.received = received_only(contract)
        self.opened = False
        """Whether a choice in a response has been given a last branch for what is new."""

    def build(self) -> View:
        # Without security, which is ours (identity.py): as the generator has it, every function would ask for an
        # AuthenticatedClient. Parameters stand where they are used, so that their names are those of their places.
        schemas = self.contract.doc["components"].get("schemas", {})
        doc: Doc = {"openapi": self.contract.doc["openapi"], "info": {"title": "API", "version": "1"}}
        doc["paths"] = self._paths()
        doc["components"] = {"schemas": {name: self._schema(entry) for name, entry in schemas.items()}}
        if self.opened:
            doc["components"]["schemas"][UNKNOWN] = {
                "type": "object",
                "description": _UNKNOWN,
                "additionalProperties": True,
            }
        return View(doc, self.words)

    def _paths(self) -> Doc:
        paths: Doc = {}
        for path, method, operation in self.contract.operations():
            names = {
                parameter["name"]: naming.argument_name(parameter)
                for parameter in self.contract.parameters(operation)
                if parameter["in"] == "path"
            }
            paths.setdefault(self.words.path(path, names), {})[method] = self._operation(operation)
        return paths

    def _name(self, parameter: Doc) -> str:
        return self.words.name(parameter["name"], naming.argument_name(parameter))

    def _operation(self, operation: Doc) -> Doc:
        name = operation["operationId"]
        result: Doc = {
            "operationId": function_name(name),
            "tags": [tag(name)],
            "summary": self.words.text(operation["summary"]),
            "description": self.words.text(operation["description"]),
        }
        if parameters := [self._parameter(entry) for entry in self.contract.parameters(operation)]:
            result["parameters"] = parameters
        if "requestBody" in operation:
            body = operation["requestBody"]
            # Always required here: a request without fields still is an empty object, not an absent body.
            result["requestBody"] = {
                "required": True,
                "content": {
                    media: {"schema": self._schema(entry["schema"])} for media, entry in body["content"].items()
                },
            }
        # Errors are raised by the transport before the generated code could parse them, which also keeps it away from
        # statuses that http.HTTPStatus does not know, such as 529.
        result["responses"] = {
            status: self._response(self.contract.resolve(response))
            for status, response in operation["responses"].items()
            if status.startswith("2")
        }
        return result

    def _response(self, response: Doc) -> Doc:
        result: Doc = {"description": "A success."}
        content = response.get("content", {})
        json = {
            media: {"schema": self._schema(entry["schema"])} for media, entry in content.items() if media in _KEEP_MEDIA
        }
        if content:
            # Audio, CSV and event streams are read by our own session; as octets they keep an endpoint function that works.
            result["content"] = json or copy.deepcopy(BINARY)
        return result

    def _parameter(self, parameter: Doc) -> Doc:
        result: Doc = {key: parameter[key] for key in ("in", "required") if key in parameter}
        result["name"] = self._name(parameter)
        schema = self._schema(parameter["schema"])
        if "$ref" not in schema:
            # The generator reads the schema's one only.
            schema["description"] = self.words.text(parameter["schema"].get("description") or parameter["description"])
        result["schema"] = _in_header(schema) if parameter["in"] == "header" else schema
        return result

    def _schema(self, node: Any) -> Any:
        if isinstance(node, list):
            return [self._schema(entry) for entry in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            return {"$ref": node["$ref"]}
        result: Doc = {}
        names = {
            wire: self.words.name(wire, naming.field_name(wire, entry))
            for wire, entry in node.get("properties", {}).items()
        }
        for key, value in node.items():
            if key == "properties":
                result[key] = {names[wire]: self._schema(entry) for wire, entry in value.items()}
            elif key == "required":
                result[key] = [names.get(wire, wire) for wire in value]
            elif key == "description":
                result[key] = self.words.text(value)
            elif key == "format":
                result |= {key: value} if value in _FORMATS else {}
            elif key not in _DROP_SCHEMA_KEYS:
                # Defaults go, because the generator would send them with every request.
                result[key] = self._schema(value) if isinstance(value, (dict, list)) and key != "enum" else value
        self._cure(node, result)
        return result

    def _cure(self, node: Doc, result: Doc) -> None:
        """Change in the view of one schema what the generator would take otherwise."""
        if "const" in node:
            result["default"] = node["const"]  # so that RawOutputFormat() need not be told that its container is raw
            kinds = {str: "string", bool: "boolean", int: "integer", float: "number"}
            result["type"] = kinds[type(node["const"])]
        if any(not _is_literal(value) for value in (node.get("const", ""), *node.get("enum", ()))):
            result.pop("const", None)
            result.pop("enum", None)
        if is_file(node):
            result |= {"type": node.get("type", "string"), "format": "binary"}
        if node.get("oneOf") is not None:
            result["anyOf"] = result.pop("oneOf")
        if "allOf" in result:
            result["allOf"] = [*_flat(result["allOf"])]
        if "allOf" in node and "properties" in node:
            # The generator passes over what stands beside a list of one.
            own = {key: result.pop(key) for key in ("properties", "required", "additionalProperties") if key in result}
            result["allOf"] = [*result["allOf"], {"type": "object", **own}]
        if id(node) in self.received and is_choice(self.contract, node):
            self.opened = True
            result["anyOf"] = [*result["anyOf"], {"$ref": f"#/components/schemas/{UNKNOWN}"}]


def _flat(parts: list[Doc]) -> Iterator[Doc]:
    """Yield the parts of allOf, in place of one that is nothing but allOf its parts: the generator passes over those.

    One that only describes is left out.
    """
    for part in parts:
        if "allOf" in part and not {"properties", "$ref"} & part.keys():
            yield from _flat(part["allOf"])
        elif part.keys() - {"description"}:
            yield part


def _in_header(schema: Doc) -> Doc:
    """Return the schema of a header's value, a text. The generator takes no dates there, nor constants: it is a list of one."""
    schema = {key: value for key, value in schema.items() if key != "format"}
    if "const" not in schema:
        return schema
    values = {"enum": [schema["const"]]} if isinstance(schema["const"], str) else {}
    return {key: value for key, value in schema.items() if key not in ("const", "default")} | values


def _is_literal(value: Any) -> bool:
    """Return whether type checkers read a Literal of this value: of no fraction, and of no number beyond 64 bits."""
    if isinstance(value, int):
        return not isinstance(value, bool) and abs(value) < 2**63
    return isinstance(value, (str, NoneType))


def function_name(operation_id: str) -> str:
    """Return the generator's module of an operation."""
    return naming.generated_name(operation_id.replace(".", "_"))


def tag(operation_id: str) -> str:
    """Return the generator's folder of an operation: its resource, or "root" for operations of the client itself."""
    return naming.generated_name("_".join(operation_id.split(".")[:-1]) or "root")
