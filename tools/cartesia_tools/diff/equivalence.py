"""Whether two parts of contracts are equivalent: references followed, documentation left out, unions in any order.

It knows nothing about kinds of change. The diff asks it where a keyword has no kind of its own, and as a net below
itself, for what it should have found and did not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..contract import Doc, json_equal, json_key
from .keywords import DOCUMENTATION, NAMING
from .normalize import Document
from .variants import NormalizedSchema

# The keys under these are names that the contract chose, not keywords.
_NAMED = ("properties", "patternProperties", "$defs", "dependentSchemas", "headers", "content", "responses", "mapping")
# Under these stand values: nothing in them is a keyword or documentation.
_VALUES = ("default", "enum", "const", "required", "type")
# Lists whose order says nothing: of values, and of schemas.
_SETS = ("required", "enum", "type")
_COMBINATIONS = ("anyOf", "oneOf", "allOf")
# What these say is what their absence says.
_IMPLIED = {"additionalProperties": ("true", "{}"), "required": ("false", "[]"), "deprecated": ("false",)}
# Where a schema that allows anything, perhaps in a component, says what its absence says.
_OPEN = ("additionalProperties", "items", "propertyNames", "schema", "unevaluatedItems", "unevaluatedProperties")


def equivalent(old: Document, first: Any, new: Document, second: Any) -> bool:
    """Return whether a part of one contract means the same as a part of another."""
    return Equivalence(old, new)(first, second)


class Equivalence:
    """Compares parts of two contracts.

    Schemas may contain themselves, so a pair that is already under comparison is assumed to be equal: if anything
    about it differs, that is found where the comparison of the pair began. What is assumed stays valid as long as every
    comparison succeeds; after one that fails, make a new Equivalence.
    """

    def __init__(self, old: Document, new: Document) -> None:
        self._old, self._new = old, new
        # By identity; the values keep the identified objects alive.
        self._assumed: dict[tuple[int, int], Any] = {}

    def __call__(self, first: Any, second: Any, key: str = "") -> bool:
        """Return whether two nodes are equivalent. `key` is the keyword that they stand under."""
        if key in _VALUES:
            return _equal_values(key, first, second)
        if key == "mapping" and isinstance(first, dict) and isinstance(second, dict):
            first, second = dict(_as_references(first)), dict(_as_references(second))
        elif (id(first), id(second)) in self._assumed:
            return True
        else:
            self._assumed[id(first), id(second)] = (first, second)
        (_, one), (_, other) = self._old.resolve(first), self._new.resolve(second)
        if isinstance(one, dict) and isinstance(other, dict):
            if key not in _NAMED and (_has_alternatives(one) or _has_alternatives(other)):
                return self._equal_schemas(self._old.normalize(first), self._new.normalize(second))
            return self._equal_objects(one, other, key)
        if isinstance(one, list) and isinstance(other, list):
            return self._equal_sets(one, other) if key in _COMBINATIONS else self._equal_lists(one, other)
        return json_equal(one, other)

    def _equal_schemas(self, first: NormalizedSchema, second: NormalizedSchema) -> bool:
        """Compare two schemas that have alternatives by what these are, however the unions are nested."""
        first, second = first.lifted(), second.lifted()
        said, others = (
            {key: value for key, value in schema.annotations.items() if key != "union"} for schema in (first, second)
        )
        return (
            first.null == second.null
            and json_key(said) == json_key(others)
            and self._equal_sets(first.discriminators, second.discriminators)
            and self._equal_sets(_alternatives(first), _alternatives(second))
        )

    def _equal_objects(self, first: Doc, second: Doc, key: str) -> bool:
        named = key in _NAMED
        if named:
            one, other = _named(first, key), _named(second, key)
        else:
            one, other = _closed(self._old, _bare(first)), _closed(self._new, _bare(second))
        return one.keys() == other.keys() and all(self(one[name], other[name], "" if named else name) for name in one)

    def _equal_lists(self, first: list[Any], second: list[Any]) -> bool:
        return len(first) == len(second) and all(self(one, other) for one, other in zip(first, second, strict=True))

    def _equal_sets(self, first: Sequence[Any], second: Sequence[Any]) -> bool:
        """Find a partner for each member. Undo what a failed attempt assumed before the next one."""
        left = list(second)
        for one in first:
            for index, other in enumerate(left):
                before = dict(self._assumed)
                if self._equal_members(one, other):
                    del left[index]
                    break
                self._assumed = before
            else:
                return False
        return not left

    def _equal_members(self, first: Any, second: Any) -> bool:
        """Compare two members of a combination. The variants of a normalized schema are not normalized again: an
        `allOf` that is left in them is one that cannot be merged."""
        if isinstance(first, dict) and isinstance(second, dict) and "$ref" not in {*first, *second}:
            return self._equal_objects(first, second, "")
        return self(first, second)


def _has_alternatives(node: Doc) -> bool:
    """Return whether a schema is a combination of others, or has several types."""
    return isinstance(node.get("type"), list) or any(isinstance(node.get(word), list) for word in _COMBINATIONS)


def _alternatives(schema: NormalizedSchema) -> list[Doc]:
    """Return the variants as schemas; those that list values of one kind are one, however they were divided."""
    found: dict[str, Doc] = {}
    for index, variant in enumerate(schema.variants):
        key = json_key(_bare(variant.rest)) if variant.values else str(index)
        if key in found:
            found[key] = {**found[key], "enum": [*found[key]["enum"], *variant.values]}
        else:
            found[key] = variant.schema
    return list(found.values())


def _equal_values(key: str, first: Any, second: Any) -> bool:
    if key in _SETS and isinstance(first, list) and isinstance(second, list):
        return {json_key(one) for one in first} == {json_key(one) for one in second}
    return json_equal(first, second)


def _named(node: Doc, key: str) -> Doc:
    """Return what stands under names; headers have no case."""
    return {name.lower(): value for name, value in node.items()} if key == "headers" else node


def _bare(node: Doc) -> Doc:
    """Return the node without documentation, and without what says no more than its absence."""
    return {
        name: value
        for name, value in node.items()
        if name not in (*DOCUMENTATION, *NAMING) and not (name in _IMPLIED and json_key(value) in _IMPLIED[name])
    }


def _closed(document: Document, node: Doc) -> Doc:
    """Return the node without schemas that allow anything where that is what their absence means."""
    return {name: value for name, value in node.items() if name not in _OPEN or not document.allows_anything(value)}


def _as_references(mapping: Doc) -> Iterator[tuple[str, Any]]:
    for tag, target in mapping.items():
        yield tag, {"$ref": target} if isinstance(target, str) and target.startswith("#/") else target
