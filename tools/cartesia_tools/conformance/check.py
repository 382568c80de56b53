"""Validation of traffic against the contract: where requests, responses and frames differ from what it describes. No I/O.

The report of the conformance checks and the drift command both use it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from cartesia_client.http.sse import Parser

from ..traffic.entries import Body, Exchange, Session, Traffic
from .description import Description, Operation, form_value, typed
from .finding import EVIDENCE, Deviation, Finding, Severity, abbreviate, is_addition
from .patch import Node, Pointer, infer_schema, nest

# Headers of HTTP itself, and of proxies and networks in front of a service: they are not part of an API's contract.
_COMMON = re.compile(
    r"accept-ranges|age|allow|alt-svc|cache-control|connection|content-(disposition|encoding|language|length|range|type)|"
    r"content-security-policy|cross-origin-.*|date|deprecation|etag|expires|keep-alive|last-modified|link|location|nel|"
    r"permissions-policy|pragma|priority|referrer-policy|report-to|server(-timing)?|set-cookie|strict-transport-security|"
    r"sunset|trailer|transfer-encoding|upgrade|vary|via|warning|www-authenticate|:.*|access-control-.*|cdn-.*|cf-.*|sec-.*|"
    r"x-(amz|amzn|cache|cloud|content|download|dns|envoy|frame|google|goog|powered|served|xss)\b.*"
)


def check(description: Description, item: Traffic) -> list[Deviation]:
    """Return all deviations of an entry, those of its request first."""
    validator = _Validator(description, item)
    return list(validator.session(item) if isinstance(item, Session) else validator.exchange(item))


class _Validator:
    """Validates one entry against one description."""

    def __init__(self, description: Description, item: Traffic) -> None:
        self.schemas = description.schemas
        self.shared = description.shared_headers
        self.version = description.version
        self.item = item
        url = urlsplit(item.url)
        self.query = parse_qsl(url.query, keep_blank_values=True)
        is_socket = isinstance(item, Session)
        self.method = item.method if isinstance(item, Exchange) else "GET"
        self.path = url.path or "/"
        self.operation = description.match(self.method, self.path, socket=is_socket)
        self.name = self.operation.name if self.operation else f"{self.method} {self.path}"

    def _deviation(self, each: Finding, *, rejected: bool = False, sent: bool = False) -> Deviation:
        severity: Severity = "rejected" if rejected else "new" if is_addition(each.kind) else "fault"
        entry, version, operation = self.item.number, self.version, self.name
        return Deviation(
            severity=severity, entry=entry, version=version, operation=operation, sent=sent, **each._asdict()
        )

    def _all(
        self, findings: Iterable[Finding], part: str, *, rejected: bool = False, sent: bool = False
    ) -> Iterator[Deviation]:
        for each in _inside(part, findings):
            yield self._deviation(each, rejected=rejected, sent=sent)

    def _unknown_operation(self, responses: dict[str, Any]) -> Iterator[Deviation]:
        patch = nest(("paths", self.path, self.method.lower()), {"responses": responses, "x-evidence": EVIDENCE})
        expected = "an operation of the contract"
        yield self._deviation(
            Finding("unknown operation", "request", expected, self.name, ("paths",), patch), sent=True
        )

    def exchange(self, item: Exchange) -> Iterator[Deviation]:
        """Return the deviations of a request and its response."""
        operation = self.operation
        success = item.status is not None and item.status < 400
        if operation is None:
            # A wrong address that was rejected says nothing about the API.
            if success:
                yield from self._unknown_operation({str(item.status): self._described(item)})
            return
        rejected = not success
        yield from self._all(self._parameters(operation), "request", rejected=rejected, sent=True)
        yield from self._all(self._request_body(operation, item), "request body", rejected=rejected, sent=True)
        if item.status is not None:
            yield from self._all(self._response(operation, item), "")

    # -- requests -----------------------------------------------------------------------------------------------------

    def _parameters(self, operation: Operation) -> Iterator[Finding]:
        given: dict[str, list[str]] = {}
        for name, text in self.query:
            given.setdefault(name, []).append(text)
        # Browsers cannot set the headers of a socket, so the service reads these from the query, too.
        known = {"cartesia_version", "api_key", "access_token"}
        for pointer, entry in operation.parameters:
            name, where = entry["name"], entry["in"]
            known.add(name)
            header = self.item.request_headers.get(name.lower())
            texts = given.get(name) if where == "query" else None if header is None else [header]
            if texts is not None:
                value = typed(texts, self.schemas.types(entry["schema"]))
                yield from self.schemas.check((*pointer, "schema"), entry["schema"], value, f"{where} {name}")
            elif entry.get("required") and where != "path":
                patch = nest(pointer, {"required": False})
                yield Finding("missing parameter", f"{where} {name}", "it is required", "nothing", pointer, patch)
        for name in given.keys() - known:
            value = typed(given[name], {"array"} if len(given[name]) > 1 else {"boolean", "integer", "number"})
            new = {"name": name, "in": "query", "schema": infer_schema(value), "x-evidence": EVIDENCE}
            pointer = (*operation.pointer, "query" if operation.is_socket else "parameters")
            place, found = f"query {name}", abbreviate(value)
            yield Finding("unknown parameter", place, "no such parameter", found, pointer, nest(pointer, [new]))

    def _request_body(self, operation: Operation, item: Exchange) -> Iterator[Finding]:
        content = operation.node.get("requestBody", {}).get("content")
        body = item.request
        if not content or body is None:
            return
        media, entry = next(iter(content.items()))
        pointer = (*operation.pointer, "requestBody", "content", media, "schema")
        if body.form is not None:
            value: Any = form_value(self.schemas, pointer, entry["schema"], body.form)
        elif body.text is None or media == "multipart/form-data":
            return
        else:
            value, fault = _json(body, pointer)
            if fault is not None:
                yield from [fault] if not body.truncated else []
                return
        yield from self.schemas.check(pointer, entry["schema"], value, whole=not body.truncated)

    # -- responses ----------------------------------------------------------------------------------------------------

    def _response(self, operation: Operation, item: Exchange) -> Iterator[Finding]:
        responses: Node = operation.node["responses"]
        status = str(item.status)
        key = next((each for each in (status, f"{status[0]}XX", "default") if each in responses), None)
        media = _media(item)
        if key is None:
            kind = "unknown error status" if status >= "400" else "unknown status"
            pointer = (*operation.pointer, "responses", status)
            expected, patch = f"one of {', '.join(responses)}", nest(pointer, self._described(item))
            yield Finding(kind, "response status", expected, status, pointer, patch)
            return
        pointer, node = self.schemas.resolve((*operation.pointer, "responses", key), responses[key])
        yield from self._headers(item, pointer, node)
        yield from self._response_body(item.response, media, (*pointer, "content"), node.get("content", {}))

    def _headers(self, item: Exchange, pointer: Pointer, node: Node) -> Iterator[Finding]:
        known = {name.lower(): entry for name, entry in node.get("headers", {}).items()}
        for name, text in item.response_headers.items():
            if name not in known and name not in self.shared and not _COMMON.fullmatch(name):
                place = (*pointer, "headers", name)
                patch = nest(place, {"description": EVIDENCE, "schema": {"type": "string"}, "x-evidence": EVIDENCE})
                yield Finding(
                    "unknown header", f"response header {name}", "no such header", abbreviate(text), place, patch
                )
        for name, entry in known.items():
            if self.schemas.resolve((), entry)[1].get("required") and name not in item.response_headers:
                place = (*pointer, "headers", name)
                patch = nest(place, {"required": False})
                yield Finding("missing header", f"response header {name}", "it is required", "nothing", place, patch)

    def _response_body(self, body: Body | None, media: str, pointer: Pointer, content: Node) -> Iterator[Finding]:
        if body is None:
            return
        if not content:
            if body.size or body.text:
                patch = nest(pointer, self._content(media, body))
                found = f"{body.size} bytes of {media or 'something'}"
                yield Finding("unknown body", "response body", "no body", found, pointer, patch)
            return
        if media not in content:
            patch = nest(pointer, self._content(media, body))
            found = media or "no media type"
            expected = f"one of {', '.join(content)}"
            yield Finding("unknown media type", "response header content-type", expected, found, pointer, patch)
            return
        pointer, schema = (*pointer, media, "schema"), content[media].get("schema", {})
        if body.text is None:
            return
        if media == "text/event-stream":
            yield from self._events(body.text, pointer, schema)
        elif media.endswith("json"):
            value, fault = _json(body, pointer)
            if fault is None:
                yield from _inside("response body", self.schemas.check(pointer, schema, value))
            elif not body.truncated:
                yield from _inside("response body", [fault])

    def _events(self, text: str, pointer: Pointer, schema: Node) -> Iterator[Finding]:
        inner = schema.get("properties", {}).get("data", {}).get("contentSchema", {})
        pointer = (*pointer, "properties", "data", "contentSchema")
        for number, event in enumerate(Parser().feed(text.encode()), 1):
            value, fault = _json(Body(str(event.data, "utf-8")), pointer)
            findings = [fault] if fault is not None else self.schemas.check(pointer, inner, value)
            yield from _inside(f"event {number}", findings)

    def _described(self, item: Exchange) -> dict[str, Any]:
        """Describe a response that was seen, for a patch."""
        media = _media(item)
        return {"description": EVIDENCE, **({"content": self._content(media, item.response)} if media else {})}

    def _content(self, media: str, body: Body | None) -> dict[str, Any]:
        """Describe a body that was seen, for a patch: by a schema of the contract if one fits, otherwise by its own shape."""
        schema: dict[str, Any] = {"type": "string"}
        if body is not None and body.text is not None and media.endswith("json"):
            value, fault = _json(body, ())
            known = ("components", "schemas", "ErrorResponse")
            node = self.schemas.doc["components"]["schemas"].get(known[-1])
            if fault is None and node is not None and not self.schemas.check(known, node, value):
                schema = {"$ref": "#/" + "/".join(known)}
            elif fault is None:
                schema = infer_schema(value)
        return {media or "application/octet-stream": {"schema": schema}}

    # -- sockets ------------------------------------------------------------------------------------------------------

    def session(self, item: Session) -> Iterator[Deviation]:
        """Return the deviations of a socket's handshake and frames."""
        operation = self.operation
        rejected = item.status != 101
        if operation is None:
            if not rejected:
                yield from self._unknown_operation({})
            return
        yield from self._all(self._parameters(operation), "handshake", rejected=rejected, sent=True)
        values = [(frame, None if frame.text is None else _loads(frame.text)) for frame in item.frames]
        # A wrong message is rejected by an error event, of its context or of the whole socket (a context of None).
        received = [value for frame, value in values if not frame.sent and isinstance(value, dict)]
        failed = {each.get("context_id") for each in received if each.get("type") == "error" or "error" in each}
        for frame, value in values:
            word = "send" if frame.sent else "receive"
            pointer, node = (*operation.pointer, word), operation.node[word]
            part = f"frame {frame.number}"
            if frame.text is None:
                if not (frame.sent and "binary" in operation.node):
                    fault = Finding("wrong frame", part, "text", "a binary frame", pointer, {})
                    yield self._deviation(fault, sent=frame.sent)
                continue
            if self.schemas.types(node) == {"string"}:
                value = frame.text
            elif value is None:
                fault = Finding("wrong frame", part, "JSON", abbreviate(frame.text), pointer, {})
                yield self._deviation(fault, sent=frame.sent)
                continue
            context = value.get("context_id") if isinstance(value, dict) else None
            wrong = frame.sent and (context in failed or None in failed)
            yield from self._all(self.schemas.check(pointer, node, value), part, rejected=wrong, sent=frame.sent)


def _media(item: Exchange) -> str:
    return item.response_headers.get("content-type", "").partition(";")[0].strip().lower()


def _inside(part: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Return findings whose places begin with the part of the entry that they are in."""
    return (each._replace(place=f"{part} {each.place}".strip()) for each in findings)


def _loads(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _json(body: Body, pointer: Pointer) -> tuple[Any, Finding | None]:
    """Return the JSON of a body, or the finding that it is not JSON."""
    try:
        return json.loads(body.text or ""), None
    except ValueError as error:
        return None, Finding("wrong type", "", f"JSON ({error})", abbreviate(body.text), pointer, {})
