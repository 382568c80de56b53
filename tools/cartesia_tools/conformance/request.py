"""Validation of a request: its parameters and its body."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from ..traffic.entries import Exchange, Session
from .description import Operation, form_value, typed
from .finding import EVIDENCE, Finding, abbreviate, parse_json
from .patch import infer_schema, nest
from .schema import Schemas


def check_parameters(schemas: Schemas, operation: Operation, item: Exchange | Session) -> Iterator[Finding]:
    """Return how the query and the headers of a request, or of a socket's handshake, differ from the contract."""
    given: dict[str, list[str]] = {}
    for name, text in parse_qsl(urlsplit(item.url).query, keep_blank_values=True):
        given.setdefault(name, []).append(text)
    # A browser cannot set these as headers of a socket, so the service reads them from the query, over HTTP as well.
    known = {"cartesia_version", "api_key", "access_token"}
    for pointer, entry in operation.parameters:
        name, where = entry["name"], entry["in"]
        known.add(name)
        header = item.request_headers.get(name.lower())
        texts = given.get(name) if where == "query" else None if header is None else [header]
        if texts is not None:
            value = typed(texts, schemas.types(entry["schema"]))
            yield from schemas.check((*pointer, "schema"), entry["schema"], value, f"{where} {name}")
        elif entry.get("required") and where != "path" and (where != "header" or item.request_headers):
            patch = nest(pointer, {"required": False})
            yield Finding("missing parameter", f"{where} {name}", "it is required", "nothing", pointer, patch)
    yield from _unknown_parameters(operation, {name: given[name] for name in given.keys() - known})


def _unknown_parameters(operation: Operation, given: dict[str, list[str]]) -> Iterator[Finding]:
    for name, texts in given.items():
        value = typed(texts, {"array"} if len(texts) > 1 else {"boolean", "integer", "number"})
        parameter = {"name": name, "in": "query", "schema": infer_schema(value), "x-evidence": EVIDENCE}
        pointer = (*operation.pointer, "query" if operation.is_socket else "parameters")
        patch = nest(pointer, [parameter])
        yield Finding("unknown parameter", f"query {name}", "no such parameter", abbreviate(value), pointer, patch)


def check_request_body(schemas: Schemas, operation: Operation, item: Exchange) -> Iterator[Finding]:
    """Return how the body of a request differs from the contract. A truncated body may lack fields."""
    content = operation.node.get("requestBody", {}).get("content")
    body = item.request
    if not content or body is None:
        return
    media, entry = next(iter(content.items()))
    pointer = (*operation.pointer, "requestBody", "content", media, "schema")
    if body.form is not None:
        value = form_value(schemas, pointer, entry["schema"], body.form)
    elif body.text is None or media == "multipart/form-data":
        return
    else:
        value, fault = parse_json(body.text, pointer)
        if fault is not None:
            yield from [] if body.truncated else [fault]
            return
    yield from schemas.check(pointer, entry["schema"], value, whole=not body.truncated)
