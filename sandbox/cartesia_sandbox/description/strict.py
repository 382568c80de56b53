"""Strict checks: unknown parameters and fields are rejected, with a hint.

The service, and the sandbox by default, ignore unknown fields. A test should fail instead: a misspelled field has no effect, and
neither has one of an older version.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Iterator
from typing import Any

from starlette.requests import ClientDisconnect
from starlette.requests import Request as HTTPRequest
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from .bodies import form_parts
from .contract import Channel, Contract, Contracts, Doc, Operation
from .errors import invalid
from .parse import parse_json
from .request import RequestContext

ALWAYS = {"cartesia_version", "api_key", "access_token"}
"""Query parameters that every request may have."""
Place = tuple[str | int, ...]
Check = Callable[[Contract, Operation, Any], list[Place]]
"""Finds the places of parameters or fields that a contract does not have."""


class StrictMiddleware:
    """An ASGI layer that rejects requests, and frames of a socket, which have unknown parameters or fields.

    Args:
        app: The layer behind this one.
        contracts: Contracts of all versions.
    """

    def __init__(self, app: ASGIApp, contracts: Contracts) -> None:
        self._app = app
        self._contracts = contracts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        context = RequestContext.of(scope, self._contracts)
        operation, version = context.versioned_operation, context.version
        if version is None or operation is None:
            # The router rejects a request without a version. An operation that is newer than the version has nothing to check.
            await self._app(scope, receive, send)
            return
        hints = self._hints(operation, version, dict(context.query), unknown_parameters)
        if scope["type"] == "websocket":
            if hints:
                rejection = context.error_response(invalid("; ".join(hints)))
                await WebSocket(scope, receive, send).send_denial_response(rejection)
            else:
                await self._app(scope, self._valid_frames(operation, version, context, receive, send), send)
            return
        if operation.takes_body:
            messages = await _all(receive)
            hints += self._hints(operation, version, await _content(operation, scope, messages), unknown_fields)
            receive = _replayed(messages, receive)
        if hints:
            await context.error_response(invalid("; ".join(hints)))(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _valid_frames(
        self, channel: Operation, version: str, context: RequestContext, receive: Receive, send: Send
    ) -> Receive:
        """Return the frames of a client that are valid, and respond to the others with an error."""

        async def valid() -> Message:
            while True:
                message = await receive()
                frame = _parsed(message.get("text") or "")
                hints = self._hints(channel, version, frame, unknown_fields) if isinstance(frame, dict) else []
                if not hints:
                    return message
                event = context.error_event(invalid("; ".join(hints)))
                known = {name: value for name, value in frame.items() if name == "context_id"}
                await send({"type": "websocket.send", "text": json.dumps({**event, **known})})

        return valid

    def _hints(self, operation: Operation, version: str, value: Any, check: Check) -> list[str]:
        """Return a sentence for each object with unknown parameters or fields."""
        objects: dict[Place, list[str]] = {}
        for place in check(self._contracts.of(version), operation, value):
            objects.setdefault(place[:-1], []).append(str(place[-1]))
        return [self._sentence(operation, version, value, place, names, check) for place, names in objects.items()]

    def _sentence(
        self, operation: Operation, version: str, value: Any, place: Place, names: list[str], check: Check
    ) -> str:
        """Return a sentence about unknown fields: when the contract had them, or which ones may have been meant."""
        date_of_request = f"this request asks for {version}"
        knowing = [
            date for date in self._contracts.versions if self._knows(date, operation, value, place, names, check)
        ]
        what = ", ".join(_dotted((*place, name)) for name in names)
        verb = "is" if len(names) == 1 else "are"
        older = [date for date in knowing if date < version]
        if older:
            gone = next(date for date in self._contracts.versions if date > older[-1])
            if not place:
                return f"{what} {'was' if verb == 'is' else 'were'} known before {gone}; {date_of_request}"
            for step in place:
                value = value[step]
            return f"{_dotted(place)} as {{{', '.join(value)}}} was the shape before {gone}; {date_of_request}"
        if knowing:
            return f"{what} {verb} known from {knowing[0]} on; {date_of_request}"
        contract = self._contracts.of(version)
        near = difflib.get_close_matches(names[0], sorted(_names(contract, operation, value, place, check)), 1)
        return f"{what} {verb} not known to {operation.name}" + (f"; did you mean {near[0]}?" if near else "")

    def _knows(self, date: str, operation: Operation, value: Any, place: Place, names: list[str], check: Check) -> bool:
        """Return whether the contract of a version has these fields of an object, and all objects around it."""
        contract = self._contracts.of(date)
        same = contract.named(operation.name)
        if same is None:
            return False
        missing = check(contract, same, value)
        return not any((*place, name)[: len(lacking)] == lacking for name in names for lacking in missing)


def unknown_parameters(contract: Contract, operation: Operation, query: Any) -> list[Place]:
    """Return the places of query parameters that an operation does not have."""
    known = {entry["name"] for entry in operation.parameters if entry["in"] == "query"} | ALWAYS
    return [(name,) for name in query if name not in known]


def unknown_fields(contract: Contract, operation: Operation, body: Any) -> list[Place]:
    """Return the places of fields that the body or frame of an operation does not have."""
    schema = _schema(operation)
    return list(_unknown(contract, schema, body, ())) if schema else []


def _schema(operation: Operation) -> Doc | None:
    """Return the schema of the body or frame of an operation."""
    if isinstance(operation, Channel):
        sent: Doc | None = operation.node.get("send")
        return sent
    content = operation.node.get("requestBody", {}).get("content", {})
    return next((entry["schema"] for entry in content.values()), None)


def _unknown(contract: Contract, schema: Doc, value: Any, place: Place) -> Iterator[Place]:
    variants = _variants(contract, schema, value)
    if isinstance(value, list):
        items = [each["items"] for each in variants if "items" in each]
        for index, item in enumerate(value if items else ()):
            yield from _unknown(contract, {"anyOf": items}, item, (*place, index))
    elif isinstance(value, dict):
        objects = [each for each in variants if "properties" in each or "additionalProperties" in each]
        for name, inner in value.items() if objects else ():
            known = [each["properties"][name] for each in objects if name in each.get("properties", {})]
            if known:
                yield from _unknown(contract, {"anyOf": known}, inner, (*place, name))
            elif not any(each.get("additionalProperties") for each in objects):
                yield (*place, name)


def _variants(contract: Contract, schema: Doc, value: Any) -> list[Doc]:
    """Return a schema and its parts; of alternatives that a constant distinguishes, only those that the value means."""
    schema = contract.resolve(schema)
    inner = [
        variant
        for word in ("allOf", "anyOf", "oneOf")
        for part in schema.get(word, [])
        for variant in _variants(contract, part, value)
    ]
    fitting = [each for each in inner if _has_constants(contract, each, value)]
    return [schema, *(fitting or inner)]


def _has_constants(contract: Contract, schema: Doc, value: Any) -> bool:
    if not isinstance(value, dict):
        return True
    known = {name: contract.resolve(each) for name, each in schema.get("properties", {}).items() if name in value}
    return all(value[name] == each["const"] for name, each in known.items() if "const" in each)


def _names(contract: Contract, operation: Operation, value: Any, place: Place, check: Check) -> set[str]:
    """Return the names of parameters or fields that exist at a place."""
    if check is unknown_parameters:
        return {entry["name"] for entry in operation.parameters if entry["in"] == "query"}
    variants = _variants(contract, _schema(operation) or {}, value)
    for step in place:
        value = value[step]
        parts = [each["items"] if isinstance(step, int) else each.get("properties", {}).get(step) for each in variants]
        variants = _variants(contract, {"anyOf": [part for part in parts if part]}, value)
    return {name for each in variants for name in each.get("properties", {})}


async def _all(receive: Receive) -> list[Message]:
    """Return all messages of the body of a request. Raise ClientDisconnect if the client leaves."""
    messages = [await receive()]
    while messages[-1].get("more_body"):
        messages.append(await receive())
    if messages[-1]["type"] == "http.disconnect":
        raise ClientDisconnect
    return messages


def _replayed(messages: list[Message], receive: Receive) -> Receive:
    """Return a callable that gives the same messages again, and then the next ones."""
    left = iter(messages)

    async def take() -> Message:
        return next(left, None) or await receive()

    return take


async def _content(operation: Operation, scope: Scope, messages: list[Message]) -> Any:
    """Return the JSON body, or the fields and files of a form; None if it is invalid, which the router rejects."""
    if not operation.is_form:
        return _parsed(b"".join(message.get("body", b"") for message in messages))
    try:
        async with form_parts(HTTPRequest(scope, _replayed(messages, _nothing))) as parts:
            fields = operation.parse_form((name, part) for name, part in parts if isinstance(part, str))
            return fields | {name: "" for name, part in parts if not isinstance(part, str)}
    except ValueError:
        return None


async def _nothing() -> Message:
    return {"type": "http.disconnect"}


def _parsed(text: str | bytes) -> Any:
    try:
        return parse_json(text)
    except ValueError:
        return None


def _dotted(place: Place) -> str:
    return ".".join(str(step) for step in place)
