"""Rewrites a schema in one notation: the types and values that it allows, its limits, and how it combines others."""

from __future__ import annotations

from typing import Any

from ..contract import Doc, have_common, json_equal, json_key
from .keywords import ANNOTATIONS, DOCUMENTATION, NAMING, is_limit, listed

_NUMBERS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "default", "const", "enum")
_COUNTS = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
_UNIONS = ("anyOf", "oneOf")
_JSON_TYPES = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null"}
BYTES = "application/octet-stream"
_ALL_TYPES = {"string", "number", "boolean", "object", "array", "null"}
_COMBINING = {"$ref", "allOf", "anyOf", "oneOf", "if", "dependentSchemas"}
_IDLE: dict[str, tuple[Any, ...]] = {
    "not": (False,),
    "pattern": ("", ".*", "^", "^.*"),
    "propertyNames": ({"type": "string"},),
    "minContains": (1,),
    "xml": ({},),
}
"""What a keyword may say that forbids nothing."""


def schema(node: Doc) -> Any:
    """Return a schema in the notation that is compared; those within it are in it already."""
    for step in (_limits, _types, _without_idle, _members, _listed_apart, _nullable, _sole_member, _encodings):
        node = step(node)
    forbids = node.get("not")
    forbids_all = isinstance(forbids, dict) and forbids.keys() | node.keys() - {"not"} <= {*DOCUMENTATION, *NAMING}
    return False if forbids_all else node


def numbers(node: Doc) -> Doc:
    """Write whole numbers without a fraction: 1.0 is 1."""
    made = {key: _whole(node[key]) for key in (*_NUMBERS, *_COUNTS) if key in node}
    return {**node, **made} if any(json_key(made[key]) != json_key(node[key]) for key in made) else node


def _whole(value: Any) -> Any:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_whole(entry) for entry in value]
    return {key: _whole(entry) for key, entry in value.items()} if isinstance(value, dict) else value


def _limits(node: Doc) -> Doc:
    """Write `exclusiveMinimum: true` beside a minimum (3.0) as the limit itself (3.1), and leave one limit a side."""
    for exclusive, limit, one in (("exclusiveMinimum", "minimum", 1), ("exclusiveMaximum", "maximum", -1)):
        if node.get(exclusive) is True and limit in node:
            node = {**node, exclusive: node[limit]}
            del node[limit]
        node = _one_limit(node, exclusive, limit, one)
    return node


def _one_limit(node: Doc, exclusive: str, limit: str, one: int) -> Doc:
    """Leave the narrower of two limits at one side; whole numbers above 0 begin with 1."""
    end, other = node.get(exclusive), node.get(limit)
    if not is_limit(end) or not (other is None or is_limit(other)):
        return node
    is_whole = isinstance(end, int) and {*map(str, listed(node.get("type")))} - {"null"} == {"integer"}
    ends = [(end + one, limit) if is_whole else (end, exclusive)]
    ends += [(other, limit)] if is_limit(other) else []
    value, key = max(ends, key=lambda each: (each[0] * one, each[1] == exclusive))
    rest = {key: value for key, value in node.items() if key not in (exclusive, limit)}
    return {**rest, key: value}


def _types(node: Doc) -> Doc:
    """Write a list of one type as that type, `const` as a list of one value, and the types that listed values have."""
    types = node.get("type")
    if isinstance(types, list) and all(isinstance(one, str) for one in types):
        types = [one for one in dict.fromkeys(types) if one != "integer" or "number" not in types]
        if {*types} >= _ALL_TYPES:
            node = {key: value for key, value in node.items() if key != "type"}
        elif len(types) != len(node["type"]) or len(types) == 1:
            node = {**node, "type": types[0] if len(types) == 1 else types}
    if "const" in node and "enum" not in node:
        node = {"enum" if key == "const" else key: [value] if key == "const" else value for key, value in node.items()}
    if "type" not in node and isinstance(node.get("enum"), list):
        kinds = list(dict.fromkeys(_JSON_TYPES.get(type(value), "object") for value in node["enum"]))
        if kinds and "object" not in kinds:
            node = {**node, "type": kinds[0] if len(kinds) == 1 else kinds}
    values = {"boolean": ("[false, true]", "[true, false]"), "null": ("[null]",)}.get(str(node.get("type")), ())
    if "enum" in node and json_key(node["enum"]) in values:  # all values that the type has
        node = {key: value for key, value in node.items() if key != "enum"}
    return node


