# Copied from scripts/codegen/runtime/official_names.py: edit that file.
"""Names at the top of the official library, for programs that import them from `cartesia_client`.

Each is loaded when it is asked for. `omit`, `not_given` and `NOT_GIVEN` are one object; as an argument, it is left out.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import NoneType as NoneType

    from cartesia_client.client import AsyncCartesia as AsyncClient
    from cartesia_client.client import Cartesia as Client
    from cartesia_client.errors import APIConnectionError as WebSocketConnectionClosedError
    from cartesia_client.http.event_stream import AsyncEventStream as AsyncStream
    from cartesia_client.http.event_stream import EventStream as Stream
    from cartesia_io.http.clients import DEFAULT_CONNECTION_LIMITS as DEFAULT_CONNECTION_LIMITS
    from cartesia_io.http.clients import DEFAULT_TIMEOUT as DEFAULT_TIMEOUT
    from cartesia_io.http.clients import DefaultAioHttpClient as DefaultAioHttpClient
    from cartesia_io.http.clients import DefaultAsyncHttpxClient as DefaultAsyncHttpxClient
    from cartesia_io.http.clients import DefaultHttpxClient as DefaultHttpxClient
    from httpx import BaseTransport as Transport
    from httpx import Timeout as Timeout

    from .model import Model as BaseModel
    from .official_types import DEFAULT_MAX_RETRIES as DEFAULT_MAX_RETRIES
    from .official_types import ProxiesTypes as ProxiesTypes
    from .official_types import ReconnectingEvent as ReconnectingEvent
    from .official_types import ReconnectingOverrides as ReconnectingOverrides
    from .official_types import RequestOptions as RequestOptions
    from .official_types import WebSocketQueueFullError as WebSocketQueueFullError
    from .official_types import file_from_path as file_from_path
    from .response import APIResponse as APIResponse
    from .response import AsyncAPIResponse as AsyncAPIResponse
    from .response import AsyncBinaryAPIResponse as AsyncBinaryAPIResponse
    from .response import BinaryAPIResponse as BinaryAPIResponse
    from .types import UNSET as NOT_GIVEN
    from .types import UNSET as not_given
    from .types import UNSET as omit
    from .types import Unset as NotGiven
    from .types import Unset as Omit

_PLACES = {
    "APIResponse": (".response", "APIResponse"),
    "AsyncAPIResponse": (".response", "AsyncAPIResponse"),
    "AsyncBinaryAPIResponse": (".response", "AsyncBinaryAPIResponse"),
    "AsyncClient": ("cartesia_client.client", "AsyncCartesia"),
    "AsyncStream": ("cartesia_client.http.event_stream", "AsyncEventStream"),
    "BaseModel": (".model", "Model"),
    "BinaryAPIResponse": (".response", "BinaryAPIResponse"),
    "Client": ("cartesia_client.client", "Cartesia"),
    "DEFAULT_CONNECTION_LIMITS": ("cartesia_io.http.clients", "DEFAULT_CONNECTION_LIMITS"),
    "DEFAULT_MAX_RETRIES": (".official_types", "DEFAULT_MAX_RETRIES"),
    "DEFAULT_TIMEOUT": ("cartesia_io.http.clients", "DEFAULT_TIMEOUT"),
    "DefaultAioHttpClient": ("cartesia_io.http.clients", "DefaultAioHttpClient"),
    "DefaultAsyncHttpxClient": ("cartesia_io.http.clients", "DefaultAsyncHttpxClient"),
    "DefaultHttpxClient": ("cartesia_io.http.clients", "DefaultHttpxClient"),
    "NOT_GIVEN": (".types", "UNSET"),
    "NoneType": ("types", "NoneType"),
    "NotGiven": (".types", "Unset"),
    "Omit": (".types", "Unset"),
    "ProxiesTypes": (".official_types", "ProxiesTypes"),
    "ReconnectingEvent": (".official_types", "ReconnectingEvent"),
    "ReconnectingOverrides": (".official_types", "ReconnectingOverrides"),
    "RequestOptions": (".official_types", "RequestOptions"),
    "Stream": ("cartesia_client.http.event_stream", "EventStream"),
    "Timeout": ("httpx", "Timeout"),
    "Transport": ("httpx", "BaseTransport"),
    "WebSocketConnectionClosedError": ("cartesia_client.errors", "APIConnectionError"),
    "WebSocketQueueFullError": (".official_types", "WebSocketQueueFullError"),
    "file_from_path": (".official_types", "file_from_path"),
    "not_given": (".types", "UNSET"),
    "omit": (".types", "UNSET"),
}

__all__ = [
    "DEFAULT_CONNECTION_LIMITS",
    "DEFAULT_MAX_RETRIES",
    "DEFAULT_TIMEOUT",
    "NOT_GIVEN",
    "APIResponse",
    "AsyncAPIResponse",
    "AsyncBinaryAPIResponse",
    "AsyncClient",
    "AsyncStream",
    "BaseModel",
    "BinaryAPIResponse",
    "Client",
    "DefaultAioHttpClient",
    "DefaultAsyncHttpxClient",
    "DefaultHttpxClient",
    "NoneType",
    "NotGiven",
    "Omit",
    "ProxiesTypes",
    "ReconnectingEvent",
    "ReconnectingOverrides",
    "RequestOptions",
    "Stream",
    "Timeout",
    "Transport",
    "WebSocketConnectionClosedError",
    "WebSocketQueueFullError",
    "file_from_path",
    "not_given",
    "omit",
]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, own = _PLACES[name]
    return getattr(import_module(module, __package__), own)
