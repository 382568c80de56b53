"""Names that Python cannot have, or that would hide one another: each fault says how to choose another one."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Any

from . import naming
from .merge import Contract, Doc

CLIENTS_OWN = frozenset(
    (
        "api_key",
        "token",
        "version",
        "base_url",
        "websocket_base_url",
        "timeout",
        "max_retries",
        "default_headers",
        "default_query",
        "socket_hooks",
        "is_closed",
        "concurrency",
        "speak",
        "speak_many",
        "speak_stream",
        "close",
        "copy",
        "get",
        "post",
        "put",
        "patch",
        "delete",
        "request",
        "with_options",
        "with_raw_response",
        "with_streaming_response",
        "with_headers",
        "with_cookies",
        "with_timeout",
        "get_httpx_client",
        "set_httpx_client",
        "get_async_httpx_client",
        "set_async_httpx_client",
        "raise_on_unexpected_status",
    )
)
"""What a client has beside the resources and methods of the description."""
_RESOURCES_OWN = frozenset(("with_raw_response", "with_streaming_response"))
_SHADOWING = frozenset(
    (
        "str",
        "int",
        "float",
        "bool",
        "object",
        "property",
        "httpx",
        "datetime",
        "builtins",
        "cached_property",
        "deprecated",
        "omitting",
        "check",
    )
)
"""Names that the annotations and decorators of a class need."""
_FIND = frozenset(("self", "name"))
"""What `find` takes beside its filters."""
_ARGUMENT = re.compile(r"[a-z][a-z0-9_]*")
LONGEST = 100
_UNREADABLE = re.compile(r'["\\\x00-\x1f]')
_WAY_OUT = f"give one of them an {naming.KEY}"
Place = tuple[str, ...]


def faults(contract: Contract) -> Iterator[str]:
    """Yield the faults of names."""
    schemas = contract.doc.get("components", {}).get("schemas", {})
    yield from _classes(contract, schemas)
    for name, node in schemas.items():
        yield from _properties(contract, ("components", "schemas", name), node)
    yield from _methods(contract)
    seen: set[str] = set()
    for place, node in _streams(contract):
        yield from _messages(contract, place, node, seen)
    for path, method, operation in contract.operations():
        yield from _arguments(contract, ("paths", path, method), operation)
    for path, item in contract.doc.get("paths", {}).items():
        for index, entry in enumerate(item.get("x-websocket", {}).get("query", [])):
            yield from _chosen(
                contract,
                ("paths", path, "x-websocket", "query", str(index)),
                contract.resolve(entry),
                naming.SOCKETS_OWN,
            )


def _messages(contract: Contract, place: Place, node: Any, seen: set[str]) -> Iterator[str]:
    """Yield the fields of messages, and of objects in them, whose names msgspec does not take."""
    if isinstance(node, list):
        for index, entry in enumerate(node):
            yield from _messages(contract, (*place, str(index)), entry, seen)
    elif isinstance(node, dict) and isinstance(reference := node.get("$ref"), str):
        if reference not in seen:
            seen.add(reference)
            place = tuple(reference.removeprefix("#/").split("/"))
            yield from _messages(contract, place, contract.resolve(node), seen)
    elif isinstance(node, dict):
        for name, entry in node.get("properties", {}).items():
            if _UNREADABLE.search(name):
                where = contract.where(*place, "properties", name)
                yield f"{where}: a field of a message has no quote, backslash or control character in its name"
            yield from _messages(contract, (*place, "properties", name), entry, seen)
        for key in ("items", "oneOf", "anyOf", "allOf"):
            yield from _messages(contract, (*place, key), node.get(key), seen)


def _streams(contract: Contract) -> Iterator[tuple[Place, Any]]:
    """Yield what events of streams and messages of sockets are, each with its place."""
    for path, item in contract.doc.get("paths", {}).items():
        for key in ("send", "receive"):
            yield ("paths", path, "x-websocket", key), item.get("x-websocket", {}).get(key)
    for path, method, operation in contract.operations():
        for status, response in operation.get("responses", {}).items():
            for media, entry in contract.resolve(response).get("content", {}).items():
                data = entry.get("schema", {}).get("properties", {}).get("data", {})
                place = ("paths", path, method, "responses", status, "content", media, "schema", "properties", "data")
                yield (*place, "contentSchema"), data.get("contentSchema")


def _classes(contract: Contract, schemas: Doc) -> Iterator[str]:
    seen: dict[str, str] = {}
    taken = _resource_classes(contract)
    # What may be given as a dict has a class of that name, too.
    taken |= {f"{naming.class_name(name, node)}Param": f"{name} as a dict" for name, node in schemas.items()}
    for name, node in schemas.items():
        where = contract.where("components", "schemas", name)
        if len(naming.class_name(name, node).encode()) > LONGEST:
            yield f"{where}: is too long for the name of a file; write {naming.KEY}: and a shorter name"
            continue
        python, better = naming.class_name(name, node), naming.suggested_class(name)
        if not naming.is_class_name(python):
            what = f"{naming.KEY} {python!r}" if naming.KEY in node else repr(name)
            yield f"{where}: {what} cannot be the name of a class here; write {naming.KEY}: {better}"
        if python in taken:
            yield f"{where}: {python!r} is the class of {taken[python]}; write {naming.KEY}: {better}Object"
        key = python.replace("_", "").lower()
        if key in seen:
            yield f"{where}: becomes the same Python name as {seen[key]!r}; one would be lost; {_WAY_OUT}"
        seen[key] = name


def _resource_classes(contract: Contract) -> dict[str, str]:
    """Return the classes that resources get, and what each stands for."""
    names = [str(node.get("operationId", "")) for *_, node in contract.operations()]
    names += [str(item.get("x-websocket", {}).get("name", "")) for item in contract.doc.get("paths", {}).values()]
    found = {}
    for name in names:
        parts = name.split(".")[:-1]
        for end in range(1, len(parts) + 1):
            word = "".join(part.capitalize() for part in "_".join(parts[:end]).split("_"))
            for prefix, suffix in product(("", "Async"), ("", "WithRawResponse", "WithStreamingResponse")):
                found[f"{prefix}{word}Resource{suffix}"] = f"client.{'.'.join(parts[:end])}"
    return found


def _properties(contract: Contract, place: Place, node: Any) -> Iterator[str]:
    """Yield the faults of the properties of a schema, and of those in it."""
    if isinstance(node, list):
        for index, entry in enumerate(node):
            yield from _properties(contract, (*place, str(index)), entry)
    elif isinstance(node, dict):
        properties = node.get("properties", {})
        for spell in (naming.field_name, naming.event_field, naming.keyword_name):
            faults = [*_collisions(contract, (*place, "properties"), properties.items(), spell)]
            yield from faults
            if faults:
                break
        for name, entry in properties.items():
            yield from _chosen(
                contract, (*place, "properties", name), entry, naming.model_names() | naming.event_names()
            )
            yield from _properties(contract, (*place, "properties", name), entry)
        for key in ("items", "additionalProperties", "contentSchema", "oneOf", "anyOf", "allOf"):
            yield from _properties(contract, (*place, key), node.get(key))


def _collisions(
    contract: Contract, place: Place, entries: Iterable[tuple[str, Doc]], spell: Callable[[str, Doc], str]
) -> Iterator[str]:
    seen: dict[str, str] = {}
    for name, entry in entries:
        python = spell(name, entry)
        if python in seen:
            where = contract.where(*place, name)
            yield f"{where}: becomes the same Python name as {seen[python]!r}; one would be lost; {_WAY_OUT}"
        seen.setdefault(python, name)


def _chosen(contract: Contract, place: Place, entry: Doc, taken: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield what is wrong with the name that a parameter or property has been given."""
    name = entry.get(naming.KEY)
    if name is not None and (not naming.is_identifier(name) or name.startswith("_") or name in taken):
        yield f"{contract.where(*place)}: {naming.KEY} {name!r} is not a name that is free in Python; choose another one"


