"""Schemas in one form: references followed, `allOf` merged, unions and lists of types flattened into variants.

Two schemas that say the same in different spelling (a component or its text in place, `anyOf` of a type and null or a
list of the two, a union inside a union) have the same form.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..contract import Doc, follow, json_type

TEXTS = ("description", "summary", "title", "example", "examples", "x-evidence", "externalDocs", "$comment")
NOTES = ("default", "deprecated", "readOnly", "writeOnly")
# Under these keys stand names that the contract chose, not keywords.
_NAMED = ("properties", "patternProperties", "$defs", "dependentSchemas", "headers", "content", "responses", "mapping")
# Under these stand values: nothing in them is a keyword or a text.
_VALUES = ("default", "enum", "const")
_IMPLIED = {"additionalProperties": ("true", "{}"), "required": ("false", "[]"), "deprecated": ("false",)}


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
        """What `enum` or `const` lists; empty where any value will do."""
        if "const" in self.schema:
            return [self.schema["const"]]
        listed = self.schema.get("enum")
        return listed if isinstance(listed, list) else []

    @property
    def rest(self) -> Doc:
        """What it says beside the values that it lists."""
        said = "const" if "const" in self.schema else "enum" if self.values else None
        return {key: value for key, value in self.schema.items() if key != said} if said else self.schema

    def tags(self) -> dict[str, Any]:
        """The properties that have one value only, such as `type: chunk`: they tell variants apart."""
        properties = self.schema.get("properties")
        found = {}
        for name, entry in properties.items() if isinstance(properties, dict) else ():
            values = Variant(entry).values if isinstance(entry, dict) else ()
            if len(values) == 1:
                found[name] = values[0]
        return found


@dataclass
class Form:
    """A schema as alternatives, and what is said about all of them together."""

    name: str | None
    variants: list[Variant] = field(default_factory=list)
    null: bool = False
    texts: Doc = field(default_factory=dict)
    notes: Doc = field(default_factory=dict)
    """Defaults, deprecations and the kind of union, by where they stand."""
    discriminators: list[Doc] = field(default_factory=list)


class Document:
    """A contract, and the forms of its schemas."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._forms: dict[int | str, tuple[Any, Form]] = {}  # the schema is kept, so that its id stays its own
        self._references: dict[str, Doc] = {}

    def target(self, reference: str) -> Any:
        """What a `$ref` means; a reference to nothing is content of its own, equal only to itself."""
        try:
            return follow(self.doc, str(reference))
        except LookupError as error:
            return {"?": str(error)}

    def resolve(self, node: Any) -> tuple[str | None, Any]:
        """The name and the content behind a reference; keywords beside the reference come on top."""
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

    def reference(self, target: Any) -> Doc:
        """A reference to this target, the same object each time."""
        return self._references.setdefault(str(target), {"$ref": str(target)})

    def form(self, schema: Any) -> Form:
        plain = isinstance(schema, dict) and len(schema) == 1 and isinstance(schema.get("$ref"), str)
        # All plain references to a component have one form, so that a walk knows where it has been.
        key = schema["$ref"] if plain else id(schema)
        known = self._forms.get(key)
        if known is None:
            known = self._forms[key] = (schema, self._form(schema, ()))
        return known[1]

    def _form(self, schema: Any, inside: tuple[str, ...]) -> Form:
        name, node = self.resolve(schema)
        if not isinstance(node, dict):
            node = {} if node is True else {"not": {}} if node is False else {"?": node}
        if name in inside:
            return Form(name, [Variant({"?": f"a union that contains itself: {name}"})])
        inside = (*inside, name) if name else inside
        merged = self._merged(node, inside)
        if name is None and isinstance(node.get("allOf"), list) and len(node["allOf"]) == 1:
            name = self.resolve(node["allOf"][0])[0]  # a reference with something said beside it, as of old
            inside = (*inside, name) if name else inside
        node = merged
        union = [key for key in ("anyOf", "oneOf") if isinstance(node.get(key), list)][:1]
        types = node.get("type")
        if not union and not isinstance(types, list):
            return self._single(Form(name), Variant(node, name))
        form = Form(name, texts={key: node[key] for key in TEXTS if key in node})
        form.notes = {key: node[key] for key in NOTES if key in node}
        own = {key: value for key, value in node.items() if key not in (*TEXTS, *NOTES, *union, "discriminator")}
        if not union:
            for one in types if isinstance(types, list) else ():
                self._single(form, Variant({**own, "type": one} if one != "null" else {"type": "null"}))
            return form
        if isinstance(node.get("discriminator"), dict):
            form.discriminators.append(node["discriminator"])
        elif "discriminator" in node:
            own["discriminator"] = node["discriminator"]
        for index, branch in enumerate(node[union[0]]):
            inner = self._form(branch, inside)
            form.notes.update({f"{index}.{key}": value for key, value in inner.notes.items()})
            form.discriminators += inner.discriminators
            form.null = form.null or inner.null
            for variant in inner.variants:
                form.variants.append(Variant(_together(own, variant.schema), variant.name) if own else variant)
        if len(form.variants) > 1:
            form.notes["union"] = union[0]
        return form

    @staticmethod
    def _single(form: Form, variant: Variant) -> Form:
        form.null = form.null or variant.schema.get("type") == "null"
        if variant.schema.get("type") != "null" or set(variant.schema) - {"type", *TEXTS}:
            form.variants.append(variant)
        return form

    def _merged(self, node: Doc, inside: tuple[str, ...]) -> Doc:
        """The node with the members of its `allOf` folded in, as far as they do not contradict one another."""
        if not isinstance(node.get("allOf"), list):
            return node
        merged: Doc = {}
        for member in node["allOf"]:
            name, content = self.resolve(member)
            if name in inside or not isinstance(content, dict):
                content = {"allOf": [content]}
            else:
                content = self._merged(content, (*inside, name) if name else inside)
            merged = _together(merged, content)
        return _together(merged, {key: value for key, value in node.items() if key != "allOf"})


