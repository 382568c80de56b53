"""Validation of a value against its schema: what differs, where, and the patch that would allow it. No I/O.

Objects and unions are compared here: JSON Schema allows unknown fields, so a validator does not report them. The rest of a
schema (ranges, patterns, formats) is left to jsonschema-rs.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from typing import Any

from ..contract import follow, json_type
from .finding import Finding, abbreviate, is_addition, json_path
from .patch import Node, Pointer, infer_schema, merge, nest

try:
    import jsonschema_rs
except ImportError as error:  # Python's own message would not say what to install
    raise ImportError(
        f"validation needs jsonschema-rs: run pip install 'cartesia-client[contract]' ({error})"
    ) from error

_FOLLOWED = ("properties", "required", "items", "additionalProperties", "discriminator", "enum", "description")


class Schemas:
    """The schemas of one contract."""

    def __init__(self, doc: Node) -> None:
        self.doc = doc
        self._rests: dict[Pointer, Any] = {}

    def resolve(self, pointer: Pointer, node: Node) -> tuple[Pointer, Node]:
        """Follow a reference, fold `allOf`, and return the schema with the place where it stands."""
        while "$ref" in node:
            pointer = tuple(str(node["$ref"]).removeprefix("#/").split("/"))
            node = follow(self.doc, node["$ref"])
        if "allOf" in node:
            whole: dict[str, Any] = {name: entry for name, entry in node.items() if name != "allOf"}
            for index, part in enumerate(node["allOf"]):
                inner = self.resolve((*pointer, "allOf", index), part)[1]
                required = [*whole.get("required", []), *inner.get("required", [])]
                whole = {**merge(dict(inner), whole), "required": required}
            node = whole
        return pointer, node

    def types(self, node: Node) -> set[str]:
        """Return the JSON types that a schema allows; empty if it allows any."""
        node = self.resolve((), node)[1]
        if branches := node.get("anyOf") or node.get("oneOf"):
            found = [self.types(branch) for branch in branches]
            return set().union(*found) if all(found) else set()
        if "type" in node:
            return {node["type"]} if isinstance(node["type"], str) else set(node["type"])
        if "const" in node or "enum" in node:
            return {json_type(entry) for entry in node.get("enum", [node.get("const")])}
        return {"object"} if "properties" in node else {"array"} if "items" in node else set()

    def check(self, pointer: Pointer, node: Node, value: Any, place: str = "$", *, whole: bool = True) -> list[Finding]:
        """Return how a value differs from a schema. `whole`: False for a truncated value, which may lack fields."""
        pointer, node = self.resolve(pointer, node)
        if "anyOf" in node or "oneOf" in node:
            return self._union(pointer, node, value, place, whole)
        types = self.types(node)
        if types and not _fits(types, value):
            wider = (
                {"type": [*sorted(types), json_type(value)]}
                if "type" in node
                else {"anyOf": [dict(node), infer_schema(value)]}
            )
            expected, found = " or ".join(sorted(types)), f"{json_type(value)} {abbreviate(value)}"
            return [Finding("wrong type", place, expected, found, pointer, nest(pointer, wider))]
        if "enum" in node and value not in node["enum"]:
            return [self._unknown_value(pointer, node, value, place)]
        found_here = self._rest(pointer, node, value, place)
        if isinstance(value, dict):
            found_here += self._fields(pointer, node, value, place, whole)
        elif isinstance(value, list) and "items" in node:
            for index, entry in enumerate(value):
                found_here += self.check(
                    (*pointer, "items"), node["items"], entry, json_path(place, index), whole=whole
                )
        return found_here

    def _rest(self, pointer: Pointer, node: Node, value: Any, place: str) -> list[Finding]:
        """Return what jsonschema-rs reports about a value itself, without the entries in it."""
        if pointer not in self._rests:
            rest = {name: entry for name, entry in node.items() if name not in _FOLLOWED and not name.startswith("x-")}
            says_more = rest.keys() - {"type", "default", "deprecated", "title"}
            validator = jsonschema_rs.Draft202012Validator(rest, validate_formats=True) if says_more else None
            self._rests[pointer] = validator
        if (validator := self._rests[pointer]) is None:
            return []
        return [
            Finding(
                "wrong value",
                place,
                f"{name} {abbreviate(node[name])}",
                abbreviate(value),
                pointer,
                nest(pointer, {other: entry for other, entry in node.items() if other != name}),
            )
            for error in validator.iter_errors(value)
            for name in [str(error.schema_path[-1])]
        ]

    def _unknown_value(self, pointer: Pointer, node: Node, value: Any, place: str) -> Finding:
        expected = f"one of {', '.join(map(str, node['enum'][:8]))}{', ...' if len(node['enum']) > 8 else ''}"
        patch = nest(pointer, {"enum": [*node["enum"], value]})
        return Finding("unknown value", place, expected, abbreviate(value), pointer, patch)

    def _fields(self, pointer: Pointer, node: Node, value: dict[str, Any], place: str, whole: bool) -> list[Finding]:
        found = []
        required: list[str] = node.get("required", [])
        for name in dict.fromkeys(required):
            if name not in value and whole:
                patch = nest(pointer, {"required": [other for other in required if other != name]})
                found.append(
                    Finding("missing field", json_path(place, name), "the field is required", "nothing", pointer, patch)
                )
        properties: Node = node.get("properties", {})
        others = node.get("additionalProperties", not properties)
        for name, entry in value.items():
            inner = json_path(place, name)
            if name in properties:
                found += self.check((*pointer, "properties", name), properties[name], entry, inner, whole=whole)
            elif isinstance(others, Mapping):
                found += self.check((*pointer, "additionalProperties"), others, entry, inner, whole=whole)
            elif others is not True:
                patch = nest((*pointer, "properties", name), infer_schema(entry))
                found.append(Finding("unknown field", inner, "no such field", abbreviate(entry), pointer, patch))
        return found

    # -- unions -------------------------------------------------------------------------------------------------------

    def _options(self, pointer: Pointer, node: Node) -> list[tuple[Pointer, Node]]:
        """Return all variants of a union, including those of unions within it."""
        pointer, node = self.resolve(pointer, node)
        word = "anyOf" if "anyOf" in node else "oneOf"
        if word not in node:
            return [(pointer, node)]
        return [each for i, entry in enumerate(node[word]) for each in self._options((*pointer, word, i), entry)]

    def _union(self, pointer: Pointer, node: Node, value: Any, place: str, whole: bool) -> list[Finding]:
        options = self._options(pointer, node)
        fitting = [(p, n) for p, n in options if not (types := self.types(n)) or _fits(types, value)]
        if not fitting:
            word = "anyOf" if "anyOf" in node else "oneOf"
            expected = " or ".join(sorted(self.types(node)))
            patch = nest(pointer, {word: [*node[word], infer_schema(value)]})
            return [Finding("wrong type", place, expected, f"{json_type(value)} {abbreviate(value)}", pointer, patch)]
        if isinstance(value, dict) and (tag := _tag(node, fitting)) in value:
            known = {n["properties"][tag].get("const"): (p, n) for p, n in fitting if tag in n.get("properties", {})}
            if value[tag] not in known:
                return [self._unknown_variant(pointer, node, fitting, value, tag, place)]
            return self.check(*known[value[tag]], value, place, whole=whole)
        enums = [(p, n) for p, n in fitting if "enum" in n]
        if enums and all(value not in n["enum"] for _, n in enums) and all(n.get("const") != value for _, n in fitting):
            return [self._unknown_value(*enums[0], value, place)]
        found = [
            self.check(p, n, value, place, whole=whole) for p, n in fitting if "enum" not in n or value in n["enum"]
        ]
        # The variant with the smallest distance: a fault counts as much as three additions, because a value of a newer
        # version of the right variant has many additions and no fault.
        return min(found, key=lambda each: sum(1 if is_addition(entry.kind) else 3 for entry in each))

    def _unknown_variant(
        self,
        pointer: Pointer,
        node: Node,
        options: list[tuple[Pointer, Node]],
        value: dict[str, Any],
        tag: str,
        place: str,
    ) -> Finding:
        known = [n["properties"][tag].get("const") for _, n in options if tag in n.get("properties", {})]
        names = [str(p[2]) for p, _ in options if p[:2] == ("components", "schemas") and len(p) == 3]
        name = _shared(names) + "".join(part[:1].upper() + part[1:] for part in re.split(r"\W+|_", str(value[tag])))
        reference = f"#/components/schemas/{name}"
        schema = infer_schema(value)
        schema["properties"][tag] = {"const": value[tag]}
        word = "anyOf" if "anyOf" in node else "oneOf"
        union: dict[str, Any] = {word: [*node[word], {"$ref": reference}]}
        if mapping := node.get("discriminator", {}).get("mapping"):
            union["discriminator"] = {"propertyName": tag, "mapping": {**mapping, str(value[tag]): reference}}
        patch = merge(
            nest(("components", "schemas", name), {**schema, "required": [tag]}),
            nest(pointer, union),
        )
        expected = f"one of {', '.join(map(str, known))}"
        return Finding("unknown variant", json_path(place, tag), expected, abbreviate(value[tag]), pointer, patch)


def _shared(names: list[str]) -> str:
    """Return the prefix that all names have."""
    letters = itertools.takewhile(lambda each: len(set(each)) == 1, zip(*names, strict=False))
    return "".join(letter for letter, *_ in letters)


def _fits(types: set[str], value: Any) -> bool:
    kind = json_type(value)
    whole = isinstance(value, float) and value.is_integer()
    return kind in types or (kind == "integer" and "number" in types) or (whole and "integer" in types)


def _tag(node: Node, options: list[tuple[Pointer, Node]]) -> str:
    """Return the field that distinguishes the variants of a union; empty if there is none."""
    if "discriminator" in node:
        return str(node["discriminator"]["propertyName"])
    constants = [
        {name for name, entry in n.get("properties", {}).items() if isinstance(entry.get("const"), str)}
        for _, n in options
    ]
    shared = set.intersection(*constants) if len(constants) > 1 else set()
    return min(shared, default="")
