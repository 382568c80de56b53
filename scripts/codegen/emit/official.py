"""Emit official/: the public types under the names and in the modules of the official library, each loaded when it is asked for.

It becomes `cartesia_client.types` (tree.py). A name stands for what it is here: a model, an event, a dict for arguments, a union.
What the official library calls otherwise, or has in a folder of its own, is an `x-aliases` in spec/.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ..aliases import KEY
from ..merge import Contract, SpecError
from .events import event_names, union_name
from .method_types import MethodTypes, module_of
from .names import HEAD
from .socket_methods import SOCKETS, client_channels
from .source import Models, Operation

_ROOT = "cartesia_api"
_OFFICIAL = {
    "ReconnectingEvent": "websocket_reconnection.",
    "ReconnectingOverrides": "websocket_reconnection.",
    "is_recoverable_close": "websocket_reconnection.",
    "WebSocketConnectionOptions": "websocket_connection_options.",
    "WebsocketConnectionOptions": "",
}
"""Types that no operation or message has, and the module of each, if it is not named after it."""


class Target(NamedTuple):
    """Where a type is defined."""

    module: str
    name: str


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
        is_folder = module in folders
        path = path / "__init__.py" if is_folder else path.with_suffix(".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_lazy_module(module, names) if is_folder else _plain_module(names), encoding="utf-8")


def _places(models: Models, types: MethodTypes, contract: Contract) -> dict[str, Target]:
    """Return where each type is, by its place."""
    places: dict[str, Target] = {}
    for name, module in models.modules.items():
        places[name] = Target(f"models.{module}", name)
    exchanged = _exchanged(contract)
    for name in event_names(contract):
        if name not in exchanged:
            places[name] = Target("events", name)
    places |= {f"{name}Param": Target("params", f"{name}Param") for name in models.params}
    for name, module in _OFFICIAL.items():
        places[name] = places[module + name] = Target("official_types", name)
    for schema, node in contract.doc["components"]["schemas"].items():
        for place in node.get(KEY, ()):
            of_arguments = place.rpartition(".")[0].endswith(("_param", "_params"))
            name = f"{schema}Param" if of_arguments and schema in models.params else schema
            _add(places, place, places.get(name) or Target("method_types", name))
    for name, channel in client_channels(contract):
        for place in channel.get(KEY, {}).get("receive", ()):
            _add(places, place, Target("events", union_name(name)))
    for place, name in types.places.items():
        _add(places, place, Target("method_types", name))
        places.setdefault(name, Target("method_types", name))
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


def _import(name: str, target: Target) -> str:
    return f"from {_ROOT}.{target.module} import {target.name} as {name}"


def _plain_module(names: Mapping[str, Target]) -> str:
    listed = ", ".join(f'"{name}"' for name in names)
    doc = f'"""{", ".join(names)}."""'
    return "\n".join((HEAD + doc, *(_import(*each) for each in names.items()), f"__all__ = [{listed}]", ""))


def _lazy_module(folder: str, names: Mapping[str, Target]) -> str:
    ordered = dict(sorted(names.items()))
    where = f"`{folder}` of the" if folder else "The"
    imports = "\n".join(f"    {_import(*each)}" for each in ordered.items()) or "    pass"
    listed = ", ".join(f'"{name}"' for name in ordered)
    table = "\n".join(f'    "{name}": ("{_ROOT}.{module}", "{own}"),' for name, (module, own) in ordered.items())
    return f'''{HEAD}"""{where} types of requests, responses and events, under the names of the official library."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
{imports}

_PLACES = {{
{table}
}}

__all__ = [{listed}]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {{__name__!r}} has no attribute {{name!r}}")
    module, own = _PLACES[name]
    value = getattr(import_module(module), own)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
'''
