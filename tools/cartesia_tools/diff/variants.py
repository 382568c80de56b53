"""A schema as alternatives without references and without unions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Any

from ..contract import Doc, have_common, json_equal, json_type
from .keywords import ANNOTATIONS, DOCUMENTATION, NAMING


@dataclass
class Variant:
    """One alternative of a schema: a schema without reference and without union."""

    schema: Doc
    name: str | None = None
    """The component that it is, if it is one."""

    @property
    def type(self) -> str | None:
        """Its JSON type, stated or evident."""
        stated = self.schema.get("type")
        if isinstance(stated, str):
            return stated
        if self.values:
            return json_type(self.values[0])
        if any(key in self.schema for key in ("properties", "required", "additionalProperties")):
            return "object"
        return "array" if "items" in self.schema else None

    @property
    def is_anything(self) -> bool:
        """Whether it allows any value, null included."""
        return self.schema.keys() <= {*DOCUMENTATION, *ANNOTATIONS, *NAMING}

    @property
    def values(self) -> list[Any]:
        """The values that `enum` or `const` lists; empty if any value is valid."""
        if "const" in self.schema:
            return [self.schema["const"]]
        listed = self.schema.get("enum")
        return listed if isinstance(listed, list) else []

    @property
    def rest(self) -> Doc:
        """The schema without the values that it lists."""
        said = "const" if "const" in self.schema else "enum" if self.values else None
        return {key: value for key, value in self.schema.items() if key != said} if said else self.schema

    def tags(self) -> dict[str, Any]:
        """Return the properties that have one value only, such as `type: chunk`: they distinguish variants."""
        properties = self.schema.get("properties")
        found = {}
        for name, entry in properties.items() if isinstance(properties, dict) else ():
            values = Variant(entry).values if isinstance(entry, dict) else ()
            if len(values) == 1:
                found[name] = values[0]
        return found


@dataclass
class NormalizedSchema:
    """A schema as alternatives, and what it says about all of them together."""

    name: str | None
    variants: list[Variant] = field(default_factory=list)
    null: bool = False
    documentation: Doc = field(default_factory=dict)
    annotations: Doc = field(default_factory=dict)
    """ANNOTATIONS and the kind of union, by where they stand."""
    discriminators: list[Doc] = field(default_factory=list)

    def lifted(self) -> NormalizedSchema:
        """Return the same with the texts and annotations that all variants share as those of the whole."""
        first = self.variants[0].schema if self.variants else {}
        shared = {
            key: value
            for key, value in first.items()
            if key in (*DOCUMENTATION, *ANNOTATIONS)
            and key not in self.documentation.keys() | self.annotations.keys()
            and all(key in each.schema and json_equal(each.schema[key], value) for each in self.variants)
        }
        if not shared:
            return self
        rests = [{key: value for key, value in each.schema.items() if key not in shared} for each in self.variants]
        return replace(
            self,
            variants=[Variant(rest, each.name) for rest, each in zip(rests, self.variants, strict=True)],
            documentation={**self.documentation, **{key: shared.pop(key) for key in DOCUMENTATION if key in shared}},
            annotations={**self.annotations, **shared},
        )

    def add(self, variant: Variant) -> None:
        """Add an alternative; null, if the schema says no more about it, is not one but a mark of the whole."""
        is_null = variant.schema.get("type") == "null"
        self.null = self.null or is_null
        if not is_null or set(variant.schema) - {"type", *DOCUMENTATION, *NAMING}:
            self.variants.append(variant)


def are_disjoint(variants: Sequence[Variant]) -> bool:
    """Return whether it is evident that no value is two of them, so that `anyOf` and `oneOf` say the same."""
    return all(_are_apart(one, other) for one, other in combinations(variants, 2))


def _are_apart(one: Variant, other: Variant) -> bool:
    if one.type != other.type:
        return None not in (one.type, other.type) and {one.type, other.type} != {"integer", "number"}
    if one.values and other.values:
        return not have_common(one.values, other.values)
    return any(
        not have_common(values, _required_tags(other)[name])
        for name, values in _required_tags(one).items()
        if name in _required_tags(other)
    )


def _required_tags(variant: Variant) -> dict[str, list[Any]]:
    """Return the properties that are always there and list their values."""
    properties, required = variant.schema.get("properties"), variant.schema.get("required")
    if not isinstance(properties, dict) or not isinstance(required, list):
        return {}
    entries = {name: Variant(node).values for name, node in properties.items() if isinstance(node, dict)}
    return {name: values for name, values in entries.items() if values and name in required}
