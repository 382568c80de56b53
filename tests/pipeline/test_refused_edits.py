"""An edit of spec/ that no code can be written for is refused: each row is an edit, and the line that names its place."""

from __future__ import annotations

import copy
import functools
import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from codegen.build import load
from codegen.generator import generate
from codegen.merge import SpecError
from codegen.naming import with_class_names
from codegen.versions import versions

from .compiled import GOLDEN, write_spec
from .edits import FORM, JSON, TEXT, content, got, operation, parameter, posted, ref, thing

FILE = {"type": "string", "format": "binary"}
MORE = "spec/more/000.yml"
UNION = {"description": "A choice.", "oneOf": [ref("OddA"), ref("OddB")], "discriminator": {"propertyName": "type"}}
KINDS = {"OddA": thing({"type": {"const": "a"}}, ["type"]), "OddB": thing({"type": {"const": "b"}}, ["type"])}


def stream(schema: Any, schemas: dict[str, Any], **more: Any) -> dict[str, Any]:
    data = {**TEXT, "description": "One.", "contentMediaType": JSON, "contentSchema": schema}
    success = content({"type": "object", "properties": {"data": data}}, "text/event-stream")
    return operation("tick", shape="events", success=success, schemas=schemas, **more)


INNER = thing({"z": TEXT})

