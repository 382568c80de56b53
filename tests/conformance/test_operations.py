"""Every operation of the description, by its own examples: what is sent, what comes back, what is raised."""

from __future__ import annotations

import email.parser
import email.policy
import functools
import json
from typing import Any

import cartesia_client as c
import httpx
import msgspec
import pytest
from pytest_httpx import HTTPXMock

from tests.conformance.description import OPERATIONS, Operation, examples, resolve, same_times
from tests.unit.conftest import Twin, done, items, twin

__all__ = ["twin"]  # the fixture

AUDIO = b"\0\0" * 8
WAV = b"RIFF\x34\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0@\x1f\0\0\x80>\0\0\2\0\x10\0data\x10\0\0\0" + AUDIO
REQUESTS = [
    pytest.param(operation, body, id=f"{operation}-{index}")
    for operation in OPERATIONS
    for index, body in enumerate(operation.body_examples)
]
ANSWERS = [
    pytest.param(operation, media, content, id=f"{operation}-{index}")
    for operation in OPERATIONS
    for media, entry in operation.success.get("content", {}).items()
    for index, content in enumerate(examples(entry))
]
ERRORS = [
    pytest.param(operation, status, content, id=f"{operation}-{status}")
    for operation in OPERATIONS
    for status, entry in operation.node["responses"].items()
    if not status.startswith("2")
    for content in examples(resolve(entry)["content"]["application/json"])
]
CLASSES = {
    "400": c.BadRequestError,
    "401": c.AuthenticationError,
    "402": c.PaymentRequiredError,
    "403": c.PermissionDeniedError,
    "404": c.NotFoundError,
    "422": c.UnprocessableEntityError,
    "429": c.RateLimitError,
    "5XX": c.InternalServerError,
}


def method(client: Any, name: str) -> Any:
    return functools.reduce(getattr, name.split("."), client)


MP3 = (b"\xff\xfb\x90\x00" + bytes(413)) * 2


def success(operation: Operation, body: Any) -> dict[str, Any]:
    """Some success of an operation, with audio of the format that the body of the request asks for."""
    for media, entry in operation.success.get("content", {}).items():
        shown = examples(entry)
        if media == "application/json":
            return {"json": shown[0]}
        if media == "text/event-stream":
            frames = "".join(f"data: {event['data']}\n\n" for event in shown if event["event"] != "error")
            return {"text": frames, "headers": {"content-type": media}}
        if media.startswith("audio/"):
            return {"content": audio(body), "headers": {"content-type": media}}
        return {"text": shown[0], "headers": {"content-type": media}}
    return {"status_code": operation.status}


def audio(body: dict[str, Any]) -> bytes:
    """Return audio in the container that a request asks for."""
    container = ((body or {}).get("output_format") or {}).get("container") or (body or {}).get(
        "output_format[container]"
    )
    return {"mp3": MP3, "raw": AUDIO}.get(str(container), WAV)


async def call(twin: Twin, operation: Operation, body: Any, **settings: Any) -> Any:
    found = method(twin.make(**settings), operation.name)(**operation.arguments(body))
    return await items(found) if operation.shape in ("pages", "events") and not twin.is_async else await settle(found)


async def settle(found: Any) -> Any:
    if hasattr(found, "__aiter__") and not hasattr(found, "send"):
        return await items(found)
    value = await done(found)
    return await items(value) if hasattr(value, "__aiter__") else value


def parts(request: httpx.Request) -> list[tuple[str, str | None, str]]:
    """(name, file name, content) of each part of a form."""
    raw = b"Content-Type: " + request.headers["content-type"].encode() + b"\r\n\r\n" + request.read()
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(raw)
    return [
        (
            str(part.get_param("name", header="content-disposition")),
            part.get_filename(),
            part.get_payload(decode=True).decode(),  # type: ignore[union-attr]  # bytes, with decode=True
        )
        for part in message.iter_parts()
    ]


def expected_parts(operation: Operation, body: dict[str, Any]) -> list[tuple[str, str | None, str]]:
    found: list[tuple[str, str | None, str]] = []
    for name, value in body.items():
        schema = resolve(operation.body_schema["properties"][name])
        if schema.get("format") == "binary":
            found.append((name, name, value))
        elif isinstance(value, dict):
            found += [(f"{name}[{key}]", None, str(entry)) for key, entry in value.items()]
        elif isinstance(value, list):
            found += [(name, None, str(entry)) for entry in value]
        elif value is not None:
            found.append((name, None, str(value)))
    return found


