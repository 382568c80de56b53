from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from cartesia_sandbox import Sandbox

from tests.sandbox.common import KEYED


@pytest.fixture(scope="module")
def own_sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def fresh(own_sandbox: Sandbox) -> Iterator[httpx.Client]:
    """Return a client of a sandbox in its initial state."""
    own_sandbox.reset()
    with httpx.Client(base_url=own_sandbox.url, headers=KEYED, trust_env=False, timeout=30) as client:
        yield client
