"""Emit official/: the public types under the names and in the modules of the official library, each loaded when it is asked for.

It becomes `cartesia_client.types` (tree.py). A name stands for what it is here: a model, an event, a dict for arguments, a union.
What the official library calls otherwise, or has in a folder of its own, is an `x-aliases` in spec/.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..aliases import KEY
from ..merge import Contract, SpecError
from .events import event_names, union_name
from .lazy import Target, import_of, write_lazy_module
from .method_types import MethodTypes, module_of
from .names import HEAD
from .socket_methods import SOCKETS, client_channels
from .source import Models, Operation

_OFFICIAL = {
    "ReconnectingEvent": "websocket_reconnection.",
    "ReconnectingOverrides": "websocket_reconnection.",
    "is_recoverable_close": "websocket_reconnection.",
    "WebSocketConnectionOptions": "websocket_connection_options.",
    "WebsocketConnectionOptions": "",
}
"""Types that no operation or message has, and the module of each, if it is not named after it."""


def write_official(package: Path, operations: list[Operation], models: Models, types: MethodTypes) -> None:
    """Write the folder: a package for each folder of names, a module for each name."""
    contract = models.contract
    places = _places(models, types, contract)
    folders = {""} | {".".join(operation.resource[:-1]) for operation in operations if operation.resource}
    folders |= {SOCKETS[name][0].rpartition(".")[0] for name, _ in client_channels(contract)} | {"shared"}
    modules: dict[str, dict[str, Target]] = {folder: {} for folder in folders}
    for place, target in places.items():
        folder, _, name = place.rpartition(".")
        modules.setdefault(folder, {})[name] = target
        if folder in folders:
            modules.setdefault(module_of(place), {})[name] = target
    root = package / "official"
    for module, names in modules.items():
        path = root.joinpath(*module.split(".")) if module else root
        if module in folders:
            where = f"`{module}` of the" if module else "The"
            doc = f"{where} types of requests, responses and events, under the names of the official library."
            write_lazy_module(path / "__init__.py", doc, names)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.with_suffix(".py").write_text(_plain_module(names), encoding="utf-8")


def _places(models: Models, types: MethodTypes, contract: Contract) -> dict[str, Target]:
    """Return where each type is, by its place."""
    places: dict[str, Target] = {}
    for name, module in models.modules.items():
        places[name] = _own(f"models.{module}", name)
    exchanged = _exchanged(contract)
    for name in event_names(contract):
        if name not in exchanged:
            places[name] = _own("events", name)
    places |= {f"{name}Param": _own("params", f"{name}Param") for name in models.params}
    for name, module in _OFFICIAL.items():
        places[name] = places[module + name] = _own("official_types", name)
    for schema, node in contract.doc["components"]["schemas"].items():
        for place in node.get(KEY, ()):
            of_arguments = place.rpartition(".")[0].endswith(("_param", "_params"))
            name = f"{schema}Param" if of_arguments and schema in models.params else schema
            _add(places, place, places.get(name) or _own("method_types", name))
    for name, channel in client_channels(contract):
        for place in channel.get(KEY, {}).get("receive", ()):
            _add(places, place, _own("events", union_name(name)))
    for place, name in types.places.items():
        _add(places, place, _own("method_types", name))
        places.setdefault(name, _own("method_types", name))
    return places


def _add(places: dict[str, Target], place: str, target: Target) -> None:
    if places.get(place, target) != target:
        raise SpecError(f"spec/: {place!r} is both {places[place].name!r} and {target.name!r}; see x-aliases")
    places[place] = target


def _exchanged(contract: Contract) -> set[str]:
    """Return the schemas that requests and JSON responses are made of: their types are models, even if events have them, too."""
    found: set[str] = set()
    waiting: list[Any] = []
    for _, _, operation in contract.operations():
        waiting.append(operation.get("requestBody", {}))
        waiting += [
            contract.resolve(each) for each in operation["responses"].values() if operation["x-shape"] != "events"
        ]
    waiting += [channel["first"] for _, channel in client_channels(contract) if "first" in channel]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            name = str(node.get("$ref", "")).rpartition("/")[2]
            if name and name not in found:
                found.add(name)
                waiting.append(contract.resolve(node))
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)
    return found


def _own(module: str, name: str) -> Target:
    return Target(f"cartesia_api.{module}", name)


def _plain_module(names: Mapping[str, Target]) -> str:
    listed = ", ".join(f'"{name}"' for name in names)
    doc = f'"""{", ".join(names)}."""'
    return "\n".join((HEAD + doc, *(import_of(*each) for each in names.items()), f"__all__ = [{listed}]", ""))
