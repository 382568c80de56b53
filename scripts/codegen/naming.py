"""What names of the description are called in Python, which has keywords, and the emitted code names of its own.

A name becomes snake case. One that is a keyword, a builtin, or a name that the emitted code has itself gets an underscore at its
end; one that would begin with a digit or an underscore begins with `field_`. `x-python-name` chooses another one.
"""

from __future__ import annotations

import ast
import builtins
import keyword
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from openapi_python_client.strings import ClassName, PythonIdentifier

from .merge import Contract, Doc

KEY = "x-python-name"
PREFIX = "field_"

OPTIONS = ("timeout", "total", "max_retries", "extra_headers", "extra_query", "extra_body")
"""Options of every method."""
METHODS_OWN = frozenset(
    (
        "self",
        "cls",
        "op",
        "events",
        "contexts",
        "check",
        "to_json",
        "json_body",
        "form_body",
        "whole_body",
        "header_value",
        "warn_of_deprecated",
        "cast",
        "builtins",
        "httpx",
        "datetime",
        *OPTIONS,
    )
)
"""Names in the methods of resources."""
SOCKETS_OWN = METHODS_OWN | {
    "websocket_auth",
    "websocket_connection_options",
    "on_reconnecting",
    "initial_delay",
    "max_delay",
    "max_queue_size",
    "reconnecting",
}
"""Names in the methods that open sockets."""
FUNCTIONS_OWN = frozenset(
    (
        *METHODS_OWN,
        "client",
        "url",
        "body",
        "headers",
        "params",
        "cookies",
        "response",
        "kwargs",
        "quote",
        "errors",
        "cast",
        "k",
        "v",
        "files",
        "sync",
        "sync_detailed",
        "asyncio",
        "asyncio_detailed",
    )
)
"""Names in the functions that the generator writes for operations."""
CLASSES_OWN = frozenset(
    (
        "Any",
        "Literal",
        "NotRequired",
        "TypedDict",
        "TypeAlias",
        "TypeVar",
        "Generic",
        "ClassVar",
        "Protocol",
        "Self",
        "Unpack",
        "TYPE_CHECKING",
        "Callable",
        "AsyncIterable",
        "AsyncIterator",
        "Iterable",
        "Iterator",
        "Mapping",
        "Sequence",
        "HTTPStatus",
        "BytesIO",
        "File",
        "FileInput",
        "Unset",
        "Response",
        "Model",
        "Record",
        "Event",
        "UnknownEvent",
        "UnknownVariant",
        "Base64",
        "Client",
        "AuthenticatedClient",
        "Cartesia",
        "AsyncCartesia",
        "Resources",
        "AsyncResources",
        "Resource",
        "AsyncResource",
        "Hinted",
        "NotInThisVersion",
        "CallOptions",
        "SocketOptions",
        "Session",
        "AsyncSession",
        "Page",
        "AsyncPage",
        "AsyncPager",
        "Audio",
        "AudioStream",
        "AsyncAudioStream",
        "EventStream",
        "AsyncEventStream",
        "STTWebsocket",
        "AsyncSTTWebsocket",
        "TTSWebsocket",
        "AsyncTTSWebsocket",
        "TTSSocket",
        "AsyncTTSSocket",
        "TTSContextFactory",
        "TTSContextInput",
        "AsyncTTSContextInput",
        "FrameFields",
    )
)
"""Classes that emitted modules import or define."""
_EVENTS_TYPES = frozenset(("str", "int", "float", "bool", "list", "dict", "bytes", "property", "Any", "Literal"))
_RUNTIME = Path(__file__).parent / "runtime"


def is_identifier(name: str) -> bool:
    return name.isidentifier() and not keyword.iskeyword(name) and unicodedata.normalize("NFKC", name) == name


def field_name(wire: str, node: Doc) -> str:
    """Return the attribute of a model."""
    return _free(node, _snake(wire), model_names())


