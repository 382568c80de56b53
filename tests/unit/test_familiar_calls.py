"""Calls in the form of the official library: its order of arguments, its names, its extra options."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import pytest
from cartesia_api import contract
from cartesia_client.versions import resources_of
from pytest_httpx import HTTPXMock

from .conftest import Twin, done

PROJECT = Path(__file__).parents[2]
DATES = [contract.API_VERSION, *contract.VERSIONS]


@pytest.mark.parametrize(
    ("method", "last", "others", "path"),
    [
        ("datasets.files.delete", "f", {"id": "d"}, "/datasets/d/files/f"),
        ("voices.delete_accent", "a", {"id": "v"}, "/voices/v/accents/a"),
        ("agents.metrics.add_to_agent", "m", {"agent_id": "a"}, "/agents/a/metrics/m"),
        ("agents.metrics.remove_from_agent", "m", {"agent_id": "a"}, "/agents/a/metrics/m"),
    ],
)
async def test_the_last_parameter_of_a_path_comes_first_and_the_others_by_keyword(
    method: str, last: str, others: dict[str, str], path: str, twin: Twin, httpx_mock: HTTPXMock
) -> None:
    httpx_mock.add_response(json=VOICE if method.startswith("voices") else {})
    call = _named(twin.make(), method)
    await done(call(last, **others))
    assert httpx_mock.get_requests()[0].url.path == path
    with pytest.raises(TypeError):
        call("one", "two")


@pytest.mark.parametrize("date", DATES)
def test_no_method_takes_more_than_one_argument_by_position(date: str) -> None:
    taking = {
        f"{name}.{each}": [
            entry.name
            for entry in inspect.signature(method).parameters.values()
            if entry.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
        ][1:]
        for name, resource in _resources(date)
        for each, method in inspect.getmembers(resource, inspect.isfunction)
        if not each.startswith("_")
    }
    assert {name: given for name, given in taking.items() if len(given) > 1} == {}


def _named(client: Any, name: str) -> Any:
    for part in name.split("."):
        client = getattr(client, part)
    return client


def _resources(date: str) -> list[tuple[str, type]]:
    """Return the classes of all resources of a version, sync and async, with their names."""
    found: list[tuple[str, type]] = []
    waiting: list[Any] = [getattr(resources_of(date), name)() for name in ("Resources", "AsyncResources")]
    while waiting:
        resource = waiting.pop()
        resource._session = None
        found.append((type(resource).__name__, type(resource)))
        for name in dir(type(resource)):
            if type(getattr(type(resource), name)).__name__ == "cached_property":
                waiting.append(getattr(resource, name))
    return found


VOICE = {
    "id": "v",
    "is_owner": True,
    "access": "private",
    "visibility": "all",
    "name": "Katie",
    "tagline": "",
    "description": "",
    "gender": "feminine",
    "created_at": "2025-02-03T10:15:30+00:00",
    "language": "en",
    "locales": [],
}
