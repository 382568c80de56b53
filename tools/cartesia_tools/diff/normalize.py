"""Normalize schemas: follow references, merge `allOf`, flatten unions and lists of types into variants.

Two schemas that say the same in different spelling (a component or its text in place, `anyOf` of a type and null or a
list of the two, a union inside a union) normalize to the same.
"""

from __future__ import annotations

from typing import Any

from ..contract import Doc, as_dict, follow
from .keywords import ANNOTATIONS, DOCUMENTATION, NAMING
from .merging import merge
from .variants import NormalizedSchema, Variant, are_disjoint


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
        return content is True or (isinstance(content, dict) and content.keys() <= {*DOCUMENTATION, *NAMING})

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
            merged = merge(merged, content)
        return merge(merged, {key: value for key, value in node.items() if key != "allOf"})

    def _flatten_union(self, name: str | None, node: Doc, keyword: str, inside: tuple[str, ...]) -> NormalizedSchema:
        """Return all variants of the branches, each with what stands beside the union: it holds for every one."""
        result, own = _begin(name, node), _own_keywords(node, keyword, "discriminator")
        if isinstance(own.get("type"), list):  # each branch says itself whether it is null
            own["type"] = [one for one in own["type"] if one != "null"]
            own["type"] = own["type"][0] if len(own["type"]) == 1 else own["type"]
        if isinstance(node.get("discriminator"), dict):
            result.discriminators.append(self._discriminator(node["discriminator"], node[keyword]))
        elif "discriminator" in node:
            own["discriminator"] = node["discriminator"]
        inners = [self._normalize(branch, inside) for branch in node[keyword]]
        for inner in inners:
            result.discriminators += inner.discriminators
            result.null = result.null or inner.null
            # What a union within the union says about its variants together, each of them says here.
            about = {**inner.documentation, **inner.annotations}
            about.pop("union", None)
            for variant in inner.variants:
                schema = {**about, **variant.schema} if about else variant.schema
                result.variants.append(Variant(merge(own, schema) if own else schema, variant.name))
        # Beside nulls, a single union within says itself how its variants exclude each other.
        sole = [inner for inner in inners if inner.variants]
        keyword = str(sole[0].annotations.get("union", keyword)) if len(sole) == 1 else keyword
        if len(result.variants) > 1 and not are_disjoint(result.variants):
            result.annotations["union"] = keyword
        return result

    def _discriminator(self, node: Doc, branches: list[Any]) -> Doc:
        """Return a discriminator with the tags that the names of the components imply, and with names as references."""
        mapping = node.get("mapping", {})
        if not isinstance(mapping, dict):
            return node
        full = {tag: self._component(target) for tag, target in mapping.items()}
        mapped = [self.resolve(self.reference(target))[1] for target in full.values()]
        for branch in branches:
            reference = branch.get("$ref") if isinstance(branch, dict) else None
            name, content = self.resolve(branch)
            if not name or not isinstance(reference, str) or any(content is known for known in mapped):
                continue
            # Where the tag lists its values, the name of the component is none of them, or it is known already.
            values = self._listed(content, str(node.get("propertyName")))
            if not values or name in values:
                full.setdefault(name, reference)
        rest = {key: value for key, value in node.items() if key != "mapping"}
        return {**rest, "mapping": full} if full else rest

    def _listed(self, content: Any, name: str) -> list[Any]:
        """Return the values that a property lists, however it is written."""
        properties = self._fold_all_of(_resolve_boolean(content), ()).get("properties")
        entry = self.resolve(properties.get(name, {}))[1] if isinstance(properties, dict) else {}
        return Variant(self._fold_all_of(_resolve_boolean(entry), ())).values

    def _component(self, target: Any) -> Any:
        """Return the reference that a mapping means by the name of a component."""
        schemas = as_dict(as_dict(self.doc.get("components")).get("schemas"))
        return f"#/components/schemas/{target}" if isinstance(target, str) and target in schemas else target


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