EDITED: dict[str, tuple[str, str, str]] = {
    "a status without quotes": ('"204": {description: Deleted.}', "204: {description: Deleted.}", 'spec/shapes.yaml: paths./things/{id}.delete.responses: the key 204 is no text; put it in quotes: "204"'),
    "no paths": ("paths:\n", "paths:\nx:\n", "spec/shapes.yaml: paths: must be a mapping, not empty"),
    "a property without a value": ("        ok: {type: boolean, description: Up or not.}", "        ok:", "spec/shapes.yaml: components.schemas.Status.properties.ok: must be a mapping, not empty"),
    "a schema without a value": ("    Status:\n", "    Empty:\n    Status:\n", "spec/shapes.yaml: components.schemas.Empty: must be a mapping, not empty"),
    "a number as a description": ("description: Its id.", "description: 5", 'components.schemas.Thing.properties.id.description: must be a text, not 5; put it in quotes: "5"'),
    "a text as a number": ("minimum: 1, maximum: 9, default: 5", 'minimum: "1", maximum: 9', "paths./things.get.parameters.0.schema.minimum: must be a whole number or a number, not '1'"),
    "yes for true": ("required: true, description: Id of a part.", "required: yes, description: Id of a part.", "parameters.1.required: must be true or false, not 'yes'"),
    "a list as a mapping": ("      responses:\n        \"200\":\n          description: The thing.", "      responses:\n        - description: The thing.", "paths./things/{id}.get.responses: must be a mapping, not a list"),
    "a field called as a reference": ("ok: {type: boolean,", "$ref: {type: boolean,", "Status.properties.$ref: nothing can have this name"),
    "a type that does not exist": ("ok: {type: boolean,", "ok: {type: bool,", "Status.properties.ok.type: must be string, integer"),
    "infinity": ("maximum: 9, default: 5", "maximum: .inf", "parameters.0.schema.maximum: inf is no number that JSON has"),
    "a parameter without a name": ("{name: limit, in: query,", "{in: query,", "paths./things.get.parameters.0: has no name"),
    "a parameter in the cookie": ("{name: starting_after, in: query,", "{name: starting_after, in: cookie,", "paths./things.get.parameters.2: 'starting_after' is a cookie"),
    "a parameter in the body": ("{name: starting_after, in: query,", "{name: starting_after, in: body,", "parameters.2.in: must be one of path, query, header, not 'body'"),
    "a reference to itself": ("    Status:\n", '    Loop: {$ref: "#/components/schemas/Loop"}\n    Status:\n', "components.schemas.Loop: $ref '#/components/schemas/Loop' leads to itself"),
    "a reference to nowhere": ("schemas/Style", "schemas/Stile", "spec/shapes.yaml: components.schemas.SoundRequest.properties.style: $ref"),
    "a 204 with a shape": ("      x-shape: nothing\n      summary: Delete a thing.", "      x-shape: call\n      summary: Delete a thing.", "responses.204: the shape call needs a body of application/json"),
    "a body of nothing": ("      x-shape: call\n      summary: Look up", "      x-shape: nothing\n      summary: Look up", "responses.200: the shape nothing has no body"),
    "a path with a query": ("  /things/table:", "  /things/table?x=1:", "paths./things/table?x=1: a path begins with / and"),
    "a path with a loose brace": ("  /things/table:", "  /things/{table:", "paths./things/{table: a path begins with / and"),
    "a reference into a component": ("schemas/Style", "schemas/Style/properties/mood", "must lead to a component: #/components/schemas/ and its name"),
    "a path without anything": ("  /things/table:\n    get:", "  /things/nothing: {}\n  /things/table:\n    get:", "spec/shapes.yaml: paths./things/nothing: has nothing; it needs one of"),
    "an unknown part of a path without a value": ("  /things/table:\n    get:", "  /things/table:\n    x:\n    get:", "spec/shapes.yaml: paths./things/table"),
    "what is no YAML": ("paths:\n", "paths: \x00\n", "spec/shapes.yaml: not readable as YAML"),
    "a number among texts": ("enum: [red, RED, dark-red, dark_red]", "enum: [007, red]", 'Color.enum: 7 is not of the type string; put it in quotes: "7"'),
    "a tab": ("    Status:\n", "\t\tStatus:\n", "spec/shapes.yaml:172: not readable as YAML: while scanning for the next token, found character that cannot start any token; indent with spaces"),
    "a colon in a text": ("description: State.", "description: State: up", "not readable as YAML: mapping values are not allowed in this context; put a text in quotes"),
    "values that the generator cannot take": ("enum: [red, RED, dark-red, dark_red]", "enum: [1.5, red]", "spec/shapes.yaml: components.schemas.Color.enum: 1.5 is not of the type string"),
    "an uncertain header without a reason": ('"204": {description: Deleted.}', '"204": {description: Deleted., headers: {X-A: {x-evidence: }}}', "things/{id}.delete.responses.204.headers.X-A.x-evidence: must be a text, not empty"),
    "a null among texts": ("enum: [red, RED, dark-red, dark_red]", "enum: [red, null]", "spec/shapes.yaml: components.schemas.Color.enum: empty is not of the type string; write anyOf:"),
}  # fmt: skip
ADDED: dict[str, tuple[dict[str, Any], str]] = {
    "a keyword as a method": (operation("import"), f"{MORE}: paths./odd/import.get.operationId: 'import' is a keyword of Python; choose another word"),
    "a resource's own name": (operation("with_raw_response"), "client.odd has a 'with_raw_response' of its own; choose another word"),
    "a name that annotations need": (operation("str"), "client.odd has a 'str' of its own; choose another word"),
    "a schema called as a class": (got("x", ref("Response"), schemas={"Response": thing({"a": TEXT})}), f"{MORE}: components.schemas.Response: 'Response' cannot be the name of a class here; write x-python-name: ResponseObject"),
    "a schema called as a resource": (got("x", ref("AsyncOddResource"), schemas={"AsyncOddResource": thing({"a": TEXT})}), "components.schemas.AsyncOddResource: 'AsyncOddResource' is the class of client.odd; write x-python-name: AsyncOddResourceObject"),
    "a schema called as another as a dict": (posted("x", {"a": ref("OddA"), "b": ref("OddAParam")}, schemas={"OddA": thing({"a": TEXT}), "OddAParam": thing({"b": TEXT})}), "components.schemas.OddAParam: 'OddAParam' is the class of OddA as a dict; write x-python-name: OddAParamObject"),
    "a schema called as an object in place": (got("x", ref("OddA"), schemas={"OddA": thing({"kind": INNER}), "OddAKind": INNER}), f"{MORE}: components.schemas.OddAKind: an object that is written in place becomes the class 'OddAKind', too; write x-python-name: OddAKindObject"),
    "as one in a list": (got("x", ref("OddA"), schemas={"OddA": thing({"kinds": {"type": "array", "items": INNER}}), "OddAKindsItem": INNER}), "schemas.OddAKindsItem: an object that is written in place becomes the class"),
    "as one that may be null": (got("x", ref("OddA"), schemas={"OddA": thing({"kind": {"anyOf": [INNER, {"type": "null"}]}}), "OddAKindType0": INNER}), "schemas.OddAKindType0: an object that is written in place becomes the class 'OddAKindType0', too; write x-python-name"),
    "as a response": (got("x", INNER, schemas={"OddXResponse200": INNER}), "schemas.OddXResponse200: an object that is written in place becomes the class"),
    "as the values of a parameter": (operation("x", parameters=[parameter("kind", schema={**TEXT, "enum": ["a"]})], schemas={"OddXKind": INNER}), "schemas.OddXKind: an object that is written in place becomes the class"),
    "two objects in place": (got("x", ref("OddA"), schemas={"OddA": thing({"kind_of": INNER, "b": ref("OddAKind")}), "OddAKind": thing({"of": INNER})}), "two objects that are written in place become the class 'OddAKindOf'; write one in components.schemas"),
    "a schema with an underscore": (got("x", ref("Req_V2"), schemas={"Req_V2": thing({"a": TEXT})}), "components.schemas.Req_V2: 'Req_V2' cannot be the name of a class here; write x-python-name: ReqV2"),
    "a chosen name that is none": (got("x", ref("OddX"), schemas={"OddX": {**thing({"a": TEXT}), "x-python-name": "class"}}), "components.schemas.OddX: x-python-name 'class' cannot be the name of a class"),
    "a chosen name that is taken": (operation("x", parameters=[{**parameter("a"), "x-python-name": "self"}]), "parameters.1: x-python-name 'self' is not a name that is free in Python"),
    "fields that collide": (posted("x", {"a-b": TEXT, "a_b": TEXT}), "properties.a_b: becomes the same Python name as 'a-b'; one would be lost; give one of them an x-python-name"),
    "a field and a parameter": (posted("x", {"id": TEXT}, parameters=[parameter("id")]), "requestBody.content.application/json: 'id' of the body becomes the same Python name as 'id' of the query"),
    "two parameters": (operation("x", parameters=[parameter("id"), parameter("id", "header")]), "parameters: 'id' of the header becomes the same Python name as 'id' of the query"),
    "the client's own header": (operation("x", parameters=[parameter("Accept", "header")]), "parameters.1: the header Accept is set by the client"),
    "a list in a header": (operation("x", parameters=[parameter("X-A", "header", {"type": "array", "items": TEXT})]), "parameters.1.schema: a header takes a text, a number"),
    "a page without data": (operation("x", shape="pages", success=content(ref("Status"))), "a page needs a list called data"),
    "bytes of nothing": (operation("x", shape="bytes"), "responses.204: the shape bytes needs a body"),
    "a body that is a list": (posted("x", {}, schema={"type": "array", "description": "X.", "items": TEXT}), "a body must be an object, whose fields become the arguments"),
    "a body without a schema": (operation("x", shape="call", success={"content": {JSON: {"example": {}}}}), "responses.200.content.application/json: has no schema"),
    "events without a name": (stream({"oneOf": [ref("OddA"), ref("OddB")]}, KINDS), "the events need a named schema: $ref a component that is oneOf of them"),
    "events of one schema": (stream(ref("OddA"), KINDS), f"{MORE}: components.schemas.OddA: messages are oneOf of named schemas"),
    "a stream behind a reference": (operation("tick", shape="events", success=content(ref("Thing"), "text/event-stream")), "content.text/event-stream.schema: is a reference; write the schema of the stream here"),
    "an event without its kind": (stream(ref("OddU"), {**KINDS, "OddA": thing({"x": TEXT}), "OddU": UNION}), "components.schemas.OddU.oneOf.0: the message has no constant 'type'"),
    "a stream without an end": (stream(ref("OddU"), {**KINDS, "OddU": UNION}), f"{MORE}: paths./odd/tick.get: does not say which event is the last one; write x-last-event:"),
    "an end that is none of the events": (stream(ref("OddU"), {**KINDS, "OddU": UNION}, extra={"x-last-event": "Thing"}), "get.x-last-event: 'Thing' is none of the events: OddA, OddB"),
    "an odd status": (operation("x", status="2XX"), "responses.2XX: a success has one status"),
    "parameters of a path with a socket": ({"paths": {"/things/socket": {"parameters": [parameter("a")]}}}, f"{MORE}: paths./things/socket.parameters: a socket has its parameters in x-websocket"),
}  # fmt: skip

