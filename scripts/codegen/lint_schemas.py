"""What is wrong with a schema by itself: values that do not fit, a choice of nothing, a reference with company."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .merge import Contract, Doc
from .structure import shown

Place = tuple[str, ...]
_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
    "array": list,
    "object": dict,
}
_CHOICES = ("oneOf", "anyOf", "allOf")
_BESIDE_REF = ("$ref", "title", "description", "default", "deprecated", "examples")
_SAYINGS = {"title", "description", "deprecated", "examples", "default"}
"""Keywords that say something of values, and allow all of them."""
_CHAIN, _LISTS, _LEVELS = 100, 15, 80
_LIMITS = (("minimum", "maximum"), ("minLength", "maxLength"), ("minItems", "maxItems"))


def faults(contract: Contract, node: Doc) -> Iterator[tuple[Place, str]]:
    """Yield (place in the schema, fault) of one schema; not of those in it."""
    if "$ref" in node:
        for key in node:
            if key not in _BESIDE_REF and not key.startswith("x-"):
                yield (key,), "has no effect beside $ref; write allOf: with the reference and a schema of the rest"
    else:
        yield from _values(node)
        yield from _limits(node)
        yield from _parts(contract, node)
        yield from _discriminator(contract, node)
    if "default" in node and not _fits(contract, {**node, "default": None}, node["default"]):
        yield ("default",), f"{shown(node['default'])} is no value that the schema allows"


def _values(node: Doc) -> Iterator[tuple[Place, str]]:
    """Yield what is wrong with the values that are listed."""
    if isinstance(node.get("type"), list) and "enum" in node:
        yield (), "an enum has one type; one that may be null must be anyOf of the enum and null"
    kind = node["type"] if isinstance(node.get("type"), str) else None
    listed = [("enum", value) for value in node.get("enum", ())]
    listed += [("const", node["const"])] if "const" in node else []
    for key, value in listed:
        if kind and not _is_of(kind, value):
            yield (key,), f"{shown(value)} is not of the type {kind}{_way(kind, value)}"
    values = node.get("enum", ())
    if "enum" in node and not values:
        yield ("enum",), "is empty; list at least one value"
    if len(set(map(str, values))) != len(values):
        yield ("enum",), "a value stands twice"
    kinds = {str if isinstance(value, str) else bool if isinstance(value, bool) else float for value in values}
    if not kind and None not in values and len(kinds) > 1:
        yield ("enum",), "has values of several types; write anyOf: with an enum of each type"


def _way(kind: str, value: Any) -> str:
    """Return how to write a value that is not of a type."""
    if value is None:
        return '; write anyOf: with this schema and type: "null"'
    return f'; put it in quotes: "{shown(value)}"' if kind == "string" else ""


def _limits(node: Doc) -> Iterator[tuple[Place, str]]:
    for key in ("minLength", "maxLength", "minItems", "maxItems"):
        if node.get(key, 0) < 0:
            yield (key,), f"{node[key]} is less than zero"
    for low, high in _LIMITS:
        if low in node and high in node and node[low] > node[high]:
            yield (low,), f"{node[low]} is more than the {high} {node[high]}"
    try:
        re.compile(node.get("pattern", ""))
    except re.error as error:
        yield ("pattern",), f"is no regular expression: {error}"


def _parts(contract: Contract, node: Doc) -> Iterator[tuple[Place, str]]:
    """Yield what is wrong with what a schema is made of."""
    if "array" in (node.get("type"), *node.get("type", ())) and "items" not in node:
        yield (), "a list needs items: with the schema of its values; {} allows any"
    for key in _CHOICES:
        if key in node and not node[key]:
            yield (key,), "is empty; list at least one schema"
    parts = node.get("allOf", ())
    if len(parts) > 1 and not any(_is_in(contract, part, parts, ()) for part in parts):
        types: dict[str, Any] = {}
        for index, part in enumerate(parts):
            if part.keys() - _SAYINGS and not is_object(contract, part):
                yield ("allOf", str(index)), "is no object; allOf joins the properties of objects"
            for name, kind in _property_types(contract, part):
                if types.setdefault(name, kind) != kind:
                    yield ("allOf", str(index)), f"has the property {name!r} as {kind}, another part as {types[name]}"


def _property_types(contract: Contract, part: Doc) -> Iterator[tuple[str, str]]:
    """Yield (name, type) of the properties of a part that state one."""
    schema = contract.resolve(part)
    for entry in schema.get("allOf", ()):
        yield from _property_types(contract, entry)
    for name, entry in schema.get("properties", {}).items():
        kind = contract.resolve(entry).get("type")
        if isinstance(kind, str):
            yield name, "number" if kind == "integer" else kind


def _is_in(contract: Contract, node: Any, parts: Any, above: tuple[int, ...]) -> bool:
    """Return whether parts of allOf lead back to themselves, of which `loops` says more."""
    target = contract.resolve(node)
    if id(target) in above:
        return True
    return any(_is_in(contract, part, parts, (*above, id(target))) for part in target.get("allOf", ()))


def is_object(contract: Contract, schema: Doc) -> bool:
    """Return whether all values of a schema are objects, which a choice of objects is not here: it has no properties."""
    schema = contract.resolve(schema)
    parts = schema.get("allOf", ())
    own = schema.get("type") == "object" or "properties" in schema or "required" in schema
    return own or bool(parts and all(is_object(contract, part) for part in parts))


def _discriminator(contract: Contract, node: Doc) -> Iterator[tuple[Place, str]]:
    """Yield what is wrong with a discriminator. The constants tell the variants apart, for a reader sees no mapping."""
    if "discriminator" not in node:
        return
    name, mapping = node["discriminator"]["propertyName"], node["discriminator"].get("mapping", {})
    branches = node.get("oneOf") or node.get("anyOf") or ()
    if not branches:
        yield ("discriminator",), "is for oneOf and anyOf, which the schema does not have"
    constants: dict[str, Any] = {}
    for index, branch in enumerate(branches):
        target = contract.resolve(branch)
        constant = _property(contract, target, name).get("const")
        if target.get("type") == "null":
            continue
        if not isinstance(constant, str):
            where = ("oneOf" if "oneOf" in node else "anyOf", str(index))
            yield where, f"the variant has no constant {name!r}, which tells the variants apart; write const: in it"
        elif constants.setdefault(constant, target) is not target:
            yield ("discriminator",), f"two variants have the {name} {constant!r}"
    for value, ref in mapping.items():
        place, target = (
            ("discriminator", "mapping", value),
            ref if ref.startswith("#") else f"#/components/schemas/{ref}",
        )
        named = contract.doc["components"]["schemas"].get(target.rpartition("/")[2])
        if named is None:
            yield place, f"{ref!r} leads nowhere"
        elif constants and constants.get(value) is not named:
            yield place, f"{ref!r} is not the variant whose {name} is {value!r}"


def _property(contract: Contract, schema: Doc, name: str) -> Doc:
    """Return a property of an object, or of what it is composed of."""
    found: Doc = contract.resolve(schema.get("properties", {}).get(name, {}))
    for part in schema.get("allOf", ()):
        found = found or _property(contract, contract.resolve(part), name)
    return found


def _is_of(kind: str, value: Any) -> bool:
    return isinstance(value, _TYPES[kind]) and (not isinstance(value, bool) or kind == "boolean")


def _fits(contract: Contract, schema: Doc, value: Any) -> bool:
    """Return whether a value is one that a schema allows, as far as types and listed values go."""
    schema = contract.resolve(schema)
    branches = (*schema.get("oneOf", ()), *schema.get("anyOf", ()))
    kinds = schema.get("type", ())
    kinds = [kinds] if isinstance(kinds, str) else kinds
    return (
        (not kinds or any(_is_of(kind, value) for kind in kinds))
        and ("const" not in schema or schema["const"] == value)
        and ("enum" not in schema or value in schema["enum"])
        and (not branches or any(_fits(contract, branch, value) for branch in branches))
    )


def loops(contract: Contract) -> Iterator[str]:
    """Yield the components that are made of themselves with no object between, whose values have no end, or lie too deep."""
    schemas = contract.doc.get("components", {}).get("schemas", {})
    for name, node in schemas.items():
        seen: set[int] = set()
        waiting = [*_made_of(node)]
        while waiting:
            target = contract.resolve(waiting.pop())
            if target is node:
                where = contract.where("components", "schemas", name)
                yield f"{where}: is made of itself; put an object between, which has it as a property"
                break
            if id(target) not in seen:
                seen.add(id(target))
                waiting += _made_of(target)
    yield from _depths(contract)


def _depths(contract: Contract) -> Iterator[str]:
    """Yield what lies too deep for Python to compile or import: lists in lists, and objects that lead from one to the next."""
    schemas = contract.doc.get("components", {}).get("schemas", {})
    seen: set[str] = set()
    for name in schemas:
        waiting = [(name, 1)]
        while waiting:
            each, depth = waiting.pop()
            if each in seen or each not in schemas:
                continue
            seen.add(each)
            if depth > _CHAIN:
                where = contract.where("components", "schemas", name)
                yield f"{where}: leads through more than {_CHAIN} schemas, one to the next; Python imports no more"
                return
            waiting += [(found, depth + 1) for found in _referred(schemas[each])]
    for place, _ in _places((), contract.doc):
        if place[-_LISTS:] == ("items",) * _LISTS:
            yield f"{contract.where(*place)}: is a list in {_LISTS} lists; write an object between"
            return
        if len(place) > _LEVELS:
            yield f"{contract.where(*place[:6])}: has {_LEVELS} levels; write a part of it in components.schemas"
            return


def _referred(node: Any) -> Iterator[str]:
    """Yield the names of the schemas that a part of the description refers to."""
    for _, each in _places((), node):
        if isinstance(ref := each.get("$ref"), str):
            yield ref.rpartition("/")[2]


def _places(place: Place, root: Any) -> Iterator[tuple[Place, Doc]]:
    """Yield the mappings in a part of the description, each with its place, but those of examples."""
    waiting = [(place, root)]
    while waiting:
        place, node = waiting.pop()
        if isinstance(node, dict):
            yield place, node
            waiting += [((*place, key), each) for key, each in node.items() if key not in ("example", "examples")]
        elif isinstance(node, list):
            waiting += [((*place, str(index)), each) for index, each in enumerate(node)]


def _made_of(node: Any) -> Iterator[Any]:
    """Yield the schemas that a value is one of, or a list of."""
    if isinstance(node, dict):
        yield from (entry for key in _CHOICES for entry in node.get(key, ()))
        if "items" in node:
            yield node["items"]
