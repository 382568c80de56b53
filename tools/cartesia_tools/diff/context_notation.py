"""Writes one way what another part of a contract decides: encodings by their field, `explode` by its schema, servers.

The steps of `notation.py` that follow references: an encoding that repeats the default of its field says nothing, nor does
how to explode what is neither a list nor an object.
"""

from __future__ import annotations

from itertools import product
from typing import Any

from ..contract import Doc, as_dict, follow
from .keywords import DOCUMENTATION, listed

_SCALARS = {"string", "integer", "number", "boolean"}
_FILE = {"type": "string", "format": "binary"}
_BYTES = "application/octet-stream"
_MOST_SERVERS = 64


def resolved(doc: Doc, node: Any) -> Doc:
    """Return the object behind a reference, and an empty one where it leads nowhere."""
    passed: set[str] = set()
    while isinstance(node, dict) and isinstance(reference := node.get("$ref"), str) and reference not in passed:
        passed.add(reference)
        try:
            node = follow(doc, reference)
        except LookupError:
            return {}
    return node if isinstance(node, dict) else {}


def parameter(doc: Doc, node: Doc) -> Doc:
    """Drop how a parameter explodes if it has nothing to explode."""
    if "explode" not in node or node.get("style") == "deepObject":
        return node
    types = {str(one) for one in listed(resolved(doc, node.get("schema")).get("type"))} - {"null"}
    return {key: value for key, value in node.items() if key != "explode"} if types and types <= _SCALARS else node


def media(doc: Doc, node: Doc) -> Doc:
    """Drop encodings that say no more than their fields."""
    held = node.get("encoding")
    if not isinstance(held, dict):
        return node
    fields = as_dict(resolved(doc, node.get("schema")).get("properties"))
    said = {}
    for name, entry in held.items():
        usual = _content_type(doc, fields.get(name))
        is_usual = isinstance(entry, dict) and usual is not None and entry.get("contentType") == usual
        left = {key: value for key, value in entry.items() if key != "contentType"} if is_usual else entry
        if left != {}:
            said[name] = left
    if said == held:
        return node
    rest = {key: value for key, value in node.items() if key != "encoding"}
    return {**rest, "encoding": said} if said else rest


def _content_type(doc: Doc, field: Any) -> str | None:
    """Return the media type of a field for which no encoding names one; None if it has no type."""
    schema = resolved(doc, field)
    types = {str(one) for one in listed(schema.get("type"))} - {"null"}
    if types == {"array"}:
        return _content_type(doc, schema.get("items"))
    if types == {"object"}:
        return "application/json"
    if types == {"string"} and (schema.get("format") in ("binary", "byte") or "contentEncoding" in schema):
        return _BYTES
    return "text/plain" if types and types <= _SCALARS else None


def content(held: Doc) -> Doc:
    """Drop the schema of a body that says only that it is bytes where its media type does: `{}` in 3.1."""
    made = dict(held)
    for name, entry in held.items():
        schema = entry.get("schema") if isinstance(entry, dict) else None
        if not isinstance(schema, dict) or _is_readable(name) or not _FILE.items() <= schema.items():
            continue
        said = {key: value for key, value in schema.items() if key not in _FILE}
        if said.keys() <= {*DOCUMENTATION}:
            rest = {key: value for key, value in entry.items() if key != "schema"}
            made[name] = {**rest, "schema": said} if said else rest
    return made if any(made[name] is not held[name] for name in held) else held


def _is_readable(media_type: str) -> bool:
    """Return whether a media type is text, or made of fields."""
    kind = media_type.partition(";")[0].strip().lower()
    words = ("json", "xml", "yaml", "javascript", "urlencoded")
    return kind.startswith(("text/", "multipart/", "*")) or kind.endswith(words)


def without_empty_body(doc: Doc, node: Doc) -> Doc:
    """Drop a body of a request that has no form."""
    body = node.get("requestBody")
    if not isinstance(body, dict) or not (said := resolved(doc, body)) or said.get("content") != {}:
        return node
    if said.keys() - {"content", "required"} or said.get("required", False) is not False:
        return node
    return {key: value for key, value in node.items() if key != "requestBody"}


def servers(node: Doc) -> Doc:
    """Write an address with variables that have listed values as one address for each, and name other defaults."""
    held = node.get("servers")
    if not isinstance(held, list) or not any(isinstance(each, dict) and each.get("variables") for each in held):
        return node
    return {**node, "servers": [made for entry in held for made in _addresses(entry)]}


def _addresses(entry: Any) -> list[Any]:
    if not isinstance(entry, dict) or not isinstance(entry.get("url"), str):
        return [entry]
    ways = []
    for name, variable in as_dict(entry.get("variables")).items():
        known, default = as_dict(variable).get("enum"), as_dict(variable).get("default")
        values = [str(each) for each in known] if isinstance(known, list) and known else [f"{{{name}={default}}}"]
        ways.append([(f"{{{name}}}", value) for value in dict.fromkeys(values)])
    rest = {key: value for key, value in entry.items() if key != "variables"}
    made = []
    for chosen in [*product(*ways)][:_MOST_SERVERS]:
        url = entry["url"]
        for variable, value in chosen:
            url = url.replace(variable, value)
        made.append({**rest, "url": url})
    return made
