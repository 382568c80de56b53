# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Facts of Cartesia-Version 2025-04-16 that the client needs at run time."""

from __future__ import annotations

# Of the package above, where this module lies in the end.
from ..contract import ROUTES as NEWEST
from ..routes import Operation

ROUTES = NEWEST.dated(
    "2025-04-16",
    without=(
        "voices.add_accents",
        "voices.delete_accent",
        "voices.list_accents",
    ),
    more=(
        Operation(
            "pronunciation_dicts.pin", "POST", "/pronunciation-dicts/{id}/pin", "nothing", "*/*"
        ),
        Operation(
            "pronunciation_dicts.unpin", "POST", "/pronunciation-dicts/{id}/unpin", "nothing", "*/*"
        ),
    ),
    sockets={
        "agents.stream": "/agents/stream/{agent_id}",
        "stt.manual_finalize": "/stt/websocket",
        "tts.websocket": "/tts/websocket",
    },
)