def _without_idle(node: Doc) -> Doc:
    """Drop what has no effect in a schema, such as a `then` without its `if`."""
    idle = {
        key for key, values in _IDLE.items() if key in node and any(json_equal(node[key], value) for value in values)
    }
    if "if" not in node or not node.keys() & {"then", "else"}:
        idle |= node.keys() & {"if", "then", "else"}
    if "contains" not in node:
        idle |= node.keys() & {"minContains", "maxContains"}
    if json_equal(node.get("multipleOf"), 1) and node.get("type") in ("integer", "number"):  # whole numbers
        idle.add("multipleOf")
        node = {**node, "type": "integer"}
    if "dependentRequired" in node and isinstance(node["dependentRequired"], dict):
        needed = {name: names for name, names in node["dependentRequired"].items() if names != []}
        if len(needed) < len(node["dependentRequired"]):
            node = {**node, "dependentRequired": needed}
        if not needed:
            idle.add("dependentRequired")
    if node.get("unevaluatedProperties") is False and not node.keys() & _COMBINING:  # then it knows no other ones
        idle.add("unevaluatedProperties")
        node = {**node, "additionalProperties": node.get("additionalProperties", False)}
    return {key: value for key, value in node.items() if key not in idle} if idle else node


def _members(node: Doc) -> Doc:
    """Leave each member of an `allOf` or `anyOf` once, and out what says nothing in an `allOf`."""
    for word in ("allOf", "anyOf"):
        members = node.get(word)
        if not isinstance(members, list) or len(members) < 2:
            continue
        left = list({json_key(member): member for member in members if member != {} or word == "anyOf"}.values())
        if len(left) < len(members):
            node = {**node, word: left} if left else {key: value for key, value in node.items() if key != word}
    return node


def _listed_apart(node: Doc) -> Doc:
    """Write the members of a union that only list values of one type, each some, as one that lists them all."""
    for word in _UNIONS:
        members = node.get(word)
        if not isinstance(members, list) or "discriminator" in node:
            continue
        made: dict[str, Any] = {}
        for index, member in enumerate(members):
            key = f"values of {member['type']}" if _only_lists(member) else str(index)
            before = made.get(key)
            if before is not None and (word == "anyOf" or not have_common(before["enum"], member["enum"])):
                made[key] = {**before, "enum": [*before["enum"], *member["enum"]]}
            else:
                made[key if before is None else str(index)] = member
        if len(made) < len(members):
            node = {**node, word: [_types(member) if _only_lists(member) else member for member in made.values()]}
    return node


def _only_lists(member: Any) -> bool:
    return (
        isinstance(member, dict)
        and member.keys() == {"type", "enum"}
        and isinstance(member["type"], str)
        and isinstance(member["enum"], list)
    )


def _nullable(node: Doc) -> Doc:
    """Write `nullable: true` as a type in a list, or as a member of a union. Beside a null it says nothing more."""
    if node.get("nullable") is not True:
        return node
    types = listed(node.get("type"))
    rest = {key: value for key, value in node.items() if key != "nullable"}
    if "null" in types:
        return rest
    if isinstance(values := node.get("enum"), list) and None not in values:
        rest["enum"] = [*values, None]
    if types:
        rest["type"] = [*types, "null"]
    for union in _UNIONS:
        if isinstance(rest.get(union), list):
            return {**rest, union: [*rest[union], {"type": "null"}]}
    if types or "enum" in rest:
        return rest
    about = {key: rest.pop(key) for key in (*DOCUMENTATION, *ANNOTATIONS) if key in rest}
    return {**about, "anyOf": [rest, {"type": "null"}]} if rest.keys() - {*NAMING} else {**about, **rest}


def _sole_member(node: Doc) -> Doc:
    """Write a combination of one schema as that schema, as far as what stands beside it only adds to it."""
    for word in ("allOf", *_UNIONS):
        members = node.get(word)
        if not isinstance(members, list) or len(members) != 1 or "discriminator" in node:
            continue
        member, rest = members[0], {key: value for key, value in node.items() if key != word}
        if not rest:
            return member if isinstance(member, dict) else node
        is_about = rest.keys() <= {*DOCUMENTATION, *ANNOTATIONS}
        # Two texts about one schema: the one that stands outside is nearer to the reader.
        if isinstance(member, dict) and is_about and not member.keys() & rest.keys() & {*ANNOTATIONS}:
            return {**member, **rest}
    return node


def _encodings(node: Doc) -> Doc:
    """Write contents of texts as the formats of 3.0."""
    if node.get("contentMediaType") == BYTES and node.keys() <= {
        "contentMediaType",
        "contentEncoding",
        *DOCUMENTATION,
    }:
        node = {**node, "type": "string"}  # a file in 3.1
    if {*map(str, listed(node.get("type")))} - {"null"} != {"string"} or "format" in node:
        return node
    if node.get("contentEncoding") == "base64" and "contentMediaType" not in node:
        rest = {key: value for key, value in node.items() if key != "contentEncoding"}
        return {**rest, "format": "byte"}
    if node.get("contentMediaType") == BYTES and node.get("contentEncoding", "binary") == "binary":
        rest = {key: value for key, value in node.items() if key not in ("contentMediaType", "contentEncoding")}
        return {**rest, "format": "binary"}
    return node