def _arguments(contract: Contract, place: Place, operation: Doc) -> Iterator[str]:
    """Yield the faults of what becomes the arguments of one method."""
    parameters = contract.parameters(operation)
    for index, entry in enumerate(operation.get("parameters", [])):
        yield from _chosen(contract, (*place, "parameters", str(index)), contract.resolve(entry), naming.FUNCTIONS_OWN)
    seen: dict[str, str] = {}
    for entry in {contract.identity(entry): entry for entry in parameters}.values():
        python, what = naming.argument_name(entry), f"{entry['name']!r} of the {entry['in']}"
        other = next((seen[name] for name in (python, python.removeprefix("json_")) if name in seen), None)
        if other:
            yield f"{contract.where(*place, 'parameters')}: {what} becomes the same Python name as {other}: {python}; {_WAY_OUT}"
        seen[python] = what
    for media, content in operation.get("requestBody", {}).get("content", {}).items():
        body = contract.resolve(content.get("schema", {}))
        for name, entry in body.get("properties", {}).items():
            python = naming.keyword_name(name, entry)
            if python in seen or (naming.KEY in entry and python in naming.METHODS_OWN):
                where = contract.where(*place, "requestBody", "content", media)
                other = seen.get(python, "a name of the method's own")
                yield f"{where}: {name!r} of the body becomes the same Python name as {other}: {python}; {_WAY_OUT}"
            seen[python] = f"{name!r} of the body"


def _methods(contract: Contract) -> Iterator[str]:
    """Yield the methods and resources whose names are keywords, or those of something else."""
    operations = [(contract.where("paths", *place), node) for *place, node in contract.operations()]
    ids = {node.get("operationId", "") for _, node in operations}
    streams = {
        f"{node['operationId']}_stream"
        for _, node in operations
        if node.get("x-shape") == "bytes" and "operationId" in node
    }
    resources = {name.rpartition(".")[0] for name in ids} - {""}
    resources |= {name.rpartition(".")[0] for name in resources} - {""}
    for where, node in operations:
        name = node.get("operationId", "")
        parts = name.split(".")
        if len(name) > LONGEST:
            yield f"{where}.operationId: is too long for the name of a file; choose a shorter one"
        for index, part in enumerate(parts):
            own = (CLIENTS_OWN | _SHADOWING) if index == 0 else (_RESOURCES_OWN | _SHADOWING)
            if keyword.iskeyword(part):
                yield f"{where}.operationId: {part!r} is a keyword of Python; choose another word, such as {part}_"
            elif part in own:
                owner = ".".join(("client", *parts[:index]))
                yield f"{where}.operationId: {owner} has a {part!r} of its own; choose another word, such as {part}_"
            elif part.startswith("_"):
                yield f"{where}.operationId: {part!r} begins with an underscore; choose another word"
        for each in node.get("x-find", ()):
            if not _ARGUMENT.fullmatch(each) or keyword.iskeyword(each) or each in _FIND:
                yield f"{where}.x-find: {each!r} cannot be the name of an argument beside name; write the Python name of one"
        if name in resources:
            yield f"{where}.operationId: {name!r} is a resource, too; choose another word for one of them"
        if name in streams:
            yield f"{where}.operationId: {name!r} streams {name.removesuffix('_stream')!r}; choose another word"
