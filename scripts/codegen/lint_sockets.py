"""What sockets and event streams send and receive: messages that can be told apart, under names that Python can have."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterator
from typing import Any

from . import lint_names, naming
from .merge import Contract, Doc
from .values import types_of

Place = tuple[str, ...]
_NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")
_QUERY = {"string", "integer", "number", "boolean", "null", "array"}
_SHARED = ("api_key", "access_token", "cartesia_version")
"""Parameters that the client sets, whose components the sockets refer to."""


def faults(contract: Contract) -> Iterator[str]:
    """Yield the faults of sockets."""
    names: dict[str, Place] = {
        node.get("operationId", ""): ("paths", path, method) for path, method, node in contract.operations()
    }
    for path, item in contract.doc["paths"].items():
        if "x-websocket" in item:
            place = ("paths", path, "x-websocket")
            found = [
                *_name(contract, place, item["x-websocket"], names),
                *_socket(contract, place, item["x-websocket"]),
            ]
            yield from (f"{contract.where(*where)}: {fault}" for where, fault in found)


def _name(contract: Contract, place: Place, node: Doc, names: dict[str, Place]) -> Iterator[tuple[Place, str]]:
    name = node.get("name", "")
    if not _NAME.fullmatch(name) or any(map(keyword.iskeyword, name.split("."))):
        yield (*place, "name"), f"{name!r} is not of the form resource.method, in words that are no keywords of Python"
    elif len(name) > lint_names.LONGEST:
        yield (*place, "name"), "is too long for the name of a file; choose a shorter one"
    elif names.setdefault(name, place) != place:
        yield (*place, "name"), f"{name!r} is taken by {contract.where(*names[name])}"


def _socket(contract: Contract, place: Place, node: Doc) -> Iterator[tuple[Place, str]]:
    for direction in ("send", "receive"):
        message = node.get(direction) or {}
        target = contract.resolve(message)
        if "$ref" in message and ("oneOf" in target or "anyOf" in target):
            yield (*place, direction), "refers to a choice of messages; write its oneOf: here"
        elif direction == "receive" and message:
            yield from (((*place, direction, *where), fault) for where, fault in _union(contract, message))
        elif message and "$ref" not in message:
            branches = message.get("oneOf") or message.get("anyOf") or [message]
            if any("$ref" not in branch for branch in branches):
                yield (*place, direction), "a message needs a named schema of an object: $ref a component"
    if "first" in node and "discriminator" not in (node.get("send") or {}):
        yield (*place, "first"), "needs a discriminator in send, which tells the first message from the others"
    yield from _parameters(contract, place, node)


def _parameters(contract: Contract, place: Place, node: Doc) -> Iterator[tuple[Place, str]]:
    templates = set(re.findall(r"\{([^}]+)\}", place[1]))
    in_path = [contract.resolve(entry) for entry in node.get("path", ())]
    for missing in sorted(templates ^ {entry["name"] for entry in in_path}):
        yield place, f"the path and its parameters disagree about {missing!r}"
    seen = {naming.socket_argument(entry["name"], entry): entry["name"] for entry in in_path}
    tag = (node.get("send") or {}).get("discriminator", {}).get("propertyName")
    first = contract.resolve(node.get("first", {})).get("properties", {})
    seen |= {naming.socket_argument(name, entry): name for name, entry in first.items() if name != tag}
    for index, given in enumerate(node.get("query", ())):
        entry, where = contract.resolve(given), (*place, "query", str(index))
        if "$ref" in given:
            if entry["name"] not in _SHARED:
                yield where, "is a reference, as credentials and the version are; write the parameter here"
            continue
        python = naming.socket_argument(entry["name"], entry)
        if entry["in"] != "query":
            yield (*where, "in"), f"must be query, not {entry['in']!r}"
        if types_of(contract, entry.get("schema", {})) - _QUERY:
            yield (*where, "schema"), "the query of a socket takes texts, numbers, true and false, and lists of these"
        if python in seen:
            yield where, f"becomes the same Python name as {seen[python]!r}; give one of them an {naming.KEY}"
        seen[python] = entry["name"]


def events(contract: Contract, place: Place, schema: Doc, operation: Doc) -> Iterator[tuple[Place, str]]:
    """Yield what is wrong with the events of a stream."""
    if "$ref" in schema:
        yield place, "is a reference; write the schema of the stream here, and $ref: in its contentSchema"
        return
    inner = contract.resolve(schema).get("properties", {}).get("data", {}).get("contentSchema", {})
    place = (*place, "properties", "data", "contentSchema")
    if not isinstance(inner, dict) or "$ref" not in inner:
        yield place, "the events need a named schema: $ref a component that is oneOf of them"
        return
    name = inner["$ref"].rpartition("/")[2]
    union = contract.resolve(inner)
    if found := [*_union(contract, union)]:
        yield from ((("components", "schemas", name, *where), fault) for where, fault in found)
        return
    names = [branch["$ref"].rpartition("/")[2] for branch in union.get("oneOf") or union["anyOf"]]
    last = operation.get("x-last-event")
    if last is not None and last not in names:
        yield (*place[:3], "x-last-event"), f"{last!r} is none of the events: {', '.join(names)}"
    schemas = contract.doc["components"]["schemas"]
    if last is None and not any("done" in schemas[each].get("properties", {}) for each in names):
        yield place[:3], "does not say which event is the last one; write x-last-event: and the name of its schema"


def _union(contract: Contract, union: Doc) -> Iterator[tuple[Place, str]]:
    """Yield what is wrong with a choice of messages."""
    branches = union.get("oneOf") or union.get("anyOf") or ()
    if not branches:
        yield (), "messages are oneOf of named schemas; write a list, even if it has one"
    tag = union.get("discriminator", {}).get("propertyName")
    if tag and not tag.isascii():
        yield ("discriminator",), f"the name {tag!r} must be of ASCII characters; the decoder finds no other"
    for index, branch in enumerate(branches):
        place = ("oneOf" if "oneOf" in union else "anyOf", str(index))
        target: Any = contract.resolve(branch)
        if "$ref" not in branch or target.get("type") != "object":
            yield place, "a message needs a named schema of an object: $ref a component"
        elif tag and not isinstance(target.get("properties", {}).get(tag, {}).get("const"), str):
            yield place, f"the message has no constant {tag!r}, which tells the messages apart"
        elif tag and not target["properties"][tag]["const"].isascii():
            yield (
                place,
                f"the constant {tag!r} of a message has ASCII characters alone; the decoder tells no others apart",
            )
        elif not tag and not target.get("required"):
            yield place, "without a discriminator, the required fields of a message tell its kind; it has none"
