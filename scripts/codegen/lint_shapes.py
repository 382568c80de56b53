"""What an operation sends and gives, against its `x-shape`: what no method could be written for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import lint_sockets
from .choices import messages
from .merge import METHODS, Contract, Doc
from .values import alternatives, branches_of, is_file, types_of

_JSON, _EVENTS = "application/json", "text/event-stream"
_PLACES = ("path", "query", "header")
_PATH = re.compile(r"(?:[^{}?#]|\{[^{}]+\})*")
_STATUS = re.compile(r"[1-5](?:[0-9][0-9]|XX)|default")
_HOP = (
    "content-type",
    "accept",
    "content-length",
    "host",
    "connection",
    "transfer-encoding",
    "te",
    "trailer",
    "upgrade",
)
"""Headers of the message or the connection, which the client sets by itself."""
_PLAIN = {"string", "integer", "number", "boolean"}
_TAKES = {
    "path": (
        {"string", "integer", "number"},
        "a part of the path takes a text or a number; write two operations for a choice",
    ),
    "query": (
        {*_PLAIN, "null", "array", "any"},
        "the query takes texts, numbers, true and false, and lists of these; write a parameter for each field of an object",
    ),
}
"""The types of the parameters of a place, and what to say of others."""
Place = tuple[str, ...]


def faults(contract: Contract) -> Iterator[str]:
    """Yield the faults of shapes, each as "file: place: what is wrong"."""
    for place, fault in _faults(contract):
        yield f"{contract.where(*place)}: {fault}"


def _faults(contract: Contract) -> Iterator[tuple[Place, str]]:
    for name, entry in contract.doc.get("components", {}).get("parameters", {}).items():
        yield from _parameter(contract, ("components", "parameters", name), entry)
    for schema, entry in messages(contract):
        for name in entry.get("properties", {}):
            if re.search(r'["\\\x00-\x1f]', name):
                yield (
                    ("components", "schemas", schema, "properties", name),
                    "a field of a message has no quotes in its name",
                )
    yield from _security(contract, (), contract.doc)
    for path, item in contract.doc["paths"].items():
        for key in (*METHODS, "x-websocket"):
            yield from _security(contract, ("paths", path, key), item.get(key, {}))
    shapes: dict[tuple[str, str], str] = {}
    for path, method, _ in contract.operations():
        other = shapes.setdefault((re.sub(r"\{[^{}]*\}", "{}", path), method), path)
        if other != path:
            yield ("paths", path, method), f"is the same path as {other}, whose parameters have other names"
    for path in contract.doc["paths"]:
        if path.startswith("//") or re.search(r"/\.\.?(/|$)", path):
            yield (
                ("paths", path),
                "a path begins with one /, and has no . or .. between slashes: it would lead elsewhere",
            )
        if not path.startswith("/") or not _PATH.fullmatch(path) or not path.isprintable():
            yield (
                ("paths", path),
                "a path begins with / and has its parameters in braces, without ?, # or control characters",
            )
    for path, method, operation in contract.operations():
        place = ("paths", path, method)
        for index, entry in enumerate(operation.get("parameters", [])):
            if "$ref" not in entry:
                yield from _parameter(contract, (*place, "parameters", str(index)), entry)
        for status in operation.get("responses", {}):
            if not _STATUS.fullmatch(status):
                yield (*place, "responses", status), "is no status; write it as 200, 4XX or default, in quotes"
        yield from _body(contract, place, operation)
        yield from _success(contract, place, operation)


def _security(contract: Contract, place: Place, node: Doc) -> Iterator[tuple[Place, str]]:
    """Yield the schemes that nothing describes, for which no credential could be sent."""
    known = contract.doc.get("components", {}).get("securitySchemes", {})
    for name in (name for entry in node.get("security", ()) for name in entry):
        if name not in known:
            yield (*place, "security"), f"{name!r} is none of components.securitySchemes"


def _parameter(contract: Contract, place: Place, node: Doc) -> Iterator[tuple[Place, str]]:
    where, name = node["in"], node["name"]
    if where == "cookie":
        yield place, f"{name!r} is a cookie, which the client does not send; use the query or a header"
    elif where not in _PLACES:
        yield (*place, "in"), f"must be one of {', '.join(_PLACES)}, not {where!r}"
    if where == "path" and not node.get("required"):
        yield place, f"{name!r} is a part of the path; write required: true"
    if where == "header":
        if not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", name):
            yield place, f"{name!r} cannot be the name of a header"
        if name.lower() == "cookie":
            yield place, "the client sends no cookies; use the query or another header"
        elif name.lower() in _HOP:
            yield place, f"the header {name} is set by the client; leave it out"
        elif not _is_plain(contract, node.get("schema", {})):
            yield (*place, "schema"), "a header takes a text, a number, true or false, or an enum of texts"
    elif where in _TAKES:
        allowed, takes = _TAKES[where]
        if types_of(contract, node.get("schema", {})) - allowed:
            yield (*place, "schema"), takes


def _is_plain(contract: Contract, schema: Doc) -> bool:
    """Return whether a value is one that a header can hold as it is: no list, no object, and of one type."""
    schema = contract.resolve(schema)
    branches = branches_of(schema)
    if branches:
        kinds = {contract.resolve(branch).get("type") for branch in branches}
        return kinds == {"string"} and all(_is_plain(contract, branch) for branch in branches)
    kind = schema.get("type")
    return "const" in schema or (isinstance(kind, str) and kind in _PLAIN and not is_file(schema))


def _body(contract: Contract, place: Place, operation: Doc) -> Iterator[tuple[Place, str]]:
    for media, entry in operation.get("requestBody", {}).get("content", {}).items():
        where = (*place, "requestBody", "content", media)
        if not entry.get("schema"):
            yield where, "has no schema"
        elif "$ref" in entry["schema"] and not _is_object(contract, entry["schema"]):
            yield where, "a body must be an object, whose fields become the arguments of the method"
        elif (body := contract.resolve(entry["schema"])).get("additionalProperties") and not body.get("properties"):
            yield (
                where,
                "a body of any keys has no fields, which become the arguments of the method; write a field for them",
            )


def _is_object(contract: Contract, schema: Doc) -> bool:
    schema = contract.resolve(schema)
    parts = schema.get("allOf", ())
    return schema.get("type") == "object" or bool(parts and all(_is_object(contract, part) for part in parts))


def _success(contract: Contract, place: Place, operation: Doc) -> Iterator[tuple[Place, str]]:
    """Yield what is wrong with the success of an operation, for its shape."""
    good = [status for status in operation.get("responses", {}) if status.startswith("2")]
    if len(good) != 1:
        return  # lint says so
    shape, where = operation.get("x-shape"), (*place, "responses", good[0])
    if not good[0].isdigit():
        yield where, "a success has one status, such as 200"
    content = contract.resolve(operation["responses"][good[0]]).get("content", {})
    for media, entry in content.items():
        if not entry.get("schema"):
            yield (*where, "content", media), "has no schema"
    if shape in ("call", "pages") and _JSON not in content:
        yield where, f"the shape {shape} needs a body of {_JSON}; a success without a body has the shape nothing"
    elif shape == "events" and list(content) != [_EVENTS]:
        yield where, f"the shape events needs a body of {_EVENTS}, and no other"
    elif shape == "bytes" and not content:
        yield where, "the shape bytes needs a body; a success without a body has the shape nothing"
    elif shape == "nothing" and content:
        yield where, "the shape nothing has no body; with one, the shape is call, bytes, pages or events"
    elif place[2] == "head" and content:
        yield where, "an answer to HEAD has no body; its shape is nothing"
    elif good[0] in ("204", "205") and content:
        yield where, f"a response with the status {good[0]} has no body"
    said = types_of(contract, content.get(_JSON, {}).get("schema") or {"type": "object"})
    if shape == "call" and said in ({"any"}, {"null"}):
        nothing = "says nothing of the body" if said == {"any"} else "is a body that is always null"
        yield (*where, "content", _JSON, "schema"), f"{nothing}; write its type, or type: object for any object"
    if shape == "pages" and _JSON in content:
        yield from _page(contract, (*where, "content", _JSON, "schema"), content[_JSON].get("schema", {}))
    if shape == "events" and _EVENTS in content:
        yield from lint_sockets.events(
            contract, (*where, "content", _EVENTS, "schema"), content[_EVENTS].get("schema", {}), operation
        )


def _page(contract: Contract, place: Place, schema: Doc) -> Iterator[tuple[Place, str]]:
    found = contract.resolve(schema).get("properties", {}).get("data", {})
    lists = [each for each in alternatives(contract, found) if each.get("type") != "null"]
    if "$ref" not in schema:
        yield place, "a page needs a named schema: $ref a component"
    elif len(lists) != 1 or lists[0].get("type") not in ("array", ["array", "null"]) or "items" not in lists[0]:
        yield place, "a page needs a list called data"
