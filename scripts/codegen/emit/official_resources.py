"""Emit official_resources/: the classes of resources and sockets under the names and in the modules of the official library.

It becomes `cartesia_client.resources` (tree.py), for annotations, such as `cartesia_client.resources.agents.calls.CallsResource`.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from pathlib import Path

from ..merge import Contract
from .lazy import Target, write_lazy_module
from .names import upper_word
from .raw import PREFIXES, class_behind, has_methods
from .socket_methods import SOCKETS, WITH_CONTEXTS, client_channels
from .source import Node

_CLIENT = "cartesia_client"
"""Where the classes of sockets are."""


def write_official_resources(package: Path, nodes: Iterable[Node], contract: Contract) -> None:
    """Write the folder: a module for each resource, and a package for each that has others in it, with their names, too."""
    modules: dict[str, dict[str, Target]] = {"": {}}
    nodes = list(nodes)
    for node in nodes:
        place = ".".join(node.path)
        names = _names(node, place, contract)
        if node.children:
            modules[f"{place}.{node.path[-1]}"] = names
            modules[place] = dict(names)
        else:
            modules[place] = names
    for node in nodes:
        names = _names(node, ".".join(node.path), contract)
        modules[".".join(node.path[:-1])] = {**names, **modules[".".join(node.path[:-1])]}
        modules[""] |= {target.name: target for target in names.values() if target.module != _CLIENT}
    root = package / "official_resources"
    folders = {module.rpartition(".")[0] for module in modules} | {""}
    for module, names in modules.items():
        path = root.joinpath(*module.split(".")) if module else root
        doc = f"Official names of the classes of `client{module and '.'}{module}`."
        write_lazy_module(path / "__init__.py" if module in folders else path.with_suffix(".py"), doc, names)


def _names(node: Node, place: str, contract: Contract) -> dict[str, Target]:
    """Return what the official library calls the classes of a resource, in each of its spellings, and of its sockets."""
    words = node.path[-1].split("_")
    spellings = sorted({"".join(map(spell, words)) for spell in (upper_word, str.capitalize)})
    module = f"cartesia_api.resources.{node.module}"
    found: dict[str, Target] = {}
    for name, prefix in product((f"{spelling}Resource" for spelling in spellings), ("", "Async")):
        found[prefix + name] = Target(module, node.class_name(prefix))
        for kind, _ in PREFIXES.values() if has_methods(node) else ():
            behind = class_behind(node, prefix, kind)
            found[f"{prefix}{name}With{kind}Response"] = Target(module, behind, ("cartesia_api.raw", "Prefixed"))
        for socket, _ in client_channels(contract):
            if SOCKETS[socket][0] == place:
                own = Target(_CLIENT, prefix + SOCKETS[socket][2])
                found |= {f"{prefix}{name}Connection{end}": own for end in ("", "Manager")}
                if socket == WITH_CONTEXTS:
                    found[f"{prefix}WebSocketContext"] = Target(_CLIENT, f"{prefix}TTSContext")
    return found
