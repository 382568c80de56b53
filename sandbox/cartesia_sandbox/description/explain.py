"""Why a value does not match its schema, as sentences."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Collection, Iterable, Iterator
from typing import Any

MOST = 10
"""Sentences about one value."""
_LONGEST = 500


def explain(errors: Iterable[Any]) -> list[str]:
    """Return validation errors as sentences that name the field; of a union, only those of the closest variant."""
    return [_shortened(f"{_path(error)}{error.message}") for error in itertools.islice(_nearest(errors), MOST)]


def _nearest(errors: Iterable[Any]) -> Iterator[Any]:
    # A union reports the errors of every variant. Those of variants that were not meant would only confuse.
    for error in errors:
        branches: list[list[Any]] = [list(branch) for branch in getattr(error.kind, "context", None) or []]
        if branches:
            yield from _nearest(min(branches, key=functools.partial(_distance, depth=len(error.instance_path))))
        else:
            yield error


def _distance(branch: Collection[Any], depth: int) -> tuple[bool, bool, int]:
    """Return how far a value is from a variant: another constant first, then another type, then the number of errors."""
    kinds = [(type(error.kind).__name__.removeprefix("ValidationErrorKind_"), error) for error in branch]
    other_type = any(kind == "Type" and len(error.instance_path) == depth for kind, error in kinds)
    return any(kind == "Constant" for kind, _ in kinds), other_type, len(branch)


def _shortened(sentence: str) -> str:
    """Return a sentence without its middle if it is long: it may repeat all of the value."""
    half = _LONGEST // 2
    return sentence if len(sentence) <= _LONGEST else f"{sentence[:half]} ... {sentence[-half:]}"


def _path(error: Any) -> str:
    place = ".".join(str(part) for part in error.instance_path)
    return f"{place}: " if place else ""
