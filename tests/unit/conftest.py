from __future__ import annotations

from collections.abc import AsyncIterator
from inspect import isawaitable
from typing import Any

import pytest
from cartesia_client import AsyncCartesia, Cartesia


class Twin:
    """Creates clients of one kind, sync or async. They share a clock, which only sleeping moves; sleeps are recorded."""

    def __init__(self, kind: type[Cartesia] | type[AsyncCartesia]) -> None:
        self.kind = kind
        self.now = 0.0
        self.slept: list[float] = []
        self._made: list[Any] = []

    @property
    def is_async(self) -> bool:
        return self.kind is AsyncCartesia

    def make(self, **settings: Any) -> Any:
        wanted: dict[str, Any] = {"api_key": "sk_car_secret", **settings}
        client = self.kind(**wanted)
        client._policy.clock = lambda: self.now
        client._policy.jitter = lambda: 0.0
        client._policy.sleep = self._sleep
        client._policy.asleep = self._asleep
        self._made.append(client)
        return client

    def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    async def _asleep(self, seconds: float) -> None:
        self._sleep(seconds)

    async def close(self) -> None:
        for client in self._made:
            await done(client.close())


async def done(value: Any) -> Any:
    """Return the value, awaited if the async twin returned it."""
    return await value if isawaitable(value) else value


async def items(listing: Any) -> list[Any]:
    """Return all items of a list of either kind."""
    if hasattr(listing, "__aiter__"):
        return [item async for item in listing]
    return list(listing)


@pytest.fixture(params=[Cartesia, AsyncCartesia], ids=["sync", "async"])
async def twin(request: pytest.FixtureRequest) -> AsyncIterator[Twin]:
    made = Twin(request.param)
    yield made
    await made.close()
