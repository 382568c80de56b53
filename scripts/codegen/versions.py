"""The contracts of older dates: each is the next newer one with the overlay of its date (spec/versions/) applied."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonpath_ng.exceptions import JSONPathError
from jsonpath_ng.ext.parser import parse
from oas_patch.overlay import apply_overlay

from .lint import lint
from .merge import METHODS, Contract, Doc, SpecError, load

SUFFIX = ".overlay.yaml"
EMBEDDING = [0.0] * 192
_OVERLAY = {"overlay", "info", "x-examples", "actions"}


def older(spec: Path, newest: Contract) -> dict[str, Contract]:
    """The contracts of all older dates, the newest of them first."""
    result: dict[str, Contract] = {}
    doc = newest.doc
    for path in sorted((spec / "versions").glob(f"*{SUFFIX}"), reverse=True):
        date, name = path.name.removesuffix(SUFFIX), f"spec/versions/{path.name}"
        if date >= doc["info"]["version"]:
            raise SpecError(f"{name}: its date must be older than {doc['info']['version']}, which it starts from")
        contract = Contract()
        contract.doc = doc = applied(doc, load(path, name), name)
        contract.doc["info"]["version"] = date
        if faults := lint(contract):
            raise SpecError("\n".join(f"{name}: {fault}" for fault in faults))
        result[date] = contract
    return result


def applied(doc: Doc, overlay: Doc, name: str) -> Doc:
    """A document with an overlay applied. An action that finds nothing is an error: the spec has moved on without it."""
    if unknown := set(overlay) - _OVERLAY:
        raise SpecError(f"{name}: unknown key {sorted(unknown)[0]!r}")
    doc = copy.deepcopy(doc)
    for action in overlay["actions"]:
        target = action["target"]
        try:
            found = parse(target).find(doc)
        except (JSONPathError, AttributeError) as error:
            raise SpecError(f"{name}: {target}: not a JSONPath: {error}") from None
        if not found:
            raise SpecError(f"{name}: {target}: there is nothing here any more; mend or drop this action")
        doc = apply_overlay(doc, {"actions": [copy.deepcopy(action)]})
    _drop_unused(doc)
    _fit_examples(doc, overlay.get("x-examples", {}))
    return doc


def _drop_unused(doc: Doc) -> None:
    """Takes away what is referred to no more, such as the models of operations that are gone."""
    components = doc["components"]
    while True:
        text = json.dumps(doc)
        unused = [
            (kind, name)
            for kind in ("schemas", "parameters", "responses", "headers")
            for name in components.get(kind, {})
            if f'"#/components/{kind}/{name}"' not in text
        ]
        if not unused:
            return
        for kind, name in unused:
            del components[kind][name]


def _fit_examples(doc: Doc, given: Doc) -> None:
    """Lets examples follow their schemas: what these know no more goes, what they require comes from the overlay."""
    fit = _Fit(doc, {"embedding": EMBEDDING, **given})
    for media, schema in _media(doc):
        if "example" in media:
            media["example"] = fit(schema, media["example"])
        for entry in media.get("examples", {}).values():
            entry["value"] = fit(schema, entry["value"])
    for item in doc["paths"].values():
        channel = item.get("x-websocket")
        if channel:
            for direction in ("send", "receive"):
                shown = channel["examples"][direction]
                channel["examples"][direction] = [fit(channel[direction], each) for each in shown]


def _media(doc: Doc) -> Iterator[tuple[Doc, Doc]]:
    for item in doc["paths"].values():
        for method in METHODS:
            operation = item.get(method, {})
            for holder in (operation.get("requestBody", {}), *operation.get("responses", {}).values()):
                for media in holder.get("content", {}).values():
                    yield media, media["schema"]


class _Fit:
    """Brings a value nearer to a schema. It knows what the examples of the spec are made of, and no more."""

    def __init__(self, doc: Doc, given: Doc) -> None:
        self._doc = doc
        self._given = given

    def __call__(self, schema: Doc, value: Any) -> Any:
        schema = self._resolve(schema)
        branches = [self._resolve(entry) for entry in (*schema.get("oneOf", []), *schema.get("anyOf", []))]
        if branches:
            return self._fit_branch(branches, value)
        if schema.get("contentMediaType") == "application/json" and isinstance(value, str):
            return json.dumps(self(schema["contentSchema"], json.loads(value)), ensure_ascii=False)
        if isinstance(value, list) and "items" in schema:
            if schema.get("minItems") == len(EMBEDDING):
                return EMBEDDING
            return [self(schema["items"], entry) for entry in value]
        if not isinstance(value, dict) or "properties" not in schema:
            return value
        known = schema["properties"]
        result = {name: self(known[name], entry) for name, entry in value.items() if name in known}
        for name in schema.get("required", []):
            if name not in result and name in self._given:
                result[name] = self._given[name]
        return result

    def _fit_branch(self, branches: list[Doc], value: Any) -> Any:
        objects = [entry for entry in branches if "properties" in entry]
        if not isinstance(value, dict):
            # A bare id, where only an object with the id will do.
            strings = [entry for entry in branches if entry.get("type") == "string" or "enum" in entry]
            if isinstance(value, str) and not strings and any("id" in entry["properties"] for entry in objects):
                return {"id": value}
            lists = [entry for entry in branches if entry.get("type") == "array"]
            return self(lists[0], value) if isinstance(value, list) and lists else value
        constants = [
            entry
            for entry in objects
            if all(
                value.get(name, part["const"]) == part["const"]
                for name, part in entry["properties"].items()
                if "const" in part
            )
        ]
        # Of those whose constants fit, the one that knows most of the fields.
        best = max(constants, key=lambda entry: len(entry["properties"].keys() & value.keys()), default=None)
        return value if best is None else self(best, value)

    def _resolve(self, node: Doc) -> Doc:
        while "$ref" in node:
            target: Any = self._doc
            for part in node["$ref"].removeprefix("#/").split("/"):
                target = target[part]
            node = target
        return node
