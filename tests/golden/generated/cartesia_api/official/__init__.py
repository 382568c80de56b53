# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""The types of requests, responses and events, under the names of the official library."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cartesia_api.events import GoneEvent as GoneEvent
    from cartesia_api.events import HangUp as HangUp
    from cartesia_api.events import MadeEvent as MadeEvent
    from cartesia_api.events import Speak as Speak
    from cartesia_api.events import ThingEvent as ThingEvent
    from cartesia_api.events import ThingsCallEvent as ThingsCallEvent
    from cartesia_api.events import ThingsTalkEvent as ThingsTalkEvent
    from cartesia_api.method_types import SoundMakeParams as SoundMakeParams
    from cartesia_api.method_types import SoundMakeParamsStyle as SoundMakeParamsStyle
    from cartesia_api.method_types import ThingDrawParams as ThingDrawParams
    from cartesia_api.method_types import ThingExportResponse as ThingExportResponse
    from cartesia_api.method_types import ThingListParams as ThingListParams
    from cartesia_api.models.color import Color as Color
    from cartesia_api.models.draw_request import DrawRequest as DrawRequest
    from cartesia_api.models.fault import Fault as Fault
    from cartesia_api.models.ring import Ring as Ring
    from cartesia_api.models.sound_request import SoundRequest as SoundRequest
    from cartesia_api.models.status import Status as Status
    from cartesia_api.models.style import Style as Style
    from cartesia_api.models.thing import Thing as Thing
    from cartesia_api.models.thing_page import ThingPage as ThingPage
    from cartesia_api.official_types import ReconnectingEvent as ReconnectingEvent
    from cartesia_api.official_types import ReconnectingOverrides as ReconnectingOverrides
    from cartesia_api.official_types import WebSocketConnectionOptions as WebSocketConnectionOptions
    from cartesia_api.official_types import WebsocketConnectionOptions as WebsocketConnectionOptions
    from cartesia_api.official_types import is_recoverable_close as is_recoverable_close
    from cartesia_api.params import StyleParam as StyleParam

_PLACES = {
    "Color": ("cartesia_api.models.color", "Color"),
    "DrawRequest": ("cartesia_api.models.draw_request", "DrawRequest"),
    "Fault": ("cartesia_api.models.fault", "Fault"),
    "GoneEvent": ("cartesia_api.events", "GoneEvent"),
    "HangUp": ("cartesia_api.events", "HangUp"),
    "MadeEvent": ("cartesia_api.events", "MadeEvent"),
    "ReconnectingEvent": ("cartesia_api.official_types", "ReconnectingEvent"),
    "ReconnectingOverrides": ("cartesia_api.official_types", "ReconnectingOverrides"),
    "Ring": ("cartesia_api.models.ring", "Ring"),
    "SoundMakeParams": ("cartesia_api.method_types", "SoundMakeParams"),
    "SoundMakeParamsStyle": ("cartesia_api.method_types", "SoundMakeParamsStyle"),
    "SoundRequest": ("cartesia_api.models.sound_request", "SoundRequest"),
    "Speak": ("cartesia_api.events", "Speak"),
    "Status": ("cartesia_api.models.status", "Status"),
    "Style": ("cartesia_api.models.style", "Style"),
    "StyleParam": ("cartesia_api.params", "StyleParam"),
    "Thing": ("cartesia_api.models.thing", "Thing"),
    "ThingDrawParams": ("cartesia_api.method_types", "ThingDrawParams"),
    "ThingEvent": ("cartesia_api.events", "ThingEvent"),
    "ThingExportResponse": ("cartesia_api.method_types", "ThingExportResponse"),
    "ThingListParams": ("cartesia_api.method_types", "ThingListParams"),
    "ThingPage": ("cartesia_api.models.thing_page", "ThingPage"),
    "ThingsCallEvent": ("cartesia_api.events", "ThingsCallEvent"),
    "ThingsTalkEvent": ("cartesia_api.events", "ThingsTalkEvent"),
    "WebSocketConnectionOptions": ("cartesia_api.official_types", "WebSocketConnectionOptions"),
    "WebsocketConnectionOptions": ("cartesia_api.official_types", "WebsocketConnectionOptions"),
    "is_recoverable_close": ("cartesia_api.official_types", "is_recoverable_close"),
}

__all__ = [
    "Color",
    "DrawRequest",
    "Fault",
    "GoneEvent",
    "HangUp",
    "MadeEvent",
    "ReconnectingEvent",
    "ReconnectingOverrides",
    "Ring",
    "SoundMakeParams",
    "SoundMakeParamsStyle",
    "SoundRequest",
    "Speak",
    "Status",
    "Style",
    "StyleParam",
    "Thing",
    "ThingDrawParams",
    "ThingEvent",
    "ThingExportResponse",
    "ThingListParams",
    "ThingPage",
    "ThingsCallEvent",
    "ThingsTalkEvent",
    "WebSocketConnectionOptions",
    "WebsocketConnectionOptions",
    "is_recoverable_close",
]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, own = _PLACES[name]
    value = getattr(import_module(module), own)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
