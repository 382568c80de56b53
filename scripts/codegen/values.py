"""What the values of a schema are: their types in JSON, and whether they are files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .merge import Contract, Doc

_JSON_TYPES = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null"}
_READ_AS_TEXT = re.compile(r"text/|application/(?:[\w.-]+\+)?json\b")


def is_file(schema: Doc) -> bool:
    """Return whether a value is a file: bytes, in the notation of OpenAPI 3.0 or of 3.1."""
    encoding, media = schema.get("contentEncoding"), schema.get("contentMediaType", "")
    if schema.get("format") == "binary" or encoding == "binary":
        return True
    is_media = isinstance(media, str) and media and encoding is None and "contentSchema" not in schema
    return bool(is_media and not _READ_AS_TEXT.match(media))


def branches_of(schema: Doc) -> list[Any]:
    """Return the schemas that a schema is made of."""
    return [branch for key in ("anyOf", "oneOf", "allOf") for branch in schema.get(key, ())]


def types_of(contract: Contract, schema: Any, above: tuple[int, ...] = ()) -> set[str]:
    """Return the types of the values of a schema: those of JSON, "file", "any" for a schema that says none.

    A list of what is neither object nor list nor file is an "array", any other one "values of an array".
    """
    schema = contract.resolve(schema)
    if id(schema) in above:
        return set()
    above = (*above, id(schema))
    branches = branches_of(schema)
    if branches:
        return set().union(*(types_of(contract, branch, above) for branch in branches))
    if is_file(schema):
        return {"file"}
    if "const" in schema or "enum" in schema:
        return {_JSON_TYPES[type(value)] for value in schema.get("enum", [schema.get("const")])}
    kinds = schema.get("type", "object" if "properties" in schema else "any")
    found = {kinds} if isinstance(kinds, str) else {*kinds}
    if "array" in found and types_of(contract, schema.get("items", {}), above) & {"object", "array", "file"}:
        found = found - {"array"} | {"values of an array"}
    return found


def alternatives(contract: Contract, schema: Any, above: tuple[int, ...] = ()) -> Iterator[Doc]:
    """Yield the schemas that a value is one of, or the only one."""
    schema = contract.resolve(schema)
    if id(schema) not in above:
        branches = branches_of(schema)
        for branch in branches:
            yield from alternatives(contract, branch, (*above, id(schema)))
        if not branches:
            yield schema
