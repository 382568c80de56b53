"""The methods that open a socket."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import NamedTuple

from .. import naming
from ..merge import Contract, Doc
from ..quoting import docstring, literal
from ..values import branches_of
from .deprecation import warning_of
from .docstrings import DEPRECATED, describe, wrap
from .kinds import argument_kinds
from .methods import OPTIONS
from .names import without
from .source import Models

# Socket -> resource, method, type of the result.
SOCKETS = {
    "tts.websocket": ("tts", "websocket_connect", "TTSWebsocket"),
    "stt.manual_finalize": ("stt.manual_finalize", "websocket", "STTWebsocket"),
    "stt.auto_finalize": ("stt.auto_finalize", "websocket", "STTWebsocket"),
    "agents.stream": ("agents", "stream", "AgentStream"),
}

WITH_CONTEXTS = "tts.websocket"
"""The socket whose class depends on the version: its contexts have a keyword for each field of the request."""


def client_channels(contract: Contract) -> list[tuple[str, Doc]]:
    """Return (name, channel) of the sockets that the client has a method for."""
    found = (item["x-websocket"] for item in contract.doc["paths"].values() if "x-websocket" in item)
    return [(channel["name"], channel) for channel in found if channel["name"] in SOCKETS]


_PLAIN = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
_JSON_TYPES = {str: "string", bool: "boolean", int: "integer", float: "number"}


def without_method(contract: Contract, known: Collection[str]) -> list[str]:
    """Return a line for each socket, but the known ones, that the client has no method for: that is written by hand."""
    return [
        f"{contract.where('paths', path, 'x-websocket', 'name')}: the client has no method for the socket "
        f"{item['x-websocket']['name']!r}; write a row in SOCKETS of scripts/codegen/emit/socket_methods.py, and what it "
        "opens in overrides/cartesia_client/sockets/"
        for path, item in contract.doc["paths"].items()
        if "x-websocket" in item and item["x-websocket"]["name"] not in {*SOCKETS, *known}
    ]


_OPTIONS = (
    'websocket_auth: Literal["query", "headers"] = "query"',
    "timeout: float | None = 10.0",
    *(option for option in OPTIONS if option.startswith(("extra_headers", "extra_query"))),
    "websocket_connection_options: WebSocketConnectionOptions | None = None",
)
_BY_POSITION = ("extra_query", "extra_headers", "websocket_connection_options")
"""Options that the official library takes by position where a socket has no arguments of its own."""
_OPTION_DOCS = (
    'websocket_auth: Where the handshake carries the credential; "headers" keeps it out of proxy logs.',
    "timeout: Seconds that an attempt to open the socket may take; None means no limit. Default: 10.",
    "extra_headers: Headers to add to the handshake.",
    "extra_query: Query parameters to add to the handshake.",
    "websocket_connection_options: Options of the library under the socket: compression, extensions, max_queue, max_size, "
    "subprotocols, write_limit.",
)
_RECONNECTING = (
    "on_reconnecting: Callable[[ReconnectingEvent], ReconnectingOverrides | None] | None = None",
    "max_retries: int = 5",
    "initial_delay: float = 0.5",
    "max_delay: float = 8.0",
    "max_queue_size: int = 1_048_576",
)
_RECONNECTING_DOCS = (
    "on_reconnecting: Called before each attempt to open the session again when its connection is lost; it may return what to "
    "change, or abort. Frames that were not sent then follow on the new connection. What was sent and not yet transcribed is "
    "lost, and is not sent again. Without it, a session that breaks is an error, as is one whose input had been ended.",
    "max_retries: With on_reconnecting: attempts to open the session again, one after the other.",
    "initial_delay: With on_reconnecting: seconds before the first attempt, doubled with each one.",
    "max_delay: With on_reconnecting: the most seconds before an attempt.",
    "max_queue_size: With on_reconnecting: bytes that may wait to be sent meanwhile; WebSocketQueueFullError beyond.",
)
_RAISES = (
    "InvalidRequestError: An argument is invalid, or the client is closed. Nothing has been sent.",
    "APIStatusError: On entering: the service rejected the socket; see the subclass.",
    "APIConnectionError: On entering: there was no connection, or none in time (APITimeoutError).",
)


class _Argument(NamedTuple):
    """One argument of a method that opens a socket."""

    name: str
    wire: str
    signature: str
    kinds: str
    """What `arguments.check` lets pass."""
    text: str
    schema: Doc

    @property
    def check(self) -> str:
        return f'("{self.name}", {self.name}, "{self.kinds}")'


def _of_path(channel: Doc, contract: Contract) -> list[_Argument]:
    entries = [contract.resolve(entry) for entry in channel.get("path", [])]
    names = [(naming.socket_argument(entry["name"], entry), entry) for entry in entries]
    return [
        _Argument(name, entry["name"], f"{name}: str", "id", describe(contract, entry), entry) for name, entry in names
    ]


def _of_query(channel: Doc, models: Models) -> list[_Argument]:
    """Return the parameters of the query. Credentials and version, which all sockets share, are the client's."""
    contract = models.contract
    own = [entry for entry in channel.get("query", ()) if "$ref" not in entry]
    found = []
    for entry in sorted(own, key=lambda entry: not entry.get("required")):
        required = bool(entry.get("required"))
        name, kind = naming.socket_argument(entry["name"], entry), query_type(contract, entry["schema"])
        signature = f"{name}: {kind}" if required else f"{name}: {kind} | Unset = UNSET"
        kinds = argument_kinds(kind, models.enums, ()) + " | None" * (not required)
        found.append(_Argument(name, entry["name"], signature, kinds, describe(contract, entry), entry))
    return found


