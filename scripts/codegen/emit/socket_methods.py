"""The methods that open a socket."""

from __future__ import annotations

from ..merge import Contract, Doc
from .docstrings import describe, wrap
from .methods import OPTIONS
from .names import identifier, keyword_argument
from .source import argument_kinds

# Socket -> resource, method, type of the result.
SOCKETS = {
    "tts.websocket": ("tts", "websocket_connect", "TTSWebsocket"),
    "stt.manual_finalize": ("stt.manual_finalize", "websocket", "STTWebsocket"),
    "stt.auto_finalize": ("stt.auto_finalize", "websocket", "STTWebsocket"),
}

WITH_CONTEXTS = "tts.websocket"
"""The socket whose class depends on the version: its contexts have a keyword for each field of the request."""


def client_channels(contract: Contract) -> list[tuple[str, Doc]]:
    """Return (name, channel) of the sockets that the client has a method for."""
    found = (item["x-websocket"] for item in contract.doc["paths"].values() if "x-websocket" in item)
    return [(channel["name"], channel) for channel in found if channel["name"] in SOCKETS]


_OPTIONS = (
    'websocket_auth: Literal["query", "headers"] = "query"',
    "timeout: float | None = 10.0",
    *(option for option in OPTIONS if option.startswith(("extra_headers", "extra_query"))),
)
_OPTION_DOCS = (
    'websocket_auth: Where the handshake carries the credential; "headers" keeps it out of proxy logs.',
    "timeout: Seconds that an attempt to open the socket may take; None means no limit. Default: 10.",
    "extra_headers: Headers to add to the handshake.",
    "extra_query: Query parameters to add to the handshake.",
)
_RAISES = (
    "InvalidRequestError: An argument is invalid, or the client is closed. Nothing has been sent.",
    "APIStatusError: On entering: the service rejected the socket; see the subclass.",
    "APIConnectionError: On entering: there was no connection, or none in time (APITimeoutError).",
)


def socket_method(name: str, channel: Doc, prefix: str, contract: Contract) -> str:
    """Return the method that opens a socket. It takes the parameters of the query; credentials and version are the client's."""
    _, method, result = SOCKETS[name]
    own = sorted(
        (entry for entry in channel["query"] if "$ref" not in entry), key=lambda entry: not entry.get("required")
    )
    signature, texts, fields, checks = [], [], [], []
    for entry in own:
        keyword, kind = keyword_argument(identifier(entry["name"]), entry["name"]), query_type(entry["schema"])
        signature.append(f"{keyword}: {kind}" if entry.get("required") else f"{keyword}: {kind} | Unset = UNSET")
        fields.append(f'"{entry["name"]}": {keyword}')
        checks.append(f'("{keyword}", {keyword}, "{argument_kinds(kind, bool(entry.get("required")), contract, ())}")')
        texts.append(f"{keyword}: {describe(contract, entry)}")
    what = f'"the WebSocket {name}"'
    options = "SocketOptions(websocket_auth, timeout, extra_headers, extra_query)"
    kind = f", contexts.{prefix}{result}" if name == WITH_CONTEXTS else ""
    return "\n".join(
        (
            f"    @omitting\n    def {method}(self, *, {', '.join((*signature, *_OPTIONS))}) -> {prefix}{result}:",
            _docstring(channel["description"], [*texts, *_OPTION_DOCS]),
            *([f"        check({', '.join((what, *checks))})"] if checks else []),
            *(["        from .. import contexts"] if kind else []),
            f'        return self._session.socket("{name}", {{{", ".join(fields)}}}, {options}{kind})',
        )
    )


def former_socket_method(former: str, prefix: str) -> str:
    """Return the method of version 2 of the official library that opens the socket with contexts; newer ones still have it."""
    resource, method, _ = SOCKETS[WITH_CONTEXTS]
    keyword = "async " if prefix else ""
    return "\n".join(
        (
            f'    @deprecated("{former}() is called {resource}.{method}() now")',
            f"    {keyword}def {former.rpartition('.')[2]}(self) -> {prefix}TTSSocket:",
            f'        """Return a socket that opens when its `send` is first called; close it. `{method}` has superseded it."""',
            f'        warn_of_former_name("{former}", "{resource}.{method}")',
            f'        socket: {prefix}TTSSocket = former_socket(self, "{prefix}TTSSocket")',
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
    doc = "\n".join(f"        {line}".rstrip() for line in lines).strip()
    return f'        """{doc}\n        """'


def query_type(schema: Doc) -> str:
    """Return the Python type of a parameter of a socket. Enums keep their names."""
    if "$ref" in schema:
        return str(schema["$ref"].rsplit("/", 1)[-1])
    if "anyOf" in schema:
        return " | ".join(query_type(entry) for entry in schema["anyOf"])
    if schema["type"] == "array":
        return f"Sequence[{query_type(schema['items'])}]"
    return {"string": "str", "integer": "int", "number": "float"}[schema["type"]]
