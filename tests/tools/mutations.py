"""Random single mutations of a contract, and an independent opinion on whether they change an operation.

The opinion: every operation as a tree, references replaced by what they mean, texts removed, lists whose order says
nothing sorted. Two contracts have the same operations if their trees are equal.
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

Doc = dict[str, Any]
Path = tuple[Any, ...]

TEXTS = {"description", "summary", "title", "example", "examples", "x-evidence", "externalDocs", "$comment", "x-former"}
NAMES = {"properties", "headers", "content", "responses"}
KEYWORDS = (
    *("x-new", "type", "minLength", "maximum", "enum", "format", "required", "items", "deprecated", "pattern"),
    *("additionalProperties", "properties", "nullable", "default", "not"),
)


class Trees:
    """The operations of a contract as text, one for each."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.known: dict[str, Any] = {}
        self.operations = {}
        for path, item in doc.get("paths", {}).items():
            for method, node in item.items() if isinstance(item, dict) else [("", item)]:
                self.operations[path, method] = self.text(node)

    def text(self, node: Any) -> str:
        tree = self.tree(node, "")
        if isinstance(tree, dict):
            tree["security"] = self.security(tree.get("security", self.doc.get("security")))
            tree["parameters"] = sorted(tree.get("parameters") or [], key=json.dumps)
            if "binary" in tree:
                tree["binary"] = True  # a description of what binary frames hold
        return json.dumps(tree, sort_keys=True)

    def tree(self, node: Any, key: str) -> Any:
        if key in ("default", "const"):
            return json.dumps(node)
        if isinstance(node, list):
            entries = [self.tree(entry, "") for entry in node]
            # The order of these says nothing, nor does a value that stands twice.
            return sorted({json.dumps(entry): entry for entry in entries}) if key in ("required", "enum") else entries
        if not isinstance(node, dict):
            return node
        if key == "mapping":
            node = {name: {"$ref": entry} if isinstance(entry, str) else entry for name, entry in node.items()}
        elif key not in NAMES and isinstance(node.get("$ref"), str):
            beside = {name: value for name, value in node.items() if name != "$ref" and name not in TEXTS}
            target = self.reference(node["$ref"])
            return {**target, **self.tree(beside, "")} if isinstance(target, dict) else target
        kept = (
            node
            if key in {*NAMES, "mapping"}
            else {
                k: v
                for k, v in node.items()
                if k not in TEXTS and implies(k, v) and not is_null_twice(k, node) and not is_type_of_values(k, node)
            }
        )
        return {name: self.tree(value, "" if key in {*NAMES, "mapping"} else name) for name, value in kept.items()}

    def reference(self, reference: str) -> Any:
        if reference not in self.known:
            self.known[reference] = f"contains itself: {reference}"
            target: Any = self.doc
            for part in reference.removeprefix("#/").split("/"):
                target = target.get(part.replace("~1", "/")) if isinstance(target, dict) else None
            self.known[reference] = f"nowhere: {reference}" if target is None else self.tree(target, "")
        return self.known[reference]

    def security(self, alternatives: Any) -> Any:
        schemes = self.doc.get("components", {}).get("securitySchemes", {})
        trees = []
        for alternative in alternatives if isinstance(alternatives, list) else []:
            if isinstance(alternative, dict):
                entries = alternative.items()
                trees.append(
                    sorted(json.dumps([self.tree(schemes.get(n, n), ""), s], sort_keys=True) for n, s in entries)
                )
        return sorted(trees or [[]])


def is_null_twice(key: str, node: Doc) -> bool:
    """Whether a keyword allows a null that another one beside it allows already."""
    members = [entry for word in ("anyOf", "oneOf") if isinstance(node.get(word), list) for entry in node[word]]
    types = node.get("type")
    has_null = {"type": "null"} in members or (isinstance(types, list) and "null" in types)
    return key == "nullable" and node[key] is True and has_null


def is_type_of_values(key: str, node: Doc) -> bool:
    """Whether a type says only what the listed values show."""
    values, types = node.get("enum"), node.get("type")
    if key != "type" or not isinstance(values, list):
        return False
    names = {"str": "string", "bool": "boolean", "int": "integer", "float": "number", "NoneType": "null"}
    shown = {names.get(type(value).__name__, "object") for value in values}
    return "object" not in shown and shown == set(types if isinstance(types, list) else [types])


def implies(key: str, value: Any) -> bool:
    """Whether a keyword says more than its absence."""
    if key in ("additionalProperties", "items"):
        return value is not True and value != {}
    return not (key in ("required", "deprecated") and (value is False or value == []))


def places(node: Any, path: Path = ()) -> Iterator[Path]:
    for name, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield (*path, name)
        yield from places(value, (*path, name))


class Mutator:
    """Makes single mutations of one contract: a key or an entry deleted, altered or added, anywhere."""

    def __init__(self, doc: Doc, seed: int) -> None:
        self.doc = doc
        self.random = random.Random(seed)
        parts = {key: doc[key] for key in ("paths", "components", "security")}
        self.places = [path for path in places(parts) if len(path) > 1]

    def mutate(self) -> tuple[Doc, str]:
        """A mutated copy, and what was done."""
        doc = copy.deepcopy(self.doc)
        path = self.random.choice(self.places)
        done = self.apply(doc, path)
        return doc, f"{done} {'/'.join(map(str, path))}"

    def apply(self, doc: Doc, path: Path) -> str:
        parent: Any = doc
        for key in path[:-1]:
            parent = parent[key]
        last, value = path[-1], parent[path[-1]]
        how = self.random.choice(("delete", "alter", "add"))
        if how == "delete":
            del parent[last]
            return "delete"
        if how == "add" and isinstance(value, dict):
            key = self.random.choice(KEYWORDS)
            value[key] = self.random.choice((1, "integer", True, ["a"], {"type": "string"}))
            return f"add {key}={value[key]!r} to"
        if how == "add" and isinstance(value, list):
            value.append(self.random.choice(({"type": "integer"}, "extra", {"$ref": "#/components/schemas/Voice"})))
            return f"append {value[-1]!r} to"
        parent[last] = self.altered(value)
        return f"set to {str(parent[last])[:60]!r}"

    def altered(self, value: Any) -> Any:
        if isinstance(value, bool):
            return not value
        if isinstance(value, (int, float)):
            return value + self.random.choice((-1, 1))
        if isinstance(value, str):
            return self.random.choice(("string", "integer", f"{value}x", "#/components/schemas/Voice"))
        if isinstance(value, list):
            return value[1:]
        return self.random.choice(({}, "text", {"type": "string"})) if isinstance(value, dict) else "x"
