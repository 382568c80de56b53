"""The requests of test_schemathesis.py by the thousand, with every rule of every schema: 53 operations in about five minutes."""

from __future__ import annotations

from typing import Any

import hypothesis
import pytest
import schemathesis
from cartesia_sandbox.description.bundle import bundled
from schemathesis import Case

from tests.sandbox.test_schemathesis import run
from tests.sandbox.test_schemathesis import url as url  # a fixture

described = schemathesis.openapi.from_dict(bundled())


@pytest.mark.slow
@described.parametrize()
@hypothesis.settings(max_examples=100, deadline=None, derandomize=True)
def test_answers_are_as_described_at_length(case: Case[Any], url: str) -> None:
    run(case, url)
