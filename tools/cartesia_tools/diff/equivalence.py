"""Whether two parts of contracts are equivalent: references followed, documentation left out, unions in any order.

It knows nothing about kinds of change. The diff asks it where a keyword has no kind of its own, and as a net below
itself, for what it should have found and did not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..contract import Doc, json_equal, json_key
from .normalize import ANNOTATIONS, DOCUMENTATION, Document

# The keys under these are names that the contract chose, not keywords.
_NAMED = ("properties", "patternProperties", "$defs", "dependentSchemas", "headers", "content", "responses", "mapping")
# Under these stand values: nothing in them is a keyword or documentation.
_VALUES = ("default", "enum", "const", "required", "type")
# Values whose order says nothing.
_SETS = ("required", "enum", "type")
# What these say is what their absence says.
_IMPLIED = {"additionalProperties": ("true", "{}"), "required": ("false", "[]"), "deprecated": ("false",)}


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
        (_, first), (_, second) = self._old.resolve(first), self._new.resolve(second)
        if isinstance(first, dict) and isinstance(second, dict):
            return self._equal_objects(first, second, key)
        if isinstance(first, list) and isinstance(second, list):
            return self._equal_unions(first, second) if key == "anyOf" else self._equal_lists(first, second)
        return json_equal(first, second)

    def _equal_objects(self, first: Doc, second: Doc, key: str) -> bool:
        named = key in _NAMED
        one, other = (first, second) if named else (_bare(first), _bare(second))
        return one.keys() == other.keys() and all(self(one[name], other[name], "" if named else name) for name in one)

    def _equal_lists(self, first: list[Any], second: list[Any]) -> bool:
        return len(first) == len(second) and all(self(one, other) for one, other in zip(first, second, strict=True))

    def _equal_unions(self, first: list[Any], second: list[Any]) -> bool:
        """Find a partner for each member. Undo what a failed attempt assumed before the next one."""
        left = list(second)
        for one in first:
            for index, other in enumerate(left):
                before = dict(self._assumed)
                if self(one, other):
                    del left[index]
                    break
                self._assumed = before
            else:
                return False
        return not left


def _equal_values(key: str, first: Any, second: Any) -> bool:
    if key in _SETS and isinstance(first, list) and isinstance(second, list):
        return {json_key(one) for one in first} == {json_key(one) for one in second}
    return json_equal(first, second)


def _bare(node: Doc) -> Doc:
    """Return the node in the spelling that is compared: without documentation, without what says no more than its
    absence, and with every union as `anyOf` (its kind is an annotation, a list of types is a union, too)."""
    bare = {
        name: value
        for name, value in node.items()
        if name not in DOCUMENTATION and not (name in _IMPLIED and json_key(value) in _IMPLIED[name])
    }
    if "oneOf" in bare and "anyOf" not in bare:
        bare["anyOf"] = bare.pop("oneOf")
    if isinstance(bare.get("type"), list) and "anyOf" not in bare:
        annotations = {name: bare.pop(name) for name in ANNOTATIONS if name in bare}
        types = bare.pop("type")
        variants = [{**bare, "type": one} if one != "null" else {"type": "null"} for one in types]
        bare = {**annotations, "anyOf": variants}
    return bare


def _as_references(mapping: Doc) -> Iterator[tuple[str, Any]]:
    for tag, target in mapping.items():
        yield tag, {"$ref": target} if isinstance(target, str) and target.startswith("#/") else target
