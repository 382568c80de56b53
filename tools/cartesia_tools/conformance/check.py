"""Validation of traffic against the contract: where requests, responses and frames differ from what it describes. No I/O.

The report of the conformance checks and the drift command both use it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from ..traffic.entries import Exchange, Frame, Session
from .description import Description, Operation
from .finding import EVIDENCE, Deviation, Finding, Severity, abbreviate, inside, is_addition
from .patch import nest
from .request import check_parameters, check_request_body
from .response import check_response, describe_response


def is_of_transport(item: Exchange | Session) -> bool:
    """Return whether an entry is between browsers, proxies and servers: a preflight, a tunnel, a redirect to HTTPS."""
    if isinstance(item, Session):
        return False
    is_internal = item.status == 307 and "non-authoritative-reason" in item.response_headers
    return item.method.upper() in ("OPTIONS", "CONNECT", "TRACE", "HEAD") or is_internal


def _is_of_gateway(operation: Operation, item: Exchange) -> bool:
    """Return whether a response says nothing about the API: it is in a cache, elsewhere, or that of a gateway."""
    status, media = item.status, item.response_headers.get("content-type", "")
    if status is None or str(status) in operation.node.get("responses", {}):
        return status is None
    return 300 <= status < 400 or (status in (502, 503, 504) and (not media or media.startswith("text/html")))


def lacking_bodies(item: Exchange | Session) -> int:
    """Return how many bodies and messages of an entry are not in the record, or not whole, although they were sent."""
    if isinstance(item, Session):
        return item.cut
    length = item.request_headers.get("content-length", "0")
    request = item.request is None and item.method.upper() in ("POST", "PUT", "PATCH") and length != "0"
    response = item.response is None and item.status not in (None, 204, 304)
    return request + response


def check(description: Description, item: Exchange | Session) -> list[Deviation]:
    """Return all deviations of an entry, those of its request first."""
    validator = _Validator(description, item)
    return list(validator.session(item) if isinstance(item, Session) else validator.exchange(item))


class _Validator:
    """Validates one entry, and makes deviations of the findings: with the entry, the operation and the severity."""

    def __init__(self, description: Description, item: Exchange | Session) -> None:
        self._description = description
        self._schemas = description.schemas
        self._item = item
        self._method = item.method if isinstance(item, Exchange) else "GET"
        self._path = urlsplit(item.url).path or "/"
        self._operation = description.match(self._method, self._path, socket=isinstance(item, Session))
        self._name = self._operation.name if self._operation else f"{self._method} {self._path}"

    def exchange(self, item: Exchange) -> Iterator[Deviation]:
        """Return the deviations of a request and its response."""
        operation = self._operation
        success = item.status is not None and item.status < 400
        if operation is None:
            # A wrong address that was rejected says nothing about the API.
            if success:
                yield from self._unknown_operation({str(item.status): describe_response(self._schemas, item)})
            return
        parameters = check_parameters(self._schemas, operation, item)
        body = check_request_body(self._schemas, operation, item)
        yield from self._deviations(inside("request", parameters), rejected=not success, sent=True)
        yield from self._deviations(inside("request body", body), rejected=not success, sent=True)
        if not _is_of_gateway(operation, item):
            yield from self._deviations(check_response(self._description, operation, item))

    def session(self, item: Session) -> Iterator[Deviation]:
        """Return the deviations of a socket's handshake and frames."""
        operation = self._operation
        rejected = item.status != 101
        if operation is None:
            if not rejected:
                yield from self._unknown_operation({})
            return
        parameters = check_parameters(self._schemas, operation, item)
        yield from self._deviations(inside("handshake", parameters), rejected=rejected, sent=True)
        values = [(frame, None if frame.text is None else _loads(frame.text)) for frame in item.frames]
        # A wrong message is rejected by an error event, of its context or of the whole socket (a context of None).
        received = [value for frame, value in values if not frame.sent and isinstance(value, dict)]
        failed = {each.get("context_id") for each in received if each.get("type") == "error" or "error" in each}
        for frame, value in values:
            context = value.get("context_id") if isinstance(value, dict) else None
            rejected = frame.sent and (context in failed or None in failed)
            for each in inside(f"frame {frame.number}", self._frame(operation, frame, value)):
                # A frame that is not even JSON is a fault of this client, also when the service rejected it.
                yield self._deviation(each, rejected=rejected and each.kind != "wrong frame", sent=frame.sent)

    def _frame(self, operation: Operation, frame: Frame, value: Any) -> list[Finding]:
        """Return the findings of a frame. `value`: the JSON in it, None if there is none."""
        word = "send" if frame.sent else "receive"
        pointer, node = (*operation.pointer, word), operation.node[word]
        if frame.text is None:
            is_audio = frame.sent and "binary" in operation.node
            return [] if is_audio else [Finding("wrong frame", "", "text", "a binary frame", pointer, {})]
        if self._schemas.types(node) == {"string"}:
            value = frame.text
        elif value is None:
            return [Finding("wrong frame", "", "JSON", abbreviate(frame.text), pointer, {})]
        return self._schemas.check(pointer, node, value)

    def _unknown_operation(self, responses: dict[str, Any]) -> Iterator[Deviation]:
        patch = nest(("paths", self._path, self._method.lower()), {"responses": responses, "x-evidence": EVIDENCE})
        expected = "an operation of the contract"
        finding = Finding("unknown operation", "request", expected, self._name, ("paths",), patch)
        yield from self._deviations([finding], sent=True)

    def _deviations(
        self, findings: Iterable[Finding], *, rejected: bool = False, sent: bool = False
    ) -> Iterator[Deviation]:
        return (self._deviation(each, rejected=rejected, sent=sent) for each in findings)

    def _deviation(self, each: Finding, *, rejected: bool, sent: bool) -> Deviation:
        severity: Severity = "rejected" if rejected else "new" if is_addition(each.kind) else "fault"
        entry, version, operation = self._item.number, self._description.version, self._name
        return Deviation(
            severity=severity, entry=entry, version=version, operation=operation, sent=sent, **each._asdict()
        )


def _loads(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None
