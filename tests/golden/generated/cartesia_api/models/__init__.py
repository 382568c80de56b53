"""Models of the API. Each is imported when it is first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .color import Color
    from .draw_request import DrawRequest
    from .fault import Fault
    from .gone_event import GoneEvent
    from .hang_up import HangUp
    from .made_event import MadeEvent
    from .ring import Ring
    from .sound_request import SoundRequest
    from .speak import Speak
    from .status import Status
    from .style import Style
    from .thing import Thing
    from .thing_page import ThingPage

_MODULES = {
    "Color": ".color",
    "DrawRequest": ".draw_request",
    "Fault": ".fault",
    "GoneEvent": ".gone_event",
    "HangUp": ".hang_up",
    "MadeEvent": ".made_event",
    "Ring": ".ring",
    "SoundRequest": ".sound_request",
    "Speak": ".speak",
    "Status": ".status",
    "Style": ".style",
    "Thing": ".thing",
    "ThingPage": ".thing_page",
}

__all__ = (
    "Color",
    "DrawRequest",
    "Fault",
    "GoneEvent",
    "HangUp",
    "MadeEvent",
    "Ring",
    "SoundRequest",
    "Speak",
    "Status",
    "Style",
    "Thing",
    "ThingPage",
)


def __getattr__(name: str) -> Any:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(module, __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