def keyword_name(wire: str, node: Doc) -> str:
    """Return the keyword argument of a field of a body: that of the model, but voice_id for `voice[id]`."""
    flat = re.sub(r"\[_*(\w+)\]", r"_\1", wire.removesuffix("[]"))
    return _free(node, _snake(wire) if flat == wire else _snake(flat), METHODS_OWN)


def socket_argument(wire: str, node: Doc) -> str:
    """Return the argument of a parameter of a socket, or of a field of its first message."""
    return _free(node, keyword_name(wire, node), SOCKETS_OWN)


def argument_name(parameter: Doc) -> str:
    """Return the argument of a parameter of the path, the query or the header."""
    return _free(parameter, _snake(parameter["name"]), FUNCTIONS_OWN)


def event_field(wire: str, node: Doc) -> str:
    """Return the attribute of a message. It is the name in JSON where Python allows that."""
    plain = is_identifier(wire) and not wire.startswith("_")
    name = wire if plain or keyword.iskeyword(wire) else _snake(wire)
    return _free(node, name + "_" * keyword.iskeyword(name), event_names() | _EVENTS_TYPES)


def class_name(name: str, node: Doc) -> str:
    """Return the class of a schema."""
    return str(node.get(KEY, name))


def suggested_class(name: str) -> str:
    """Return a class name that would do for a schema."""
    found = unicodedata.normalize("NFKC", str(ClassName(name, PREFIX))).removesuffix("_")
    return f"{found}Object" if found in CLASSES_OWN or hasattr(builtins, found) or keyword.iskeyword(found) else found


def is_class_name(name: str) -> bool:
    """Return whether the generator calls the class of a schema as the description does."""
    return is_identifier(name) and str(ClassName(name, PREFIX)) == name and name not in CLASSES_OWN


def with_class_names(contract: Contract) -> Contract:
    """Return the contract with its schemas under the names of their classes."""
    schemas = contract.doc["components"].get("schemas", {})
    names = {name: node[KEY] for name, node in schemas.items() if KEY in node}
    if not names:
        return contract
    result = Contract(contract.defaults)
    result.doc = _renamed(contract.doc, names)
    result.doc["components"]["schemas"] = {
        names.get(name, name): {key: value for key, value in node.items() if key != KEY}
        for name, node in result.doc["components"]["schemas"].items()
    }
    result.origin = {
        (*place[:2], names.get(place[2], place[2]), *place[3:])
        if place[:2] == ("components", "schemas")
        else place: file
        for place, file in contract.origin.items()
    }
    return result


def _renamed(node: Any, names: Mapping[str, str]) -> Any:
    if isinstance(node, list):
        return [_renamed(entry, names) for entry in node]
    if not isinstance(node, dict):
        return node
    result = {key: _renamed(value, names) for key, value in node.items()}
    place, _, name = str(node.get("$ref", "")).rpartition("/")
    if place == "#/components/schemas" and name in names:
        result["$ref"] = f"{place}/{names[name]}"
    if isinstance(last := node.get("x-last-event"), str):
        result["x-last-event"] = names.get(last, last)
    return result


def generated_name(words: str) -> str:
    """Return what the generator calls a module, folder, field or argument by itself."""
    return str(PythonIdentifier(words, PREFIX))


def _snake(wire: str) -> str:
    return unicodedata.normalize("NFKC", str(PythonIdentifier(wire, PREFIX)))


def _free(node: Doc, name: str, taken: frozenset[str]) -> str:
    if KEY in node:
        return str(node[KEY])
    return f"{name}_" if name in taken else name


@cache
def model_names() -> frozenset[str]:
    """Return what a field of a model cannot be called: methods of all models."""
    return _methods("record.py", "Record") | _methods("model.py", "Model") | {"additional_properties"}


@cache
def event_names() -> frozenset[str]:
    """Return what a field of a message cannot be called."""
    return _methods("record.py", "Record") | _methods("event_decoding.py", "Event")


def _methods(module: str, base: str) -> frozenset[str]:
    tree = ast.parse((_RUNTIME / module).read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == base]
    return frozenset(node.name for each in classes for node in each.body if isinstance(node, ast.FunctionDef))
