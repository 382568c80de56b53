"""Edits of the golden description that the pipeline takes: what is added, and what a caller then has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from .compiled import Package

JSON, FORM = "application/json", "multipart/form-data"
TEXT: dict[str, Any] = {"type": "string"}


class Edit(NamedTuple):
    """An edit, and what it gives."""

    fragment: dict[str, Any]
    look: Callable[[Package], Any]
    expected: Any


def parameter(name: str, where: str = "query", schema: Any = TEXT, **more: Any) -> dict[str, Any]:
    found = {"name": name, "in": where, "description": f"The {name!r}.", "schema": schema, **more}
    return {**found, "required": True, "example": "a"} if where == "path" else found


def thing(properties: dict[str, Any], required: list[str] | None = None, **more: Any) -> dict[str, Any]:
    described = {name: {"description": f"The {name!r}.", **entry} for name, entry in properties.items()}
    return {"type": "object", "description": "Odd.", "properties": described, "required": required or [], **more}


def content(schema: Any, media: str = JSON) -> dict[str, Any]:
    return {"content": {media: {"schema": schema, "example": {}}}}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def operation(
    name: str,
    path: str | None = None,
    *,
    method: str = "get",
    shape: str = "nothing",
    success: Any = None,
    status: str = "",
    body: tuple[str, str] | None = None,
    schemas: dict[str, Any] | None = None,
    item: dict[str, Any] | None = None,
    extra: Mapping[str, Any] = MappingProxyType({}),
    **more: Any,
) -> dict[str, Any]:
    """Return a fragment with an operation of the resource `odd`."""
    node = {
        "operationId": f"odd.{name}",
        "x-shape": shape,
        "summary": "Try it.",
        "description": "It is odd.",
        **more,
        **extra,
    }
    node["responses"] = {status or ("200" if success else "204"): {"description": "Done.", **(success or {})}}
    if body:
        node["requestBody"] = {"required": True, **content(ref(body[1]), body[0])}
    found: dict[str, Any] = {"paths": {path or f"/odd/{name}": {method: node, **(item or {})}}}
    return found | ({"components": {"schemas": schemas}} if schemas else {})


def posted(name: str, properties: dict[str, Any], media: str = JSON, schema: Any = None, **more: Any) -> dict[str, Any]:
    kind = f"Odd{name.title().replace('_', '')}Request"
    schemas = {kind: schema or thing(properties, more.pop("required", None))}
    return operation(name, method="post", body=(media, kind), schemas={**schemas, **more.pop("schemas", {})}, **more)


def got(name: str, schema: Any, **more: Any) -> dict[str, Any]:
    return operation(name, shape="call", success=content(schema), **more)


def call(name: str, *arguments: Any, **keywords: Any) -> Callable[[Package], Any]:
    return lambda package: package.method(f"odd.{name}")(*arguments, **keywords)


def query(name: str, **keywords: Any) -> Callable[[Package], Any]:
    return lambda package: call(name, **keywords)(package).query


def sent_json(name: str, **keywords: Any) -> Callable[[Package], Any]:
    return lambda package: call(name, **keywords)(package).json


def headers(name: str, *wanted: str, **keywords: Any) -> Callable[[Package], Any]:
    def look(package: Package) -> Any:
        found = call(name, **keywords)(package).request.headers
        return {each: found.get(each) for each in wanted}

    return look


def parts(name: str, **keywords: Any) -> Callable[[Package], Any]:
    """Return the head and content of each part of the form that is sent."""

    def look(package: Package) -> Any:
        text = call(name, **keywords)(package).form
        boundary = text.partition("\r\n")[0]
        found = [part.strip("\r\n") for part in text.split(boundary)[1:-1]]
        return [(part.partition("\r\n")[0].partition("; ")[2], part.rpartition("\r\n")[2]) for part in found]

    return look


def signature(name: str) -> Callable[[Package], Any]:
    return lambda package: package.signature(f"odd.{name}")


def result(name: str) -> Callable[[Package], Any]:
    return lambda package: package.result(f"odd.{name}")


def model_names(name: str) -> Callable[[Package], Any]:
    def look(package: Package) -> Any:
        read = package.model(name).from_dict(_ODD)
        assert read.to_dict() == _ODD
        return {field: getattr(read, field) for field in package.model(name)._fields}

    return look


def read_back(name: str, data: dict[str, Any]) -> Callable[[Package], Any]:
    return lambda package: package.model(name).from_dict(data).to_dict() == data


ODD = {
    "from": "from_",
    "class": "class_",
    "type": "type_",
    "id": "id",
    "params": "params",
    "client": "client",
    "url": "url",
    "body": "body",
    "headers": "headers",
    "timeout": "timeout",
    "self": "self_",
    "cls": "cls",
    "d": "d",
    "2nd": "field_2nd",
    "a-b": "a_b",
    "_": "field_",
    "HTTPCode": "http_code",
    "Response": "response",
    "Unset": "unset",
    "Any": "any_",
    "Audio": "audio",
    "with_options": "with_options",
    "close": "close",
    "version": "version",
    "base_url": "base_url",
    "to_dict": "to_dict_",
    "additional_properties": "additional_properties_",
    "from_dict": "from_dict_",
    "keys": "keys_",
    "model_dump": "model_dump_",
    "__class__": "field_class_",
    "x y": "x_y",
    'q"q': "qq",
    "ünï": "ünï",
    "None": "none",
    "datetime": "datetime_",
    "json_id": "json_id",
    "op": "op",
    "check": "check",
    "UNSET": "unset_",
    "$": "field_",
    "a.b": "a_b_",
}
"""Names of the service, and the attribute of a model for each."""
_FREE = {wire: name for wire, name in ODD.items() if wire not in ("UNSET", "$", "a.b")}
"""Without those whose names are others' already."""
_ODD = {wire: f"value of {wire}" for wire in _FREE}
_ARGUMENTS = {
    **_FREE,
    **{
        name: f"{name}_"
        for name in ("params", "client", "url", "body", "headers", "timeout", "cls", "op", "check", "response")
    },
    "self": "self_",
    "to_dict": "to_dict",
    "from_dict": "from_dict",
    "additional_properties": "additional_properties",
    "keys": "keys",
    "model_dump": "model_dump",
    "Response": "response_",
}
"""The argument of each as a parameter of the query."""
_PARAMETERS = {wire: _ARGUMENTS[wire] for wire in _FREE if wire != "json_id"}
_HEADERS = {wire: name for wire, name in _PARAMETERS.items() if wire.isascii() and " " not in wire and '"' not in wire}
_KEYWORDS = {wire: _FREE[wire] + "_" if wire in ("timeout", "cls", "op", "check") else _FREE[wire] for wire in _FREE}
_KEYWORDS |= {name: name for name in ("to_dict", "from_dict", "additional_properties", "keys", "model_dump")}
_BODY_VALUES = {wire: f"value of {wire}" for wire in _KEYWORDS}