def _of_first(channel: Doc, models: Models) -> list[_Argument]:
    """Return the fields of the message that opens the conversation. Without them, the program sends that message itself."""
    if "first" not in channel:
        return []
    found = []
    for entry in models.fields(channel["first"]["$ref"].rsplit("/", 1)[-1]):
        if entry.wire != _tag(channel):
            name = naming.socket_argument(entry.wire, entry.schema)
            signature = f"{name}: {models.accepting(without(entry.type, 'Unset'))} | Unset = UNSET"
            text = describe(models.contract, entry.schema)
            if entry.required:
                text += f" Without it, send the message `{_first(channel, models.contract)}` yourself before any other."
            kinds = models.kinds(replace(entry, required=False))
            found.append(_Argument(name, entry.wire, signature, kinds, text, entry.schema))
    return found


def _tag(channel: Doc) -> str:
    return str(channel["send"]["discriminator"]["propertyName"])


def _first(channel: Doc, contract: Contract) -> str:
    """Return the kind of the message that opens the conversation."""
    return str(contract.resolve(channel["first"])["properties"][_tag(channel)]["const"])


def _given(arguments: list[_Argument], more: str = "") -> str:
    """Return the dict of what is given for some arguments."""
    return "{" + more + ", ".join(f"{literal(each.wire)}: {each.name}" for each in arguments) + "}"


def socket_method(name: str, channel: Doc, prefix: str, models: Models) -> str:
    """Return the method that opens a socket."""
    contract = models.contract
    resource, method, result = SOCKETS[name]
    is_old = bool(channel.get("deprecated"))
    text = channel["description"] + f" {DEPRECATED}" * is_old
    in_path, query, first = _of_path(channel, contract), _of_query(channel, models), _of_first(channel, models)
    arguments = [*in_path, *query, *first]
    reconnecting = result == "STTWebsocket"
    passed = [literal(name), _given(query), _options(channel, contract, in_path, first, reconnecting)]
    if name == WITH_CONTEXTS:
        passed.append(f"contexts.{prefix}{result}")
    by_position = () if arguments else _by_position()
    keywords = ", ".join(
        (
            *(each.signature for each in query + first),
            *(option for option in _OPTIONS if option not in by_position),
            *(_RECONNECTING if reconnecting else ()),
        )
    )
    positional = "".join(f"{signature}, " for signature in (*(each.signature for each in in_path), *by_position))
    checks = ", ".join((literal(f"the WebSocket {name}"), *(each.check for each in arguments)))
    texts = [f"{each.name}: {each.text}" for each in arguments]
    return "\n".join(
        (
            *([f"    @deprecated({literal(f'{resource}.{method}() is deprecated')})"] if is_old else []),
            f"    @omitting\n    def {method}(self, {positional}*, {keywords}) -> {prefix}{result}:",
            _docstring(text, [*texts, *_OPTION_DOCS, *(_RECONNECTING_DOCS if reconnecting else ())]),
            *([f"        check({checks})"] if arguments else []),
            *warning_of(
                f"{resource}.{method}()", [(each.name, each.schema) for each in (*in_path, *query)], contract, is_old
            ),
            *(["        from .. import contexts"] if name == WITH_CONTEXTS else []),
            f"        return self._session.socket({', '.join(passed)})",
        )
    )


