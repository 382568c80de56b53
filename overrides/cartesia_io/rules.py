"""Tests of values that callers give: what an argument may be."""

from __future__ import annotations

from collections.abc import Callable
from threading import TIMEOUT_MAX
from typing import Any


def is_a(*kinds: type) -> Callable[[Any], bool]:
    """Return a test for values of these types."""
    return lambda value: isinstance(value, kinds)


def or_none(test: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Return a test that None passes, too."""
    return lambda value: value is None or test(value)


def is_duration(value: Any) -> bool:
    """Return whether a value is a number of seconds that can be waited for, and more than 0."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 < value <= TIMEOUT_MAX


def are_functions(value: Any) -> bool:
    """Return whether a value is a list of functions."""
    return isinstance(value, (list, tuple)) and all(callable(each) for each in value)
