"""Random rewrites of a contract into another notation of the same: what it says stays, how it is written changes.

The sister of `mutations.py`. Each function below takes an object and what it is, and returns it in another notation, or
None where it does not apply. It knows OpenAPI and JSON Schema, and nothing of the code under test.
"""

from __future__ import annotations

import copy
import json
import random
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote

Doc = dict[str, Any]
METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace", "x-websocket")
ABOUT = {
    "x-context",
    "x-evidence",
    "x-aliases",
    "description",
    "summary",
    "title",
    "example",
    "examples",
    "default",
    "deprecated",
    "readOnly",
    "writeOnly",
}
SCHEMA_MAPS = ("properties", "patternProperties", "$defs")
SCHEMA_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
SCHEMAS = ("items", "additionalProperties", "not", "contentSchema", "propertyNames")


class Place:
    """One object of a contract: what it is, and how to replace it."""

    def __init__(self, kind: str, holder: Any, key: Any) -> None:
        self.kind, self.holder, self.key = kind, holder, key

    @property
    def node(self) -> Any:
        return self.holder[self.key]

    def put(self, node: Any) -> None:
        self.holder[self.key] = node


def places(doc: Doc) -> Iterator[Place]:
    """All objects that have a notation, the outermost first."""
    components = doc.get("components", {})
    for kind, name in (("schema", "schemas"), ("parameter", "parameters"), ("header", "headers")):
        for key in components.get(name, {}):
            yield from below(Place(kind, components[name], key))
    for kind, name in (("response", "responses"), ("body", "requestBodies"), ("path", "pathItems")):
        for key in components.get(name, {}):
            yield from below(Place(kind, components[name], key))
    for key in components.get("securitySchemes", {}):
        yield Place("security scheme", components["securitySchemes"], key)
    for key in doc["paths"]:
        yield from below(Place("path", doc["paths"], key))


def below(place: Place) -> Iterator[Place]:
    yield place
    node = place.node
    if not isinstance(node, dict):
        return
    found: list[Place] = []
    for key, value in node.items():
        if place.kind == "schema":
            if key in SCHEMA_MAPS:
                found += [Place("schema", value, name) for name in value]
            elif key in SCHEMA_LISTS:
                found += [Place("schema", value, index) for index in range(len(value))]
            elif key in SCHEMAS:
                found.append(Place("schema", node, key))
        elif key in METHODS and place.kind == "path":
            found.append(Place("operation", node, key))
        elif key in ("parameters", "query"):
            found += [Place("parameter", value, index) for index in range(len(value))]
        elif key == "requestBody":
            found.append(Place("body", node, key))
        elif key == "responses":
            found += [Place("response", value, status) for status in value]
        elif key == "headers":
            found += [Place("header", value, name) for name in value]
        elif key == "content":
            found += [Place("media type", value, name) for name in value]
        elif key in ("schema", "send", "receive"):
            found.append(Place("schema", node, key))
    for each in found:
        yield from below(each)


def target(doc: Doc, reference: str) -> Any:
    node: Any = doc
    for part in unquote(reference).removeprefix("#/").split("/"):
        node = node[part.replace("~1", "/").replace("~0", "~")]
    return node


def without_unused(doc: Doc) -> None:
    """Remove the components that rewrites made and that a later one left without a use."""
    components, seen = doc["components"], set[str]()
    left = [json.dumps([doc["paths"], components.get("securitySchemes")])]
    while left:
        for pointer in set(re.findall(r'"#/components/([^"]*)"', unquote(left.pop()))) - seen:
            seen.add(pointer)
            left.append(json.dumps(target(doc, f"#/components/{pointer}")))
    for kind, entries in components.items():
        for name in [name for name in entries if name.startswith("Made") and f"{kind}/{name}" not in seen]:
            del entries[name]


