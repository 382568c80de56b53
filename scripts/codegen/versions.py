"""Makes the contracts of older versions: spec/versions/<date>.overlay.yaml says how a date differs from the next newer one."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import oas_patch
import yaml
from jsonpath_ng.ext.parser import parse

from . import structure
from .lint import lint
from .merge import SUFFIXES, Contract, Doc, SpecError, check_structure, load, merge_path_parameters
from .merge import VERSIONS as FOLDER

_ABSENT = object()
_NAME = re.compile(rf"{FOLDER}/(\d{{4}}-\d\d-\d\d)\.overlay\.ya?ml")


def versions(spec: Path, newest: Contract) -> dict[str, Contract]:
    """Return the contracts of the older dates, newest first, each complete. Raise SpecError if one has lint."""
    found: dict[str, Contract] = {}
    newer = newest
    for date, path in _overlays(spec):
        name = f"spec/{FOLDER}/{path.name}"
        if date >= newer.doc["info"]["version"]:
            raise SpecError(f"{name}: {date} is not older than {newer.doc['info']['version']}, which it is based on")
        found[date] = newer = _older(newer, load(path, name), name)
        if newer.doc["info"]["version"] != date:
            raise SpecError(f"{name}: info.version becomes {newer.doc['info']['version']!r}; set it to {date!r}")
    return found


def _overlays(spec: Path) -> list[tuple[str, Path]]:
    """Return the overlays with their dates, newest first. What is called otherwise would be passed over."""
    found: dict[str, Path] = {}
    for path in sorted(path for suffix in SUFFIXES for path in (spec / FOLDER).rglob(f"*{suffix}")):
        name = path.relative_to(spec).as_posix()
        match = _NAME.fullmatch(name)
        if match is None:
            raise SpecError(
                f"spec/{name}: an overlay is called {FOLDER}/<date>.overlay.yaml, as {FOLDER}/2029-01-31.overlay.yaml"
            )
        if match[1] in found:
            raise SpecError(f"spec/{name}: {found[match[1]].name} is of the same date; keep one of the two")
        found[match[1]] = path
    return sorted(found.items(), reverse=True)


def _older(newer: Contract, overlay: Doc, name: str) -> Contract:
    """Return the contract that the overlay makes of the next newer one."""
    if faults := [*_overlay_faults(overlay)]:
        raise SpecError("\n".join(f"{name}: {fault}" for fault in faults))
    contract = Contract(newer.defaults)
    contract.origin = dict(newer.origin)
    contract.doc = _apply(newer.doc, overlay, name, contract.origin)
    for key in ("info", "paths", "components"):
        if key not in contract.doc:
            raise SpecError(f"{name}: {key}: nothing is left of it; remove what is in it one by one")
    try:
        check_structure(contract)
        merge_path_parameters(contract)
    except SpecError as error:
        raise SpecError("\n".join(_of_overlay(str(error).splitlines(), name))) from None
    contract.complete(
        operation
        for path, method, operation in contract.operations()
        if method not in newer.doc["paths"].get(path, {}) or "400" not in operation.get("responses", {})
    )
    # Components that nothing refers to any more go with the operations that the overlay removes.
    for kind, entry in set(_reachable(newer.doc)) - set(_reachable(contract.doc)):
        contract.doc["components"].get(kind, {}).pop(entry, None)
    if faults := lint(contract):
        raise SpecError("\n".join(_of_overlay(faults, name)))
    return contract


def _overlay_faults(overlay: Doc) -> Iterator[str]:
    """Yield what makes a file no OpenAPI Overlay, each with its place."""
    found = [*structure.overlay_faults(overlay)]
    if not found:
        report = yaml.safe_load(oas_patch.validate(overlay, "yaml"))
        found = [(tuple((each["path"] or "top").split(" -> ")), each["message"]) for each in report["errors"]]
    for place, fault in found:
        where = ".".join(place)
        if place[0] == "actions" and len(place) > 1:
            where = ": ".join(part for part in (f"action {int(place[1]) + 1}", ".".join(place[2:])) if part)
        yield f"{where}: not an OpenAPI Overlay: {' '.join(fault.split())}"


def _of_overlay(faults: Iterable[str], name: str) -> Iterator[str]:
    """Yield the faults of an older date under the name of its overlay, which made them: the next newer date has none."""
    for fault in faults:
        file, _, rest = fault.partition(": ")
        yield fault if file == name else f"{name}: {rest} (see {file})"


def _apply(document: Doc, overlay: Doc, name: str, origin: dict[tuple[str, ...], str]) -> Doc:
    """Apply all actions to the document. An action that matches or changes nothing is a fault of the overlay.

    `origin` learns which action changed what, so that faults name the right one.
    """
    text = json.dumps(document)
    for number, action in enumerate(overlay["actions"], 1):
        place = f"{name}: action {number}: {action['target']}"
        document, old, before = json.loads(text), document, text
        try:
            matches = parse(action["target"]).find(document)
        except Exception as error:  # jsonpath-ng promises no one type
            raise SpecError(f"{place}: not a JSONPath: {error}") from None
        if not matches and "copy" not in action:
            raise SpecError(f"{place}: matches nothing in the next newer version")
        try:
            _act(document, action, matches)
        except Exception as error:  # nor does oas-patch
            raise SpecError(f"{place}: cannot be applied to what is there: {error}") from None
        text = json.dumps(document)
        if text == before:
            raise SpecError(f"{place}: changes nothing; the next newer version is like that already")
        for changed in _changed(document, old, ()):
            for end in range(3, len(changed) + 1):
                origin[changed[:end]] = f"{name}: action {number}"
            origin[changed] = f"{name}: action {number}"
    return json.loads(text)  # type: ignore[no-any-return]  # json.loads gives Any


def _act(document: Doc, action: Doc, matches: list[Any]) -> None:
    if isinstance(action.get("update"), dict) and all(isinstance(match.value, dict) for match in matches):
        # One by one: oas-patch 0.6.0 cannot update an item of a list where it finds it.
        for match in matches:
            update = {"actions": [{"target": "$", "update": copy.deepcopy(action["update"])}]}
            oas_patch.apply_overlay(match.value, update)
    elif action.get("remove") and all(match.context for match in matches):
        # oas-patch walks the whole document for each match.
        found = parse(action["target"])
        for _ in matches:
            found.filter(lambda _: True, document)
            if not found.find(document):
                break
    else:
        oas_patch.apply_overlay(document, {"actions": [action]})


def _changed(new: Any, old: Any, place: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the innermost places that differ, and those from which something was removed."""
    if new == old:
        return
    if not isinstance(new, dict) or not isinstance(old, dict):
        yield place
        return
    for key, value in new.items():
        yield from _changed(value, old.get(key, _ABSENT), (*place, key))
    if old.keys() - new.keys() and place:
        yield place


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