NUMBER = {"type": "integer"}
LIST = {"type": "array", "items": TEXT}
OBJECT = thing({"a": TEXT})


def shown_schema(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """Return a fragment with a schema that nothing uses."""
    return {"components": {"schemas": {name: {"description": "Odd.", **schema}}}}


def socket(own: str, path: str = "", **more: Any) -> dict[str, Any]:
    """Return a fragment with a socket of the resource `odd`."""
    receive = {"oneOf": [ref("MadeEvent")], "discriminator": {"propertyName": "type"}}
    examples = {"send": [{"ok": True}], "receive": [{"type": "made", "done": False, "sound": ""}]}
    node = {
        "name": f"odd.{own}",
        "description": "Talk.",
        "send": ref("Status"),
        "receive": receive,
        "examples": examples,
    }
    return {"paths": {path or f"/odd/{own}": {"x-websocket": {**node, **more}}}}


AT_ONCE: dict[str, tuple[dict[str, Any], str]] = {
    "a list in a path": (operation("a", "/odd/a/{x}", parameters=[parameter("x", "path", LIST)]), "paths./odd/a/{x}.get.parameters.1.schema: a part of the path takes"),
    "true or false in a path": (operation("b", "/odd/b/{x}", parameters=[parameter("x", "path", {"type": "boolean"})]), "paths./odd/b/{x}.get.parameters.1.schema: a part of the path takes"),
    "a parameter twice in a path": (operation("c", "/odd/c/{x}/{x}", parameters=[parameter("x", "path")]), "paths./odd/c/{x}/{x}.get: the path has a parameter twice"),
    "an object in a query": (operation("d", parameters=[parameter("x", schema=OBJECT)]), "paths./odd/d.get.parameters.1.schema: the query takes texts"),
    "objects in a query": (operation("e", parameters=[parameter("x", schema={"type": "array", "items": OBJECT})]), "paths./odd/e.get.parameters.1.schema: the query takes texts"),
    "a file in a query": (operation("f", parameters=[parameter("x", schema=FILE)]), "paths./odd/f.get.parameters.1.schema: the query takes texts"),
    "a header that may be null": (operation("g", parameters=[parameter("X-A", "header", {"type": ["string", "null"]})]), "paths./odd/g.get.parameters.1.schema: a header takes"),
    "cookies in a header": (operation("h", parameters=[parameter("Cookie", "header")]), "paths./odd/h.get.parameters.1: the client sends no cookies"),
    "a header of the connection": (operation("i", parameters=[parameter("Transfer-Encoding", "header")]), "paths./odd/i.get.parameters.1: the header Transfer-Encoding is set by the client"),
    "a parameter twice": (operation("j", parameters=[parameter("x"), parameter("x")]), "paths./odd/j.get.parameters: 'x' of the query stands twice"),
    "a header twice": (operation("k", parameters=[parameter("X-A", "header"), parameter("x-a", "header")]), "paths./odd/k.get.parameters: 'x-a' of the header stands twice"),
    "the same path": ({"paths": {**operation("l", "/odd/l/{x}", parameters=[parameter("x", "path")])["paths"], **operation("l2", "/odd/l/{y}", parameters=[parameter("y", "path")])["paths"]}}, "paths./odd/l/{y}.get: is the same path as /odd/l/{x}"),
    "a file in JSON": (posted("m", {"x": FILE}), "paths./odd/m.post.requestBody.content.application/json: has a file"),
    "a file in an object of a form": (posted("n", {"x": thing({"y": FILE})}, FORM), "paths./odd/n.post.requestBody.content.multipart/form-data.x: has a file within"),
    "a file or a text": (posted("o", {"x": {"oneOf": [FILE, TEXT]}}, FORM), "multipart/form-data.x: is a file or a text"),
    "sound or bytes": (operation("p", shape="bytes", success={"content": {"audio/wav": {"schema": FILE}, "application/zip": {"schema": FILE}}}), "paths./odd/p.get.responses.200.content: the media types are read in different ways"),
    "a body of anything": (got("q", {"description": "Anything."}), "paths./odd/q.get.responses.200.content.application/json.schema: says nothing of the body"),
    "a default of another type": (operation("r", parameters=[parameter("x", schema={**NUMBER, "default": "three"})]), "paths./odd/r.get.parameters.1.schema.default: 'three' is no value"),
    "a default that is not listed": (operation("s", parameters=[parameter("x", schema={**TEXT, "enum": ["a"], "default": "b"})]), "paths./odd/s.get.parameters.1.schema.default: 'b' is no value"),
    "limits the wrong way round": (operation("t", parameters=[parameter("x", schema={**NUMBER, "minimum": 5, "maximum": 2})]), "paths./odd/t.get.parameters.1.schema.minimum: 5 is more than the maximum 2"),
    "a broken pattern": (operation("u", parameters=[parameter("x", schema={**TEXT, "pattern": "(["})]), "paths./odd/u.get.parameters.1.schema.pattern: is no regular expression"),
    "nullable of 3.0": (operation("v", parameters=[parameter("x", schema={**TEXT, "nullable": True})]), 'nullable: unknown keyword; write type: [string, "null"]'),
    "a list of nothing": (shown_schema("OddList", {"type": "array"}), "components.schemas.OddList: a list needs items:"),
    "a choice of nothing": (shown_schema("OddChoice", {"oneOf": []}), "components.schemas.OddChoice.oneOf: is empty"),
    "values of several types": (shown_schema("OddMixed", {"enum": ["a", 1]}), "components.schemas.OddMixed.enum: has values of several types"),
    "a reference with company": (shown_schema("OddBoth", thing({"x": {**ref("Style"), "required": ["mood"]}})), "components.schemas.OddBoth.properties.x.required: has no effect beside $ref"),
    "a list within itself": (shown_schema("OddDeep", {"type": "array", "items": ref("OddDeep")}), "components.schemas.OddDeep: is made of itself"),
    "an object of itself": ({"components": {"schemas": {"OddOne": {"description": "1.", "allOf": [ref("OddTwo"), OBJECT]}, "OddTwo": {"description": "2.", "allOf": [ref("OddOne"), OBJECT]}}}}, ": is made of itself; put an object between"),
    "allOf of a text": (shown_schema("OddAll", {"allOf": [ref("Color"), OBJECT]}), "components.schemas.OddAll.allOf.0: is no object"),
    "allOf that disagrees": (shown_schema("OddAll2", {"allOf": [OBJECT, thing({"a": NUMBER})]}), "components.schemas.OddAll2.allOf.1: has the property 'a' as number"),
    "a discriminator without constants": (shown_schema("OddTold", {"oneOf": [ref("Style")], "discriminator": {"propertyName": "mood", "mapping": {"x": "Nobody"}}}), "components.schemas.OddTold.oneOf.0: the variant has no constant 'mood'"),
    "a path of a socket without its parameter": (socket("sa", "/odd/sa/{x}"), "paths./odd/sa/{x}.x-websocket: the path and its parameters disagree about 'x'"),
    "a header of a socket": (socket("sb", query=[parameter("x", "header")]), "paths./odd/sb.x-websocket.query.0.in: must be query, not 'header'"),
    "an object in the query of a socket": (socket("sc", query=[parameter("x", schema=OBJECT)]), "paths./odd/sc.x-websocket.query.0.schema: the query of a socket takes"),
    "the same name in the query of a socket": (socket("sd", query=[parameter("x-y"), parameter("x_y")]), "paths./odd/sd.x-websocket.query.1: becomes the same Python name as 'x-y'"),
    "a reference in the query of a socket": (socket("se", query=[{"$ref": "#/components/parameters/ThingId"}]), "paths./odd/se.x-websocket.query.0: is a reference"),
    "a choice of messages behind a reference": (socket("sf", receive=ref("ThingEvent")), "paths./odd/sf.x-websocket.receive: refers to a choice of messages"),
    "a socket with the name of a method": (socket("sg", name="things.get"), "paths./odd/sg.x-websocket.name: 'things.get' is taken by spec/shapes.yaml"),
    "a socket without the name of a method": (socket("sh", name="Odd talk"), "paths./odd/sh.x-websocket.name: 'Odd talk' is not of the form"),
    "messages in place": (socket("si", send=OBJECT), "paths./odd/si.x-websocket.send: a message needs a named schema"),
    "a first message without a discriminator": (socket("sj", send={"oneOf": [ref("Status")]}, first=ref("Status")), "paths./odd/sj.x-websocket.first: needs a discriminator in send"),
    "a mapping to nowhere": ({}, "components.schemas.OddTold.discriminator.mapping.x: 'Nobody' leads nowhere"),
    "a path that leads elsewhere": (operation("ba", "/odd/../things"), "paths./odd/../things: a path begins with one /, and has no . or .."),
    "a path that is a host": (operation("bb", "//example.com/x"), "paths.//example.com/x: a path begins with one /"),
    "a body of HEAD": (got("bc", ref("Status"), method="head"), "paths./odd/bc.head.responses.200: an answer to HEAD has no body"),
    "a credential that nothing describes": (operation("bd", security=[{"Nobody": []}]), "paths./odd/bd.get.security: 'Nobody' is none of components.securitySchemes"),
    "and of a socket": (socket("be", security=[{"Nobody": []}]), "paths./odd/be.x-websocket.security: 'Nobody' is none of"),
    "a body of any keys": (posted("bf", {}, schema={"type": "object", "description": "Any.", "additionalProperties": TEXT}), "paths./odd/bf.post.requestBody.content.application/json: a body of any keys has no fields"),
    "a body that is null": (got("bg", {"type": "null"}), "paths./odd/bg.get.responses.200.content.application/json.schema: is a body that is always null"),
    "a page of two kinds of lists": (operation("bh", shape="pages", success=content(ref("OddTwoLists")), schemas={"OddTwoLists": thing({"data": {"anyOf": [LIST, {"type": "array", "items": NUMBER}]}})}), "paths./odd/bh.get.responses.200.content.application/json.schema: a page needs a list called data"),
    "no value to choose from": (shown_schema("OddNone", {**TEXT, "enum": []}), "components.schemas.OddNone.enum: is empty; list at least one value"),
    "a limit below zero": (shown_schema("OddBelow", {**TEXT, "minLength": -1}), "components.schemas.OddBelow.minLength: -1 is less than zero"),
    "a list of unknown values among types": (shown_schema("OddTypes", {"type": ["array", "null"]}), "components.schemas.OddTypes: a list needs items:"),
    "schemas within a schema": (shown_schema("OddDefs", {**TEXT, "$defs": {}}), "components.schemas.OddDefs.$defs: unknown keyword; write the schemas in components.schemas"),
    "a condition": (shown_schema("OddIf", {**TEXT, "if": {}}), "components.schemas.OddIf.if: unknown keyword; write it in the description"),
    "a long name": (operation("x" * 200), f"paths./odd/{'x' * 200}.get.operationId: is too long for the name of a file"),
    "a long name of a schema": (shown_schema("Odd" * 60, TEXT), f"components.schemas.{'Odd' * 60}: is too long for the name of a file; write x-python-name:"),
    "a long name of a socket": (socket("x" * 200), f"paths./odd/{'x' * 200}.x-websocket.name: is too long"),
    "a name with a line end": (shown_schema("OddLine", thing({"a\nb": {**TEXT, "minLength": -2}})), "components.schemas.OddLine.properties.a\\nb.minLength: -2 is less than zero"),
    "a list in many lists": (shown_schema("OddLists", {"type": "array", "items": functools.reduce(lambda inner, _: {"type": "array", "items": inner}, range(20), TEXT)}), "items.items: is a list in 15 lists"),
    "a first message called as the query": (socket("bj", query=[parameter("times")], send={"oneOf": [ref("Ring"), ref("Speak")], "discriminator": {"propertyName": "event"}}, first=ref("Ring")), "paths./odd/bj.x-websocket.query.0: becomes the same Python name as 'times'"),
    "a kind that is not ASCII": (socket("bk", receive={"oneOf": [ref("OddUmlaut")], "discriminator": {"propertyName": "ü"}}), "paths./odd/bk.x-websocket.receive.discriminator: the name 'ü' must be of ASCII characters"),
    "its message": ({"components": {"schemas": {"OddUmlaut": thing({"ü": {"const": "a"}}, ["ü"])}}}, "the name 'ü' must be"),
    "a socket of the client without what it needs": (socket("bl", name="tts.websocket", query=[parameter("on_reconnecting", **{"x-python-name": "on_reconnecting"})]), "paths./odd/bl.x-websocket.query.0: x-python-name 'on_reconnecting' is not a name that is free"),
    "a filter that is no name": (operation("w", extra={"x-find": ["a b"]}), "paths./odd/w.get.x-find: 'a b' cannot be the name of an argument"),
    "a filter beside the name": (operation("w2", extra={"x-find": ["name"]}), "paths./odd/w2.get.x-find: 'name' cannot be the name of an argument"),
    "a field of a message": ({"components": {"schemas": {"OddQuote": thing({"type": {"const": "q"}, 'a"b': TEXT}, ["type"])}}, **socket("quote", receive={"oneOf": [ref("OddQuote")], "discriminator": {"propertyName": "type"}})}, "components.schemas.OddQuote.properties.a\"b: a field of a message has no quote"),
    "a field of an event": (stream(ref("OddSlashes"), {"OddSlashes": {"description": "T.", "oneOf": [ref("OddSlash")]}, "OddSlash": thing({"a\\b": TEXT}, ["a\\b"])}, extra={"x-last-event": "OddSlash"}), "components.schemas.OddSlash.properties.a\\b: a field of a message has no quote"),
}  # fmt: skip
"""Faults that are found together."""


def refusal(spec: Path) -> str:
    """Return what the pipeline says about a description."""
    with pytest.raises(SpecError) as caught:
        build(spec)
    return str(caught.value)


def build(spec: Path) -> None:
    generate(with_class_names(load(spec)), spec.parent / "package", in_process=True)


@pytest.mark.parametrize("name", EDITED)
def test_a_changed_text_is_refused_with_its_place(name: str, tmp_path: Path) -> None:
    old, new, expected = EDITED[name]
    path = write_spec(tmp_path) / "shapes.yaml"
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new, 1))
    found = refusal(tmp_path / "spec")
    assert expected in found
    assert all(line.startswith("spec/") for line in found.splitlines() if ": " in line and not line.startswith(" "))


