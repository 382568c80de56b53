"""The checks that `cartesia-client contract --live` runs on the real service, here on the sandbox: nothing differs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cartesia_client import Cartesia
from cartesia_sandbox import Sandbox
from cartesia_tools.checks.runner import SANDBOX_KEY, examine
from cartesia_tools.checks.suite import CHECKS, Check


@pytest.fixture(scope="module")
def strict() -> Iterator[Sandbox]:
    """A sandbox that knows its key."""
    with Sandbox(api_keys=[SANDBOX_KEY]) as running:
        yield running


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
def test_check(check: Check, strict: Sandbox) -> None:
    with Cartesia(api_key=SANDBOX_KEY, base_url=strict.url) as client:
        report = examine(client, [check], check.cost.credits)
    (outcome,) = report.outcomes
    assert (outcome.result, outcome.remark) == ("passed", "")
    assert report.spent == outcome.spent <= check.cost.credits
    assert report.leftovers == []
    assert [(each.kind, each.operation, each.place, each.found) for each in report.deviations] == []


def test_what_only_reads_says_so() -> None:
    reading: list[Any] = [check.name for check in CHECKS if check.is_read_only]
    assert len(reading) >= 15
    assert not [name for name in reading if name.startswith(("tts", "stt"))]
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    assert all(check.purpose for check in CHECKS)
