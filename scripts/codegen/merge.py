"""Merge the files of spec/ into one OpenAPI document, the contract."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

Doc = dict[str, Any]
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class SpecError(Exception):
    """A fault of the spec; the message names the file and the place in it."""


class _Loader(yaml.CSafeLoader):
    """Safe YAML without its traps: no duplicate keys, no `no` -> False, no date -> object."""

    file: str = ""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                line = key_node.start_mark.line + 1
                raise SpecError(f"{self.file}:{line}: the key {key!r} stands twice in one mapping")
            seen.add(key)
        return super().construct_mapping(node, deep=deep)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rules if not tag.endswith((":bool", ":timestamp"))]
    for first, rules in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), ["t", "f"])


def load(path: Path, name: str) -> Doc:
    loader = type("Loader", (_Loader,), {"file": name})(path.read_text(encoding="utf-8"))
    try:
        data = loader.get_single_data()
    except yaml.YAMLError as error:
        raise SpecError(f"{name}: not readable as YAML: {error}") from None
    finally:
        loader.dispose()
    if not isinstance(data, dict):
        raise SpecError(f"{name}: expected a mapping at the top")
    return data


class Contract:
    """The merged document, and which file each part came from."""

    def __init__(self, defaults: Doc | None = None) -> None:
        self.doc: Doc = {}
        self.origin: dict[tuple[str, ...], str] = {}
        self.defaults: Doc = defaults or {}

    def file_of(self, *place: str) -> str:
        for end in range(len(place), 0, -1):
            if place[:end] in self.origin:
                return self.origin[place[:end]]
        return "spec/common.yaml"

    def where(self, *place: str) -> str:
        return f"{self.file_of(*place)}: {'.'.join(place)}"

    def add(self, place: tuple[str, ...], value: Any, file: str) -> None:
        if place in self.origin:
            raise SpecError(
                f"{file}: {'.'.join(place)} is already defined in {self.origin[place]}; keep one of the two"
            )
        node = self.doc
        for key in place[:-1]:
            node = node.setdefault(key, {})
        node[place[-1]] = value
        self.origin[place] = file

    def operations(self) -> Iterator[tuple[str, str, Doc]]:
        """Yield (path, method, operation) for every operation, in the order of the files."""
        for path, item in self.doc.get("paths", {}).items():
            for method in METHODS:
                if method in item:
                    yield path, method, item[method]

    def complete(self, operations: Iterable[Doc]) -> None:
        """Give operations the parameters, headers and error responses of `x-defaults`."""
        keyless = ("401", "402", "403")
        for operation in operations:
            operation["parameters"] = copy.deepcopy(self.defaults.get("parameters", [])) + operation.get(
                "parameters", []
            )
            if not operation["parameters"]:
                del operation["parameters"]
            responses = operation.setdefault("responses", {})
            for status, response in self.defaults.get("responses", {}).items():
                if operation.get("security") == [] and status in keyless:
                    continue
                responses.setdefault(status, copy.deepcopy(response))
            for response in responses.values():
                if "$ref" not in response:
                    _add_headers(response, self.defaults)

    def resolve(self, node: Any) -> Any:
        """Return the object behind a `$ref`, or the node itself."""
        while isinstance(node, dict) and "$ref" in node:
            ref = node["$ref"]
            target: Any = self.doc
            for part in ref.removeprefix("#/").split("/"):
                part = part.replace("~1", "/").replace("~0", "~")
                if not isinstance(target, dict) or part not in target:
                    raise SpecError(f"$ref {ref!r} leads nowhere")
                target = target[part]
            node = target
        return node


def merge(spec: Path) -> Contract:
    """Merge spec/*.yaml key by key, common.yaml first. A key that is defined twice is an error."""
    contract = Contract()
    files = sorted(spec.glob("*.yaml"), key=lambda path: (path.name != "common.yaml", path.name))
    if not files or files[0].name != "common.yaml":
        raise SpecError(f"{spec}: there is no common.yaml")
    for path in files:
        data = load(path, f"spec/{path.name}")
        for key, value in data.items():
            _add(contract, path.name, key, value)
    contract.defaults = contract.doc.pop("x-defaults", {})
    contract.complete(operation for _, _, operation in contract.operations())
    for response in contract.doc.get("components", {}).get("responses", {}).values():
        _add_headers(response, contract.defaults)
    return contract


def _add(contract: Contract, file: str, key: str, value: Doc) -> None:
    """Add one top-level key of a file. Paths and components may stand in any file, all else in common.yaml."""
    name = f"spec/{file}"
    if key == "paths":
        for route, item in value.items():
            for method, operation in item.items():
                contract.add(("paths", route, method), operation, name)
    elif key == "components":
        for kind, entries in value.items():
            for entry, definition in entries.items():
                contract.add(("components", kind, entry), definition, name)
    elif file == "common.yaml":
        contract.add((key,), value, name)
    else:
        raise SpecError(f"{name}: the top-level key {key!r} belongs in spec/common.yaml")


def _add_headers(response: Doc, defaults: Doc) -> None:
    for name, header in defaults.get("headers", {}).items():
        response.setdefault("headers", {}).setdefault(name, copy.deepcopy(header))
