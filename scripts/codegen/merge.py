"""Merge the files of spec/ into one OpenAPI document, the contract."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from . import structure
from .yaml_reading import SpecError as SpecError
from .yaml_reading import load as load

Doc = dict[str, Any]
COMMON = ("common.yaml", "common.yml")
VERSIONS = "versions"
"""The folder of the overlays."""
SUFFIXES = (".yaml", ".yml")
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


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
        return next((file for each, file in self.origin.items() if each[: len(place)] == place), "spec/common.yaml")

    def where(self, *place: str) -> str:
        shown = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in ".".join(place))
        return f"{self.file_of(*place)}: {shown}"

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

    def parameters(self, operation: Doc) -> list[Doc]:
        """Return the parameters that callers pass: all but the headers that the client sets itself."""
        found = (self.resolve(entry) for entry in operation.get("parameters", []))
        return [entry for entry in found if entry["in"] != "header" or entry["name"].lower() not in self.own_headers()]

    def identity(self, parameter: Doc) -> tuple[str, str]:
        """Return what makes a parameter another one: where it is, and its name."""
        found = self.resolve(parameter)
        return found["in"], found["name"].lower() if found["in"] == "header" else found["name"]

    def own_headers(self) -> set[str]:
        """Return the headers that the client sets itself, in lower case: those of every request, and credentials."""
        schemes = self.doc.get("components", {}).get("securitySchemes", {}).values()
        everywhere = map(self.resolve, self.defaults.get("parameters", ()))
        headers = (entry["name"].lower() for entry in (*schemes, *everywhere) if entry.get("in") == "header")
        return {"authorization", "cookie", *headers}

    def complete(self, operations: Iterable[Doc]) -> None:
        """Give operations the parameters, headers and error responses of `x-defaults`."""
        keyless = ("401", "402", "403")
        for operation in operations:
            own = operation.get("parameters", [])
            known = {self.identity(entry) for entry in own}
            added = [each for each in self.defaults.get("parameters", []) if self.identity(each) not in known]
            if added:
                operation["parameters"] = [*copy.deepcopy(added), *own]
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
        followed: list[str] = []
        while isinstance(node, dict) and "$ref" in node:
            ref = node["$ref"]
            if ref in followed:
                raise SpecError(f"$ref {ref!r} leads to itself")
            followed.append(ref)
            target: Any = self.doc
            for part in ref.removeprefix("#/").split("/"):
                part = part.replace("~1", "/").replace("~0", "~")
                if not isinstance(target, dict) or part not in target:
                    raise SpecError(f"$ref {ref!r} leads nowhere")
                target = target[part]
            node = target
        return node


def merge(spec: Path) -> Contract:
    """Merge the files of spec/ and its folders key by key, common.yaml first. A key that is defined twice is an error."""
    contract = Contract()
    found = {path.relative_to(spec).as_posix(): path for suffix in SUFFIXES for path in spec.rglob(f"*{suffix}")}
    names = sorted(found, key=lambda name: (name not in COMMON, name))
    if not names or names[0] not in COMMON:
        raise SpecError(f"{spec}: there is no common.yaml")
    for name in names:
        if not name.startswith(f"{VERSIONS}/"):
            for key, value in load(found[name], f"spec/{name}").items():
                _add(contract, name, key, value)
    contract.defaults = contract.doc.pop("x-defaults", {}) or {}
    check_structure(contract)
    merge_path_parameters(contract)
    contract.complete(operation for _, _, operation in contract.operations())
    for response in contract.doc.get("components", {}).get("responses", {}).values():
        _add_headers(response, contract.defaults)
    return contract


def _add(contract: Contract, file: str, key: str, value: Doc) -> None:
    """Add one top-level key of a file. Paths and components may stand in any file, all else in common.yaml."""
    name = f"spec/{file}"
    if key in ("paths", "components"):
        for kind, entries in _mapping(name, value, key).items():
            for entry, definition in _mapping(name, entries, key, kind).items():
                contract.add((key, kind, entry), definition, name)
            if key == "paths" and not entries:
                raise SpecError(
                    f"{name}: paths.{kind}: has nothing; it needs one of {', '.join(METHODS)} or x-websocket"
                )
    elif file in COMMON or key not in ("openapi", "info", "servers", "security", "tags", "x-defaults"):
        contract.add((key,), value, name)
    else:
        raise SpecError(f"{name}: the top-level key {key!r} belongs in spec/common.yaml")


def _mapping(file: str, value: Any, *place: str) -> Doc:
    if not isinstance(value, dict):
        raise SpecError(f"{file}: {'.'.join(place)}: must be a mapping, not {structure.shown(value)}")
    return value


def check_structure(contract: Contract) -> None:
    """Raise SpecError if a value is not of the kind that its keyword has, or a reference leads nowhere."""
    found = [*structure.faults(contract.doc, contract.defaults)]
    if not found:
        found = [*_dangling(contract, contract.doc, ()), *_dangling(contract, contract.defaults, ("x-defaults",))]
    if found:
        raise SpecError("\n".join(f"{contract.where(*place)}: {fault}" for place, fault in found))


def _dangling(contract: Contract, node: Any, place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield (place, fault) of each reference that leads nowhere, or to itself."""
    if isinstance(node, list):
        for index, entry in enumerate(node):
            yield from _dangling(contract, entry, (*place, str(index)))
    elif isinstance(node, dict):
        if isinstance(ref := node.get("$ref"), str) and place[-1:] != ("properties",):
            if not ref.startswith("#/components/"):
                yield place, f"$ref {ref!r} must stay inside: #/components/..."
            else:
                try:
                    contract.resolve(node)
                except SpecError as error:
                    yield place, str(error)
        for key, value in node.items():
            if key not in ("example", "examples", "default", "const", "enum"):
                yield from _dangling(contract, value, (*place, key))


def merge_path_parameters(contract: Contract) -> None:
    """Give the parameters of a path to its operations. Those of an operation win."""
    for path, item in contract.doc.get("paths", {}).items():
        shared = item.pop("parameters", [])
        if shared and "x-websocket" in item:
            raise SpecError(
                f"{contract.where('paths', path, 'parameters')}: a socket has its parameters in x-websocket"
            )
        for operation in (item[method] for method in METHODS if method in item):
            own = {contract.identity(entry) for entry in operation.get("parameters", [])}
            added = [copy.deepcopy(entry) for entry in shared if contract.identity(entry) not in own]
            if added:
                operation["parameters"] = [*added, *operation.get("parameters", [])]


def _add_headers(response: Doc, defaults: Doc) -> None:
    for name, header in defaults.get("headers", {}).items():
        response.setdefault("headers", {}).setdefault(name, copy.deepcopy(header))
