"""What kind of value each keyword of the description holds. Everything after this may rely on it.

It knows no rules of the API: `lint` has those.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Any, cast

Place = tuple[str, ...]
Kind = Any
"""A type or several, a mapping of keywords to kinds, `Each` of a kind, or a function that returns one."""

_KINDS = {
    dict: "a mapping",
    list: "a list",
    str: "a text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    NoneType: "empty",
}


class Each:
    """A mapping of any keys, or a list, whose values are all of one kind."""

    def __init__(self, kind: type, value: Kind) -> None:
        self.kind = kind
        self.value = value


class Required:
    """A mapping that must have some keywords."""

    def __init__(self, names: str, value: Mapping[str, Kind]) -> None:
        self.names = names.split()
        self.value = value


_TEXTS = Each(list, (str,))


def _schema() -> Kind:
    return _SCHEMA


def _parameter() -> Kind:
    return _PARAMETER


_SCHEMA: dict[str, Kind] = {
    **dict.fromkeys(
        ("$ref", "title", "description", "format", "pattern", "contentMediaType", "contentEncoding"), (str,)
    ),
    **dict.fromkeys(("minItems", "maxItems", "minLength", "maxLength"), (int,)),
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"), (int, float)),
    **dict.fromkeys(("items", "contentSchema", "not"), _schema),
    **dict.fromkeys(("oneOf", "anyOf", "allOf"), Each(list, _schema)),
    "properties": Each(dict, _schema),
    "additionalProperties": _schema,
    "required": _TEXTS,
    "enum": Each(list, (str, int, float, bool, NoneType)),
    "const": (str, int, float, bool),
    "deprecated": (bool,),
    "discriminator": Required("propertyName", {"propertyName": (str,), "mapping": Each(dict, (str,))}),
    "x-evidence": (str,),
    "x-python-name": (str,),
    "x-aliases": _TEXTS,
    "x-context": (str,),
    "x-former": (dict,),
    "examples": (list,),
}
_PARAMETER: dict[str, Kind] = {
    **dict.fromkeys(("$ref", "name", "in", "description", "x-evidence", "x-python-name"), (str,)),
    **dict.fromkeys(("required", "deprecated"), (bool,)),
    "schema": _schema,
}
_MEDIA = Each(dict, {"schema": _schema, "examples": Each(dict, (dict,)), "encoding": (dict,)})
_HEADER = {
    **dict.fromkeys(("$ref", "description", "x-evidence"), (str,)),
    "schema": _schema,
    "required": (bool,),
    "deprecated": (bool,),
}
_RESPONSE = {
    **dict.fromkeys(("$ref", "description", "x-evidence"), (str,)),
    "headers": Each(dict, _HEADER),
    "content": _MEDIA,
}
_OPERATION = {
    **dict.fromkeys(("operationId", "summary", "description", "x-shape", "x-evidence", "x-last-event"), (str,)),
    "deprecated": (bool,),
    "parameters": Each(list, _parameter),
    "requestBody": {"$ref": (str,), "required": (bool,), "description": (str,), "content": _MEDIA},
    "responses": Each(dict, _RESPONSE),
    **dict.fromkeys(("x-aliases", "x-find"), _TEXTS),
    "security": Each(list, Each(dict, _TEXTS)),
}
_SOCKET = {
    **dict.fromkeys(("name", "description", "binary", "x-evidence"), (str,)),
    "deprecated": (bool,),
    **dict.fromkeys(("path", "query"), Each(list, _parameter)),
    **dict.fromkeys(("send", "first", "receive"), _schema),
    "security": Each(list, Each(dict, _TEXTS)),
    "examples": Each(dict, (list,)),
    "x-aliases": Each(dict, _TEXTS),
}
_ITEM = {
    **dict.fromkeys(("get", "put", "post", "delete", "options", "head", "patch", "trace"), _OPERATION),
    "parameters": Each(list, _parameter),
    "x-websocket": _SOCKET,
}
_DOCUMENT = {
    "openapi": (str,),
    "info": Required("title version", dict.fromkeys(("title", "version", "description"), (str,))),
    "servers": Each(list, Required("url", dict.fromkeys(("url", "description"), (str,)))),
    "security": Each(list, Each(dict, _TEXTS)),
    "tags": Each(list, Required("name", dict.fromkeys(("name", "description"), (str,)))),
    "paths": Each(dict, _ITEM),
    "components": {
        "schemas": Each(dict, _schema),
        "parameters": Each(dict, _PARAMETER),
        "responses": Each(dict, _RESPONSE),
        "headers": Each(dict, _HEADER),
        "securitySchemes": Each(dict, Required("type", dict.fromkeys(("type", "name", "in", "scheme"), (str,)))),
    },
}
_OVERLAY = {
    "overlay": (str,),
    "info": dict.fromkeys(("title", "version"), (str,)),
    "actions": Each(list, Required("target", {"target": (str,), "description": (str,), "remove": (bool,)})),
}
_REFERENCED = ((_SCHEMA, "schemas"), (_PARAMETER, "parameters"), (_RESPONSE, "responses"), (_HEADER, "headers"))
_DEFAULTS = {"parameters": Each(list, _PARAMETER), "headers": Each(dict, _HEADER), "responses": Each(dict, _RESPONSE)}


def faults(document: Any, defaults: Any) -> Iterator[tuple[Place, str]]:
    """Yield (place, fault) of each value of another kind than its keyword has."""
    needed = {key: document[key] for key in ("openapi", "info", "servers", "paths") if document.get(key)}
    for key in ("openapi", "info", "servers", "paths"):
        if key not in needed:
            yield (key,), "is missing or empty"
    yield from _faults((), document, _DOCUMENT)
    yield from _faults(("x-defaults",), defaults, _DEFAULTS)


def overlay_faults(overlay: Any) -> Iterator[tuple[Place, str]]:
    """Yield (place, fault) of each value of an overlay that is of another kind than its keyword has."""
    yield from _faults((), overlay, _OVERLAY)


def shown(value: Any) -> str:
    """Return what a value is, for messages."""
    text = repr(value)
    plain = "empty" if value is None else str(value).lower() if isinstance(value, bool) else text
    if isinstance(value, (dict, list)):
        return _KINDS[type(value)]
    return plain if len(plain) < 40 else _KINDS.get(type(value), "a value")


def _faults(place: Place, node: Any, kind: Kind) -> Iterator[tuple[Place, str]]:
    if callable(kind) and not isinstance(kind, type):
        if isinstance(node, bool) and place[-1] == "additionalProperties":
            return
        kind = kind()
    if isinstance(kind, Required):
        yield from _faults(place, node, kind.value)
        named: dict[str, Any] = node if isinstance(node, dict) else {}
        for name in kind.names if isinstance(node, dict) else ():
            if not named.get(name):
                yield place, f"has no {name}"
    elif isinstance(kind, tuple):
        if not isinstance(node, kind) or (isinstance(node, bool) and bool not in kind):
            quoted = f'; put it in quotes: "{node}"' if kind == (str,) and isinstance(node, (int, float)) else ""
            wanted = " or ".join(_KINDS[each] for each in kind if each is not NoneType)
            yield place, f"must be {wanted}, not {shown(node)}{quoted}"
    elif isinstance(kind, Each):
        if not isinstance(node, kind.kind):
            yield place, f"must be {_KINDS[kind.kind]}, not {shown(node)}"
        else:
            inner: Any = node
            if "$ref" in inner and kind.value is _schema:
                yield (*place, "$ref"), "nothing can have this name, which says that a reference follows"
            for key, value in inner.items() if isinstance(inner, dict) else enumerate(inner):
                yield from _faults((*place, str(key)), value, kind.value)
    elif not isinstance(node, dict):
        yield place, f"must be a mapping, not {shown(node)}"
    else:
        if kind is _PARAMETER and "$ref" not in node:
            yield from ((place, f"has no {name}") for name in ("name", "in", "schema") if not node.get(name))
        yield from _reference(place, node.get("$ref"), kind)
        for key, value in node.items():
            if key == "type" and kind is _SCHEMA:
                yield from _type(place, value)
            elif key in (fields := cast("dict[str, Kind]", kind)):
                yield from _faults((*place, key), value, fields[key])


def _reference(place: Place, ref: Any, kind: Kind) -> Iterator[tuple[Place, str]]:
    """Yield the fault of a reference to something else than a component of its kind."""
    wanted = next((f"#/components/{name}/" for each, name in _REFERENCED if each is kind), "")
    is_inside = wanted and isinstance(ref, str) and ref.startswith("#/components/")
    if is_inside and (not ref.startswith(wanted) or "/" in ref.removeprefix(wanted)):
        yield place, f"$ref {ref!r} must lead to a component: {wanted} and its name"


def _type(place: Place, value: Any) -> Iterator[tuple[Place, str]]:
    known = ("string", "integer", "number", "boolean", "object", "array", "null")
    for each in value if isinstance(value, list) and value else [value]:
        if each not in known:
            yield (*place, "type"), f"must be {', '.join(known)} or a list of these, not {shown(each)}"
