from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from cartesia_client.compat import AsyncCartesia, Cartesia, notices
from cartesia_sandbox import Sandbox

from . import KATIE, WAV


@pytest.fixture(autouse=True)
def _said_before() -> Iterator[None]:
    """Each old spelling warns once: in these tests, it has done so, but for those that look at it."""
    notices._said.clear()
    yield
    notices._said.clear()


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[Cartesia]:
    with Cartesia(api_key="any", base_url=sandbox.url) as made:
        yield made


@pytest.fixture
async def aclient(sandbox: Sandbox) -> AsyncIterator[AsyncCartesia]:
    async with AsyncCartesia(api_key="any", base_url=sandbox.url) as made:
        yield made


@pytest.fixture(scope="session")
def clip(sandbox: Sandbox, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A recording."""
    import cartesia_client

    path = tmp_path_factory.mktemp("clip") / "clip.wav"
    with cartesia_client.Cartesia(api_key="any", base_url=sandbox.url) as made:
        made.tts.generate(model_id="sonic-3.5", transcript="Hello there.", voice=KATIE, output_format=WAV).save(path)
    return path
