"""Which variants of two schemas belong together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..contract import json_key
from .variants import NormalizedSchema, Variant


class Matches(NamedTuple):
    """The variants of two schemas."""

    pairs: list[tuple[Variant, Variant]]
    removed: list[Variant]
    added: list[Variant]


def match(old: Sequence[Variant], new: Sequence[Variant]) -> Matches:
    """Pair the variants of two schemas, the most alike first."""
    ranked = [
        (-likeness, first, second)
        for first, one in enumerate(old)
        for second, other in enumerate(new)
        if (likeness := _likeness(one, other)) > 0
    ]
    left, right = dict(enumerate(old)), dict(enumerate(new))
    pairs = [
        (left.pop(first), right.pop(second)) for _, first, second in sorted(ranked) if first in left and second in right
    ]
    # A schema without alternatives is compared with its successor however different that is.
    if len(old) == len(new) == 1 and left and (old[0].type != new[0].type or old[0].values == new[0].values):
        pairs.append((left.popitem()[1], right.popitem()[1]))
    return Matches(pairs, list(left.values()), list(right.values()))


def _likeness(one: Variant, other: Variant) -> float:
    """Return how alike two variants are; 0 if they cannot be the same.

    For objects a tag says most (`type: chunk`), then the name of the component, then the fields that both have. Two
    objects whose tags differ are different variants; without tags or a common name, they need a third of their fields
    in common.
    """
    if one.type != other.type or bool(one.values) != bool(other.values):
        return 0
    named = 2.0 * (one.name is not None and one.name == other.name)
    if one.type != "object":
        return 1 + named + (one.schema == other.schema)
    tags, others = one.tags(), other.tags()
    agreed = any(json_key(tags[key]) == json_key(others[key]) for key in tags.keys() & others.keys())
    first, second = (variant.schema.get("properties") for variant in (one, other))
    names = [set(properties) if isinstance(properties, dict) else set() for properties in (first, second)]
    overlap = len(names[0] & names[1]) / max(1, len(names[0] | names[1]))
    if agreed or named:
        return 4 * agreed + named + overlap
    return 0 if tags.keys() & others.keys() or overlap < 0.3 else overlap


class ScalarValues:
    """What a schema says about the values of one scalar type."""

    def __init__(self, schema: NormalizedSchema, kind: str) -> None:
        variants = [variant for variant in schema.variants if variant.type == kind]
        self.listed = {json_key(value): value for variant in variants for value in variant.values}
        self.open = any(not variant.values for variant in variants)
        """Whether it allows other values than the listed ones."""
        self.name = next((variant.name for variant in variants if variant.values and variant.name), None)
