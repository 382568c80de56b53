"""What is deprecated: operations, parameters, fields of bodies, and values. Who uses it is warned, once in each call."""

from __future__ import annotations

from typing import Any

from ..merge import Contract, Doc
from ..quoting import literal
from .docstrings import deprecated_values
from .source import Operation


def is_deprecated(operation: Operation) -> bool:
    return bool(operation.node.get("deprecated"))


def warning(operation: Operation) -> str:
    """Return the literal of what a deprecated operation warns of."""
    return literal(f"{operation.id}() is deprecated")


def checked_parts(operation: Operation, contract: Contract) -> list[str]:
    """Return the statement that warns of what is deprecated in a call; none if nothing is."""
    table = {}
    for entry in (*operation.parameters, *operation.body):
        schema = entry.schema.get("schema", {})
        if entry.schema.get("deprecated") or contract.resolve(schema or entry.schema).get("deprecated"):
            table[entry.name] = (entry.name, literal(True))
        elif parts := _parts(contract, schema or entry.schema, ()):
            table[entry.name] = (entry.name, literal(parts))
    whole = is_deprecated(operation)
    if not table and not whole:
        return []
    rows = ", ".join(f"({literal(name)}, {name}, {parts})" for name, parts in table.values())
    return [f"        warn_of_deprecated({literal(operation.id)}, {whole}, ({rows}{',' if rows else ''}))"]


def _parts(contract: Contract, schema: Doc, above: tuple[str, ...]) -> Any:
    """Return what is deprecated in a value: deprecated values under "", fields by name, and what is deprecated in those."""
    if "$ref" in schema:
        if schema["$ref"] in above:
            return {}
        above, schema = (*above, schema["$ref"]), contract.resolve(schema)
    found: dict[str, Any] = {}
    if values := deprecated_values(contract, schema):
        found[""] = values
    for branch in (*schema.get("anyOf", ()), *schema.get("oneOf", ()), *schema.get("allOf", ())):
        found |= _parts(contract, branch, above)
    if "items" in schema:
        found |= _parts(contract, schema["items"], above)
    for name, entry in schema.get("properties", {}).items():
        if entry.get("deprecated"):
            found[name] = True
        elif parts := _parts(contract, entry, above):
            found[name] = parts
    return found
