"""Choices of objects in responses, which the service may extend by kinds that no version of the client knows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .merge import Contract, Doc


def received_only(contract: Contract) -> set[int]:
    """Return the ids of the schemas, and parts of schemas, that are in responses of JSON and in no request."""
    received: list[Any] = []
    sent: list[Any] = []
    for _, _, operation in contract.operations():
        sent.append(operation.get("requestBody"))
        sent.append([entry["schema"] for entry in contract.parameters(operation)])
        if operation["x-shape"] in ("call", "pages"):
            received += [contract.resolve(each).get("content") for each in operation["responses"].values()]
    for item in contract.doc["paths"].values():
        sent.append(item.get("x-websocket"))  # its messages are events, whose unions are open by themselves
    return {id(node) for node in nodes(contract, received)} - {id(node) for node in nodes(contract, sent)}


def is_choice(contract: Contract, node: Doc) -> bool:
    """Return whether a schema is a choice of several objects, and of nothing that any object would fit."""
    branches = [contract.resolve(each) for each in node.get("oneOf") or node.get("anyOf") or ()]
    others = [each for each in branches if each.get("type") != "null"]
    return len(others) > 1 and all("properties" in each or "allOf" in each for each in others)


def messages(contract: Contract) -> Iterator[tuple[str, Doc]]:
    """Yield (name, schema) of the components that event streams and sockets send, and of those within."""
    roots: list[Any] = [
        item["x-websocket"].get("receive") for item in contract.doc["paths"].values() if "x-websocket" in item
    ]
    for _, _, operation in contract.operations():
        if operation.get("x-shape") == "events":
            roots += [contract.resolve(each).get("content") for each in operation.get("responses", {}).values()]
    found = {id(node) for node in nodes(contract, roots)}
    schemas: Doc = contract.doc.get("components", {}).get("schemas", {})
    yield from ((name, node) for name, node in schemas.items() if id(node) in found)


def nodes(contract: Contract, root: Any) -> Iterator[Any]:
    """Yield all mappings in a part of the contract, those behind references too."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict) and id(node) not in seen:
            seen.add(id(node))
            yield node
            waiting.extend(value for key, value in node.items() if key not in ("example", "examples"))
            if "$ref" in node:
                waiting.append(contract.resolve(node))
