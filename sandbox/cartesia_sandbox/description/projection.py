"""Responses in the shape of a version: handlers make them for the newest, and fields that a version lacks are left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .contract import Channel, Contract


def project(value: Any, schema: Any, contract: Contract) -> Any:
    """Return a value without the fields that a schema lacks, and a page as a bare list where the schema is a list.

    What a schema does not describe in detail, such as metadata, is kept as it is.
    """
    if isinstance(value, list):
        items = _items(schema, contract)
        return [project(entry, items, contract) for entry in value] if items else value
    if not isinstance(value, dict):
        return value
    if "data" in value and (items := _items(schema, contract)):
        return [project(entry, items, contract) for entry in value["data"]]
    known = _properties(schema, contract)
    return {name: project(value[name], known[name], contract) for name in value if name in known} if known else value


def project_message(message: Mapping[str, Any], channel: Channel) -> Mapping[str, Any]:
    """Return a message that a socket sends without the fields that its kind lacks in the version of the channel."""
    schema = channel.received.get(str(message.get("type")))
    reduced: Mapping[str, Any] = project(message, schema, channel.contract) if schema else message
    return reduced


def _items(schema: Any, contract: Contract) -> Any:
    schema = contract.resolve(schema)
    found = (_items(branch, contract) for branch in (*schema.get("anyOf", ()), *schema.get("oneOf", ())))
    return schema.get("items") or next((items for items in found if items), None)


def _properties(schema: Any, contract: Contract) -> dict[str, Any]:
    """Return the fields that any variant of a schema has, with their schemas."""
    schema = contract.resolve(schema)
    known = dict(schema.get("properties", {}))
    for branch in (*schema.get("allOf", ()), *schema.get("anyOf", ()), *schema.get("oneOf", ())):
        known |= _properties(branch, contract)
    return known
