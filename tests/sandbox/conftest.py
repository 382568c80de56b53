from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from cartesia_sandbox import Sandbox

from tests.sandbox.asking import KEYED


@pytest.fixture(scope="module")
def _own() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def fresh(_own: Sandbox) -> Iterator[httpx.Client]:
    """A client of a sandbox in which nobody has changed anything."""
    _own._state.reset()
    with httpx.Client(base_url=_own.url, headers=KEYED, trust_env=False, timeout=30) as client:
        yield client
