"""The fields of an operation, from the contract: how each is written as an option, and how its value is read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from .contract import Doc, Endpoint, as_dict, follow
from .errors import UsageError


class Field(NamedTuple):
    """A field of an operation, or of an object in one of its fields."""

    name: str
    """Argument of the client's method; behind a dot, a key of the object that it takes: "output_format.container"."""
    meaning: str
    required: bool
    kinds: frozenset[str]
    """JSON types that the value may have, and "file"."""
    values: tuple[str, ...]
    """Values that the contract names; the service may know others."""

    @property
    def option(self) -> str:
        return "--" + self.name.replace("_", "-")

    def read(self, text: str) -> Any:
        """Return the value that a text on the command line stands for.

        Raises:
            UsageError: It stands for none that the field may have.
        """
        if "file" in self.kinds:
            return _file(text, self.option)
        if text[:1] in ("{", "[") and self.kinds & {"object", "array"}:
            return read_json(text, self.option)
        if text == "null" and "null" in self.kinds:
            return None
        if text.lower() in ("true", "false") and "boolean" in self.kinds:
            return text.lower() == "true"
        if self.kinds & {"integer", "number"} and re.fullmatch(r"-?\d+", text):
            return int(text)
        if "number" in self.kinds and re.fullmatch(r"-?\d*\.?\d+([eE][+-]?\d+)?", text):
            return float(text)
        if "string" in self.kinds or not self.kinds:
            return text
        if "array" in self.kinds:
            return [text]
        nouns = {"object": "a JSON object", "boolean": "true or false", "integer": "an integer", "number": "a number"}
        expected = " or ".join(nouns[kind] for kind in sorted(self.kinds & nouns.keys()))
        raise UsageError(f"{self.option} must be {expected}, got {text!r}")


def _file(text: str, option: str) -> Any:
    if text == "-":
        import sys

        return ("file", sys.stdin.buffer.read())
    if not Path(text).is_file():
        raise UsageError(f"{option}: there is no file {text}")
    return Path(text)


def read_json(text: str, option: str) -> Any:
    """Return what a text is as JSON, or the content of the file that it names behind an @. Raise UsageError otherwise."""
    try:
        if text.startswith("@"):
            text = Path(text[1:]).read_text(encoding="utf-8")
        return json.loads(text)
    except OSError as error:
        raise UsageError(f"{option}: cannot read {text[1:]}: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{option} is not JSON: {error}") from None


def python_name(name: str) -> str:
    """Return the argument of the client's method for a name in the contract."""
    flat = re.sub(r"\[_*(\w+)\]", r"_\1", name.removesuffix("[]"))
    flat = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", flat)
    return re.sub(r"[^A-Za-z0-9]+", "_", flat).lower().strip("_")


def fields_of(doc: Doc, endpoint: Endpoint) -> list[Field]:
    """Return the fields of an operation: those of its path, then the others, each followed by those of its objects."""
    found: list[Field] = []
    for parameter in [*endpoint.item.get("parameters", []), *endpoint.node.get("parameters", [])]:
        node = _resolved(doc, parameter)
        if node.get("in") in ("path", "query"):
            found += _with_keys(doc, node["name"], as_dict(node.get("schema")), bool(node.get("required")), node)
    for content in as_dict(_resolved(doc, endpoint.node.get("requestBody", {})).get("content")).values():
        body = _resolved(doc, as_dict(content).get("schema", {}))
        for name, schema in as_dict(body.get("properties")).items():
            found += _with_keys(doc, name, as_dict(schema), name in body.get("required", []), as_dict(schema))
    merged: dict[str, Field] = {}
    for field in found:  # alternatives of an object may share keys
        first = merged.get(field.name, field)
        values = tuple(dict.fromkeys((*first.values, *field.values)))
        merged[field.name] = first._replace(kinds=first.kinds | field.kinds, values=values)
    required = {field.name for field in found if field.required}
    return sorted(merged.values(), key=lambda field: field.name.partition(".")[0] not in required)


def _with_keys(doc: Doc, name: str, schema: Doc, required: bool, described: Doc) -> Iterator[Field]:
    argument = python_name(name)
    field = _field(doc, argument, schema, required, described)
    yield field
    if "object" in field.kinds:
        for alternative in _alternatives(doc, schema):
            for key, inner in as_dict(alternative.get("properties")).items():
                yield _field(doc, f"{argument}.{key}", as_dict(inner), False, as_dict(inner))


def _field(doc: Doc, name: str, schema: Doc, required: bool, described: Doc) -> Field:
    kinds: set[str] = set()
    values: list[str] = []
    for each in _alternatives(doc, schema):
        kind = each.get("type")
        named = kind if isinstance(kind, list) else [kind] if kind else []
        kinds |= {"file"} if each.get("format") == "binary" else set(named)
        items = _resolved(doc, each.get("items", {})) if "array" in named else {}
        values += [str(value) for value in [*each.get("enum", []), *items.get("enum", [])] if value is not None]
        values += [str(each["const"])] if "const" in each else []
    meaning = str(described.get("description") or _resolved(doc, schema).get("description") or "")
    return Field(name, meaning, required, frozenset(kinds), tuple(dict.fromkeys(values)))


def _alternatives(doc: Doc, schema: Doc) -> Iterator[Doc]:
    """Yield the schemas of which a value may follow one."""
    node = _resolved(doc, schema)
    inner = [*node.get("anyOf", []), *node.get("oneOf", [])]
    if not inner:
        yield node
    for each in inner:
        yield from _alternatives(doc, as_dict(each))


def _resolved(doc: Doc, node: Any) -> Doc:
    found = as_dict(node)
    return as_dict(follow(doc, found["$ref"])) if "$ref" in found else found
