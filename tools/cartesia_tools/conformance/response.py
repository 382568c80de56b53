"""Validation of a response: its status, headers, body and events."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cartesia_io.http.sse import Parser

from ..traffic.entries import Body, Exchange
from .description import Description, Operation
from .finding import EVIDENCE, Finding, abbreviate, inside, parse_json
from .patch import Node, Pointer, infer_schema, nest
from .schema import Schemas

# Headers of HTTP itself, and of proxies and networks in front of a service: they are not part of an API's contract.
_COMMON = re.compile(
    r"accept-ranges|age|allow|alt-svc|cache-control|connection|content-(disposition|encoding|language|length|range|type)|"
    r"content-security-policy|cross-origin-.*|date|deprecation|etag|expires|keep-alive|last-modified|link|location|nel|"
    r"permissions-policy|pragma|priority|referrer-policy|report-to|server(-timing)?|set-cookie|strict-transport-security|"
    r"sunset|trailer|transfer-encoding|upgrade|vary|via|warning|www-authenticate|:.*|access-control-.*|cdn-.*|cf-.*|sec-.*|"
    r"x-(amz|amzn|cache|cloud|content|download|dns|envoy|frame|google|goog|powered|served|xss)\b.*"
)


def check_response(description: Description, operation: Operation, item: Exchange) -> Iterator[Finding]:
    """Return how a response differs from the contract."""
    schemas = description.schemas
    responses: Node = operation.node["responses"]
    status = str(item.status)
    key = next((each for each in (status, f"{status[0]}XX", "default") if each in responses), None)
    if key is None:
        kind = "unknown error status" if status >= "400" else "unknown status"
        pointer = (*operation.pointer, "responses", status)
        expected, patch = f"one of {', '.join(responses)}", nest(pointer, describe_response(schemas, item))
        yield Finding(kind, "response status", expected, status, pointer, patch)
        return
    pointer, node = schemas.resolve((*operation.pointer, "responses", key), responses[key])
    yield from _check_headers(description, item, pointer, node)
    if item.response is not None:
        yield from _check_body(schemas, item.response, _media(item), (*pointer, "content"), node.get("content", {}))


def _check_headers(description: Description, item: Exchange, pointer: Pointer, node: Node) -> Iterator[Finding]:
    known = {name.lower(): entry for name, entry in node.get("headers", {}).items()}
    for name, text in item.response_headers.items():
        if name not in known and name not in description.shared_headers and not _COMMON.fullmatch(name):
            place = (*pointer, "headers", name)
            patch = nest(place, {"description": EVIDENCE, "schema": {"type": "string"}, "x-evidence": EVIDENCE})
            found = abbreviate(text)
            yield Finding("unknown header", f"response header {name}", "no such header", found, place, patch)
    for name, entry in known.items():
        if description.schemas.resolve((), entry)[1].get("required") and name not in item.response_headers:
            place = (*pointer, "headers", name)
            patch = nest(place, {"required": False})
            yield Finding("missing header", f"response header {name}", "it is required", "nothing", place, patch)


def _check_body(schemas: Schemas, body: Body, media: str, pointer: Pointer, content: Node) -> Iterator[Finding]:
    if not content:
        if body.size or body.text:
            patch = nest(pointer, _describe_body(schemas, media, body))
            found = f"{body.size} bytes of {media or 'something'}"
            yield Finding("unknown body", "response body", "no body", found, pointer, patch)
    elif media not in content:
        patch = nest(pointer, _describe_body(schemas, media, body))
        expected, found = f"one of {', '.join(content)}", media or "no media type"
        yield Finding("unknown media type", "response header content-type", expected, found, pointer, patch)
    elif body.text is not None:
        yield from _check_text(schemas, body, media, (*pointer, media, "schema"), content[media].get("schema", {}))


def _check_text(schemas: Schemas, body: Body, media: str, pointer: Pointer, schema: Node) -> Iterator[Finding]:
    """Return how JSON or an event stream differs from its schema. Other texts, such as CSV, have no schema to check."""
    text = body.text or ""
    if media == "text/event-stream":
        inner = schema.get("properties", {}).get("data", {}).get("contentSchema", {})
        place = (*pointer, "properties", "data", "contentSchema")
        for number, event in enumerate(Parser().feed(text.encode("utf-8", "replace")), 1):
            yield from inside(f"event {number}", _check_json(schemas, str(event.data, "utf-8"), place, inner))
    elif media.endswith("json") and not (body.truncated and parse_json(text, pointer)[1]):
        yield from inside("response body", _check_json(schemas, text, pointer, schema))


def _check_json(schemas: Schemas, text: str, pointer: Pointer, schema: Node) -> list[Finding]:
    value, fault = parse_json(text, pointer)
    return [fault] if fault is not None else schemas.check(pointer, schema, value)


def describe_response(schemas: Schemas, item: Exchange) -> dict[str, Any]:
    """Describe a response that was seen, for a patch."""
    media = _media(item)
    content = {"content": _describe_body(schemas, media, item.response)} if media else {}
    return {"description": EVIDENCE, **content}


def _describe_body(schemas: Schemas, media: str, body: Body | None) -> dict[str, Any]:
    """Describe a body that was seen, for a patch: as an error of the contract if it is one, otherwise by its own shape."""
    schema: dict[str, Any] = {"type": "string"}
    if body is not None and body.text is not None and media.endswith("json"):
        value, fault = parse_json(body.text, ())
        known = ("components", "schemas", "ErrorResponse")
        node = schemas.doc["components"]["schemas"].get(known[-1])
        if fault is None and node is not None and not schemas.check(known, node, value):
            schema = {"$ref": "#/" + "/".join(known)}
        elif fault is None:
            schema = infer_schema(value)
    return {media or "application/octet-stream": {"schema": schema}}


def _media(item: Exchange) -> str:
    """Return the media type of a response, without its parameters."""
    return item.response_headers.get("content-type", "").partition(";")[0].strip().lower()
