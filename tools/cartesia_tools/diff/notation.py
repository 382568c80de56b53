"""Rewrites a contract in one notation, so that only what it says is compared.

OpenAPI has several ways to write the same: a default may be written out, a null may be `nullable: true` (3.0) or a type
in a list (3.1), headers have no case. Names and order are left to the comparison, which knows what a reader called a
thing. What is not of the expected type stays as it is: it is a difference.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from ..contract import Doc, json_equal, json_key
from ..structure import rewrite
from . import context_notation as context
from .normalize import Document
from .schema_notation import numbers, schema
from .server_notation import with_addresses
from .text_notation import texts

_FALSE = ("false",)
_EMPTY = ("{}", "[]")
_ANYTHING = ("true", "{}")
# What each keyword means when it is absent: written out, it says nothing.
_IMPLIED: dict[str, dict[str, tuple[str, ...]]] = {
    "document": {"webhooks": _EMPTY, "security": ("[]",)},
    "path": {"parameters": _EMPTY, "servers": _EMPTY},
    "operation": {**dict.fromkeys(("parameters", "callbacks", "servers", "query", "path"), _EMPTY), "deprecated": _FALSE},
    "parameter": dict.fromkeys(("required", "deprecated", "allowEmptyValue", "allowReserved"), _FALSE),
    "header": {
        **dict.fromkeys(("required", "deprecated", "allowEmptyValue", "allowReserved", "explode"), _FALSE),
        "style": ('"simple"',),
    },
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


def in_one_notation(doc: Doc) -> Doc:
    """Return a contract in the notation that is compared. Parts that are in it already stay the same objects."""
    made: Doc = rewrite(doc, lambda node, kind, _place: _rewritten(node, kind))
    document = Document(made)
    done: Doc = rewrite(made, lambda node, kind, _place: _in_context(document, node, kind))
    return done


def _in_context(document: Document, node: Doc, kind: str) -> Any:
    """Write what another part of the contract decides."""
    rewritten = _IN_CONTEXT.get(kind)
    return node if rewritten is None or "$ref" in node else rewritten(document, node)


def _rewritten(node: Doc, kind: str) -> Any:
    node = texts(node, kind)
    if kind == "schema":
        node = numbers(node)  # first: 0.0 is a default where 0 is
    if "$ref" not in node:
        node = _without_implied(node, kind)
    elif isinstance(node["$ref"], str) and "%" in node["$ref"]:
        node = {**node, "$ref": unquote(node["$ref"])}
    rewritten = _KINDS.get(kind)
    return rewritten(node) if rewritten else node


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
    node = {key: value for key, value in node.items() if key not in dropped} if dropped & node.keys() else node
    return _content(node)


def _security_scheme(node: Doc) -> Doc:
    """Write names of headers, and of schemes of HTTP, in lower case."""
    key = {"http": "scheme", "apiKey": "name"}.get(str(node.get("type")))
    if key is None or not isinstance(node.get(key), str) or (key == "name" and node.get("in") != "header"):
        return node
    return {**node, key: node[key].lower()}


def _document(node: Doc) -> Doc:
    """Drop the server that stands where none is named."""
    node = with_addresses(node)
    return {key: value for key, value in node.items() if key != "servers" or value not in ([{"url": "/"}], [])}


def _server(node: Doc) -> Doc:
    """Write an address without the slash at its end and the usual port, and its host in lower case."""
    url = node.get("url")
    if not isinstance(url, str) or not (found := re.fullmatch(r"([A-Za-z][\w+.-]*)://([^/{}]*)(.*)", url)):
        return node
    scheme, host, path = found[1].lower(), found[2].lower(), found[3]
    host = host.removesuffix({"https": ":443", "http": ":80", "wss": ":443", "ws": ":80"}.get(scheme, "?"))
    return {**node, "url": f"{scheme}://{host}{path.rstrip('/')}"}


def _content(node: Doc) -> Doc:
    """Write media types one way: in lower case, their parameters in order, without the character set that is usual."""
    held = node.get("content")
    if not isinstance(held, dict):
        return node
    names = {name: _media_type(name) for name in held}
    if all(name == written for name, written in names.items()) or len({*names.values()}) < len(held):
        return node
    return {**node, "content": {names[name]: value for name, value in held.items()}}


def _media_type(name: str) -> str:
    kind, *parameters = (part.strip() for part in str(name).lower().split(";"))
    parts = [re.sub(r'\s*=\s*"?([^"]*)"?$', r"=\1", part) for part in parameters if part]
    return "; ".join([kind, *sorted(part for part in parts if part not in ("charset=utf-8", "charset=utf8"))])


def _response(node: Doc) -> Doc:
    """Drop the header that `content` says already: OpenAPI ignores it."""
    headers = node.get("headers")
    if isinstance(headers, dict) and any(str(name).lower() == "content-type" for name in headers):
        said = {name: entry for name, entry in headers.items() if str(name).lower() != "content-type"}
        node = _without_implied({**node, "headers": said}, "response")
    return _content(node)


def _operation(node: Doc) -> Doc:
    """Write statuses as texts, and only those about which their range or the default does not say the same.

    In YAML, `200:` is a number. `2xx` is `2XX`.
    """
    node = with_addresses(node)
    held = node.get("responses")
    if not isinstance(held, dict):
        return node
    made = {_status(name): value for name, value in held.items()}
    for status in [name for name in made if name.isdecimal()]:
        whole = next((made[key] for key in (f"{status[:1]}XX", "default") if key in made), None)
        if whole is not None and json_equal(made[status], whole):
            del made[status]
    return node if made.keys() == held.keys() else {**node, "responses": made}


def _status(name: Any) -> str:
    return str(name).upper() if str(name)[:1].isdigit() else str(name)


_IN_CONTEXT: dict[str, Callable[[Document, Doc], Doc]] = {
    "parameter": context.parameter,
    "header": context.content,
    "response": context.content,
    "body": context.content,
    "operation": context.operation,
}
_KINDS: dict[str, Callable[[Doc], Any]] = {
    "schema": schema,
    "parameter": _parameter,
    "header": _content,
    "response": _response,
    "body": _content,
    "security scheme": _security_scheme,
    "path": with_addresses,
    "operation": _operation,
    "document": _document,
    "server": _server,
}
