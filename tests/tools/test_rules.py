"""One change at a time, with the verdict that the API's policy gives it."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from cartesia_tools.diff.change import Change
from cartesia_tools.diff.compare import compare
from cartesia_tools.diff.rules import EVERYWHERE, Kind, Rule

Doc = dict[str, Any]


def ref(name: str, kind: str = "schemas") -> Doc:
    return {"$ref": f"#/components/{kind}/{name}"}


def base() -> Doc:
    """A small contract with a bit of everything."""
    error = {"description": "Rejected.", "content": {"application/json": {"schema": ref("Error")}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "2026-01-01"},
        "servers": [{"url": "https://api.example.com"}],
        "security": [{"Key": []}, {"Token": ["things"]}],
        "components": {
            "securitySchemes": {
                "Key": {"type": "apiKey", "in": "header", "name": "X-Key", "description": "A key."},
                "Token": {"type": "http", "scheme": "bearer"},
            },
            "parameters": {"Version": {"name": "Version", "in": "header", "required": True, "schema": {"type": "string"}}},
            "responses": {"Rejected": error},
            "schemas": {
                "Error": {
                    "type": "object",
                    "required": ["code", "message"],
                    "properties": {
                        "code": {"anyOf": [ref("ErrorCode"), {"type": "string"}]},
                        "message": {"type": "string"},
                    },
                },
                "ErrorCode": {"type": "string", "enum": ["gone", "late"]},
                "Color": {"type": "string", "enum": ["red", "blue"]},
                "Part": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}, "size": {"type": "integer"}}},
                "NewThing": {
                    "type": "object",
                    "required": ["name", "shape"],
                    "properties": {
                        "name": {"type": "string", "minLength": 1, "maxLength": 20, "description": "Its name."},
                        "color": {"allOf": [ref("Color")], "default": "red"},
                        "shape": {"oneOf": [ref("Round"), ref("Square")]},
                        "parts": {"type": "array", "items": ref("Part"), "maxItems": 9},
                        "note": {"type": ["string", "null"]},
                        "labels": {"type": "object", "additionalProperties": {"type": "string"}},
                        "child": ref("NewThing"),
                        "weight": {"oneOf": [{"type": "integer"}, {"type": "number", "minimum": 1}]},
                    },
                },
                "Round": {"type": "object", "required": ["type", "radius"], "properties": {"type": {"const": "round"}, "radius": {"type": "number", "minimum": 1}}},
                "Square": {"type": "object", "required": ["type"], "properties": {"type": {"const": "square"}, "side": {"type": "number"}}},
                "Thing": {
                    "type": "object",
                    "required": ["id", "color"],
                    "properties": {
                        "id": {"type": "string"},
                        "color": {"anyOf": [ref("Color"), {"type": "string"}]},
                        "note": {"type": ["string", "null"]},
                        "parts": {"type": "array", "items": ref("Part")},
                        "count": {"type": "integer", "minimum": 0, "maximum": 10},
                        "made": {"type": "string", "format": "date-time"},
                        "owner": {"allOf": [ref("Owner"), {"type": "object", "properties": {"since": {"type": "string"}}}]},
                        "next": ref("Thing"),
                    },
                },
                "Owner": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
                "Upload": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {"file": {"type": "string", "format": "binary"}, "format[kind]": {"type": "string", "enum": ["a", "b"]}, "tags[]": {"type": "array", "items": {"type": "string"}}},
                },
                "Chunk": {"type": "object", "required": ["type", "data"], "properties": {"type": {"const": "chunk"}, "data": {"type": "string"}, "final": {"type": "boolean"}}},
                "Done": {"type": "object", "required": ["type"], "properties": {"type": {"const": "done"}}},
                "Failure": {"type": "object", "required": ["type"], "properties": {"type": {"const": "error"}, "code": ref("ErrorCode"), "text": {"type": "string"}}},
                "Say": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}, "color": ref("Color")}},
                "Stop": {"type": "object", "required": ["stop"], "properties": {"stop": {"const": True}}},
                "Event": {
                    "oneOf": [ref("Chunk"), ref("Done"), ref("Failure")],
                    "discriminator": {"propertyName": "type", "mapping": {"chunk": "#/components/schemas/Chunk", "done": "#/components/schemas/Done", "error": "#/components/schemas/Failure"}},
                },
            },
        },
        "paths": {
            "/things": {
                "get": {
                    "operationId": "things.list",
                    "x-shape": "pages",
                    "parameters": [
                        ref("Version", "parameters"),
                        {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 10}},
                        {"name": "sort", "in": "query", "required": True, "schema": {"type": "string", "enum": ["up", "down"]}},
                    ],
                    "responses": {
                        "200": {
                            "description": "Things.",
                            "headers": {"X-Total": {"schema": {"type": "integer"}}},
                            "content": {"application/json": {"schema": {"type": "object", "properties": {"data": {"type": "array", "items": ref("Thing")}}}}},
                        },
                        "400": ref("Rejected", "responses"),
                    },
                },
                "post": {
                    "operationId": "things.create",
                    "x-shape": "call",
                    "requestBody": {"required": True, "content": {"application/json": {"schema": ref("NewThing")}}},
                    "responses": {"200": {"description": "Made.", "content": {"application/json": {"schema": ref("Thing")}}}, "400": ref("Rejected", "responses")},
                },
            },
            "/things/{id}/file": {
                "post": {
                    "operationId": "things.upload",
                    "x-shape": "events",
                    "security": [{"Token": ["files"]}],
                    "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}],
                    "requestBody": {"content": {"multipart/form-data": {"schema": ref("Upload")}}},
                    "responses": {"200": {"description": "Events.", "content": {"text/event-stream": {"schema": ref("Event")}}}},
                }
            },
            "/live": {
                "x-websocket": {
                    "name": "live",
                    "description": "A socket.",
                    "security": [{"Key": []}],
                    "query": [{"name": "model", "in": "query", "schema": {"type": "string"}}],
                    "send": {"oneOf": [ref("Say"), ref("Stop")]},
                    "receive": ref("Event"),
                    "binary": "Sound.",
                }
            },
        },
    }  # fmt: skip


class Case(NamedTuple):
    name: str
    edit: Callable[[Doc], Any]
    verdict: str | None
    kind: Kind | None = None
    direction: str | None = None
    backwards: bool = False
    """From what the edit makes to the base."""

    def contracts(self) -> tuple[Doc, Doc]:
        edited = base()
        self.edit(edited)
        return (edited, base()) if self.backwards else (base(), edited)


def schema(doc: Doc, name: str) -> Any:
    return doc["components"]["schemas"][name]


def field(doc: Doc, name: str, prop: str) -> Any:
    return schema(doc, name)["properties"][prop]


def operation(doc: Doc, name: str) -> Any:
    return next(
        node
        for item in doc["paths"].values()
        for node in item.values()
        if name in (node.get("operationId"), node.get("name"))
    )


def responses(doc: Doc, name: str) -> Any:
    return operation(doc, name)["responses"]


def put(node: Any, key: Any, value: Any) -> Any:
    node[key] = value
    return value


def parameter(name: str, required: bool = False) -> Doc:
    return {"name": name, "in": "query", "required": required, "schema": {"type": "string"}}


def rename_component(doc: Doc, old: str, new: str) -> None:
    text = (
        json.dumps(doc)
        .replace(f'schemas/{old}"', f'schemas/{new}"')
        .replace(f'"{old}": {{"type"', f'"{new}": {{"type"')
    )
    doc.clear()
    doc.update(json.loads(text))


TEXT: Doc = {"type": "string"}
SEND, RECEIVE, ERROR = "send", "receive", "error"

CASES = [
    # What the client sends.
    Case("optional request field added", lambda d: put(schema(d, "NewThing")["properties"], "new", TEXT), "additive", Kind.FIELD_ADDED, SEND),
    Case("required request field added", lambda d: (put(schema(d, "NewThing")["properties"], "new", TEXT), schema(d, "NewThing")["required"].append("new")), "breaking", Kind.FIELD_ADDED_REQUIRED, SEND),
    Case("request field removed", lambda d: schema(d, "NewThing")["properties"].pop("note"), "breaking", Kind.FIELD_REMOVED, SEND),
    Case("request field becomes required", lambda d: schema(d, "NewThing")["required"].append("color"), "breaking", Kind.FIELD_BECAME_REQUIRED, SEND),
    Case("request field becomes optional", lambda d: schema(d, "NewThing")["required"].remove("name"), "additive", Kind.FIELD_BECAME_OPTIONAL, SEND),
    Case("type of a request field changed", lambda d: put(field(d, "NewThing", "name"), "type", "integer"), "breaking", Kind.TYPE_CHANGED, SEND),
    Case("request field takes null", lambda d: put(field(d, "NewThing", "name"), "type", ["string", "null"]), "additive", Kind.NULL_ADDED, SEND),
    Case("request field no longer takes null", lambda d: put(field(d, "NewThing", "note"), "type", "string"), "breaking", Kind.NULL_REMOVED, SEND),
    Case("request union takes another member", lambda d: field(d, "NewThing", "shape")["oneOf"].append({"type": "object", "required": ["type"], "properties": {"type": {"const": "flat"}}}), "additive", Kind.VARIANT_ADDED_TO_UNION, SEND),
    Case("request union loses a member", lambda d: field(d, "NewThing", "shape")["oneOf"].pop(), "breaking", Kind.VARIANT_REMOVED, SEND),
    Case("request string grows an object form", lambda d: put(schema(d, "NewThing")["properties"], "name", {"oneOf": [field(d, "NewThing", "name"), ref("Part")]}), "additive", Kind.VARIANT_ADDED, SEND),
    Case("longest request string shorter", lambda d: put(field(d, "NewThing", "name"), "maxLength", 10), "breaking", Kind.LIMIT_TIGHTENED, SEND),
    Case("longest request string longer", lambda d: put(field(d, "NewThing", "name"), "maxLength", 30), "additive", Kind.LIMIT_LOOSENED, SEND),
    Case("limit of a request field removed", lambda d: field(d, "NewThing", "name").pop("maxLength"), "additive", Kind.LIMIT_LOOSENED, SEND),
    Case("smallest request number greater", lambda d: put(field(d, "Round", "radius"), "minimum", 2), "breaking", Kind.LIMIT_TIGHTENED, SEND),
    Case("pattern for a request field", lambda d: put(field(d, "NewThing", "name"), "pattern", "^a"), "breaking", Kind.LIMIT_TIGHTENED, SEND),
    Case("fewer elements in a request", lambda d: put(field(d, "NewThing", "parts"), "maxItems", 3), "breaking", Kind.LIMIT_TIGHTENED, SEND),
    Case("default of a request field changed", lambda d: put(field(d, "NewThing", "color"), "default", "blue"), "review", Kind.DEFAULT_CHANGED, SEND),
    Case("default of a request field removed", lambda d: field(d, "NewThing", "color").pop("default"), "review", Kind.DEFAULT_CHANGED, SEND),
    Case("request field deprecated", lambda d: put(field(d, "NewThing", "note"), "deprecated", True), "review", Kind.DEPRECATION_ADDED, SEND),
    Case("map of a request has other values", lambda d: put(field(d, "NewThing", "labels"), "additionalProperties", {"type": "integer"}), "breaking", Kind.TYPE_CHANGED, SEND),
    Case("request takes no other fields", lambda d: put(schema(d, "NewThing"), "additionalProperties", False), "breaking", Kind.ADDITIONAL_FIELDS_FORBIDDEN, SEND),
    Case("member of a request union needs a field", lambda d: schema(d, "Square")["required"].append("side"), "breaking", Kind.FIELD_BECAME_REQUIRED, SEND),
    Case("tag of a request union renamed", lambda d: put(field(d, "Round", "type"), "const", "circle"), "breaking", Kind.ENUM_VALUE_REMOVED, SEND),
    Case("format of a request field", lambda d: put(field(d, "NewThing", "name"), "format", "uuid"), "breaking", Kind.KEYWORD_CHANGED, SEND),
    # What it receives.
    Case("response field added", lambda d: put(schema(d, "Thing")["properties"], "new", TEXT), "additive", Kind.FIELD_ADDED, RECEIVE),
    Case("required response field added", lambda d: (put(schema(d, "Thing")["properties"], "new", TEXT), schema(d, "Thing")["required"].append("new")), "additive", Kind.FIELD_ADDED, RECEIVE),
    Case("response field removed", lambda d: schema(d, "Thing")["properties"].pop("made"), "breaking", Kind.FIELD_REMOVED, RECEIVE),
    Case("response field may be missing", lambda d: schema(d, "Thing")["required"].remove("color"), "breaking", Kind.FIELD_BECAME_OPTIONAL, RECEIVE),
    Case("response field always there", lambda d: schema(d, "Thing")["required"].append("made"), "additive", Kind.FIELD_BECAME_REQUIRED, RECEIVE),
    Case("response field may be null", lambda d: put(field(d, "Thing", "id"), "type", ["string", "null"]), "breaking", Kind.NULL_ADDED, RECEIVE),
    Case("response field is never null", lambda d: put(field(d, "Thing", "note"), "type", "string"), "additive", Kind.NULL_REMOVED, RECEIVE),
    Case("type of a response field changed", lambda d: put(field(d, "Thing", "count"), "type", "number"), "breaking", Kind.TYPE_WIDENED, RECEIVE),
    Case("whole numbers only in a response", lambda d: put(field(d, "Thing", "count"), "type", "number"), "additive", Kind.TYPE_NARROWED, RECEIVE, backwards=True),
    Case("whole numbers only in a request", lambda d: put(field(d, "Part", "size"), "type", "number"), "breaking", Kind.TYPE_NARROWED, SEND, backwards=True),
    Case("request field takes anything", lambda d: put(schema(d, "NewThing")["properties"], "note", {}), "additive", Kind.TYPE_WIDENED, SEND),
    Case("pattern of a response field", lambda d: put(field(d, "Thing", "made"), "pattern", "^2"), "additive", Kind.LIMIT_TIGHTENED, RECEIVE),
    Case("end of a range excluded", lambda d: (field(d, "Round", "radius").pop("minimum"), put(field(d, "Round", "radius"), "exclusiveMinimum", 1)), "breaking", Kind.LIMIT_TIGHTENED, SEND),
    Case("end of a range included", lambda d: (field(d, "Round", "radius").pop("minimum"), put(field(d, "Round", "radius"), "exclusiveMinimum", 1)), "additive", Kind.LIMIT_LOOSENED, SEND, backwards=True),
    Case("elements of a response differ", lambda d: put(field(d, "Thing", "parts"), "uniqueItems", True), "additive", Kind.LIMIT_TIGHTENED, RECEIVE),
    Case("elements of a response that are excluded", lambda d: put(field(d, "Thing", "parts"), "not", {"maxItems": 1}), "additive", Kind.LIMIT_TIGHTENED, RECEIVE),
    Case("response field that is not sent back", lambda d: put(field(d, "Thing", "note"), "readOnly", True), "additive", Kind.HINT_CHANGED, RECEIVE),
    Case("response field that is no longer sent", lambda d: put(field(d, "Thing", "note"), "writeOnly", True), "breaking", Kind.KEYWORD_CHANGED, RECEIVE),
    Case("request field that must not be sent", lambda d: put(field(d, "NewThing", "note"), "readOnly", True), "breaking", Kind.KEYWORD_CHANGED, SEND),
    Case("format of a response field removed", lambda d: field(d, "Thing", "made").pop("format"), "breaking", Kind.KEYWORD_CHANGED, RECEIVE),
    Case("wider range in a response", lambda d: put(field(d, "Thing", "count"), "maximum", 20), "breaking", Kind.LIMIT_LOOSENED, RECEIVE),
    Case("narrower range in a response", lambda d: put(field(d, "Thing", "count"), "maximum", 5), "additive", Kind.LIMIT_TIGHTENED, RECEIVE),
    Case("open enum of a response closed", lambda d: put(schema(d, "Thing")["properties"], "color", ref("Color")), "breaking", Kind.ENUM_CLOSED, RECEIVE),
    Case("response string becomes a union", lambda d: put(schema(d, "Thing")["properties"], "id", {"oneOf": [TEXT, ref("Part")]}), "breaking", Kind.VARIANT_ADDED, RECEIVE),
    Case("response field deprecated", lambda d: put(field(d, "Thing", "note"), "deprecated", True), "review", Kind.DEPRECATION_ADDED, RECEIVE),
    Case("field of an allOf member removed", lambda d: schema(d, "Owner")["properties"].pop("name"), "breaking", Kind.FIELD_REMOVED, RECEIVE),
    Case("field of an allOf member added", lambda d: put(schema(d, "Owner")["properties"], "mail", TEXT), "additive", Kind.FIELD_ADDED, RECEIVE),
    Case("elements of a response changed", lambda d: put(field(d, "Thing", "parts"), "items", TEXT), "breaking", Kind.TYPE_CHANGED, RECEIVE),
    # Both at once: the worse of the two counts.
    Case("nested field removed, in both directions", lambda d: schema(d, "Part")["properties"].pop("size"), "breaking", Kind.FIELD_REMOVED, SEND),
    Case("nested field becomes required, in both directions", lambda d: schema(d, "Part")["required"].append("size"), "breaking", Kind.FIELD_BECAME_REQUIRED, SEND),
    Case("nested field becomes optional, in both directions", lambda d: schema(d, "Part")["required"].remove("id"), "breaking", Kind.FIELD_BECAME_OPTIONAL, RECEIVE),
    Case("nested optional field added, in both directions", lambda d: put(schema(d, "Part")["properties"], "new", TEXT), "additive", Kind.FIELD_ADDED, SEND),
    Case("enum value added, in both directions", lambda d: schema(d, "Color")["enum"].append("green"), "additive", Kind.ENUM_VALUE_ADDED, RECEIVE),
    Case("enum value removed, in both directions", lambda d: schema(d, "Color")["enum"].remove("blue"), "breaking", Kind.ENUM_VALUE_REMOVED, SEND),
    # Parameters.
    Case("optional query parameter added", lambda d: operation(d, "things.list")["parameters"].append(parameter("q")), "additive", Kind.PARAMETER_ADDED, SEND),
    Case("required query parameter added", lambda d: operation(d, "things.list")["parameters"].append(parameter("q", True)), "breaking", Kind.PARAMETER_ADDED_REQUIRED, SEND),
    Case("query parameter removed", lambda d: operation(d, "things.list")["parameters"].pop(1), "breaking", Kind.PARAMETER_REMOVED, SEND),
    Case("query parameter becomes required", lambda d: put(operation(d, "things.list")["parameters"][1], "required", True), "breaking", Kind.PARAMETER_BECAME_REQUIRED, SEND),
    Case("query parameter becomes optional", lambda d: put(operation(d, "things.list")["parameters"][2], "required", False), "additive", Kind.PARAMETER_BECAME_OPTIONAL, SEND),
    Case("value of a query parameter removed", lambda d: operation(d, "things.list")["parameters"][2]["schema"]["enum"].pop(), "breaking", Kind.ENUM_VALUE_REMOVED, SEND),
    Case("value of a query parameter added", lambda d: operation(d, "things.list")["parameters"][2]["schema"]["enum"].append("flat"), "additive", Kind.ENUM_VALUE_ADDED, SEND),
    Case("greatest query parameter smaller", lambda d: put(operation(d, "things.list")["parameters"][1]["schema"], "maximum", 50), "breaking", Kind.LIMIT_TIGHTENED, SEND),
    Case("default of a query parameter changed", lambda d: put(operation(d, "things.list")["parameters"][1]["schema"], "default", 20), "review", Kind.DEFAULT_CHANGED, SEND),
    Case("query parameter explodes otherwise", lambda d: operation(d, "things.list")["parameters"][1].update(schema={"type": "array", "items": TEXT}, explode=False), "breaking", Kind.KEYWORD_CHANGED, SEND),
    Case("query parameter moves to a header", lambda d: put(operation(d, "things.list")["parameters"][1], "in", "header"), "breaking", Kind.PARAMETER_REMOVED, SEND),
    Case("shared header parameter removed", lambda d: operation(d, "things.list")["parameters"].pop(0), "breaking", Kind.PARAMETER_REMOVED, SEND),
    Case("shared header parameter becomes optional", lambda d: d["components"]["parameters"]["Version"].pop("required"), "additive", Kind.PARAMETER_BECAME_OPTIONAL, SEND),
    Case("path parameter renamed", lambda d: (put(operation(d, "things.upload")["parameters"][0], "name", "thing"), put(d["paths"], "/things/{thing}/file", d["paths"].pop("/things/{id}/file"))), "breaking", Kind.PARAMETER_ADDED_REQUIRED, SEND),
    Case("type of a path parameter changed", lambda d: put(operation(d, "things.upload")["parameters"][0]["schema"], "type", "integer"), "breaking", Kind.TYPE_CHANGED, SEND),
    # Bodies and forms.
    Case("body becomes required", lambda d: put(operation(d, "things.upload")["requestBody"], "required", True), "breaking", Kind.REQUEST_BODY_BECAME_REQUIRED, SEND),
    Case("body removed", lambda d: operation(d, "things.create").pop("requestBody"), "breaking", Kind.REQUEST_BODY_REMOVED, SEND),
    Case("optional body added", lambda d: put(operation(d, "things.list"), "requestBody", {"content": {"application/json": {}}}), "additive", Kind.REQUEST_BODY_ADDED, SEND),
    Case("another media type taken", lambda d: put(operation(d, "things.create")["requestBody"]["content"], "text/plain", {"schema": TEXT}), "additive", Kind.MEDIA_TYPE_ADDED, SEND),
    Case("JSON becomes a form", lambda d: put(operation(d, "things.create")["requestBody"], "content", {"multipart/form-data": {"schema": ref("NewThing")}}), "breaking", Kind.MEDIA_TYPE_REMOVED, SEND),
    Case("optional part of a form added", lambda d: put(schema(d, "Upload")["properties"], "format[rate]", {"type": "integer"}), "additive", Kind.FIELD_ADDED, SEND),
    Case("part of a form removed", lambda d: schema(d, "Upload")["properties"].pop("tags[]"), "breaking", Kind.FIELD_REMOVED, SEND),
    Case("part of a form renamed", lambda d: put(schema(d, "Upload")["properties"], "tags", schema(d, "Upload")["properties"].pop("tags[]")), "breaking", Kind.FIELD_REMOVED, SEND),
    Case("part of a form becomes required", lambda d: schema(d, "Upload")["required"].append("tags[]"), "breaking", Kind.FIELD_BECAME_REQUIRED, SEND),
    Case("file of a form becomes text", lambda d: field(d, "Upload", "file").pop("format"), "breaking", Kind.KEYWORD_CHANGED, SEND),
    Case("encoding of a form", lambda d: put(operation(d, "things.upload")["requestBody"]["content"]["multipart/form-data"], "encoding", {"file": {"contentType": "audio/wav"}}), "breaking", Kind.KEYWORD_CHANGED, SEND),
    # Statuses, headers and media types of responses; errors.
    Case("success status replaced", lambda d: put(responses(d, "things.create"), "201", responses(d, "things.create").pop("200")), "breaking", Kind.STATUS_REMOVED, RECEIVE),
    Case("error status added", lambda d: put(responses(d, "things.list"), "429", ref("Rejected", "responses")), "additive", Kind.STATUS_ADDED, ERROR),
    Case("error status removed", lambda d: responses(d, "things.list").pop("400"), "additive", Kind.STATUS_REMOVED, ERROR),
    Case("error code added", lambda d: schema(d, "ErrorCode")["enum"].append("odd"), "additive", Kind.ENUM_VALUE_ADDED, ERROR),
    Case("error code removed", lambda d: schema(d, "ErrorCode")["enum"].pop(), "additive", Kind.ENUM_VALUE_REMOVED, ERROR),
    Case("error field added", lambda d: put(schema(d, "Error")["properties"], "url", TEXT), "additive", Kind.FIELD_ADDED, ERROR),
    Case("error field removed", lambda d: schema(d, "Error")["properties"].pop("message"), "breaking", Kind.FIELD_REMOVED, ERROR),
    Case("error field may be missing", lambda d: schema(d, "Error")["required"].remove("code"), "breaking", Kind.FIELD_BECAME_OPTIONAL, ERROR),
    Case("errors are texts now", lambda d: put(d["components"]["responses"]["Rejected"], "content", {"text/plain": {"schema": TEXT}}), "breaking", Kind.MEDIA_TYPE_REMOVED, ERROR),
    Case("text of an error changed", lambda d: put(d["components"]["responses"]["Rejected"], "description", "No."), "docs", Kind.DOCUMENTATION_CHANGED, ERROR),
    Case("response header added", lambda d: put(responses(d, "things.list")["200"]["headers"], "X-Left", {"schema": TEXT}), "additive", Kind.FIELD_ADDED, RECEIVE),
    Case("response header removed", lambda d: responses(d, "things.list")["200"]["headers"].pop("X-Total"), "breaking", Kind.FIELD_REMOVED, RECEIVE),
    Case("type of a response header changed", lambda d: put(responses(d, "things.list")["200"]["headers"]["X-Total"]["schema"], "type", "string"), "breaking", Kind.TYPE_CHANGED, RECEIVE),
    Case("media type of a response added", lambda d: put(responses(d, "things.create")["200"]["content"], "text/csv", {"schema": TEXT}), "review", Kind.MEDIA_TYPE_ADDED, RECEIVE),
    Case("media type of a response replaced", lambda d: put(responses(d, "things.create")["200"], "content", {"text/csv": {"schema": TEXT}}), "breaking", Kind.MEDIA_TYPE_REMOVED, RECEIVE),
    # Events.
    Case("kind of event added", lambda d: (put(d["components"]["schemas"], "Extra", {"type": "object", "properties": {"type": {"const": "extra"}}}), schema(d, "Event")["oneOf"].append(ref("Extra")), put(schema(d, "Event")["discriminator"]["mapping"], "extra", "#/components/schemas/Extra")), "additive", Kind.VARIANT_ADDED_TO_UNION, RECEIVE),
    Case("kind of event removed", lambda d: (schema(d, "Event")["oneOf"].pop(1), schema(d, "Event")["discriminator"]["mapping"].pop("done")), "breaking", Kind.VARIANT_REMOVED, RECEIVE),
    Case("field of an event removed", lambda d: schema(d, "Chunk")["properties"].pop("final"), "breaking", Kind.FIELD_REMOVED, RECEIVE),
    Case("field of an event added", lambda d: put(schema(d, "Chunk")["properties"], "step", {"type": "number"}), "additive", Kind.FIELD_ADDED, RECEIVE),
    Case("tag of an event renamed", lambda d: put(field(d, "Chunk", "type"), "const", "piece"), "breaking", Kind.ENUM_VALUE_REMOVED, RECEIVE),
    Case("tag mapped to another event", lambda d: put(schema(d, "Event")["discriminator"]["mapping"], "done", "#/components/schemas/Chunk"), "breaking", None, RECEIVE),
    Case("events distinguished by another field", lambda d: put(schema(d, "Event")["discriminator"], "propertyName", "kind"), "breaking", Kind.DISCRIMINATOR_CHANGED, RECEIVE),
    Case("field of an error event added", lambda d: put(schema(d, "Failure")["properties"], "title", TEXT), "additive", Kind.FIELD_ADDED, ERROR),
    Case("field of an error event removed", lambda d: schema(d, "Failure")["properties"].pop("text"), "breaking", Kind.FIELD_REMOVED, ERROR),
    # Sockets.
    Case("socket sends another message", lambda d: operation(d, "live")["send"]["oneOf"].append(ref("Part")), "additive", Kind.VARIANT_ADDED, SEND),
    Case("socket no longer takes a message", lambda d: operation(d, "live")["send"]["oneOf"].pop(), "breaking", Kind.VARIANT_REMOVED, SEND),
    Case("optional field of a message added", lambda d: put(schema(d, "Say")["properties"], "speed", {"type": "number"}), "additive", Kind.FIELD_ADDED, SEND),
    Case("field of a message becomes required", lambda d: schema(d, "Say")["required"].append("color"), "breaking", Kind.FIELD_BECAME_REQUIRED, SEND),
    Case("socket query parameter removed", lambda d: operation(d, "live")["query"].clear(), "breaking", Kind.PARAMETER_REMOVED, SEND),
    Case("socket query parameter becomes required", lambda d: put(operation(d, "live")["query"][0], "required", True), "breaking", Kind.PARAMETER_BECAME_REQUIRED, SEND),
    Case("socket receives fewer kinds of events", lambda d: put(operation(d, "live"), "receive", {"oneOf": [ref("Chunk"), ref("Failure")]}), "breaking", Kind.VARIANT_REMOVED, RECEIVE),
    Case("socket without binary frames", lambda d: operation(d, "live").pop("binary"), "breaking", Kind.BINARY_FRAMES_CHANGED, "call"),
    Case("text about binary frames", lambda d: put(operation(d, "live"), "binary", "Other sound."), "docs", Kind.DOCUMENTATION_CHANGED, "call"),
    Case("socket removed", lambda d: d["paths"].pop("/live"), "breaking", Kind.OPERATION_REMOVED, "call"),
    Case("socket no longer opened with a key", lambda d: put(operation(d, "live"), "security", [{"Token": []}]), "breaking", Kind.SECURITY_ALTERNATIVE_REMOVED, "call"),
    # Operations, security, servers.
    Case("operation added", lambda d: put(d["paths"], "/more", {"get": {"operationId": "more.get", "responses": {}}}), "additive", Kind.OPERATION_ADDED, "call"),
    Case("operation removed", lambda d: d["paths"]["/things"].pop("post"), "breaking", Kind.OPERATION_REMOVED, "call"),
    Case("operation moved", lambda d: put(d["paths"], "/all/{id}/file", d["paths"].pop("/things/{id}/file")), "breaking", Kind.OPERATION_MOVED, "call"),
    Case("method renamed", lambda d: put(operation(d, "things.list"), "operationId", "things.all"), "breaking", Kind.OPERATION_RENAMED, "call"),
    Case("method renamed, its former name kept", lambda d: operation(d, "things.list").update({"operationId": "things.all", "x-aliases": ["things.list"]}), "review", Kind.OPERATION_RENAMED_SOFTLY, "call"),
    Case("former name added", lambda d: put(operation(d, "things.list"), "x-aliases", ["things.all"]), "additive", Kind.SECOND_NAME_ADDED, "call"),
    Case("former name removed", lambda d: put(operation(d, "things.list"), "x-aliases", ["things.all"]), "breaking", Kind.SECOND_NAME_REMOVED, "call", backwards=True),
    Case("method gives something else", lambda d: put(operation(d, "things.list"), "x-shape", "call"), "breaking", Kind.SHAPE_CHANGED, "call"),
    Case("operation deprecated", lambda d: put(operation(d, "things.list"), "deprecated", True), "review", Kind.DEPRECATION_ADDED, "call"),
    Case("way to authenticate added", lambda d: put(operation(d, "things.upload"), "security", [{"Token": ["files"]}, {"Key": []}]), "additive", Kind.SECURITY_ALTERNATIVE_ADDED, "call"),
    Case("way to authenticate removed for all", lambda d: d["security"].pop(), "breaking", Kind.SECURITY_ALTERNATIVE_REMOVED, "call"),
    Case("more grants needed", lambda d: put(operation(d, "things.upload"), "security", [{"Token": ["files", "admin"]}]), "breaking", Kind.SECURITY_SCOPES_ADDED, "call"),
    Case("another grant of the same family needed", lambda d: put(operation(d, "things.upload"), "security", [{"Token": ["files", "files:write"]}]), "breaking", Kind.SECURITY_SCOPES_ADDED, "call"),
    Case("fewer grants needed", lambda d: put(operation(d, "things.upload"), "security", [{"Token": []}]), "additive", Kind.SECURITY_SCOPES_REMOVED, "call"),
    Case("open operation needs a key", lambda d: put(d, "security", [{"Key": [], "Token": ["things"]}]), "breaking", Kind.SECURITY_ALTERNATIVE_REMOVED, "call"),
    Case("key in another header", lambda d: put(d["components"]["securitySchemes"]["Key"], "name", "Api-Key"), "breaking", Kind.SECURITY_ALTERNATIVE_REMOVED, "call"),
    Case("server moved", lambda d: put(d["servers"][0], "url", "https://other.example.com"), "breaking", Kind.SERVER_REMOVED, "call"),
    Case("keyword that no rule knows", lambda d: put(operation(d, "things.list"), "x-cost", 3), "breaking", Kind.KEYWORD_CHANGED, "call"),
    Case("schema keyword that no rule knows", lambda d: put(field(d, "Thing", "id"), "x-cost", 3), "breaking", Kind.KEYWORD_CHANGED, RECEIVE),
    # Kinds that no case above shows.
    Case("required body added", lambda d: put(operation(d, "things.list"), "requestBody", {"required": True, "content": {}}), "breaking", Kind.REQUEST_BODY_ADDED_REQUIRED, SEND),
    Case("body is no longer an object", lambda d: put(operation(d, "things.create"), "requestBody", "text"), "breaking", Kind.REQUEST_BODY_CHANGED, SEND),
    Case("body becomes optional", lambda d: operation(d, "things.create")["requestBody"].pop("required"), "additive", Kind.REQUEST_BODY_BECAME_OPTIONAL, SEND),
    Case("request takes other fields again", lambda d: put(schema(d, "NewThing"), "additionalProperties", False), "additive", Kind.ADDITIONAL_FIELDS_ALLOWED, SEND, backwards=True),
    Case("enum of a request opened", lambda d: put(schema(d, "Say")["properties"], "color", {"anyOf": [ref("Color"), TEXT]}), "additive", Kind.ENUM_OPENED, SEND),
    Case("known values of a response listed", lambda d: put(schema(d, "Thing")["properties"], "id", {"anyOf": [ref("Color"), TEXT]}), "additive", Kind.KNOWN_VALUES_LISTED, RECEIVE),
    Case("known values of a response no longer listed", lambda d: put(schema(d, "Thing")["properties"], "color", TEXT), "review", Kind.KNOWN_VALUES_UNLISTED, RECEIVE),
    Case("another tag for an event", lambda d: put(schema(d, "Event")["discriminator"]["mapping"], "piece", "#/components/schemas/Chunk"), "breaking", Kind.DISCRIMINATOR_MAPPING_ADDED, RECEIVE),
    Case("tag of an event no longer mapped", lambda d: schema(d, "Event")["discriminator"]["mapping"].pop("done"), "breaking", Kind.DISCRIMINATOR_MAPPING_REMOVED, RECEIVE),
    Case("union of objects that exclude each other as a choice", lambda d: put(field(d, "NewThing", "shape"), "anyOf", field(d, "NewThing", "shape").pop("oneOf")), None),
    Case("union no longer exclusive", lambda d: put(field(d, "NewThing", "weight"), "anyOf", field(d, "NewThing", "weight").pop("oneOf")), "review", Kind.UNION_KEYWORD_CHANGED, SEND),
    Case("request field no longer deprecated", lambda d: put(field(d, "NewThing", "note"), "deprecated", True), "additive", Kind.DEPRECATION_REMOVED, SEND, backwards=True),
    Case("server added", lambda d: d["servers"].append({"url": "https://other.example.com"}), "review", Kind.SERVER_ADDED, "call"),
    Case("component that nothing uses", lambda d: put(d["components"]["schemas"], "Extra", TEXT), "review", Kind.UNUSED_COMPONENT_CHANGED, "call"),
    # No change, or texts only.
    Case("description of a field", lambda d: put(field(d, "Thing", "id"), "description", "The id."), "docs", Kind.DOCUMENTATION_CHANGED),
    Case("example of a parameter", lambda d: put(operation(d, "things.list")["parameters"][1], "example", 3), "docs", Kind.DOCUMENTATION_CHANGED),
    Case("component renamed", lambda d: rename_component(d, "Part", "Piece"), None),
    Case("recursive component renamed", lambda d: rename_component(d, "NewThing", "ThingToMake"), None),
    Case("component written out", lambda d: put(field(d, "Thing", "parts"), "items", copy.deepcopy(schema(d, "Part"))), None),
    Case("null as a member of a union", lambda d: put(schema(d, "Thing")["properties"], "note", {"anyOf": [TEXT, {"type": "null"}]}), None),
    Case("order of a union", lambda d: schema(d, "Event")["oneOf"].reverse(), None),
    Case("order of required and enum", lambda d: (schema(d, "NewThing")["required"].reverse(), schema(d, "Color")["enum"].reverse()), None),
    Case("security scheme renamed", lambda d: (put(d["components"]["securitySchemes"], "ApiKey", d["components"]["securitySchemes"].pop("Key")), put(d, "security", [{"ApiKey": []}, {"Token": ["things"]}]), put(operation(d, "live"), "security", [{"ApiKey": []}])), None),
    Case("security of the document repeated", lambda d: put(operation(d, "things.list"), "security", copy.deepcopy(d["security"])), None),
    # The same in another notation.
    Case("null as nullable", lambda d: put(schema(d, "Thing")["properties"], "note", {"type": "string", "nullable": True}), None),
    Case("nullable beside a reference", lambda d: put(schema(d, "Thing")["properties"], "color", {"allOf": [{"anyOf": [ref("Color"), TEXT]}], "nullable": True}), "breaking", Kind.NULL_ADDED, RECEIVE),
    Case("default of style", lambda d: operation(d, "things.list")["parameters"][1].update(style="form", explode=True), None),
    Case("defaults of a schema", lambda d: field(d, "Thing", "id").update(minLength=0, nullable=False, deprecated=False, readOnly=False), None),
    Case("any items", lambda d: put(field(d, "Upload", "tags[]"), "items", {}), "breaking", Kind.KEYWORD_CHANGED, SEND),
    Case("header parameter in another case", lambda d: put(d["components"]["parameters"]["Version"], "name", "VERSION"), None),
    Case("response header in another case", lambda d: put(responses(d, "things.list")["200"], "headers", {"x-total": {"schema": {"type": "integer"}}}), None),
    Case("key of a header in another case", lambda d: put(d["components"]["securitySchemes"]["Key"], "name", "x-key"), None),
    Case("query parameter in another case", lambda d: put(operation(d, "things.list")["parameters"][1], "name", "Limit"), "breaking", Kind.PARAMETER_REMOVED, SEND),
    Case("limit with a fraction", lambda d: put(field(d, "Thing", "count"), "maximum", 10.0), None),
    Case("statuses as numbers", lambda d: put(operation(d, "things.create"), "responses", {int(k): v for k, v in responses(d, "things.create").items()}), None),
    Case("path in a component", lambda d: (put(d["components"], "pathItems", {"Live": d["paths"]["/live"]}), put(d["paths"], "/live", ref("Live", "pathItems"))), None),
    Case("tags of an operation", lambda d: put(operation(d, "things.list"), "tags", ["Things"]), "docs", Kind.DOCUMENTATION_CHANGED),
    Case("address with a slash, a port and capitals", lambda d: put(d, "servers", [{"url": "HTTPS://API.example.com:443/"}]), None),
    Case("servers of an operation repeated", lambda d: (put(operation(d, "things.list"), "servers", copy.deepcopy(d["servers"])), put(d["paths"]["/live"], "servers", copy.deepcopy(d["servers"]))), None),
    Case("operation at another server", lambda d: put(operation(d, "things.list"), "servers", [{"url": "https://other.example.com"}]), "breaking", Kind.SERVER_REMOVED, "call"),
    Case("media type with its character set", lambda d: put(responses(d, "things.list")["200"], "content", {'Application/JSON;charset="UTF-8"': responses(d, "things.list")["200"]["content"]["application/json"]}), None),
    Case("media type of another version", lambda d: put(responses(d, "things.list")["200"], "content", {"application/json; v=2": responses(d, "things.list")["200"]["content"]["application/json"]}), "breaking", Kind.MEDIA_TYPE_REMOVED, RECEIVE),
    Case("status that its range says already", lambda d: put(responses(d, "things.list"), "4XX", put(responses(d, "things.list"), "404", ref("Rejected", "responses"))), "additive", Kind.STATUS_ADDED, ERROR),
    Case("headers that are said elsewhere", lambda d: (operation(d, "things.list")["parameters"].extend({"name": name, "in": "header", "schema": TEXT} for name in ("Accept", "Content-Type", "authorization")), put(responses(d, "things.list")["200"]["headers"], "Content-type", {"schema": TEXT})), None),
    Case("security scheme behind a reference", lambda d: (put(d["components"]["securitySchemes"], "Second", d["components"]["securitySchemes"]["Key"]), put(d["components"]["securitySchemes"], "Key", ref("Second", "securitySchemes"))), None),
    Case("path with escapes", lambda d: put(d["paths"], "/%74hings", d["paths"].pop("/things")), None),
    Case("order of tags", lambda d: put(operation(d, "things.list"), "tags", []), None),
    Case("encoding that says nothing", lambda d: put(operation(d, "things.upload")["requestBody"]["content"]["multipart/form-data"], "encoding", {"file": {}}), None),
    Case("encodings that say what their fields say", lambda d: put(operation(d, "things.upload")["requestBody"]["content"]["multipart/form-data"], "encoding", {"file": {"contentType": "application/octet-stream"}, "format[kind]": {"contentType": "text/plain"}, "tags[]": {"contentType": "text/plain"}}), None),
    Case("encodings of what is no form", lambda d: put(operation(d, "things.create")["requestBody"]["content"]["application/json"], "encoding", {"name": {"contentType": "text/html"}}), None),
    Case("encoding of a field", lambda d: put(operation(d, "things.upload")["requestBody"]["content"]["multipart/form-data"], "encoding", {"file": {"contentType": "audio/wav"}}), "breaking", Kind.KEYWORD_CHANGED, SEND),
    Case("a scalar that explodes", lambda d: put(operation(d, "things.list")["parameters"][1], "explode", False), None),
    Case("parameter may be empty", lambda d: put(operation(d, "things.list")["parameters"][1], "allowEmptyValue", True), "additive", Kind.LIMIT_LOOSENED, SEND),
    Case("parameter may no longer be empty", lambda d: put(operation(d, "things.list")["parameters"][1], "allowEmptyValue", True), "breaking", Kind.LIMIT_TIGHTENED, SEND, backwards=True),
    Case("body without a form", lambda d: put(operation(d, "things.list"), "requestBody", {"content": {}}), None),
    Case("server with a variable of one value", lambda d: put(d, "servers", [{"url": "https://{h}.example.com", "variables": {"h": {"default": "api", "enum": ["api"]}}}]), None),
    Case("server with a variable of more values", lambda d: put(d, "servers", [{"url": "https://{h}.example.com", "variables": {"h": {"default": "api", "enum": ["api", "eu"]}}}]), "review", Kind.SERVER_ADDED, "call"),
    Case("server with any value", lambda d: put(d, "servers", [{"url": "https://{h}.example.com", "variables": {"h": {"default": "api"}}}]), "breaking", Kind.SERVER_REMOVED, "call"),
    Case("operation open to everyone", lambda d: put(operation(d, "things.list"), "security", []), "additive", Kind.SECURITY_ALTERNATIVE_ADDED, "call"),
    Case("operation no longer open to everyone", lambda d: put(operation(d, "things.list"), "security", []), "breaking", Kind.SECURITY_ALTERNATIVE_REMOVED, "call", backwards=True),
    # Texts around the operations.
    Case("text of a path", lambda d: put(d["paths"]["/things"], "summary", "Things."), "docs", Kind.DOCUMENTATION_CHANGED),
    Case("address of support", lambda d: put(d["info"], "contact", {"email": "help@example.com"}), "docs", Kind.DOCUMENTATION_CHANGED),
    Case("link of a response", lambda d: put(responses(d, "things.list")["200"], "links", {"next": {"operationId": "things.create"}}), "docs", Kind.DOCUMENTATION_CHANGED),
    Case("description of a server", lambda d: put(d["servers"][0], "description", "For tests."), "docs", Kind.DOCUMENTATION_CHANGED),
    Case("description of a security scheme", lambda d: put(d["components"]["securitySchemes"]["Key"], "description", "Another key."), "docs", Kind.DOCUMENTATION_CHANGED),
    Case("description of a tag", lambda d: put(d, "tags", [{"name": "Things", "description": "About things."}]), "docs", Kind.DOCUMENTATION_CHANGED),
    Case("page about the contract", lambda d: put(d, "externalDocs", {"url": "https://docs.example.com"}), "docs", Kind.DOCUMENTATION_CHANGED),
    # Unions in responses.
    Case("variant without a tag added to a union in a response", lambda d: (put(schema(d, "Thing")["properties"], "id", {"oneOf": [TEXT, ref("Part")]}), put(schema(d, "Thing")["properties"], "made", {"oneOf": [TEXT, ref("Part"), {"type": "integer"}]})), "breaking", Kind.VARIANT_ADDED, RECEIVE),
    Case("any type among the types of a response", lambda d: put(schema(d, "Thing")["properties"], "count", {"type": ["integer", "string"]}), "breaking", Kind.VARIANT_ADDED, RECEIVE),
    Case("false that was implied", lambda d: put(operation(d, "things.list")["parameters"][1], "required", False), None),
]  # fmt: skip


def test_the_table_is_long_enough() -> None:
    assert len(CASES) >= 60
    assert len({case.name for case in CASES}) == len(CASES)


def test_every_kind_has_a_case() -> None:
    # Models are what a program imports, not a part of a comparison; what has no name is for documents not thought of.
    elsewhere = {Kind.MODEL_REMOVED, Kind.MODEL_RENAMED, Kind.UNKNOWN_CHANGE}
    assert set(Kind) - {case.kind for case in CASES} == elsewhere


def test_a_direction_that_a_rule_does_not_name_is_breaking() -> None:
    silent = Rule("Changed", "{subject}")
    assert {silent.verdict(direction) for direction in EVERYWHERE} == {"breaking"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.replace(" ", "-"))
def test_verdict(case: Case) -> None:
    changes = compare(*case.contracts())
    if case.verdict is None:
        assert changes == []
        return
    assert changes, "not reported"
    assert changes[0].verdict == case.verdict
    worst = [(change.kind, change.direction) for change in changes if change.verdict == case.verdict]
    assert any(case.kind in (None, kind) and case.direction in (None, direction) for kind, direction in worst), worst


@pytest.mark.parametrize(
    ("before", "added"),
    [
        ([ref("Part"), ref("Owner")], ref("Upload")),
        ([TEXT, ref("Part")], {"type": "integer"}),
        ([TEXT, {"type": "integer"}], {"type": "array", "items": TEXT}),
        ([ref("Part"), {"type": "array", "items": ref("Part")}], ref("Round")),
        ([ref("Round"), ref("Square")], ref("Chunk")),
        ([{"anyOf": [ref("Round"), ref("Square")]}, {"type": "null"}], ref("Part")),
    ],
    ids=["objects", "text-or-object", "types", "object-or-list", "tagged", "nested"],
)
def test_a_new_variant_of_a_union_in_a_response_is_additive(before: list[Doc], added: Doc) -> None:
    old, new = base(), base()
    for doc, members in ((old, before), (new, [*before, added])):
        schema(doc, "Thing")["properties"]["made"] = {"anyOf": members}
    changes = compare(old, new)
    assert [change.kind for change in changes] == [Kind.VARIANT_ADDED_TO_UNION]
    assert changes[0].verdict == "additive"
    assert compare(new, old)[0].verdict == "breaking"


def test_a_flow_of_a_security_scheme_is_a_way_of_its_own() -> None:
    old, new = base(), base()
    flow: Doc = {"tokenUrl": "https://example.com/token", "scopes": {"files": "Files."}}
    for doc, flows in ((old, {"password": flow}), (new, {"password": flow, "clientCredentials": flow})):
        doc["components"]["securitySchemes"]["Token"] = {"type": "oauth2", "flows": flows}
    assert compare(old, new)[0].kind is Kind.SECURITY_ALTERNATIVE_ADDED
    assert compare(new, old)[0].kind is Kind.SECURITY_ALTERNATIVE_REMOVED
    other = copy.deepcopy(new)
    flow["scopes"]["more"] = "More."
    assert {change.verdict for change in compare(other, new)} == {"docs"}


def test_equal_contracts_have_no_changes() -> None:
    assert compare(base(), base()) == []


def test_a_change_of_a_shared_component_is_reported_once_with_all_its_uses() -> None:
    new = base()
    schema(new, "Thing")["properties"].pop("made")
    (change,) = compare(base(), new)
    assert change.operations == ["things.create", "things.list"]
    assert ("data", "*", "made") in [use.path for use in change.uses]


def test_two_recursive_schemas_of_different_depth_end() -> None:
    new = base()
    # Once unrolled: the same language, written otherwise.
    schema(new, "Thing")["properties"]["next"] = {**copy.deepcopy(schema(new, "Thing"))}
    assert compare(base(), new) == []


@pytest.mark.parametrize("where", ["anyOf", "oneOf", "allOf"])
def test_a_schema_that_is_made_of_itself_ends(where: str) -> None:
    old, new = base(), base()
    for doc in (old, new):
        schema(doc, "Thing")[where] = [ref("Thing")]
    assert isinstance(compare(old, new), list)
    schema(new, "Part")["properties"].pop("size")
    assert any(change.kind is Kind.FIELD_REMOVED for change in compare(old, new))


@pytest.mark.parametrize(("keyword", "value"), [("properties", "text"), ("required", "text"), ("allOf", 3)])
def test_a_malformed_member_of_all_of_is_a_difference(keyword: str, value: Any) -> None:
    new = base()
    field(new, "Thing", "owner")["allOf"][1][keyword] = value
    assert compare(base(), new)[0].verdict == "breaking"


def test_breaking_comes_first() -> None:
    new = base()
    schema(new, "Thing")["properties"].pop("made")
    schema(new, "Thing")["properties"]["new"] = TEXT
    field(new, "Thing", "id")["description"] = "Text."
    order: list[Change] = compare(base(), new)
    assert [change.verdict for change in order] == ["breaking", "additive", "docs"]