class Rewriter:
    """Rewrites one contract at random."""

    def __init__(self, doc: Doc, seed: int) -> None:
        self.doc, self.random = doc, random.Random(seed)

    def rewrite(self, count: int = 12) -> tuple[Doc, list[str]]:
        """A copy with some places in another notation, and what was done."""
        doc, done = copy.deepcopy(self.doc), []
        for _ in range(count):
            root = {"document": doc}
            place = self.random.choice([Place("document", root, "document"), *places(doc)])
            step: Step = self.random.choice(STEPS[place.kind])
            if not isinstance(place.node, dict):
                continue
            made = step(self, place.node, doc)
            if made is not None:
                place.put(made)
                doc = root["document"]
                done.append(f"{step.__name__} of {place.kind} {place.key}")
        if self.random.random() < 0.3:
            doc = self.shuffled(doc)
            done.append("all keys in another order")
        without_unused(doc)
        return doc, done

    def shuffled(self, node: Any) -> Any:
        if isinstance(node, list):
            return [self.shuffled(entry) for entry in node]
        if not isinstance(node, dict):
            return node
        return {key: self.shuffled(node[key]) for key in self.random.sample(list(node), len(node))}

    def case(self, text: str) -> str:
        return self.random.choice((text.lower(), text.upper(), text.title()))

    def name(self, doc: Doc, kind: str) -> str:
        return f"Made{len(doc['components'].setdefault(kind, {}))}x{self.random.randrange(10**6)}"


Step = Callable[[Rewriter, Doc, Doc], Any]

# -- schemas ----------------------------------------------------------------------------------------------------------


def is_plain(node: Doc) -> bool:
    return "$ref" not in node


def lists_in_another_order(r: Rewriter, node: Doc, _doc: Doc) -> Any:
    keys = [key for key in ("required", "enum", "type", "anyOf", "oneOf") if isinstance(node.get(key), list)]
    return {**node, **{key: r.random.sample(node[key], len(node[key])) for key in keys}} if keys else None


