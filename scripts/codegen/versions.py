"""Makes the contracts of older versions: spec/versions/<date>.overlay.yaml says how a date differs from the next newer one."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import oas_patch
from jsonpath_ng.ext.parser import parse

from .lint import lint
from .merge import SUFFIXES, Contract, Doc, SpecError, check_structure, load
from .merge import VERSIONS as FOLDER


def versions(spec: Path, newest: Contract) -> dict[str, Contract]:
    """Return the contracts of the older dates, newest first, each complete. Raise SpecError if one has lint."""
    found: dict[str, Contract] = {}
    newer = newest
    paths = [path for suffix in SUFFIXES for path in spec.glob(f"{FOLDER}/*.overlay{suffix}")]
    for path in sorted(paths, reverse=True):
        date = path.name.partition(".overlay")[0]
        name = f"spec/versions/{path.name}"
        if date >= newer.doc["info"]["version"]:
            raise SpecError(f"{name}: {date} is not older than {newer.doc['info']['version']}, which it is based on")
        found[date] = newer = _older(newer, load(path, name), name)
        if newer.doc["info"]["version"] != date:
            raise SpecError(f"{name}: info.version becomes {newer.doc['info']['version']!r}; set it to {date!r}")
    return found


def _older(newer: Contract, overlay: Doc, name: str) -> Contract:
    """Return the contract that the overlay makes of the next newer one."""
    actions = overlay.get("actions")
    if isinstance(actions, list) and not all(isinstance(action, dict) for action in actions):
        raise SpecError(f"{name}: not an OpenAPI Overlay: an action is a mapping with a target")
    report = oas_patch.validate(overlay, "log")
    if not report.startswith("[INFO]"):
        raise SpecError(f"{name}: not an OpenAPI Overlay:\n{report}")
    contract = Contract(newer.defaults)
    contract.doc, contract.origin = _apply(newer.doc, overlay, name), dict(newer.origin)
    for key in ("info", "paths", "components"):
        if not isinstance(contract.doc.get(key), dict):
            raise SpecError(f"{name}: {key}: nothing is left of it; remove what is in it one by one")
    _note_origin(contract, newer, name)
    check_structure(contract)
    contract.complete(
        operation for path, _, operation in contract.operations() if "400" not in operation.get("responses", {})
    )
    # Components that nothing refers to any more go with the operations that the overlay removes.
    for kind, entry in set(_reachable(newer.doc)) - set(_reachable(contract.doc)):
        contract.doc["components"][kind].pop(entry, None)
    faults = lint(contract)
    if faults:
        raise SpecError("\n".join(f"{contract.doc['info']['version']}: {fault}" for fault in faults))
    return contract


def _note_origin(contract: Contract, newer: Contract, name: str) -> None:
    """Record the overlay as the origin of what differs, so that faults name the right file."""
    for path, item in contract.doc["paths"].items():
        for method in item:
            if newer.doc["paths"].get(path, {}).get(method) != item[method]:
                contract.origin["paths", path, method] = name
    for kind, entries in contract.doc["components"].items():
        for entry in entries:
            if newer.doc["components"][kind].get(entry) != entries[entry]:
                contract.origin["components", kind, entry] = name


def _apply(document: Doc, overlay: Doc, name: str) -> Doc:
    """Apply all actions to the document. An action that matches or changes nothing is a fault of the overlay."""
    text = json.dumps(document)
    for number, action in enumerate(overlay["actions"], 1):
        place = f"{name}: action {number}: {action['target']}"
        document, before = json.loads(text), text
        try:
            matches = parse(action["target"]).find(document)
        except Exception as error:  # jsonpath-ng promises no one type
            raise SpecError(f"{place}: not a JSONPath: {error}") from None
        if not matches and "copy" not in action:
            raise SpecError(f"{place}: matches nothing in the next newer version")
        if isinstance(action.get("update"), dict) and all(isinstance(match.value, dict) for match in matches):
            # One by one: oas-patch 0.6.0 cannot update an item of a list where it finds it.
            for match in matches:
                oas_patch.apply_overlay(
                    match.value, {"actions": [{"target": "$", "update": copy.deepcopy(action["update"])}]}
                )
        else:
            oas_patch.apply_overlay(document, {"actions": [action]})
        text = json.dumps(document)
        if text == before:
            raise SpecError(f"{place}: changes nothing; the next newer version is like that already")
    return json.loads(text)  # type: ignore[no-any-return]  # json.loads gives Any


def _reachable(document: Doc) -> Iterator[tuple[str, str]]:
    """Yield (kind, name) of every component that the operations and sockets refer to."""
    seen: set[str] = set()
    waiting: list[Any] = [document["paths"]]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            ref = node.get("$ref")
            if isinstance(ref, str) and ref not in seen:
                seen.add(ref)
                kind, entry = re.fullmatch(r"#/components/([^/]+)/(.+)", ref).groups()  # type: ignore[union-attr]  # lint
                yield kind, entry
                waiting.append(document["components"].get(kind, {}).get(entry))
            waiting.extend(node.values())
