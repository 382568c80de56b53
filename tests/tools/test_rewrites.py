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


TEXT = {"type": "string"}
NULL = {"type": "null"}
TEXTS = {"type": ["string", "null"]}
SOME = {"enum": ["a", "c"], "title": "Some"}
WHOLE = {"type": "integer", "minimum": 1}
CAT, DOG = ({"type": "object", "required": ["kind"], "properties": {"kind": tag}} for tag in (TEXT, {"const": "Dog"}))
HEN = {"type": "object", "required": ["kind"], "properties": {"kind": {"$ref": "#/components/schemas/Bird"}}}
BIRD = {"allOf": [{"type": "string"}, {"const": "hen"}]}
HENS = {"Hen": HEN, "Hens": {"description": "", "allOf": [HEN]}, "Bird": BIRD}
BY = {"discriminator": {"propertyName": "kind"}}
TAGS = {"Cat": "#/components/schemas/Cat", "Dog": "#/components/schemas/Dog"}


def tagged(*tags: Any, word: str = "oneOf") -> dict[str, Any]:
    """A union of components, told apart by a field."""
    members = [{"$ref": reference} for reference in TAGS.values()]
    mapping = {"mapping": tags[0]} if tags else {}
    return {word: members, "discriminator": {"propertyName": "kind", **mapping}}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Types, null and listed values.
        ({"anyOf": [TEXT, {"const": None}]}, TEXTS),
        ({"type": ["number", "integer"]}, {"type": "number"}),
        ({"type": ["string", "number", "boolean", "object", "array", "null"]}, {}),
        (True, {}),
        ({"type": "boolean", "enum": [False, True]}, {"type": "boolean"}),
        ({"oneOf": [{"const": True}, {"const": False}]}, {"type": "boolean"}),
        ({"oneOf": [{"const": "a"}, {"const": "b"}, NULL]}, {"anyOf": [{"enum": ["b", "a"]}, NULL]}),
        ({"type": "object", "nullable": True, "oneOf": [CAT, DOG]}, {"oneOf": [CAT, DOG, NULL]}),
        ({**TEXTS, "nullable": True, "contentEncoding": "base64"}, {**TEXT, "nullable": True, "format": "byte"}),
        # A choice of what excludes each other is exclusive.
        ({"anyOf": [TEXT, WHOLE]}, {"oneOf": [TEXT, WHOLE]}),
        ({"anyOf": [SOME, {"const": "b"}]}, {"oneOf": [SOME, {"const": "b"}]}),
        # Combinations.
        ({"allOf": [TEXT, True, TEXT]}, TEXT),
        ({"anyOf": [CAT, CAT]}, CAT),
        ({"allOf": [{"type": "number", "minimum": 1}, {"type": "integer", "minimum": 0}]}, WHOLE),
        ({"allOf": [TEXTS, {"type": "string", "enum": ["a", "b"]}, {"enum": ["b", "c"]}]}, {"type": "string", "enum": ["b"]}),
        ({"type": "string", "not": {"not": {}}}, TEXT),
        ({**OBJECT, "additionalProperties": {"not": {}}}, {**OBJECT, "additionalProperties": False}),
        ({**OBJECT, "unevaluatedProperties": False}, {**OBJECT, "additionalProperties": False}),
        # What forbids nothing.
        ({"type": "integer", "exclusiveMinimum": 0, "multipleOf": 1}, WHOLE),
        ({"type": "number", "minimum": 0, "exclusiveMinimum": 1}, {"type": "number", "exclusiveMinimum": 1}),
        ({"type": "string", "pattern": ".*", "xml": {}, "then": {"minLength": 3}}, TEXT),
        ({"type": "number", "multipleOf": 1}, {"type": "integer"}),
        ({"nullable": True}, {}),
        ({"anyOf": [TEXT, {"type": "null", "$anchor": "no"}]}, TEXTS),
        ({**OBJECT, "additionalProperties": {"$id": "no", "not": {"$anchor": "all"}}}, {**OBJECT, "additionalProperties": False}),
        ({"contentMediaType": "application/octet-stream"}, {"type": "string", "format": "binary"}),
        ({**TEXT, "contentMediaType": "application/octet-stream", "contentEncoding": "binary"}, {**TEXT, "format": "binary"}),
        ({**OBJECT, "propertyNames": TEXT, "dependentRequired": {"a": []}}, OBJECT),
        ({"type": "array", "contains": TEXT, "minContains": 1}, {"type": "array", "contains": TEXT}),
        ({**OBJECT, "$id": "more", "$anchor": "more", "$defs": {"More": TEXT}, "definitions": {"More": TEXT}}, OBJECT),
        # The tags of a union.
        (tagged(), tagged(TAGS)),
        (tagged({}), tagged({"Cat": "Cat", "Dog": "Dog"})),
        (tagged({"Cat": TAGS["Cat"]}), tagged(TAGS)),
        ({"anyOf": [tagged(), NULL]}, {**tagged(TAGS), "nullable": True}),
        ({"oneOf": [{"$ref": "#/components/schemas/Hen"}], **BY}, {"oneOf": [{"$ref": "#/components/schemas/Hens"}], **BY}),
        # Texts and examples.
        ({**TEXT, "description": "Two\r\nlines.\n", "title": "", "examples": []}, {**TEXT, "description": "Two\nlines."}),
        ({**TEXT, "example": "a"}, {**TEXT, "examples": ["a"]}),
    ],
)  # fmt: skip
def test_the_same_schema_in_another_notation_is_no_change(one: Any, other: Any) -> None:
    first, second = with_field(one, Cat=CAT, Dog=DOG, **HENS), with_field(other, Cat=CAT, Dog=DOG, **HENS)
    assert [*compare(first, second), *compare(second, first)] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (tagged(TAGS), tagged({"Cat": TAGS["Cat"], "Hound": TAGS["Dog"]})),
        (tagged(), tagged({"Kitten": TAGS["Cat"]})),
        ({"type": "boolean", "enum": [True]}, {"type": "boolean"}),
        ({"oneOf": [WHOLE, {"type": "number"}]}, {"anyOf": [WHOLE, {"type": "number"}]}),
        ({"type": "integer", "exclusiveMinimum": 1}, WHOLE),
        ({"allOf": [TEXT, {"type": "integer"}]}, TEXT),
        ({**OBJECT, "allOf": [CAT], "unevaluatedProperties": False}, {**OBJECT, "allOf": [CAT]}),
        ({"type": "string", "if": {"minLength": 3}, "then": {"pattern": "a"}}, TEXT),
    ],
)
def test_what_only_looks_like_another_notation_is_a_change(one: Any, other: Any) -> None:
    first, second = with_field(one, Cat=CAT, Dog=DOG), with_field(other, Cat=CAT, Dog=DOG)
    assert compare(first, second)
    assert compare(second, first)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 110))
def test_thousands_of_rewrites_are_not_reported(seed: int) -> None:
    small, used = reported(base(), seed, 250, steps=25)
    whole, more = reported(DOC, seed, 250, steps=100)
    print(dict(used + more))
    assert small + whole == []
    assert len(used + more) >= len({step for steps in STEPS.values() for step in steps}) - 6
