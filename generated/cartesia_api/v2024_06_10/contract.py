# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Facts of Cartesia-Version 2024-06-10 that the client needs at run time."""

from __future__ import annotations

# Of the package above, where this module lies in the end.
from ..contract import ROUTES as NEWEST
from ..routes import Operation

ROUTES = NEWEST.dated(
    "2024-06-10",
    without=(
        "agents.list",
        "agents.list_templates",
        "agents.retrieve",
        "agents.delete",
        "agents.update",
        "agents.list_phone_numbers",
        "agents.deployments.list",
        "agents.deployments.retrieve",
        "agents.calls.list",
        "agents.calls.retrieve",
        "agents.calls.download_audio",
        "agents.metrics.list",
        "agents.metrics.create",
        "agents.metrics.retrieve",
        "agents.metrics.add_to_agent",
        "agents.metrics.remove_from_agent",
        "agents.metrics.results.list",
        "agents.metrics.results.export",
        "datasets.list",
        "datasets.create",
        "datasets.retrieve",
        "datasets.delete",
        "datasets.update",
        "datasets.files.list",
        "datasets.files.upload",
        "datasets.files.delete",
        "fine_tunes.list",
        "fine_tunes.create",
        "fine_tunes.retrieve",
        "fine_tunes.delete",
        "fine_tunes.list_voices",
        "pronunciation_dicts.list",
        "pronunciation_dicts.create",
        "pronunciation_dicts.retrieve",
        "pronunciation_dicts.delete",
        "pronunciation_dicts.update",
        "voices.list",
        "voices.add_accents",
        "voices.delete_accent",
        "voices.list_accents",
    ),
    more=(
        Operation("voices.list", "GET", "/voices/", "call", "application/json"),
        Operation("voices.create", "POST", "/voices/", "call", "application/json"),
        Operation("voices.mix", "POST", "/voices/mix", "call", "application/json"),
        Operation("voices.clone_clip", "POST", "/voices/clone/clip", "call", "application/json"),
    ),
    sockets={
        "stt.manual_finalize": "/stt/websocket",
        "tts.websocket": "/tts/websocket",
    },
)
