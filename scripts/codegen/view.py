"""The generator's view of the contract: the same API, without what openapi-python-client cannot take.

Each rule cures something that the generator does wrong without saying so. The view lives in memory and in a temporary
file only; the spec stays whole.
"""

from __future__ import annotations

import copy
from typing import Any

from .merge import METHODS, Contract, Doc

BINARY = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
_KEEP_MEDIA = ("application/json",)
_DROP_SCHEMA_KEYS = (
    "default",
    "example",
    "examples",
    "deprecated",
    "discriminator",
    "x-aliases",
    "x-context",
    "x-evidence",
    "x-former",
    "pattern",
)


def view(contract: Contract) -> Doc:
    doc = copy.deepcopy(contract.doc)
    components = doc["components"]
    # Security is ours (identity.py); as the generator has it, every function would ask for an AuthenticatedClient.
    doc.pop("security", None)
    doc.pop("tags", None)
    components.pop("securitySchemes", None)
    # The version header is the client's, not an argument of every function that overrides it.
    components["parameters"] = {
        name: entry for name, entry in components.get("parameters", {}).items() if entry["in"] != "header"
    }
    for kind in ("responses", "headers"):
        components.pop(kind, None)
    for path in list(doc["paths"]):
        item = doc["paths"][path]
        item.pop("x-websocket", None)
        for method in METHODS:
            if method in item:
                item[method] = _operation(contract, item[method])
        if not item:
            del doc["paths"][path]
    components["schemas"] = {name: _schema(entry) for name, entry in components["schemas"].items()}
    components["parameters"] = {name: _parameter(entry) for name, entry in components["parameters"].items()}
    return doc


def function_name(operation_id: str) -> str:
    return operation_id.replace(".", "_")


def tag(operation_id: str) -> str:
    """Return the generator's folder of an operation: its resource, or "root" for operations of the client itself."""
    return "_".join(operation_id.split(".")[:-1]) or "root"


def _operation(contract: Contract, operation: Doc) -> Doc:
    name = operation["operationId"]
    result: Doc = {
        "operationId": function_name(name),
        "tags": [tag(name)],
        "summary": operation["summary"],
        "description": operation["description"],
    }
    parameters = [
        entry if "$ref" in entry else _parameter(entry)
        for entry in operation.get("parameters", [])
        if contract.resolve(entry)["in"] != "header"
    ]
    if parameters:
        result["parameters"] = parameters
    if "requestBody" in operation:
        body = operation["requestBody"]
        # Always required here: a request without fields still is an empty object, not an absent body.
        result["requestBody"] = {
            "required": True,
            "content": {media: {"schema": _schema(entry["schema"])} for media, entry in body["content"].items()},
        }
    # Errors are raised by the transport before the generated code could parse them, which also keeps it away from
    # statuses that http.HTTPStatus does not know, such as 529.
    result["responses"] = {
        status: _response(contract.resolve(response))
        for status, response in operation["responses"].items()
        if status.startswith("2")
    }
    return result


def _response(response: Doc) -> Doc:
    result: Doc = {"description": response["description"]}
    content = response.get("content", {})
    json = {media: {"schema": _schema(entry["schema"])} for media, entry in content.items() if media in _KEEP_MEDIA}
    if content:
        # Audio, CSV and event streams are read by our own session; as octets they keep an endpoint function that works.
        result["content"] = json or copy.deepcopy(BINARY)
    return result


def _parameter(parameter: Doc) -> Doc:
    result: Doc = {key: parameter[key] for key in ("name", "in", "required") if key in parameter}
    schema = _schema(parameter["schema"])
    if "$ref" not in schema:
        schema.setdefault("description", parameter["description"])  # the generator reads the schema's one only
    result["schema"] = schema
    return result


def _schema(node: Any) -> Any:
    if isinstance(node, list):
        return [_schema(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return {"$ref": node["$ref"]}
    result: Doc = {}
    for key, value in node.items():
        if key in ("properties",):
            result[key] = {name: _schema(entry) for name, entry in value.items()}
        elif key not in _DROP_SCHEMA_KEYS:
            # Defaults go, because the generator would send them with every request.
            result[key] = _schema(value) if isinstance(value, (dict, list)) and key != "enum" else value
    if "const" in node:
        result["default"] = node["const"]  # so that RawOutputFormat() need not be told that its container is raw
        kinds = {str: "string", bool: "boolean", int: "integer"}
        result["type"] = kinds[type(node["const"])]
    if node.get("oneOf") is not None:
        result["anyOf"] = result.pop("oneOf")
    return result
