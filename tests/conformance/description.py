"""The bundled description as the tests read it: operations, their examples, and how those become calls."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cartesia_api

DOC: dict[str, Any] = json.loads((Path(str(cartesia_api.__file__)).parent / "openapi.json").read_text())
METHODS = ("get", "post", "patch", "delete")


def resolve(node: Any) -> Any:
    while "$ref" in node:
        target: Any = DOC
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part.replace("~1", "/")]
        node = target
    return node


class Operation:
    """One operation of the description."""

    def __init__(self, path: str, method: str, node: dict[str, Any]) -> None:
        self.path, self.method, self.node = path, method.upper(), node
        self.name: str = node["operationId"]
        self.shape: str = node["x-shape"]
        self.parameters = [resolve(entry) for entry in node.get("parameters", [])]
        self.status = next(int(status) for status in node["responses"] if status.startswith("2"))
        self.success = resolve(node["responses"][str(self.status)])
        body = node.get("requestBody", {}).get("content", {})
        self.media: str | None = next(iter(body), None)
        self.body_examples = examples(body[self.media]) if self.media else [None]
        self.body_schema = resolve(body[self.media]["schema"]) if self.media else {}

    def __repr__(self) -> str:
        return self.name

    def arguments(self, body: Any) -> dict[str, Any]:
        """The examples of the parameters, and of a body, as keyword arguments."""
        found = {}
        for entry in self.parameters:
            if entry["in"] != "header" and "example" in entry:
                found[keyword(entry["name"])] = given(entry["example"], resolve(entry["schema"]))
        for name, value in (body or {}).items():
            schema = resolve(self.body_schema["properties"][name])
            found[keyword(name)] = value.encode() if schema.get("format") == "binary" else value
        return found

    def query(self) -> list[tuple[str, str]]:
        """The query as it should arrive."""
        pairs = []
        for entry in self.parameters:
            if entry["in"] == "query" and "example" in entry:
                values = entry["example"] if isinstance(entry["example"], list) else [entry["example"]]
                pairs += [(entry["name"], json.dumps(value).strip('"')) for value in values]
        return pairs

    def url(self) -> str:
        names = {entry["name"]: entry["example"] for entry in self.parameters if entry["in"] == "path"}
        return re.sub(r"\{(.+?)\}", lambda match: names[match[1]], self.path)


def keyword(name: str) -> str:
    """The keyword argument of a parameter or of a part of a form."""
    name = re.sub(r"\[(\w+)\]", r"_\1", name.removesuffix("[]"))
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


def given(value: Any, schema: dict[str, Any]) -> Any:
    return datetime.datetime.fromisoformat(value) if schema.get("format") == "date-time" else value


def examples(media: dict[str, Any]) -> list[Any]:
    shown = [media["example"]] if "example" in media else []
    return shown + [entry["value"] for entry in media.get("examples", {}).values()]


def operations() -> Iterator[Operation]:
    for path, item in DOC["paths"].items():
        for method in METHODS:
            if method in item:
                yield Operation(path, method, item[method])


OPERATIONS = list(operations())


def same_times(value: Any) -> Any:
    """A JSON value with its times in one spelling: Z and +00:00 are the same, and so are trailing zeros."""
    if isinstance(value, dict):
        return {key: same_times(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [same_times(entry) for entry in value]
    if isinstance(value, str) and re.match(r"\d{4}-\d\d-\d\d[Tt]", value):
        return datetime.datetime.fromisoformat(value).astimezone(datetime.UTC).isoformat()
    return value