def _together(first: Doc, second: Doc) -> Doc:
    """What holds when both hold. What cannot be merged stays as an `allOf`."""
    result = dict(first)
    conflicts: Doc = {}
    for key, value in second.items():
        if key not in result or result[key] == value or key in TEXTS:
            result[key] = value
        elif key == "properties":
            both = {name: {"allOf": [result[key][name], value[name]]} for name in result[key].keys() & value.keys()}
            result[key] = {**result[key], **value, **both}
        elif key in ("required", "allOf"):
            result[key] = [*result[key], *(entry for entry in value if entry not in result[key])]
        else:
            conflicts[key] = value
    if conflicts:
        result["allOf"] = [*result.get("allOf", []), conflicts]
    return result


def key_of(value: Any) -> str:
    """A value as a key: 1, "1", 1.0 and true are four."""
    return json.dumps(value, sort_keys=True)


def equal(first: Any, second: Any) -> bool:
    """Whether two values are equal as JSON."""
    return first == second if isinstance(first, str) else key_of(first) == key_of(second)


Assumed = dict[tuple[int, int], Any]
"""Pairs that are taken to be equal, by identity; the values keep what is identified alive."""


def same(old: Document, first: Any, new: Document, second: Any, assumed: Assumed | None = None) -> bool:
    """Whether two parts of contracts are equal: references followed, texts left out, in whichever order unions stand."""
    return _same(old, first, new, second, "", {} if assumed is None else assumed)


def _same(old: Document, first: Any, new: Document, second: Any, key: str, assumed: Assumed) -> bool:
    if key in _VALUES or key in ("required", "type"):
        lists = isinstance(first, list) and isinstance(second, list) and key in ("required", "enum", "type")
        return {key_of(one) for one in first} == {key_of(one) for one in second} if lists else equal(first, second)
    if key == "mapping" and isinstance(first, dict) and isinstance(second, dict):
        first, second = dict(_as_references(first)), dict(_as_references(second))
    elif (id(first), id(second)) in assumed:
        return True
    else:
        assumed[id(first), id(second)] = (first, second)
    (_, first), (_, second) = old.resolve(first), new.resolve(second)
    if isinstance(first, dict) and isinstance(second, dict):
        left, right = _bare(first, key), _bare(second, key)
        return left.keys() == right.keys() and all(
            _same(old, left[name], new, right[name], "" if key in _NAMED else name, assumed) for name in left
        )
    if isinstance(first, list) and isinstance(second, list) and key == "anyOf":
        return len(first) == len(second) and _same_union(old, first, new, second, assumed)
    if isinstance(first, list) and isinstance(second, list):
        return len(first) == len(second) and all(
            _same(old, one, new, other, "", assumed) for one, other in zip(first, second, strict=True)
        )
    return equal(first, second)


def _same_union(old: Document, first: list[Any], new: Document, second: list[Any], assumed: Assumed) -> bool:
    left = list(second)
    for one in first:
        for index, other in enumerate(left):
            trial = dict(assumed)
            if _same(old, one, new, other, "", trial):
                assumed.update(trial)
                del left[index]
                break
        else:
            return False
    return True


def _bare(node: Doc, key: str) -> Doc:
    """Without texts, and without what says no more than its absence."""
    if key in _NAMED:
        return node
    bare = {
        name: value
        for name, value in node.items()
        if name not in TEXTS and not (name in _IMPLIED and key_of(value) in _IMPLIED[name])
    }
    # The kind of a union is a note of its form; a list of types is a union, too.
    if "oneOf" in bare and "anyOf" not in bare:
        bare["anyOf"] = bare.pop("oneOf")
    if isinstance(bare.get("type"), list) and "anyOf" not in bare:
        notes = {name: bare.pop(name) for name in NOTES if name in bare}
        types = bare.pop("type")
        bare = {**notes, "anyOf": [{**bare, "type": one} if one != "null" else {"type": "null"} for one in types]}
    return bare


def _as_references(mapping: Doc) -> Iterator[tuple[str, Any]]:
    for tag, target in mapping.items():
        yield tag, {"$ref": target} if isinstance(target, str) and target.startswith("#/") else target
