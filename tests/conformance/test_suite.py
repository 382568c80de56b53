"""The checks that `cartesia-client contract --live` runs against the real service, here against the sandbox."""

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
    """Start a sandbox that accepts one key only."""
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


def test_read_only_checks_cost_nothing_and_each_check_has_a_purpose() -> None:
    read_only: list[Any] = [check.name for check in CHECKS if check.is_read_only]
    assert len(read_only) >= 15
    assert not [name for name in read_only if name.startswith(("tts", "stt"))]
    assert len({check.name for check in CHECKS}) == len(CHECKS)
    assert all(check.purpose for check in CHECKS)
