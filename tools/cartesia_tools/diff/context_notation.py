"""Writes one way what another part of a contract decides: encodings by their field, `explode` by its schema.

The steps of `notation.py` that follow references: an encoding that repeats the default of its field says nothing, nor does
how to explode what is neither a list nor an object.
"""

from __future__ import annotations

from typing import Any

from ..contract import Doc
from .keywords import DOCUMENTATION, NAMING
from .normalize import Document
from .schema_notation import BYTES

_SCALARS = {"string", "integer", "number", "boolean"}
_FILE = {"type": "string", "format": "binary"}
_READABLE = ("json", "xml", "yaml", "javascript", "urlencoded")


def parameter(document: Document, node: Doc) -> Doc:
    """Drop how a parameter explodes if it has nothing to explode."""
    types = _types(document, node.get("schema")) if "explode" in node and node.get("style") != "deepObject" else set()
    node = {key: value for key, value in node.items() if key != "explode"} if types and types <= _SCALARS else node
    return content(document, node)


def _types(document: Document, schema: Any) -> set[str | None]:
    """Return the types that a schema names, without null; with None if it allows any."""
    return {variant.type for variant in document.normalize(schema).variants}


def content(document: Document, node: Doc) -> Doc:
    """Drop encodings that say what their fields say, and name as bytes what is neither text nor fields, as 3.0 does."""
    held = node.get("content")
    if not isinstance(held, dict):
        return node
    made = {name: _media(document, name, entry) if isinstance(entry, dict) else entry for name, entry in held.items()}
    return {**node, "content": made} if any(made[name] is not held[name] for name in held) else node


def _media(document: Document, name: str, node: Doc) -> Doc:
    kind = name.partition(";")[0].strip().lower()
    is_form = kind.startswith("multipart/") or kind.endswith("urlencoded")
    if "encoding" in node:
        said = _encodings(document, node) if is_form else {}
        if said != node["encoding"]:
            node = {key: value for key, value in node.items() if key != "encoding"}
            node = {**node, "encoding": said} if said else node
    if not is_form and not kind.startswith(("text/", "*")) and not kind.endswith(_READABLE):
        schema = node.get("schema", {})
        if isinstance(schema, dict) and schema.keys() <= {*DOCUMENTATION, *NAMING}:
            node = {**node, "schema": {**schema, **_FILE}}
    return node


def _encodings(document: Document, node: Doc) -> Any:
    """Return the encodings of a form that say more than their fields."""
    held = node["encoding"]
    if not isinstance(held, dict):
        return held
    variants = document.normalize(node.get("schema", True)).variants
    fields = variants[0].schema.get("properties", {}) if len(variants) == 1 else {}
    said = {}
    for name, entry in held.items():
        usual = _content_type(document, fields[name]) if isinstance(fields, dict) and name in fields else None
        is_usual = isinstance(entry, dict) and usual is not None and entry.get("contentType") == usual
        left = {key: value for key, value in entry.items() if key != "contentType"} if is_usual else entry
        if left != {}:
            said[name] = left
    return said


def _content_type(document: Document, field: Any) -> str | None:
    """Return the media type of a field for which no encoding names one; None if it has no type."""
    variants = document.normalize(field).variants
    types = {variant.type for variant in variants}
    if types == {"array"} and len(variants) == 1:
        return _content_type(document, variants[0].schema.get("items", True))
    if types == {"object"}:
        return "application/json"
    if any("contentEncoding" in each.schema or each.schema.get("format") in ("binary", "byte") for each in variants):
        return BYTES if types == {"string"} else None
    return "text/plain" if types and types <= _SCALARS else None


def operation(document: Document, node: Doc) -> Doc:
    """Drop a body of a request that has no form."""
    said = document.resolve(node.get("requestBody"))[1]
    is_empty = isinstance(said, dict) and said.get("content") == {} and said.get("required", False) is False
    if not is_empty or said.keys() - {"content", "required"}:
        return node
    return {key: value for key, value in node.items() if key != "requestBody"}
