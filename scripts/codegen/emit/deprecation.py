"""What is deprecated: operations, parameters, fields of bodies, and values. Who uses it is warned, once in each call."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..merge import Contract, Doc
from ..naming import event_field
from ..quoting import literal
from ..values import branches_of
from .docstrings import deprecated_values
from .source import Operation


def is_deprecated(operation: Operation) -> bool:
    return bool(operation.node.get("deprecated"))


def warning(operation: Operation) -> str:
    """Return the literal of what a deprecated operation warns of."""
    return literal(f"{operation.id}() is deprecated")


def checked_parts(operation: Operation, contract: Contract) -> list[str]:
    """Return the statement that warns of what is deprecated in a call; none if nothing is."""
    arguments = [(entry.name, entry.schema) for entry in (*operation.parameters, *operation.body)]
    return warning_of(f"{operation.id}()", arguments, contract, is_deprecated(operation))


def warning_of(what: str, arguments: Iterable[tuple[str, Doc]], contract: Contract, whole: bool) -> list[str]:
    """Return the statement that warns of what is deprecated among arguments; none if nothing is.

    Args:
        what: The call.
        arguments: The name of each, and its parameter or property.
        contract: Where their references lead.
        whole: Whether the call itself is deprecated.
    """
    table = {}
    for name, entry in arguments:
        schema = entry.get("schema", {})
        if entry.get("deprecated") or contract.resolve(schema or entry).get("deprecated"):
            table[name] = literal(True)
        elif parts := _parts(contract, schema or entry, ()):
            table[name] = literal(parts)
    if not table and not whole:
        return []
    rows = ", ".join(f"({literal(name)}, {name}, {parts})" for name, parts in table.items())
    return [f"        warn_of_deprecated({literal(what)}, {whole}, ({rows}{',' if rows else ''}))"]


def parts_of(contract: Contract, schema: Doc) -> dict[str, Any]:
    """Return what is deprecated in an object, by the names of its fields, as `warn_of_deprecated` takes it."""
    return {name: parts for name, parts in _parts(contract, schema, ()).items() if name}


def deprecated_fields(schema: Doc, audio: str | None, tag: str | None) -> list[str]:
    """Return the deprecated attributes of an event, with `audio` if it reads one of them; the tag is none."""
    properties = schema.get("properties", {}).items()
    found = [event_field(wire, entry) for wire, entry in properties if entry.get("deprecated") and wire != tag]
    return [*found, *(["audio"] if audio in found else [])]


def _parts(contract: Contract, schema: Doc, above: tuple[str, ...]) -> Any:
    """Return what is deprecated in a value: deprecated values under "", fields by name, and what is deprecated in those."""
    if "$ref" in schema:
        if schema["$ref"] in above:
            return {}
        above, schema = (*above, schema["$ref"]), contract.resolve(schema)
    found: dict[str, Any] = {}
    if values := deprecated_values(contract, schema):
        found[""] = values
    for branch in branches_of(schema):
        found |= _parts(contract, branch, above)
    if "items" in schema:
        found |= _parts(contract, schema["items"], above)
    for name, entry in schema.get("properties", {}).items():
        if entry.get("deprecated"):
            found[name] = True
        elif parts := _parts(contract, entry, above):
            found[name] = parts
    return found
