"""Answers as the version that was asked for knows them: everything is made once, and cut to what the description has."""

from __future__ import annotations

from typing import Any

from .contract import Contract


def project(value: Any, schema: Any, contract: Contract) -> Any:
    """The value without the fields that a schema does not know; the bare list of a page, where the schema is a list.

    What a schema does not describe in detail, such as metadata, stays as it is.
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


def _items(schema: Any, contract: Contract) -> Any:
    schema = contract.resolve(schema)
    found = (_items(branch, contract) for branch in (*schema.get("anyOf", ()), *schema.get("oneOf", ())))
    return schema.get("items") or next((items for items in found if items), None)


def _properties(schema: Any, contract: Contract) -> dict[str, Any]:
    """The fields that any variant of a schema knows."""
    schema = contract.resolve(schema)
    known = dict(schema.get("properties", {}))
    for branch in (*schema.get("allOf", ()), *schema.get("anyOf", ()), *schema.get("oneOf", ())):
        known |= _properties(branch, contract)
    return known