def values_twice(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    return {**node, "required": [*node["required"], node["required"][0]]} if node.get("required") else None


def defaults_of_schemas(r: Rewriter, node: Doc, _doc: Doc) -> Any:
    if not is_plain(node):
        return None
    usual: Doc = {"nullable": False, "deprecated": False, "readOnly": False, "writeOnly": False}
    if node.get("type") == "string":
        usual |= {"minLength": 0}
    if node.get("type") == "array":
        usual |= {"minItems": 0, "uniqueItems": False, "items": {}}
    if node.get("type") == "object":
        usual |= {"properties": {}, "required": [], "minProperties": 0, "patternProperties": {}}
        usual |= {"additionalProperties": r.random.choice((True, {})), "unevaluatedProperties": True}
    if node.get("type") in ("number", "integer"):
        usual |= {"exclusiveMinimum": False, "exclusiveMaximum": False}
    chosen = r.random.sample(list(usual), r.random.randint(1, len(usual)))
    return {**{key: usual[key] for key in chosen}, **node}


def nullable(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    """The notation of 3.0, from that of 3.1."""
    types = node.get("type")
    if isinstance(types, list) and "null" in types and len(types) == 2 and "enum" not in node:
        return {**node, "type": next(one for one in types if one != "null"), "nullable": True}
    for word in ("anyOf", "oneOf"):
        members = node.get(word)
        if isinstance(members, list) and {"type": "null"} in members:
            left = [member for member in members if member != {"type": "null"}]
            if len(left) > 1:
                return {**node, word: left, "nullable": True}
            return {**{key: value for key, value in node.items() if key != word}, "allOf": left, "nullable": True}
    return None


def null_as_a_member(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    types = node.get("type")
    if not isinstance(types, list) or "enum" in node or "const" in node:
        return None
    about = {key: value for key, value in node.items() if key in ABOUT}
    rest = {key: value for key, value in node.items() if key not in ABOUT and key != "type"}
    return {**about, "anyOf": [{"type": one} if one == "null" else {**rest, "type": one} for one in types]}


def nullable_values(r: Rewriter, node: Doc, _doc: Doc) -> Any:
    types, values = node.get("type"), node.get("enum")
    if not isinstance(values, list) or None not in values or types != ["string", "null"]:
        return None
    left = [value for value in values if value is not None]
    return {**node, "type": "string", "nullable": True, "enum": r.random.choice((left, values))}


def a_list_of_one_type(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    return {**node, "type": [node["type"]]} if isinstance(node.get("type"), str) and "nullable" not in node else None


def constant_as_enum(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    if "const" in node:
        return {("enum" if k == "const" else k): ([v] if k == "const" else v) for k, v in node.items()}
    if isinstance(node.get("enum"), list) and len(node["enum"]) == 1:
        return {("const" if k == "enum" else k): (v[0] if k == "enum" else v) for k, v in node.items()}
    return None


def all_of_one(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    about = {key: value for key, value in node.items() if key in ABOUT}
    rest = {key: value for key, value in node.items() if key not in ABOUT}
    return {**about, "allOf": [rest]} if rest and "allOf" not in node else None


def any_of_one(r: Rewriter, node: Doc, _doc: Doc) -> Any:
    about = {key: value for key, value in node.items() if key in ABOUT}
    rest = {key: value for key, value in node.items() if key not in ABOUT}
    has_union = {"anyOf", "oneOf", "discriminator"} & node.keys()
    return {**about, r.random.choice(("anyOf", "oneOf")): [rest]} if rest and not has_union else None


def nested_union(r: Rewriter, node: Doc, _doc: Doc) -> Any:
    for word in ("anyOf", "oneOf"):
        members = node.get(word)
        if isinstance(members, list) and len(members) > 2 and "discriminator" not in node:
            cut = r.random.randrange(1, len(members) - 1)
            return {**node, word: [{word: members[: cut + 1]}, *members[cut + 1 :]]}
    return None


def enum_as_a_union(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    values = node.get("enum")
    if not isinstance(values, list) or len(values) < 2 or not isinstance(node.get("type"), str):
        return None
    about = {key: value for key, value in node.items() if key in ABOUT}
    rest = {key: value for key, value in node.items() if key not in ABOUT}
    return {**about, "oneOf": [{**rest, "enum": values[:1]}, {**rest, "enum": values[1:]}]}


def in_place(r: Rewriter, node: Doc, doc: Doc) -> Any:
    """What a reference means, written out."""
    if set(node) != {"$ref"}:
        return None
    return copy.deepcopy(target(doc, node["$ref"]))


def as_component(kind: str) -> Step:
    def made(r: Rewriter, node: Doc, doc: Doc) -> Any:
        if not is_plain(node):
            return None
        name = r.name(doc, kind)
        doc["components"][kind][name] = node
        return {"$ref": f"#/components/{kind}/{name}"}

    made.__name__ = f"{kind} as component"
    return made


def reference_to_a_reference(r: Rewriter, node: Doc, doc: Doc) -> Any:
    if set(node) != {"$ref"} or "/schemas/" not in node["$ref"]:
        return None
    name = r.name(doc, "schemas")
    doc["components"]["schemas"][name] = node
    return {"$ref": f"#/components/schemas/{name}"}


def escaped_reference(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    reference = node.get("$ref")
    if not isinstance(reference, str):
        return None
    head, _, last = reference.rpartition("/")
    return {**node, "$ref": f"{head}/%{ord(last[0]):02X}{last[1:]}"} if last[0].isalpha() else None


def numbers_with_a_fraction(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    keys = [
        key
        for key in ("minimum", "maximum", "maxLength", "minItems", "maxItems")
        if isinstance(node.get(key), int) and not isinstance(node[key], bool)
    ]
    return {**node, **{key: float(node[key]) for key in keys}} if keys else None


def exclusive_limits(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    for exclusive, limit in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if (
            isinstance(node.get(exclusive), (int, float))
            and not isinstance(node[exclusive], bool)
            and limit not in node
        ):
            return {**node, limit: node[exclusive], exclusive: True}
    return None


def encoded_text(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    if node.get("contentEncoding") == "base64" and node.get("type") == "string" and "contentMediaType" not in node:
        return {**{key: value for key, value in node.items() if key != "contentEncoding"}, "format": "byte"}
    if node.get("format") == "binary" and node.get("type") == "string":
        rest = {key: value for key, value in node.items() if key != "format"}
        return {**rest, "contentMediaType": "application/octet-stream"}
    return None


def types_said_twice(r: Rewriter, node: Doc, _doc: Doc) -> Any:
    """A number may be whole anyhow, and a list that names all types names none."""
    if node.get("type") == "number":
        return {**node, "type": r.random.sample(["number", "integer"], 2)}
    if node.get("type") == "boolean" and "enum" not in node:
        return {**node, "enum": r.random.sample([True, False], 2)}
    if node == {}:
        return r.random.choice((True, {"type": ["string", "number", "boolean", "object", "array", "null"]}))
    return None


def boolean_as_constants(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    if node.get("type") != "boolean" or {"enum", "const", "nullable"} & node.keys():
        return None
    about = {key: value for key, value in node.items() if key in ABOUT}
    rest = {key: value for key, value in node.items() if key not in ABOUT and key != "type"}
    return {**about, "oneOf": [{**rest, "const": True}, {**rest, "const": False}]}


def enum_as_constants(r: Rewriter, node: Doc, _doc: Doc) -> Any:
    values = node.get("enum")
    if not isinstance(values, list) or len(values) < 2 or node.get("type") != "string" or node.get("nullable"):
        return None
    about = {key: value for key, value in node.items() if key in ABOUT}
    if node.keys() - about.keys() != {"type", "enum"}:
        return None
    return {**about, r.random.choice(("oneOf", "anyOf")): [{"const": value} for value in dict.fromkeys(values)]}


def choice_of_other_types(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    """Members of different types exclude each other anyhow."""
    for word, other in (("anyOf", "oneOf"), ("oneOf", "anyOf")):
        members = node.get(word)
        if not isinstance(members, list) or other in node or "discriminator" in node:
            continue
        types = [member.get("type") if isinstance(member, dict) else None for member in members]
        apart = all(isinstance(one, str) for one in types) and len({*types}) == len(types)
        nullable = any(member.get("nullable") for member in members if isinstance(member, dict))
        if apart and not nullable and not {"number", "integer"} <= {*types}:
            return {other if key == word else key: value for key, value in node.items()}
    return None


def members_said_twice(r: Rewriter, node: Doc, _doc: Doc) -> Any:
    if isinstance(node.get("allOf"), list) and node["allOf"]:
        return {**node, "allOf": [*node["allOf"], r.random.choice((True, {}, node["allOf"][0]))]}
    if isinstance(node.get("anyOf"), list) and node["anyOf"] and "discriminator" not in node:
        return {**node, "anyOf": [*node["anyOf"], node["anyOf"][0]]}
    return None


def limits_in_a_member(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    keys = [key for key in ("minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems") if key in node]
    if not keys or not isinstance(node.get("type"), str) or {"allOf", "nullable", "exclusiveMinimum"} & node.keys():
        return None
    if "exclusiveMaximum" in node:
        return None
    rest = {key: value for key, value in node.items() if key not in keys}
    about = {key: rest.pop(key) for key in (*rest,) if key in ABOUT}
    return {**about, "allOf": [rest, {key: node[key] for key in keys}]}


def what_forbids_nothing(r: Rewriter, node: Doc, _doc: Doc) -> Any:
    if not is_plain(node):
        return None
    usual: Doc = {"xml": {}, "then": {"minLength": 3}, "else": False, "$id": "more", "$anchor": "more"}
    usual |= {"$defs": {"More": {"type": "string"}}, "minContains": 1, "not": {"not": {}}}
    if node.get("type") == "string":
        usual |= {"pattern": r.random.choice(("", ".*", "^"))}
    if node.get("type") == "object":
        usual |= {"propertyNames": {"type": "string"}, "dependentRequired": {"a": []}}
    if node.get("type") == "integer":
        usual |= {"multipleOf": 1}
    if not node:
        usual = {"nullable": True}
    chosen = r.random.sample(list(usual), r.random.randint(1, min(3, len(usual))))
    return {**{key: usual[key] for key in chosen}, **node}


def limits_said_otherwise(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    least = node.get("minimum")
    if {"exclusiveMinimum"} & node.keys() or isinstance(least, bool) or not isinstance(least, (int, float)):
        return None
    if node.get("type") == "integer" and float(least).is_integer():
        rest = {key: value for key, value in node.items() if key != "minimum"}
        return {**rest, "exclusiveMinimum": least - 1}
    return {**node, "exclusiveMinimum": least - 1}


def nothing_else(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    return {**node, "additionalProperties": {"not": {}}} if node.get("additionalProperties") is False else None


def whole_numbers(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    if node.get("type") == "integer" and {"enum", "const", "format"}.isdisjoint(node):
        return {**node, "type": "number", "multipleOf": 1}
    return None


def tags_of_a_union(r: Rewriter, node: Doc, doc: Doc) -> Any:
    """A tag is the name of a component where no mapping says another one; a name stands for its reference."""
    tags = node.get("discriminator")
    if not isinstance(tags, dict) or not isinstance(tags.get("mapping"), dict):
        return None
    held = doc["components"]["schemas"]
    names = {tag: reference.removeprefix("#/components/schemas/") for tag, reference in tags["mapping"].items()}
    short = {
        tag: name if name in held and r.random.random() < 0.5 else tags["mapping"][tag] for tag, name in names.items()
    }
    return {**node, "discriminator": {**tags, "mapping": short}}


def texts_otherwise(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    made = dict(node)
    if isinstance(node.get("description"), str):
        made["description"] = "  " + node["description"].replace("\r\n", "\n").replace("\n", "\r\n") + "\n"
    if "example" in node and "examples" not in node:
        made["examples"] = [made.pop("example")]
    return {"title": "", "$comment": "", **made} if is_plain(node) else None


# -- the rest of a contract -------------------------------------------------------------------------------------------


def defaults_of_parameters(r: Rewriter, node: Doc, _doc: Doc) -> Any:
    if not is_plain(node):
        return None
    style = node.get("style", {"query": "form", "cookie": "form"}.get(node["in"], "simple"))
    usual = {"deprecated": False, "style": style, "explode": style == "form"}
    usual |= {} if node["in"] == "path" else {"required": False}
    usual |= {"allowEmptyValue": False, "allowReserved": False} if node["in"] == "query" else {}
    return {**{key: usual[key] for key in r.random.sample(list(usual), 2)}, **node}


def defaults_of_headers(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    usual = {"required": False, "deprecated": False, "style": "simple", "explode": False}
    return {**usual, **node} if is_plain(node) else None


def header_in_another_case(r: Rewriter, node: Doc, _doc: Doc) -> Any:
    return {**node, "name": r.case(node["name"])} if node.get("in") == "header" else None


def headers_in_another_case(r: Rewriter, node: Doc, _doc: Doc) -> Any:
    return {**node, "headers": {r.case(k): v for k, v in node["headers"].items()}} if node.get("headers") else None


def media_types_in_another_case(r: Rewriter, node: Doc, _doc: Doc) -> Any:
    return {**node, "content": {r.case(k): v for k, v in node["content"].items()}} if node.get("content") else None


def empty_maps(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    return {"headers": {}, "content": {}, "links": {}, **node} if is_plain(node) else None


def body_that_is_optional(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    return {"required": False, **node} if is_plain(node) else None


def defaults_of_operations(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    return {"deprecated": False, "parameters": [], "callbacks": {}, "servers": [], **node}


def parameters_in_another_order(r: Rewriter, node: Doc, _doc: Doc) -> Any:
    keys = [key for key in ("parameters", "query", "security") if node.get(key)]
    return {**node, **{key: r.random.sample(node[key], len(node[key])) for key in keys}} if keys else None


def security_repeated(_r: Rewriter, node: Doc, doc: Doc) -> Any:
    return {**node, "security": copy.deepcopy(doc["security"])} if "security" not in node else None


def statuses_as_numbers(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    if not node.get("responses"):
        return None
    return {**node, "responses": {int(k) if str(k).isdigit() else k: v for k, v in node["responses"].items()}}


def parameters_of_the_path(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    """A parameter that stands at the path holds for each of its operations."""
    methods = [method for method in METHODS if method in node]
    if len(methods) != 1 or methods[0] == "x-websocket" or not node[methods[0]].get("parameters"):
        return None
    (method,) = methods
    first, *others = node[method]["parameters"]
    return {**node, "parameters": [*node.get("parameters", []), first], method: {**node[method], "parameters": others}}


def scheme_in_another_case(r: Rewriter, node: Doc, _doc: Doc) -> Any:
    if node.get("in") == "header":
        return {**node, "name": r.case(node["name"])}
    return {**node, "scheme": r.case(node["scheme"])} if "scheme" in node else None


def empty_encoding(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    return {"encoding": {}, **node}


def encoding_by_default(r: Rewriter, node: Doc, doc: Doc) -> Any:
    """What each field of a form is sent as anyhow."""
    schema, passed = node.get("schema"), 0
    while isinstance(schema, dict) and set(schema) == {"$ref"} and passed < 9:
        schema, passed = target(doc, schema["$ref"]), passed + 1
    said = dict(node.get("encoding", {}))
    for name, field in (schema if isinstance(schema, dict) else {}).get("properties", {}).items():
        if isinstance(field, dict) and field.get("type") in ("string", "integer", "number", "boolean", "object"):
            is_file = field.get("format") in ("binary", "byte") or "contentEncoding" in field
            usual = "application/octet-stream" if is_file else "text/plain"
            usual = "application/json" if field["type"] == "object" else usual
            said.setdefault(name, r.random.choice(({}, {"contentType": usual}, {"style": "form", "headers": {}})))
    return {**node, "encoding": said} if "contentMediaType" not in json.dumps(schema) else None


def scalars_that_explode(r: Rewriter, node: Doc, _doc: Doc) -> Any:
    schema = node.get("schema")
    is_scalar = isinstance(schema, dict) and schema.get("type") in ("string", "integer", "number", "boolean")
    return {**node, "explode": r.random.choice((True, False))} if is_scalar and is_plain(node) else None


def bytes_without_a_schema(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    """A body of another media type than a text is bytes: 3.1 needs no schema to say so."""
    held = node.get("content")
    if not isinstance(held, dict) or not is_plain(node):
        return None
    made = {}
    for name, entry in held.items():
        schema = entry.get("schema")
        is_bytes = name.lower().startswith(("audio/", "image/", "application/octet-stream", "application/zip"))
        is_said = schema == {"type": "string", "format": "binary"}
        made[name] = {key: value for key, value in entry.items() if key != "schema" or not (is_bytes and is_said)}
    return {**node, "content": made}


def media_types_with_their_characters(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    if not node.get("content"):
        return None
    return {**node, "content": {f'{k}; charset="UTF-8"' if ";" not in k else k: v for k, v in node["content"].items()}}


def headers_said_elsewhere(r: Rewriter, node: Doc, _doc: Doc) -> Any:
    name = r.random.choice(("Accept", "content-type", "AUTHORIZATION"))
    return {**node, "parameters": [*node.get("parameters", []), {"name": name, "in": "header", "schema": {}}]}


def header_of_the_content(r: Rewriter, node: Doc, _doc: Doc) -> Any:
    said = {"Content-Type": {"schema": {"type": "string"}}}
    return {**node, "headers": {**node.get("headers", {}), **said}} if is_plain(node) else None


def status_of_its_range(r: Rewriter, node: Doc, _doc: Doc) -> Any:
    """What a range or the default says holds for a status without an entry."""
    held = node.get("responses") or {}
    whole = [key for key in held if str(key).lower() == "default" or str(key).upper().endswith("XX")]
    if not whole:
        return None
    key = r.random.choice(whole)
    status = "599" if key == "default" else f"{str(key)[0]}88"
    ranged = next((name for name in held if str(name).upper() == f"{status[0]}XX"), key)
    return {**node, "responses": {**held, status: copy.deepcopy(held[ranged])}} if status not in held else None


def servers_of_the_document(_r: Rewriter, node: Doc, doc: Doc) -> Any:
    if node.get("servers") or not doc.get("servers"):
        return None
    return {**node, "servers": copy.deepcopy(doc["servers"])}


def empty_body(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    return None if "requestBody" in node else {**node, "requestBody": {"content": {}}}


def scheme_behind_a_reference(r: Rewriter, node: Doc, doc: Doc) -> Any:
    if not is_plain(node):
        return None
    name = r.name(doc, "securitySchemes")
    doc["components"]["securitySchemes"][name] = node
    return {"$ref": f"#/components/securitySchemes/{name}"}


def addresses_otherwise(r: Rewriter, node: Doc, _doc: Doc) -> Any:
    def other(server: Doc) -> Doc:
        found = re.fullmatch(r"([a-zA-Z]+)://([\w.]+)(/[\w/]*)?", server.get("url", ""))
        if found is None:
            return server
        scheme, host, path = found[1], found[2], (found[3] or "").rstrip("/")
        if r.random.random() < 0.5:
            variable = {"default": host, "enum": [host]}
            return {**server, "url": f"{scheme}://{{host}}{path}", "variables": {"host": variable}}
        port = ":443" if scheme.lower() == "https" else ""
        return {**server, "url": f"{r.case(scheme)}://{r.case(host)}{port}{path}/", "variables": {}}

    servers = node.get("servers")
    return {**node, "servers": [other(each) for each in (*servers, servers[0])]} if servers else None


def paths_with_escapes(r: Rewriter, node: Doc, _doc: Doc) -> Any:
    def escaped(path: str) -> str:
        return path[:1] + f"%{ord(path[1]):02X}" + path[2:] if path[1:2].isalpha() else path

    chosen = r.random.choice(list(node["paths"]))
    return {**node, "paths": {escaped(k) if k == chosen else k: v for k, v in node["paths"].items()}}


def callbacks_called_otherwise(_r: Rewriter, node: Doc, _doc: Doc) -> Any:
    held = node.get("callbacks")
    return {**node, "callbacks": {f"other {name}": entry for name, entry in held.items()}} if held else None


STEPS: dict[str, list[Step]] = {
    "schema": [
        lists_in_another_order, values_twice, defaults_of_schemas, nullable, null_as_a_member, nullable_values,
        a_list_of_one_type, constant_as_enum, all_of_one, any_of_one, nested_union, enum_as_a_union, in_place,
        as_component("schemas"), reference_to_a_reference, escaped_reference, numbers_with_a_fraction,
        exclusive_limits, encoded_text, types_said_twice, boolean_as_constants, enum_as_constants,
        choice_of_other_types, members_said_twice, limits_in_a_member, what_forbids_nothing, limits_said_otherwise,
        nothing_else, whole_numbers, tags_of_a_union, texts_otherwise,
    ],
    "parameter": [scalars_that_explode, defaults_of_parameters, header_in_another_case, in_place, as_component("parameters")],
    "header": [defaults_of_headers, in_place, as_component("headers")],
    "response": [
        headers_in_another_case, media_types_in_another_case, empty_maps, in_place, as_component("responses"),
        escaped_reference, media_types_with_their_characters, header_of_the_content, bytes_without_a_schema,
    ],
    "body": [
        media_types_with_their_characters, body_that_is_optional, media_types_in_another_case,
        as_component("requestBodies"), in_place,
    ],
    "media type": [empty_encoding, encoding_by_default],
    "operation": [
        defaults_of_operations, parameters_in_another_order, security_repeated, statuses_as_numbers,
        headers_said_elsewhere, status_of_its_range, servers_of_the_document, empty_body, addresses_otherwise,
        callbacks_called_otherwise,
    ],
    "path": [servers_of_the_document, parameters_of_the_path, as_component("pathItems"), in_place],
    "security scheme": [scheme_in_another_case, scheme_behind_a_reference],
    "document": [addresses_otherwise, paths_with_escapes],
}  # fmt: skip
