"""Rewrites a contract in one notation, so that only what it says is compared.

OpenAPI has several ways to write the same: a default may be written out, a null may be `nullable: true` (3.0) or a type
in a list (3.1), headers have no case. Names and order are left to the comparison, which knows what a reader called a
thing. What is not of the expected type stays as it is: it is a difference.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from ..contract import Doc, json_key
from ..structure import Place, rewrite
from .normalize import ANNOTATIONS, DOCUMENTATION

_FALSE = ("false",)
_EMPTY = ("{}", "[]")
_ANYTHING = ("true", "{}")
# What each keyword means when it is absent: written out, it says nothing.
_IMPLIED: dict[str, dict[str, tuple[str, ...]]] = {
    "document": {"webhooks": _EMPTY, "security": ("[]",)},
    "path": {"parameters": _EMPTY, "servers": _EMPTY},
    "operation": {**dict.fromkeys(("parameters", "callbacks", "servers", "query", "path"), _EMPTY), "deprecated": _FALSE},
    "parameter": dict.fromkeys(("required", "deprecated", "allowEmptyValue", "allowReserved"), _FALSE),
    "header": {**dict.fromkeys(("required", "deprecated", "allowEmptyValue", "explode"), _FALSE), "style": ('"simple"',)},
    "body": {"required": _FALSE},
    "response": dict.fromkeys(("headers", "content", "links"), _EMPTY),
    "media type": {"encoding": _EMPTY, "schema": _ANYTHING},
    "encoding": {"headers": _EMPTY, "allowReserved": _FALSE, "style": ('"form"',)},
    "schema": {
        **dict.fromkeys(("deprecated", "nullable", "readOnly", "writeOnly", "uniqueItems"), _FALSE),
        **dict.fromkeys(("exclusiveMinimum", "exclusiveMaximum"), _FALSE),
        **dict.fromkeys(("minLength", "minItems", "minProperties"), ("0",)),
        **dict.fromkeys(("required", "properties", "patternProperties", "$defs", "dependentRequired"), _EMPTY),
        **dict.fromkeys(("dependentSchemas", "allOf", "prefixItems"), _EMPTY),
        **dict.fromkeys(("additionalProperties", "unevaluatedProperties", "unevaluatedItems"), _ANYTHING),
        "propertyNames": _ANYTHING,
    },
}  # fmt: skip
_STYLES = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}
_NUMBERS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "default", "const", "enum")
_COUNTS = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
_UNIONS = ("anyOf", "oneOf")
_JSON_TYPES = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null"}


def in_one_notation(doc: Doc) -> Doc:
    """Return a contract in the notation that is compared. Parts that are in it already stay the same objects."""
    made: Doc = rewrite(doc, _rewritten)
    return made


def _rewritten(node: Doc, kind: str, _place: Place) -> Doc:
    if kind == "schema":
        node = _numbers(node)  # first: 0.0 is a default where 0 is
    if "$ref" not in node:
        node = _without_implied(node, kind)
    elif isinstance(node["$ref"], str) and "%" in node["$ref"]:
        node = {**node, "$ref": unquote(node["$ref"])}
    if kind == "schema":
        return _schema(node)
    if kind == "parameter":
        return _parameter(node)
    if kind in ("response", "body"):
        return _in_lower_case(node, "content")
    if kind == "security scheme":
        return _security_scheme(node)
    return _with_texts_as_keys(node, "responses") if kind == "operation" else node


def _without_implied(node: Doc, kind: str) -> Doc:
    implied = _IMPLIED.get(kind, {})
    dropped = {key for key in node.keys() & implied.keys() if _is_one_of(node[key], implied[key])}
    if kind == "schema" and "items" in node and node.get("type") == "array" and _is_one_of(node["items"], _ANYTHING):
        dropped.add("items")
    return {key: value for key, value in node.items() if key not in dropped} if dropped else node


def _is_one_of(value: Any, texts: tuple[str, ...]) -> bool:
    return not (isinstance(value, (dict, list)) and value) and json_key(value) in texts


def _parameter(node: Doc) -> Doc:
    """Drop the style, and whether it explodes, if they are those of the parameter's location."""
    usual = _STYLES.get(str(node.get("in")))
    style = node.get("style", usual)
    dropped = {"style"} if style == usual else set()
    if node.get("explode") is (style == "form"):
        dropped.add("explode")
    return {key: value for key, value in node.items() if key not in dropped} if dropped & node.keys() else node


