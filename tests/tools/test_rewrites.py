"""The same contract in another notation is no change: random rewrites, of which none may be reported."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import cartesia_api
import pytest
from cartesia_tools.diff.compare import compare

from .rewrites import STEPS, Rewriter
from .test_rules import base

DOC: dict[str, Any] = json.loads((Path(str(cartesia_api.__file__)).parent / "openapi.json").read_text())


def reported(doc: dict[str, Any], seed: int, count: int, steps: int = 12) -> tuple[list[str], Counter[str]]:
    """What was reported, one way or the other, and how often each notation was used."""
    rewriter, lines, used = Rewriter(doc, seed), [], Counter[str]()
    for number in range(count):
        made, done = rewriter.rewrite(steps)
        used.update(each.split(" of ")[0] for each in done)
        old, new = (doc, made) if number % 2 else (made, doc)
        if changes := compare(old, new):
            lines.append(f"{[(c.kind.label, c.subject, c.facts) for c in changes[:3]]} after {done}")
    return lines, used


@pytest.mark.parametrize("seed", range(2))
def test_no_rewrite_of_a_small_contract_is_reported(seed: int) -> None:
    assert reported(base(), seed, 60)[0] == []


def test_no_rewrite_of_the_contract_is_reported() -> None:
    assert reported(DOC, 1, 2, steps=120)[0] == []


def with_field(entry: Any, **schemas: Any) -> dict[str, Any]:
    """The small contract with one more field of what is sent."""
    doc = base()
    doc["components"]["schemas"]["NewThing"]["properties"]["more"] = entry
    doc["components"]["schemas"] |= schemas
    return doc


OBJECT = {"type": "object", "properties": {"a": {"type": "string"}}}
INNER = {**OBJECT, "description": "Of the component."}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"const": "x"}, {"type": "string", "const": "x"}),
        ({"enum": [1, None]}, {"type": ["integer", "null"], "enum": [1, None]}),
        ({"type": "array", "minItems": 0.0}, {"type": "array"}),
        ({**OBJECT, "additionalProperties": {"$ref": "#/components/schemas/Free"}}, OBJECT),
        ({**OBJECT, "unevaluatedProperties": {"$ref": "#/components/schemas/Free"}}, OBJECT),
        ({"type": "array", "items": {"$ref": "#/components/schemas/Free"}}, {"type": "array"}),
        ({"type": "array", "items": {"$ref": "#/components/schemas/Free"}}, {"type": "array", "items": {}}),
        *(({"description": "Here.", word: [INNER]}, {**OBJECT, "description": "Here."}) for word in ("allOf", "anyOf", "oneOf")),
        ({"description": "Here.", "anyOf": [{"allOf": [INNER]}]}, {**OBJECT, "description": "Here."}),
    ],
)  # fmt: skip
def test_a_component_that_allows_anything_and_a_text_said_twice_are_notation(one: Any, other: Any) -> None:
    free = {"Free": {"$ref": "#/components/schemas/Freer"}, "Freer": {}}
    first, second = with_field(one, **free), with_field(other, **free)
    assert [*compare(first, second), *compare(second, first)] == []


def test_what_such_a_component_forbids_is_a_change() -> None:
    texts = {**OBJECT, "additionalProperties": {"$ref": "#/components/schemas/Color"}}
    assert compare(with_field(OBJECT), with_field(texts))
    assert compare(
        with_field({"type": "array"}), with_field({"type": "array", "items": {"$ref": "#/components/schemas/Color"}})
    )


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 110))
def test_thousands_of_rewrites_are_not_reported(seed: int) -> None:
    small, used = reported(base(), seed, 250, steps=25)
    whole, more = reported(DOC, seed, 250, steps=100)
    print(dict(used + more))
    assert small + whole == []
    assert len(used + more) >= len({step for steps in STEPS.values() for step in steps}) - 6
