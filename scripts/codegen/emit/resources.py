"""Emit resources/: a class for each resource, sync and async, with a method for each operation and socket."""

from __future__ import annotations

import re

from ..aliases import KEY
from ..merge import Contract, SpecError
from ..quoting import collapsed, docstring, literal, without_strings
from .methods import find_method, former_method, operation_method
from .names import HEAD, STANDARD_IMPORTS
from .raw import FUNCTIONS, properties, typing_classes, typing_imports
from .socket_methods import SOCKETS, client_channels, former_socket_method, socket_method
from .source import Models, Node

# What methods return is the client's own. Only type checkers import it: at run time the client is built on this package.
_OFFICIAL = ("ReconnectingEvent", "ReconnectingOverrides", "WebSocketConnectionOptions")
"""Types of the official library that are in signatures."""
_CLIENT_TYPES = {
    "Audio": "audio.result",
    "AudioStream": "audio.stream",
    "AsyncAudioStream": "audio.stream",
    "EventStream": "http.event_stream",
    "AsyncEventStream": "http.event_stream",
    "STTWebsocket": "sockets.stt",
    "AsyncSTTWebsocket": "sockets.stt",
    "AgentStream": "sockets.agents",
    "AsyncAgentStream": "sockets.agents",
    "TTSSocket": "compat.tts_socket",
    "AsyncTTSSocket": "compat.tts_socket",
    "Session": "session",
    "AsyncSession": "session",
}


def resource_module(node: Node, models: Models, contract: Contract) -> str:
    body = "\n\n".join(_class(node, models, contract, prefix) for prefix in ("", "Async"))
    doc = f'"""Methods of `client.{".".join(node.path)}`."""'
    return _module(doc, body, models, node)


def root_module(root: Node, models: Models, contract: Contract, absent: list[str]) -> str:
    hints = "".join(f"\n\n{_absent(name, contract.doc['info']['version'])}" for name in absent)
    body = "\n\n".join(_class(root, models, contract, prefix) + hints for prefix in ("", "Async"))
    doc = '"""The resources of the API, as attributes of the clients."""'
    return _module(doc, body, models, root)


def _absent(name: str, date: str) -> str:
    message = f"client.{name} is not part of {date}, the Cartesia-Version of this client"
    return "\n".join(
        (
            f"    @property\n    def {name}(self) -> NotInThisVersion:",
            docstring(f"Raise AttributeError: Cartesia-Version {date} does not have it.", "        "),
            f"        raise AttributeError({literal(message)})",
        )
    )


def _purpose(node: Node, contract: Contract) -> str:
    """Return what a resource is for: the description of its tag in the contract."""
    name = ".".join(node.path)
    for entry in contract.doc.get("tags", []):
        if entry["name"] == name:
            return collapsed(entry["description"])
    raise SpecError(f"{contract.where('tags')}: the resource {name!r} has no description")


def _child_imports(node: Node) -> list[str]:
    return [
        f"from .{child.module} import {child.class_name('Async')}, {child.class_name()}"
        for child in node.children.values()
    ]


def _module(doc: str, body: str, models: Models, node: Node) -> str:
    code = without_strings(body)
    typing_only = [line for line in models.imports(code, "..") if line != STANDARD_IMPORTS["Any"]]
    typing_only += [f"from ..events import {name}" for name in sorted(set(re.findall(r"\bEventStream\[(\w+)\]", code)))]
    typing_only += [f"from ..contexts import {name}" for name in re.findall(r"-> (\w*TTSWebsocket)\b", code)]
    typing_only += [f"from ..pages import {name}" for name in ("AsyncPager", "Page") if re.search(rf"\b{name}\b", code)]
    typing_only += [f"from ..official_types import {name}" for name in _OFFICIAL if re.search(rf"\b{name}\b", code)]
    for name, module in _CLIENT_TYPES.items():
        if re.search(rf"\b{name}\b", code):
            typing_only.append(f"from cartesia_client.{module} import {name}")
    runtime = [
        "from functools import cached_property" if "@cached_property" in body else "",
        "from typing import TYPE_CHECKING, Any" + ", cast" * ("return cast(" in body),
        "from ..types import UNSET, Unset",
        "from ..arguments import check, omitting",
        "from ..bodies import form_body, header_value, json_body, to_json, whole_body",
        "from ..deprecation import warn_of_deprecated",
        "from ..files import FileInput",
        "from ..hints import Hinted",
        "from ..options import CallOptions, SocketOptions",
        f"from ..raw import {', '.join(FUNCTIONS)}",
        "from ..former import deprecated, former_socket, warn_of_former_name",
        "from ..reconnecting import reconnecting",
        "from ..resource import AsyncResource, NotInThisVersion, Resource",
    ]
    return "\n".join(
        (
            HEAD + doc,
            "from __future__ import annotations",
            *(_used(line, code) for line in runtime if line),
            "if TYPE_CHECKING:",
            *(f"    {line}" for line in (*typing_only, *_child_imports(node), *typing_imports(node))),
            body,
            *_behind_prefixes(node),
            "",
        )
    )


def _used(line: str, code: str) -> str:
    """Return an import with the names that the code has. ruff leaves those of an `__init__`, and each loads its module."""
    start, _, names = line.partition(" import ")
    used = [name for name in names.split(", ") if name == "TYPE_CHECKING" or re.search(rf"\b{name}\b", code)]
    return f"{start} import {', '.join(used)}" if used else ""


def _behind_prefixes(node: Node) -> list[str]:
    classes = [each for prefix in ("", "Async") for each in typing_classes(node, prefix)]
    return ["if TYPE_CHECKING:", *classes] if classes else []


def _class(node: Node, models: Models, contract: Contract, prefix: str) -> str:
    if node.path:
        head = [
            f"class {node.class_name(prefix)}({prefix}Resource):",
            f'    """Methods of `client.{".".join(node.path)}`."""',
        ]
    else:
        head = [
            f"class {prefix}Resources(Hinted):",
            '    """Resources and methods of the client itself."""',
            f"    _session: {prefix}Session",
        ]
    parts = ["\n".join(head)]
    for child in node.children.values():
        parts.append(
            f"    @cached_property\n    def {child.path[-1]}(self) -> {child.class_name(prefix)}:\n"
            f"{docstring(_purpose(child, contract), '        ')}\n"
            f"        from .{child.module} import {child.class_name(prefix)}\n\n"
            f"        return {child.class_name(prefix)}(self._session)"
        )
    parts += properties(node, prefix)
    parts += [
        socket_method(name, channel, prefix, models)
        for name, channel in client_channels(contract)
        if SOCKETS[name][0] == ".".join(node.path)
    ]
    parts += [
        former_socket_method(former, prefix)
        for name, channel in client_channels(contract)
        for former in channel.get(KEY, {}).get("method", ())
        if SOCKETS[name][0] == ".".join(node.path)
    ]
    finds = any("x-find" in operation.node for operation in node.operations)
    for operation in node.operations:
        for stream in (False, True) if operation.shape == "bytes" else (False,):
            parts.append(operation_method(operation, models, contract, prefix, stream=stream, finds=finds))
        parts += [former_method(operation, former, models, contract, prefix) for former in operation.aliases]
        if operation.shape == "pages" and "x-find" in operation.node:
            parts.append(find_method(operation, models, contract, prefix))
    return "\n\n".join(parts)