@pytest.mark.filterwarnings("ignore:.*deprecated. speed:DeprecationWarning")
@pytest.mark.parametrize(("operation", "body"), REQUESTS)
async def test_a_request_arrives_as_its_example_says(
    twin: Twin, httpx_mock: HTTPXMock, operation: Operation, body: Any
) -> None:
    httpx_mock.add_response(**success(operation, body))
    httpx_mock.add_response(json={"data": [], "has_more": False}, is_optional=True)  # the page after the last
    await call(twin, operation, body)
    request = httpx_mock.get_requests()[0]
    assert (request.method, request.url.path) == (operation.method, operation.url())
    assert sorted(same_times(list(pair)) for pair in request.url.params.multi_items()) == sorted(
        same_times(list(pair)) for pair in operation.query()
    )
    assert request.headers["cartesia-version"] == "2026-08-14"
    assert request.headers["accept"] == (", ".join(operation.success.get("content", {})) or "*/*")
    if operation.media == "application/json":
        assert request.headers["content-type"] == "application/json"
        assert json.loads(request.content) == body
    elif operation.media:
        assert request.headers["content-type"].startswith("multipart/form-data; boundary=")
        assert sorted(parts(request), key=str) == sorted(expected_parts(operation, body), key=str)
    else:
        assert request.content == b""


@pytest.mark.parametrize(("operation", "media", "content"), ANSWERS)
async def test_an_answer_becomes_typed_and_back(
    twin: Twin, httpx_mock: HTTPXMock, operation: Operation, media: str, content: Any
) -> None:
    if media == "text/event-stream":
        await _an_event(twin, httpx_mock, operation, content)
        return
    answer = {"json": content} if media == "application/json" else {"text": content, "headers": {"content-type": media}}
    httpx_mock.add_response(**answer)
    httpx_mock.add_response(json={"data": [], "has_more": False}, is_optional=True)  # the page after the last
    found = await call(twin, operation, operation.body_examples[0])
    if operation.shape == "pages":
        assert same_times([item.to_dict() for item in found]) == same_times(content["data"])
    elif isinstance(content, list):
        assert same_times([item.to_dict() for item in found]) == same_times(content)
    elif media == "application/json":
        assert same_times(found.to_dict()) == same_times(content)
    else:
        assert found == content


def chunk_of(operation: Operation) -> str:
    """Return the data of an event with audio, from the examples of an operation."""
    shown = examples(operation.success["content"]["text/event-stream"])
    return next(str(event["data"]) for event in shown if '"data":' in event["data"])


async def _an_event(twin: Twin, httpx_mock: HTTPXMock, operation: Operation, content: dict[str, Any]) -> None:
    fields = json.loads(content["data"])
    text = f"event: {content['event']}\ndata: {content['data']}\n\n"
    if content["event"] == "done":
        text = f"event: chunk\ndata: {chunk_of(operation)}\n\n{text}"
    httpx_mock.add_response(text=text, headers={"content-type": "text/event-stream; charset=utf-8"})
    if content["event"] == "error":
        with pytest.raises(c.APIStatusError) as caught:
            await call(twin, operation, operation.body_examples[0])
        error = caught.value
        assert (error.status_code, error.title, error.message) == (
            fields["status_code"],
            fields["title"],
            fields["message"],
        )
        assert (error.request_id, error.error_code) == (fields["request_id"], fields["error_code"])
        return
    stream = await done(method(twin.make(), operation.name)(**operation.arguments(operation.body_examples[0])))
    found = []
    if fields["done"]:
        found = await items(stream)
    else:
        with pytest.raises(c.IncompleteAudioError, match="without a last event"):
            await _collect(twin, stream, found)
    event = found[-1]
    assert len(found) == (2 if fields["done"] else 1)
    known = {key: value for key, value in fields.items() if value is not None}
    assert {
        key: value for key, value in msgspec.json.decode(msgspec.json.encode(event)).items() if value is not None
    } == known


async def _collect(twin: Twin, stream: Any, found: list[Any]) -> None:
    if twin.is_async:
        async for event in stream:
            found.append(event)  # what came before the error must stay
    else:
        for event in stream:
            found.append(event)  # the same


@pytest.mark.parametrize(("operation", "status", "content"), ERRORS)
async def test_an_error_raises_its_class_with_its_fields(
    twin: Twin, httpx_mock: HTTPXMock, operation: Operation, status: str, content: dict[str, Any]
) -> None:
    code = 503 if status == "5XX" else int(status)
    httpx_mock.add_response(status_code=code, json=content)
    with pytest.raises(CLASSES.get(status, c.APIStatusError)) as caught:
        await call(twin, operation, operation.body_examples[0], max_retries=0)
    error = caught.value
    assert (error.status_code, error.body) == (code, content)
    assert (error.error_code, error.title, error.message) == (
        content["error_code"],
        content["title"],
        content["message"],
    )
    assert (error.request_id, error.doc_url) == (content["request_id"], content.get("doc_url"))


def test_all_operations_are_there() -> None:
    assert len(OPERATIONS) == 53