def _security_scheme(node: Doc) -> Doc:
    """Write names of headers, and of schemes of HTTP, in lower case."""
    key = {"http": "scheme", "apiKey": "name"}.get(str(node.get("type")))
    if key is None or not isinstance(node.get(key), str) or (key == "name" and node.get("in") != "header"):
        return node
    return {**node, key: node[key].lower()}


def _in_lower_case(node: Doc, key: str) -> Doc:
    held = node.get(key)
    if not isinstance(held, dict) or all(name == name.lower() for name in held):
        return node
    return {**node, key: {name.lower(): value for name, value in held.items()}}


def _with_texts_as_keys(node: Doc, key: str) -> Doc:
    """Write statuses as texts: in YAML, `200:` is a number. `2xx` is `2XX`."""
    held = node.get(key)
    if not isinstance(held, dict) or all(name == _status(name) for name in held):
        return node
    return {**node, key: {_status(name): value for name, value in held.items()}}


def _status(name: Any) -> str:
    return str(name).upper() if str(name)[:1].isdigit() else str(name)


# -- schemas ----------------------------------------------------------------------------------------------------------


def _schema(node: Doc) -> Doc:
    for step in (_limits, _types, _nullable, _sole_member, _encodings):
        node = step(node)
    return node


def _numbers(node: Doc) -> Doc:
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
    """Write `exclusiveMinimum: true` beside a minimum (3.0) as the limit itself (3.1)."""
    for exclusive, limit in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if node.get(exclusive) is True and limit in node:
            node = {**node, exclusive: node[limit]}
            del node[limit]
    return node


def _types(node: Doc) -> Doc:
    """Write a list of one type as that type, `const` as a list of one value, and the types that listed values have."""
    types = node.get("type")
    if isinstance(types, list) and all(isinstance(one, str) for one in types):
        types = list(dict.fromkeys(types))
        if len(types) != len(node["type"]) or len(types) == 1:
            node = {**node, "type": types[0] if len(types) == 1 else types}
    if "const" in node and "enum" not in node:
        node = {"enum" if key == "const" else key: [value] if key == "const" else value for key, value in node.items()}
    if "type" not in node and isinstance(node.get("enum"), list):
        kinds = list(dict.fromkeys(_JSON_TYPES.get(type(value), "object") for value in node["enum"]))
        if kinds and "object" not in kinds:
            node = {**node, "type": kinds[0] if len(kinds) == 1 else kinds}
    return node


def _nullable(node: Doc) -> Doc:
    """Write `nullable: true` as a type in a list, or as a member of a union. Beside a null it is not notation but noise."""
    if node.get("nullable") is not True or "null" in (types := _listed(node.get("type"))):
        return node
    rest = {key: value for key, value in node.items() if key != "nullable"}
    if isinstance(values := node.get("enum"), list) and None not in values:
        rest["enum"] = [*values, None]
    if types:
        return {**rest, "type": [*types, "null"]}
    for union in _UNIONS:
        if isinstance(rest.get(union), list):
            return {**rest, union: [*rest[union], {"type": "null"}]}
    if "enum" in rest:
        return rest
    about = {key: rest.pop(key) for key in (*DOCUMENTATION, *ANNOTATIONS) if key in rest}
    return {**about, "anyOf": [rest, {"type": "null"}]} if rest else node


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


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
    if node.get("type") != "string" or "format" in node:
        return node
    if node.get("contentEncoding") == "base64" and "contentMediaType" not in node:
        rest = {key: value for key, value in node.items() if key != "contentEncoding"}
        return {**rest, "format": "byte"}
    if node.get("contentMediaType") == "application/octet-stream" and "contentEncoding" not in node:
        rest = {key: value for key, value in node.items() if key != "contentMediaType"}
        return {**rest, "format": "binary"}
    return node
