"""Where files stand: in forms, and as the whole of a response. JSON has no place for bytes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .choices import nodes
from .merge import Contract, Doc
from .values import alternatives, is_file

Place = tuple[str, ...]
_JSON, _FORM = "application/json", "multipart/form-data"
_IN_JSON = "has a file, for which JSON has no place; send it in a form, or as a text with contentEncoding: base64"
_NESTED = "has a file within; a file is a field of the form, or in a list that is one"
_OR_TEXT = "is a file or a text, which a str does not tell apart: it is the path of a file; write two fields"
_SORTS = "the media types are read in different ways (as sound, text or bytes); write one of them"


def faults(contract: Contract) -> Iterator[str]:
    """Yield the faults of files."""
    for place, fault in _faults(contract):
        yield f"{contract.where(*place)}: {fault}"


def _faults(contract: Contract) -> Iterator[tuple[Place, str]]:
    for path, item in contract.doc["paths"].items():
        for direction in ("send", "receive"):
            if _has_file(contract, item.get("x-websocket", {}).get(direction)):
                yield ("paths", path, "x-websocket", direction), _IN_JSON
    for path, method, operation in contract.operations():
        place = ("paths", path, method)
        for media, entry in operation.get("requestBody", {}).get("content", {}).items():
            where = (*place, "requestBody", "content", media)
            if media == _FORM:
                yield from _form(contract, where, entry.get("schema", {}))
            elif media == _JSON and _has_file(contract, entry.get("schema")):
                yield where, _IN_JSON
        for status, response in operation.get("responses", {}).items():
            content = contract.resolve(response).get("content", {})
            if _JSON in content and _has_file(contract, content[_JSON].get("schema")):
                yield (*place, "responses", status, "content", _JSON), _IN_JSON
            if operation.get("x-shape") == "bytes" and status.startswith("2") and len(set(map(sort_of, content))) > 1:
                yield (*place, "responses", status, "content"), _SORTS


def sort_of(media: str) -> str:
    """Return what the body of a media type is read as: sound, text or bytes."""
    kind = media.partition("/")[0].strip().lower()
    return {"audio": "sound", "text": "text"}.get(kind, "bytes")


def _has_file(contract: Contract, schema: Any) -> bool:
    return any(is_file(node) for node in nodes(contract, schema))


def _form(contract: Contract, place: Place, schema: Doc) -> Iterator[tuple[Place, str]]:
    """Yield what is wrong with the files of a form."""
    parts = {id(part): part for part in (contract.resolve(schema), *alternatives(contract, schema))}
    for part in parts.values():
        for name, entry in part.get("properties", {}).items():
            own = [*alternatives(contract, entry)]
            listed = [each for one in own if "items" in one for each in alternatives(contract, one["items"])]
            known = {id(each) for each in (*own, *listed)}
            if any(is_file(each) and id(each) not in known for each in nodes(contract, entry)):
                yield (*place, name), _NESTED
            others = [each for each in own if not is_file(each) and _is_text(each)]
            if others and any(map(is_file, own)):
                yield (*place, name), _OR_TEXT


def _is_text(schema: Doc) -> bool:
    return "string" in (schema.get("type"), *schema.get("type", ())) or "enum" in schema
