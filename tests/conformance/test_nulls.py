"""What a service writes as null, or as half of a character, does not make the rest of a response unreadable."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import cartesia_api
import cartesia_client as c
import pytest
from cartesia_api import contract, events
from cartesia_tools.load import read_dated
from pytest_httpx import HTTPXMock

from tests.conformance.description import OPERATIONS, Operation, examples, resolve
from tests.conformance.test_forward_compatibility import UNIONS, decode, put, variant
from tests.conformance.test_operations import method

Place = tuple[str | int, ...]
RESPONSES = [
    (operation, content)
    for operation in OPERATIONS
    if (content := operation.success.get("content", {}).get("application/json"))
]


def optional(schema: Any, value: Any, place: Place = ()) -> Iterator[Place]:
    """Where a value has a field that need not be there, the outermost first; null is as good as absent."""
    schema = resolve(schema)
    for branch in map(resolve, (*schema.get("anyOf", []), *schema.get("oneOf", []))):
        if {"properties", "items"} & branch.keys():
            schema = branch
    if isinstance(value, dict):
        for name, entry in value.items():
            if name not in schema.get("required", []) and name in schema.get("properties", {}):
                yield (*place, name)
            yield from optional(schema.get("properties", {}).get(name, {}), entry, (*place, name))
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from optional(schema.get("items", {}), entry, (*place, index))


def lone(value: Any) -> Any:
    """The same with half of a surrogate pair at the end of each text that is not one of a format."""
    if isinstance(value, dict):
        return {name: lone(entry) for name, entry in value.items()}
    if isinstance(value, list):
        return [lone(entry) for entry in value]
    return f"{value}\ud83d" if isinstance(value, str) and " " in value else value


def call(operation: Operation, client: Any) -> Any:
    return method(client, operation.name)(**operation.arguments(operation.body_examples[0]))


@pytest.mark.parametrize(
    ("operation", "content"), RESPONSES, ids=lambda value: str(value) if isinstance(value, Operation) else ""
)
def test_a_response_reads_whatever_optional_field_is_null(
    operation: Operation, content: Any, httpx_mock: HTTPXMock
) -> None:
    value = examples(content)[0]
    places = list(optional(content["schema"], value))
    every = copy.deepcopy(value)
    for place in reversed(places):
        every = put(every, place, None)
    with c.Cartesia(api_key="k") as client:
        for answer in (*(put(value, place, None) for place in places), every):
            httpx_mock.add_response(json=answer)
            call(operation, client)


@pytest.mark.parametrize(
    ("operation", "content"), RESPONSES, ids=lambda value: str(value) if isinstance(value, Operation) else ""
)
def test_a_response_reads_with_half_of_a_character_in_its_texts(
    operation: Operation, content: Any, httpx_mock: HTTPXMock
) -> None:
    value = lone(examples(content)[0])
    for text in (json.dumps(value).encode(), json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")):
        httpx_mock.add_response(content=text, headers={"content-type": "application/json"})
        with c.Cartesia(api_key="k") as client:
            call(operation, client)


def made(schema: Any, doc: Any, depth: int = 0) -> Any:
    """A value of a schema, with every field that it may have."""
    while "$ref" in schema:
        node: Any = doc
        for part in schema["$ref"].removeprefix("#/").split("/"):
            node = node[part]
        schema = node
    if branches := schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf"):
        return made(branches[0], doc, depth)
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    kind = schema.get("type", "object")
    kind = kind if isinstance(kind, str) else kind[0]
    if kind == "object" and depth < 5:
        return {name: made(entry, doc, depth + 1) for name, entry in schema.get("properties", {}).items()}
    if kind == "array":
        return [made(schema.get("items", {}), doc, depth + 1)] if depth < 5 else []
    if schema.get("format") == "binary":
        return b"x"
    text = "2026-01-01T00:00:00Z" if schema.get("format") == "date-time" else "a b"
    return {"string": text, "integer": 1, "number": 1.0, "boolean": True}.get(kind, {})


@pytest.mark.parametrize("date", [*contract.VERSIONS, contract.API_VERSION])
def test_every_model_of_every_date_reads_nulls(date: str) -> None:
    doc = read_dated(date)
    package = (
        cartesia_api.models
        if date == contract.API_VERSION
        else __import__(f"cartesia_api.v{date.replace('-', '_')}.models", fromlist=["models"])
    )
    read = 0
    for name, schema in doc["components"]["schemas"].items():
        model = getattr(package, name, None)
        if model is None or not hasattr(model, "from_dict") or "properties" not in schema:
            continue
        value = made(schema, doc)
        model.from_dict(value)
        for field in value.keys() - set(schema.get("required", [])):
            model.from_dict({**value, field: None})
            read += 1
    assert read > 50


@pytest.mark.parametrize(
    ("union", "schema", "value"), UNIONS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_events_read_with_nulls_and_with_half_of_a_character(union: str, schema: Any, value: Any) -> None:
    kind = type(decode(union, value))
    for place in optional(variant(schema, value), value):
        assert type(decode(union, put(value, place, None))) is kind, place
    found = decode(union, {**lone(value), "new": "\udc00 and \ud83d\ude00"})
    assert type(found) is kind
    assert not isinstance(found, events.UnknownEvent)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (rb'"a\ud83d"', "a\ufffd"),
        (rb'"\udc00\ud83d\ude00"', "\ufffd\U0001f600"),
        (rb'"\\ud83d"', r"\ud83d"),
        (rb'"\\\ud83d\n"', "\\\ufffd\n"),
        (rb'"\ud83d\ud83d\ude00"', "\ufffd\U0001f600"),
        (b'"\xed\xa0\xbd"', "\ufffd"),
    ],
)
def test_only_half_of_a_character_is_replaced_in_an_event(raw: bytes, text: str) -> None:
    message = b'{"type": "transcript", "is_final": true, "request_id": "r", "text": ' + raw + b"}"
    for data in (message, message.decode("utf-8", "surrogatepass")):
        assert events.decode_stt_manual_finalize_event(data).text == text  # type: ignore[union-attr]
