"""Normalize schemas: follow references, merge `allOf`, flatten unions and lists of types into variants.

Two schemas that say the same in different spelling (a component or its text in place, `anyOf` of a type and null or a
list of the two, a union inside a union) normalize to the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from ..contract import Doc, follow, json_equal, json_type

ALIASES = "x-aliases"
"""The keyword of second names: former names of a method, other names of a type."""
TEXTS = (
    "description",
    "summary",
    "title",
    "example",
    "examples",
    "x-evidence",
    "x-former",
    "externalDocs",
    "tags",
    "$comment",
)
DOCUMENTATION = (*TEXTS, ALIASES)
"""Keywords for readers: programs do not depend on them."""
ANNOTATIONS = ("default", "deprecated", "readOnly", "writeOnly", "x-context")
"""Keywords about a schema as a whole, whichever variant a value is."""


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
        if not is_null or set(variant.schema) - {"type", *DOCUMENTATION}:
            self.variants.append(variant)


class Document:
    """A contract, and its schemas in normalized form."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        # The schema is kept beside its result, so that its id stays its own.
        self._normalized: dict[int | str, tuple[Any, NormalizedSchema]] = {}
        self._references: dict[str, Doc] = {}

    def target(self, reference: str) -> Any:
        """Return the target of a `$ref`; one that leads nowhere is content of its own, equal only to itself."""
        try:
            return follow(self.doc, str(reference))
        except LookupError as error:
            return {"?": str(error)}

    def resolve(self, node: Any) -> tuple[str | None, Any]:
        """Return the name and the content behind a reference; keywords beside the reference come on top."""
        name: str | None = None
        passed: set[str] = set()
        while isinstance(node, dict) and isinstance(node.get("$ref"), str):
            reference = node["$ref"]
            if reference in passed:
                return name, {"?": f"the reference {reference} leads to itself"}
            passed.add(reference)
            name = name or reference.rsplit("/", 1)[-1]
            beside = {key: value for key, value in node.items() if key != "$ref"}
            target = self.target(reference)
            node = {**target, **beside} if beside and isinstance(target, dict) else target
        return name, node

    def allows_anything(self, schema: Any) -> bool:
        """Return whether a schema says nothing, itself or what it refers to."""
        content = self.resolve(schema)[1]
        return content is True or (isinstance(content, dict) and content.keys() <= {*DOCUMENTATION})

    def reference(self, target: Any) -> Doc:
        """Return a reference to this target, the same object each time."""
        return self._references.setdefault(str(target), {"$ref": str(target)})

    def normalize(self, schema: Any) -> NormalizedSchema:
        """Return a schema in normalized form, the same object each time."""
        plain = isinstance(schema, dict) and len(schema) == 1 and isinstance(schema.get("$ref"), str)
        # All plain references to a component have one result, so that a comparison knows where it has been.
        key = schema["$ref"] if plain else id(schema)
        known = self._normalized.get(key)
        if known is None:
            known = self._normalized[key] = (schema, self._normalize(schema, ()))
        return known[1]

    # -- the steps ------------------------------------------------------------------------------------------------
    #
    # `inside` names the components around a schema, the outermost first. References and members of `allOf` and of
    # unions are followed at once, so a component that is made of itself would never end; properties and items are not
    # followed here but when they are compared, so a component may well contain itself there.

    def _normalize(self, schema: Any, inside: tuple[str, ...]) -> NormalizedSchema:
        name, node = self.resolve(schema)
        if name in inside:
            return _guard_recursion(name)
        inside = (*inside, name) if name else inside
        node = _resolve_boolean(node)
        if name is None and (name := self._sole_member(node)):
            merged, inside = self._fold_all_of(node, inside), (*inside, name)
        else:
            merged = self._fold_all_of(node, inside)
        for keyword in ("anyOf", "oneOf"):
            if isinstance(merged.get(keyword), list):
                return self._flatten_union(name, merged, keyword, inside)
        if isinstance(merged.get("type"), list):
            return _split_type_list(name, merged)
        result = NormalizedSchema(name)
        values = merged.get("enum")
        if isinstance(values, list) and "type" not in merged and None in values and len(values) > 1:
            result.null, merged = True, {**merged, "enum": [value for value in values if value is not None]}
        result.add(Variant(merged, name))
        return result

    def _sole_member(self, node: Doc) -> str | None:
        """Return the component that an `allOf` of one member means.

        Before OpenAPI 3.1, keywords beside a reference were ignored, so `allOf` was the way to say more about it.
        """
        members = node.get("allOf")
        return self.resolve(members[0])[0] if isinstance(members, list) and len(members) == 1 else None

    def _fold_all_of(self, node: Doc, inside: tuple[str, ...]) -> Doc:
        """Return the node with the members of its `allOf` merged in, as far as they do not contradict one another."""
        if not isinstance(node.get("allOf"), list):
            return node
        merged: Doc = {}
        for member in node["allOf"]:
            name, content = self.resolve(member)
            if name in inside or not isinstance(content, dict):
                content = {"allOf": [content]}
            else:
                content = self._fold_all_of(content, (*inside, name) if name else inside)
            merged = _merge(merged, content)
        return _merge(merged, {key: value for key, value in node.items() if key != "allOf"})

    def _flatten_union(self, name: str | None, node: Doc, keyword: str, inside: tuple[str, ...]) -> NormalizedSchema:
        """Return all variants of the branches, each with what stands beside the union: it holds for every one."""
        result, own = _begin(name, node), _own_keywords(node, keyword, "discriminator")
        if isinstance(node.get("discriminator"), dict):
            result.discriminators.append(node["discriminator"])
        elif "discriminator" in node:
            own["discriminator"] = node["discriminator"]
        for branch in node[keyword]:
            inner = self._normalize(branch, inside)
            result.discriminators += inner.discriminators
            result.null = result.null or inner.null
            # What a union within the union says about its variants together, each of them says here.
            about = {**inner.documentation, **inner.annotations}
            about.pop("union", None)
            for variant in inner.variants:
                schema = {**about, **variant.schema} if about else variant.schema
                result.variants.append(Variant(_merge(own, schema) if own else schema, variant.name))
        if len(result.variants) > 1:
            result.annotations["union"] = keyword
        return result


