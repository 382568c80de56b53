"""Every operation of the contract responds in its shape, also after changes, and so does an operation without a handler."""

from __future__ import annotations

import copy
import json
from typing import Any

import httpx
import pytest
from cartesia_sandbox.description.bundle import bundled
from cartesia_sandbox.description.contract import Contract, Contracts
from cartesia_sandbox.description.models import Models
from cartesia_sandbox.recognition.transcriber import Transcriber
from cartesia_sandbox.rest.handlers import HANDLERS
from cartesia_sandbox.routing import Router
from cartesia_sandbox.state.auth import Authenticator
from cartesia_sandbox.state.state import State
from cartesia_sandbox.voice.engine import Engine

from tests.sandbox.common import CONTRACT, KEYED, check, tone, wav

CLIP = wav(tone(150), 16000)
ORDER = ["clone", "create", "upload", "localize", "add", "update", "list", "retrieve", "get", "remove", "delete"]
"""The operations to run first, and those to run last, when all run on one sandbox."""


def ask(http: httpx.Client, operation: Any) -> httpx.Response:
    """Send a request with the examples of the contract."""
    query = {entry["name"]: entry["example"] for entry in operation.parameters if _given(entry)}
    if not operation.takes_body:
        return http.request(operation.method, _path(operation), params=query)
    content = next(iter(operation.node["requestBody"]["content"].values()))
    body = content["example"] if "example" in content else next(iter(content["examples"].values()))["value"]
    if not operation.is_form:
        return http.request(operation.method, _path(operation), json=body)
    files: list[tuple[str, Any]] = []
    for name, value in body.items():
        parts = {f"{name}[{key}]": entry for key, entry in value.items()} if isinstance(value, dict) else {name: value}
        for part, entry in parts.items():
            for each in entry if isinstance(entry, list) else [entry]:
                if each is not None:
                    files.append((part, ("a.wav", CLIP) if each == "(audio)" else (None, text(each))))
    return http.request(operation.method, _path(operation), files=files)


def text(value: Any) -> str:
    """Return a value as a field of a form."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _given(entry: Any) -> bool:
    return entry["in"] == "query" and "example" in entry and "gender" not in entry["name"] and entry["name"] != "q"


def _path(operation: Any) -> str:
    path: str = operation.path
    for entry in operation.parameters:
        if entry["in"] == "path":
            path = path.replace("{" + entry["name"] + "}", entry["example"])
    return path


def _place(operation: Any) -> int:
    last = operation.name.rpartition(".")[2]
    return next((index for index, word in enumerate(ORDER) if last.startswith(word)), len(ORDER) // 2)


def succeeded(response: httpx.Response, operation: Any) -> Any:
    status, _ = operation.success()
    assert response.status_code == status, response.text
    return check(response, operation.name)


@pytest.mark.parametrize("operation", CONTRACT.operations, ids=lambda operation: operation.name)
def test_every_operation_responds_as_the_contract_says(fresh: httpx.Client, operation: Any) -> None:
    body = succeeded(ask(fresh, operation), operation)
    if operation.node["x-shape"] == "pages":
        assert body["data"]


def test_so_it_does_after_all_operations_have_run_on_one_sandbox(fresh: httpx.Client) -> None:
    operations = sorted(CONTRACT.operations, key=_place)
    assert {operation.name for operation in operations} == {operation.name for operation in CONTRACT.operations}
    for operation in operations:
        if _place(operation) < len(ORDER) - 2:
            succeeded(ask(fresh, operation), operation)
    gone = [operation for operation in operations if _place(operation) >= len(ORDER) - 2]
    # Inner resources are deleted before outer ones.
    for operation in sorted(gone, key=lambda each: (-each.path.count("/"), each.name)):
        succeeded(ask(fresh, operation), operation)
    for operation in operations:
        response = ask(fresh, operation)
        check(response, operation.name)
        assert response.status_code in (operation.success()[0], 404), response.text


def test_there_is_a_handler_for_each_operation_and_an_operation_for_each_handler() -> None:
    older = {
        "pronunciation_dicts.pin",
        "pronunciation_dicts.unpin",
        "voices.create",
        "voices.mix",
        "voices.clone_clip",
    }
    assert set(HANDLERS) - older == {operation.name for operation in CONTRACT.operations}


NAMING = [operation for operation in CONTRACT.operations if operation.templates]


@pytest.mark.parametrize("operation", NAMING, ids=lambda operation: operation.name)
def test_what_does_not_exist_is_404(fresh: httpx.Client, operation: Any) -> None:
    names = [entry["name"] for entry in operation.parameters if entry["in"] == "path"]
    for name in names:
        unknown = copy.copy(operation)
        unknown.parameters = [
            {**entry, "example": "nobody"} if entry["name"] == name else entry for entry in operation.parameters
        ]
        response = ask(fresh, unknown)
        assert response.status_code == 404
        assert check(response, operation.name)["title"].endswith("not found")


def new_operation() -> dict[str, Any]:
    described = bundled()
    described["paths"]["/weather/{city}"] = {
        "get": {
            "operationId": "weather.get",
            "x-shape": "call",
            "security": [{"ApiKey": []}],
            "parameters": [
                {"name": "city", "in": "path", "required": True, "schema": {"type": "string"}},
                {"name": "days", "in": "query", "schema": {"type": "integer", "maximum": 7}},
            ],
            "responses": {"201": {"content": {"application/json": {"schema": {}, "example": {"sky": "blue"}}}}},
        }
    }
    return described


async def test_an_operation_without_a_handler_returns_its_example() -> None:
    state = State(Authenticator(), Engine(), Models(CONTRACT), Transcriber())
    transport = httpx.ASGITransport(Router(Contracts(Contract(new_operation())), state, 300))
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox", headers=KEYED) as client:
        response = await client.get("/weather/paris?days=3")
        assert (response.status_code, response.json()) == (201, {"sky": "blue"})
        assert (await client.get("/weather/paris?days=8")).status_code == 400
        assert (await client.post("/weather/paris")).headers["allow"] == "GET"
        assert (await client.get("/weather/paris", headers={"X-API-Key": ""})).status_code == 401


def test_nulls_stand_for_fields_left_out_where_there_is_no_null() -> None:
    operation = next(entry for entry in CONTRACT.operations if entry.name == "tts.generate")
    body = {"transcript": None, "generation_config": None, "language": None, "new": None, "output_format": {"a": None}}
    assert operation.drop_optional_nulls(body) == {
        "transcript": None,
        "language": None,
        "new": None,
        "output_format": {"a": None},
    }
    assert operation.drop_optional_nulls({"generation_config": {"speed": None, "volume": 1}}) == {
        "generation_config": {"volume": 1}
    }
    change = next(entry for entry in CONTRACT.operations if entry.name == "voices.update")
    assert change.drop_optional_nulls({"name": None, "gender": None}) == {"gender": None}
    assert change.drop_optional_nulls(json.loads("[1]")) == [1]