@pytest.mark.parametrize("name", ADDED)
def test_an_addition_is_refused_with_its_place(name: str, tmp_path: Path) -> None:
    fragment, expected = ADDED[name]
    found = refusal(write_spec(tmp_path, [copy.deepcopy(fragment)], ["odd"]))
    assert expected in found
    assert all(line.startswith("spec/") for line in found.splitlines())


@pytest.fixture(scope="module")
def all_faults(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the pipeline says about all faults of AT_ONCE."""
    fragments = [copy.deepcopy(fragment) for fragment, _ in AT_ONCE.values() if fragment]
    return refusal(write_spec(tmp_path_factory.mktemp("faults"), fragments, ["odd"])).splitlines()


@pytest.mark.parametrize("name", AT_ONCE)
def test_faults_are_found_together_each_with_its_place(name: str, all_faults: list[str]) -> None:
    found = [line for line in all_faults if AT_ONCE[name][1] in line]
    assert found
    assert all(line.startswith("spec/more/") for line in found)


def test_no_other_faults_are_found_with_them(all_faults: list[str]) -> None:
    assert [line for line in all_faults if not any(expected in line for _, expected in AT_ONCE.values())] == []


ODD_VALUES: list[Any] = [None, 0, 1.5, True, "", "x", [], ["x"], {}, {"x": 1}, [None], {"x": None}, {"$ref": "#/components/x"}, "#/components/schemas/Thing"]  # fmt: skip


def places(node: Any, above: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the places of all values in a document."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    return [place for key, value in items for place in ((*above, key), *places(value, (*above, key)))]


def mutated(document: Any, rng: random.Random) -> Any:
    """Return the document with a value replaced or removed."""
    document = copy.deepcopy(document)
    *above, last = rng.choice(places(document))
    node = document
    for key in above:
        node = node[key]
    if rng.random() < 0.3:
        del node[last]
    else:
        node[last] = rng.choice(ODD_VALUES)
    return document


def try_mutations(count: int, seed: int, folder: Path, *, whole: bool) -> int:
    """Change the golden description at random. Return how often it was refused; anything but a refusal is raised."""
    rng, refused = random.Random(seed), []
    texts = {name: yaml.safe_load((GOLDEN / name).read_text()) for name in ("common.yaml", "shapes.yaml")}
    spec = folder / "spec"
    spec.mkdir()
    for number in range(count):
        changed = rng.choice([*texts, "shapes.yaml", "shapes.yaml"])
        for name, text in texts.items():
            found = mutated(text, rng) if name == changed else text
            (spec / name).write_text(yaml.safe_dump(found, sort_keys=False), encoding="utf-8")
        try:
            if whole:
                generate(with_class_names(load(spec)), folder / f"package{number}", in_process=True)
            else:
                load(spec)
        except SpecError as error:
            refused.append(str(error))
    assert [error for error in refused if not error.startswith(("spec/", str(spec)))] == []
    return len(refused)


def test_random_edits_are_taken_or_refused(tmp_path: Path) -> None:
    assert 3 < try_mutations(12, 1, tmp_path, whole=False) < 12


@pytest.mark.slow
def test_a_thousand_random_edits_are_taken_or_refused(tmp_path: Path) -> None:
    assert try_mutations(1000, 2, tmp_path, whole=True) < 1000


def test_overlays_may_be_called_yml(tmp_path: Path) -> None:
    folder = write_spec(tmp_path) / "versions"
    folder.mkdir()
    target = {"overlay": "1.0.0", "info": {"title": "Older", "version": "1"}}
    actions = [{"target": "$.info", "update": {"version": "2029-01-01"}}]
    (folder / "2029-01-01.overlay.yml").write_text(yaml.safe_dump({**target, "actions": actions}), encoding="utf-8")
    assert list(versions(tmp_path / "spec", load(tmp_path / "spec"))) == ["2029-01-01"]