def _options(
    channel: Doc, contract: Contract, in_path: list[_Argument], first: list[_Argument], reconnecting: bool
) -> str:
    """Return the expression for the options of a socket."""
    found = ["websocket_auth", "timeout", "extra_headers", "extra_query"]
    if in_path or first:
        found.append(_given(in_path))
    if first:
        found.append(_given(first, f"{literal(_tag(channel))}: {literal(_first(channel, contract))}, "))
    found.append("websocket_connection_options=websocket_connection_options")
    if reconnecting:
        found.append(f"reconnecting=reconnecting({', '.join(each.partition(':')[0] for each in _RECONNECTING)})")
    return f"SocketOptions({', '.join(found)})"


def _by_position() -> tuple[str, ...]:
    """Return the options of `_BY_POSITION`, in its order."""
    return tuple(next(option for option in _OPTIONS if option.startswith(f"{name}:")) for name in _BY_POSITION)


def former_socket_method(former: str, prefix: str) -> str:
    """Return the method of version 2 of the official library that opens the socket with contexts; newer ones still have it."""
    resource, method, _ = SOCKETS[WITH_CONTEXTS]
    keyword = "async " if prefix else ""
    signature, passed = ", ".join(_by_position()), ", ".join(_BY_POSITION)
    return "\n".join(
        (
            f'    @deprecated("{former}() is called {resource}.{method}() now")',
            f"    {keyword}def {former.rpartition('.')[2]}(self, {signature}) -> {prefix}TTSSocket:",
            f'        """Return a socket that opens when its `send` is first called; close it. `{method}` has superseded it.',
            "",
            f"        The options are those of `{method}`.",
            '        """',
            f'        warn_of_former_name("{former}", "{resource}.{method}")',
            f'        socket: {prefix}TTSSocket = former_socket(self, "{prefix}TTSSocket", {passed})',
            "        return socket",
        )
    )


def _docstring(description: str, arguments: list[str]) -> str:
    lines = ["Return a socket as a context manager; it opens on entering.", "", *wrap(description), "", "Args:"]
    for text in arguments:
        lines += wrap(text, "    ", "        ")
    lines += ["", "Raises:"]
    for text in _RAISES:
        lines += wrap(text, "    ", "        ")
    return docstring("\n".join(f"        {line}".rstrip(" ") for line in lines).strip(" \n"), "        ")


def query_type(contract: Contract, schema: Doc) -> str:
    """Return the Python type of a parameter of a socket. Enums keep their names."""
    target = contract.resolve(schema)
    if target is not schema and "enum" in target:
        return str(schema["$ref"].rsplit("/", 1)[-1])
    if branches := branches_of(target):
        return " | ".join(dict.fromkeys(query_type(contract, branch) for branch in branches))
    values = target.get("enum", [target["const"]] if "const" in target else [])
    if values and all(isinstance(value, str) for value in values):
        return f"Literal[{', '.join(map(literal, values))}]"
    kinds = target.get("type") or sorted({_JSON_TYPES[type(value)] for value in values})
    names = {**_PLAIN, "array": f"Sequence[{query_type(contract, target['items'])}]" if "items" in target else ""}
    return " | ".join(names[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds))