def _guard_recursion(name: str | None) -> NormalizedSchema:
    """Return what stands for a component within itself: content of its own, equal only to itself."""
    return NormalizedSchema(name, [Variant({"?": f"a union that contains itself: {name}"})])


def _resolve_boolean(node: Any) -> Doc:
    """Return the object for a schema: `true` allows anything, `false` nothing; no other value is a schema."""
    if isinstance(node, dict):
        return node
    return {} if node is True else {"not": {}} if node is False else {"?": node}


def _split_type_list(name: str | None, node: Doc) -> NormalizedSchema:
    """Return a variant for each type of a list, all with the other keywords: `type: [string, null]` is a union, too."""
    result, own = _begin(name, node), _own_keywords(node, "discriminator")
    values = own.get("enum")
    if isinstance(values, list) and "null" in node["type"]:
        own["enum"] = [value for value in values if value is not None]
    for one in node["type"]:
        # Where values are listed, null is allowed only as one of them.
        if one != "null" or not isinstance(values, list) or None in values:
            result.add(Variant({**own, "type": one} if one != "null" else {"type": "null"}))
    return result


def _begin(name: str | None, node: Doc) -> NormalizedSchema:
    result = NormalizedSchema(name, documentation={key: node[key] for key in DOCUMENTATION if key in node})
    result.annotations = {key: node[key] for key in ANNOTATIONS if key in node}
    return result


def _own_keywords(node: Doc, *besides: str) -> Doc:
    return {key: value for key, value in node.items() if key not in (*DOCUMENTATION, *ANNOTATIONS, *besides)}


def _merge(first: Doc, second: Doc) -> Doc:
    """Return what holds when both hold. What cannot be merged stays as an `allOf`."""
    result = dict(first)
    conflicts: Doc = {}
    for key, value in second.items():
        known = result.get(key)
        if key not in result or known == value or key in DOCUMENTATION:
            result[key] = value
        elif key == "properties" and isinstance(known, dict) and isinstance(value, dict):
            both = {name: {"allOf": [known[name], value[name]]} for name in known.keys() & value.keys()}
            result[key] = {**known, **value, **both}
        elif key in ("required", "allOf") and isinstance(known, list) and isinstance(value, list):
            result[key] = [*known, *(entry for entry in value if entry not in known)]
        else:
            conflicts[key] = value
    if conflicts:
        result["allOf"] = [*result.get("allOf", []), conflicts]
    return result
