"""Second names: `x-aliases` of an operation has former names of its method, that of a schema has other names of its type.

The name of a type may begin with the folder that the official library has it in: `agents.AgentCall`. `x-former` of an object has
the keys that older versions required of it, each with its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .merge import Contract, Doc

KEY = "x-aliases"
FORMER = "x-former"


def faults(contract: Contract) -> Iterator[str]:
    """Yield the faults of second names: those that are no names, or that something else has."""
    yield from _of_methods(contract)
    yield from _of_types(contract)
    yield from _of_keys(contract)


def _of_keys(contract: Contract) -> Iterator[str]:
    for name, schema in contract.doc.get("components", {}).get("schemas", {}).items():
        for key, text in schema.get(FORMER, {}).items():
            if key in schema.get("properties", {}) or not isinstance(text, str):
                yield f"{contract.where('components', 'schemas', name)}: x-former must hold texts by keys that are gone"


def _of_methods(contract: Contract) -> Iterator[str]:
    taken = {**dict(_methods(contract)), **dict(_sockets(contract))}
    for path, method, operation in contract.operations():
        place = ("paths", path, method, KEY)
        for name in operation.get(KEY, ()):
            own = operation.get("operationId", "")
            if not re.fullmatch(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*", str(name)):
                yield f"{contract.where(*place)}: {name!r} is not of the form resource.method"
            elif name.rpartition(".")[0] != own.rpartition(".")[0]:
                yield f"{contract.where(*place)}: {name!r} is not a method of the resource of {own!r}"
            elif name in taken:
                yield f"{contract.where(*place)}: {name!r} is taken by {taken[name]}"
            taken[str(name)] = contract.where(*place)


def _sockets(contract: Contract) -> Iterator[tuple[str, str]]:
    """Yield the former names of methods that open sockets, and where they are."""
    for path, item in contract.doc.get("paths", {}).items():
        names = item.get("x-websocket", {}).get(KEY, {})
        yield from ((name, contract.where("paths", path, "x-websocket", KEY)) for name in names.get("method", ()))


def _methods(contract: Contract) -> Iterator[tuple[str, str]]:
    """Yield the names that a client has without second names, and where each comes from."""
    for path, method, operation in contract.operations():
        name, where = operation.get("operationId", ""), contract.where("paths", path, method)
        parts = name.split(".")
        yield from ((".".join(parts[:end]), f"the resource of {name!r}") for end in range(1, len(parts)))
        yield name, where
        if operation.get("x-shape") == "bytes":
            yield f"{name}_stream", where


def _of_types(contract: Contract) -> Iterator[str]:
    schemas: Doc = contract.doc.get("components", {}).get("schemas", {})
    taken = {name: contract.where("components", "schemas", name) for name in schemas}
    for schema, node in schemas.items():
        where = contract.where("components", "schemas", schema, KEY)
        for name in node.get(KEY, ()):
            folder, _, last = str(name).rpartition(".")
            if not re.fullmatch(r"([a-z][a-z0-9_]*\.)*[A-Z][A-Za-z0-9]*", str(name)):
                yield f"{where}: {name!r} is not of the form Name or folder.Name"
            elif name in taken or (not folder and last == schema):
                yield f"{where}: {name!r} is taken by {taken[name]}"
            taken[str(name)] = where
