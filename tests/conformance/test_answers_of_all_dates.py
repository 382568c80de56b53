"""Whatever the service may add, leave out or leave open within its promise, each response of each date reads."""

from __future__ import annotations

import importlib
import inspect
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import cartesia_client as c
import httpx
import pytest
from cartesia_api import contract
from cartesia_tools.load import read_dated

from tests.conformance.test_forward_compatibility import Place, put

VARIANT = {"type": "brand.new", "kind": "brand.new", "mode": "x", "deep": {"er": [1, None]}}


class Dated:
    """The description of a date, and values for its schemas."""

    def __init__(self, date: str) -> None:
        self.doc: Any = read_dated(date)

    def resolve(self, schema: Any) -> Any:
        while "$ref" in schema:
            node = self.doc
            for part in schema["$ref"].removeprefix("#/").split("/"):
                node = node[part]
            schema = node
        return schema

    def branches(self, schema: Any) -> list[Any]:
        return [self.resolve(branch) for branch in (*schema.get("anyOf", ()), *schema.get("oneOf", ()))]

    def value(self, schema: Any, pick: int) -> Any:
        """A value with every field that it may have. `pick` chooses among variants and values."""
        schema = self.resolve(schema)
        if whole := [self.value(part, pick) for part in schema.get("allOf", ())]:
            return {name: entry for part in whole for name, entry in part.items()}
        if branches := [branch for branch in self.branches(schema) if branch.get("type") != "null"]:
            return self.value(branches[pick % len(branches)], pick)
        if "const" in schema or "enum" in schema:
            values = schema.get("enum") or [schema["const"]]
            return values[pick % len(values)]
        kind = schema.get("type", "object")
        kind = kind if isinstance(kind, str) else kind[0]
        if kind == "object":
            return {name: self.value(entry, pick) for name, entry in schema.get("properties", {}).items()}
        if kind == "array":
            return [self.value(schema.get("items", {}), pick)]
        text = "2026-01-01T00:00:00Z" if schema.get("format") == "date-time" else "a b"
        return {"string": text, "integer": 1, "number": 1.5, "boolean": True}[kind]

    def changes(self, schema: Any, value: Any, place: Place = (), required: bool = True) -> Iterator[Any]:
        """(what, where, new value) of everything that may happen to a value."""
        schema = self.resolve(schema)
        branches = self.branches(schema)
        may_be_null = any(branch.get("type") == "null" for branch in branches) or "null" in (schema.get("type") or ())
        if place and (may_be_null or not required):
            yield "null", place, None
        if place and not required:
            yield "absent", place, ...
        if any("enum" in branch for branch in branches):
            yield "value", place, "brand-new"
        for part in schema.get("allOf", ()):
            yield from self.changes(part, value, place)
        if isinstance(value, dict):
            if len([branch for branch in branches if "properties" in branch]) > 1:
                yield "variant", place, VARIANT
            holder = next((each for each in branches if value.keys() == each.get("properties", {}).keys()), schema)
            yield from (("field", (*place, name), VARIANT) for name in ("brand_new", "to_dict", "__copy__", "n\ud800"))
            for name, entry in holder.get("properties", {}).items():
                yield from self.changes(entry, value[name], (*place, name), name in holder.get("required", ()))
        elif isinstance(value, list):
            yield "empty", place, []
            holder = next((branch for branch in branches if "items" in branch), schema)
            yield from self.changes(holder.get("items", {}), value[0], (*place, 0))
        elif value == "a b":
            yield from (("half", place, text) for text in ("a \ud83d b", "\udc00"))


def responses(dated: Dated, client: Any) -> Iterator[Any]:
    """(status, schema, function that reads it) of each response with JSON."""
    for item in dated.doc["paths"].values():
        for node in (node for node in item.values() if isinstance(node, dict) and "responses" in node):
            for status, response in node["responses"].items():
                found = dated.resolve(response).get("content", {}).get("application/json")
                if found and status.startswith("2"):
                    yield int(status), found["schema"], reader(client, node["operationId"])


def reader(client: Any, name: str) -> Any:
    """The function that reads what an operation returns."""
    for part in name.split("."):
        client = getattr(client, part)
    method = inspect.unwrap(client)
    found = re.search(r"from (\S+) import (\w+) as op", inspect.getsource(method))
    assert found
    package = sys.modules[method.__module__].__package__
    return importlib.import_module(f"{found[1]}.{found[2]}", package)._parse_response


@pytest.mark.parametrize("date", [*contract.VERSIONS, contract.API_VERSION])
def test_every_response_of_a_date_reads(date: str) -> None:
    dated, tried = Dated(date), Counter[str]()
    picks = (0, 1) if date == contract.API_VERSION else (0,)
    with c.Cartesia(api_key="k", version=date) as client:
        for (status, schema, parse), pick in ((each, pick) for each in responses(dated, client) for pick in picks):
            value = dated.value(schema, pick)
            for what, place, new in dated.changes(schema, value):
                answer = put(value, place, new) if place else new
                as_is = json.dumps(answer, ensure_ascii=False).encode("utf-8", "surrogatepass")
                for body in {json.dumps(answer).encode(), as_is}:
                    sent = httpx.Response(status, content=body, headers={"content-type": "application/json"})
                    found = parse(client=client, response=sent)
                    assert found is not None, (what, place)
                    tried[what] += 1
                    if what not in ("null", "half", "field") and hasattr(found, "to_dict"):
                        whole = json.dumps(found.to_dict(), sort_keys=True).replace("+00:00", "Z")
                        assert json.loads(whole) == answer, (what, place)
    assert tried.keys() >= {"null", "absent", "value", "field", "empty", "half"}
    assert tried.total() > 100
