"""The fixtures of the official tests, with clients of this library."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from typing import Any

import cartesia_client
import pytest
from cartesia_client import AsyncCartesia, Cartesia

URL = os.environ["TEST_API_BASE_URL"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what the official tests skip: their stand-in for answers does not know aiohttp."""
    for item in items:
        param = getattr(getattr(item, "callspec", None), "params", {}).get("async_client")
        if isinstance(param, dict) and "respx_mock" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.skip(reason="not with aiohttp"))


@pytest.fixture
def client() -> Iterator[Cartesia]:
    with Cartesia(base_url=URL, token="my-token") as made:
        yield made


@pytest.fixture
async def async_client(request: pytest.FixtureRequest) -> AsyncIterator[AsyncCartesia]:
    options: dict[str, Any] = {}
    if isinstance(getattr(request, "param", None), dict):
        options["http_client"] = cartesia_client.DefaultAioHttpClient()
    async with AsyncCartesia(base_url=URL, token="my-token", **options) as made:
        yield made
