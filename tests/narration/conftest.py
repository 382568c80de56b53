from __future__ import annotations

from collections.abc import Iterator

import pytest
from cartesia_client import Cartesia
from cartesia_sandbox import Sandbox


@pytest.fixture
def _short_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts of a few sentences have several pieces, as those of many pages have otherwise."""
    monkeypatch.setattr("cartesia_client.narration.speak_request.LIMIT", 20)


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[Cartesia]:
    sandbox.reset()
    with Cartesia(api_key="any", base_url=sandbox.url) as made:
        yield made
