"""The types of the fields of messages, and which of them hold bytes."""

from __future__ import annotations

from ..merge import Contract, Doc
from ..naming import event_field
from ..quoting import literal
from ..values import branches_of
from .kinds import joined_kinds


def encoded_fields(schema: Doc) -> list[str]:
    """Return the attributes that hold bytes, which are base64 in JSON."""
    properties = schema.get("properties", {}).items()
    return [event_field(wire, entry) for wire, entry in properties if is_base64(entry)]


def encoded_within(contract: Contract, schema: Doc) -> list[tuple[str, str]]:
    """Return the fields that hold bytes as base64 in the objects that a message must have, each with its object."""
    entries = [(name, contract.resolve(schema["properties"][name])) for name in schema.get("required", [])]
    return [
        (event_field(name, schema["properties"][name]), field)
        for name, entry in entries
        for field in encoded_fields(entry)
    ]


def is_base64(entry: Doc) -> bool:
    """Return whether a field holds bytes, or bytes or null. In lists they stay text."""
    branches = [each for each in branches_of(entry) if each.get("type") != "null"] or [entry]
    return len(branches) == 1 and branches[0].get("contentEncoding") == "base64"


def is_struct(schema: Doc) -> bool:
    """Return whether a class can hold all of an object. A mapping of any keys stays a dict."""
    return schema.get("type") == "object" and ("properties" in schema or not schema.get("additionalProperties"))


def field_type(contract: Contract, node: Doc, *, in_field: bool = False) -> str:
    """Return the Python type of a field. Enums are plain strings here, because the service may add values."""
    if "$ref" in node:
        target = contract.resolve(node)
        return str(node["$ref"].rsplit("/", 1)[-1]) if is_struct(target) else field_type(contract, target)
    if "const" in node:
        return {bool: "bool", int: "int", float: "float", str: "str"}[type(node["const"])]
    if "anyOf" in node:
        kinds = [field_type(contract, entry, in_field=in_field) for entry in node["anyOf"]]
        return joined_kinds(kinds, contract.doc["components"]["schemas"])
    kinds = node.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    names = {
        "string": "Base64" if in_field and node.get("contentEncoding") == "base64" else "str",
        "integer": "int",
        "number": "float",
        "boolean": "bool",
        "null": "None",
    }
    names |= {"object": "dict[str, Any]"}
    result = [
        f"list[{field_type(contract, node.get('items', {}))}]" if kind == "array" else names[kind] for kind in kinds
    ]
    return " | ".join(result) or "Any"


def sent_type(contract: Contract, node: Doc) -> str:
    # What is received as base64 is decoded apart, because it is much; of what is sent, msgspec tells whether it is base64.
    kind = field_type(contract, node, in_field=is_base64(node)).replace("Base64", "bytes")
    return f"Annotated[str, msgspec.Meta(pattern={literal(node['pattern'])})]" if "pattern" in node else kind
