# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Facts of Cartesia-Version 2025-04-16 that the client needs at run time."""

from __future__ import annotations

from ..routes import Operation, Routes

ROUTES = Routes(
    "2025-04-16",
    (
        Operation("access_token.create", "POST", "/access-token", "call", "application/json"),
        Operation("agents.list", "GET", "/agents", "call", "application/json"),
        Operation("agents.list_templates", "GET", "/agents/templates", "call", "application/json"),
        Operation("agents.retrieve", "GET", "/agents/{agent_id}", "call", "application/json"),
        Operation("agents.delete", "DELETE", "/agents/{agent_id}", "nothing", "*/*"),
        Operation("agents.update", "PATCH", "/agents/{agent_id}", "call", "application/json"),
        Operation(
            "agents.list_phone_numbers",
            "GET",
            "/agents/{agent_id}/phone-numbers",
            "call",
            "application/json",
        ),
        Operation(
            "agents.deployments.list",
            "GET",
            "/agents/{agent_id}/deployments",
            "call",
            "application/json",
        ),
        Operation(
            "agents.deployments.retrieve",
            "GET",
            "/agents/deployments/{deployment_id}",
            "call",
            "application/json",
        ),
        Operation("agents.calls.list", "GET", "/agents/calls", "pages", "application/json"),
        Operation(
            "agents.calls.retrieve", "GET", "/agents/calls/{call_id}", "call", "application/json"
        ),
        Operation(
            "agents.calls.download_audio",
            "GET",
            "/agents/calls/{call_id}/audio",
            "bytes",
            "audio/wav",
        ),
        Operation("agents.metrics.list", "GET", "/agents/metrics", "pages", "application/json"),
        Operation("agents.metrics.create", "POST", "/agents/metrics", "call", "application/json"),
        Operation(
            "agents.metrics.retrieve",
            "GET",
            "/agents/metrics/{metric_id}",
            "call",
            "application/json",
        ),
        Operation(
            "agents.metrics.add_to_agent",
            "POST",
            "/agents/{agent_id}/metrics/{metric_id}",
            "nothing",
            "*/*",
        ),
        Operation(
            "agents.metrics.remove_from_agent",
            "DELETE",
            "/agents/{agent_id}/metrics/{metric_id}",
            "nothing",
            "*/*",
        ),
        Operation(
            "agents.metrics.results.list",
            "GET",
            "/agents/metrics/results",
            "pages",
            "application/json",
        ),
        Operation(
            "agents.metrics.results.export",
            "GET",
            "/agents/metrics/results/export",
            "bytes",
            "text/csv",
        ),
        Operation("datasets.list", "GET", "/datasets/", "pages", "application/json"),
        Operation("datasets.create", "POST", "/datasets/", "call", "application/json"),
        Operation("datasets.retrieve", "GET", "/datasets/{id}", "call", "application/json"),
        Operation("datasets.delete", "DELETE", "/datasets/{id}", "nothing", "*/*"),
        Operation("datasets.update", "PATCH", "/datasets/{id}", "nothing", "*/*"),
        Operation(
            "datasets.files.list", "GET", "/datasets/{id}/files", "pages", "application/json"
        ),
        Operation("datasets.files.upload", "POST", "/datasets/{id}/files", "nothing", "*/*"),
        Operation(
            "datasets.files.delete", "DELETE", "/datasets/{id}/files/{fileID}", "nothing", "*/*"
        ),
        Operation("fine_tunes.list", "GET", "/fine-tunes/", "pages", "application/json"),
        Operation("fine_tunes.create", "POST", "/fine-tunes/", "call", "application/json"),
        Operation("fine_tunes.retrieve", "GET", "/fine-tunes/{id}", "call", "application/json"),
        Operation("fine_tunes.delete", "DELETE", "/fine-tunes/{id}", "nothing", "*/*"),
        Operation(
            "fine_tunes.list_voices", "GET", "/fine-tunes/{id}/voices", "pages", "application/json"
        ),
        Operation(
            "pronunciation_dicts.list", "GET", "/pronunciation-dicts/", "pages", "application/json"
        ),
        Operation(
            "pronunciation_dicts.create",
            "POST",
            "/pronunciation-dicts/",
            "call",
            "application/json",
        ),
        Operation(
            "pronunciation_dicts.retrieve",
            "GET",
            "/pronunciation-dicts/{id}",
            "call",
            "application/json",
        ),
        Operation(
            "pronunciation_dicts.delete", "DELETE", "/pronunciation-dicts/{id}", "nothing", "*/*"
        ),
        Operation(
            "pronunciation_dicts.update",
            "PATCH",
            "/pronunciation-dicts/{id}",
            "call",
            "application/json",
        ),
        Operation("get_status", "GET", "/", "call", "application/json"),
        Operation("stt.transcribe", "POST", "/stt", "call", "application/json"),
        Operation(
            "tts.generate", "POST", "/tts/bytes", "bytes", "audio/wav, audio/mpeg, audio/pcm"
        ),
        Operation("tts.generate_sse", "POST", "/tts/sse", "events", "text/event-stream"),
        Operation(
            "tts.infill", "POST", "/infill/bytes", "bytes", "audio/wav, audio/mpeg, audio/pcm"
        ),
        Operation(
            "voice_changer.generate",
            "POST",
            "/voice-changer/bytes",
            "bytes",
            "audio/wav, audio/mpeg, audio/pcm",
        ),
        Operation(
            "voice_changer.generate_sse",
            "POST",
            "/voice-changer/sse",
            "events",
            "text/event-stream",
        ),
        Operation("voices.list", "GET", "/voices", "pages", "application/json"),
        Operation("voices.get", "GET", "/voices/{id}", "call", "application/json"),
        Operation("voices.delete", "DELETE", "/voices/{id}", "nothing", "*/*"),
        Operation("voices.update", "PATCH", "/voices/{id}", "call", "application/json"),
        Operation("voices.clone", "POST", "/voices/clone", "call", "application/json"),
        Operation("voices.localize", "POST", "/voices/localize", "call", "application/json"),
        Operation(
            "pronunciation_dicts.pin", "POST", "/pronunciation-dicts/{id}/pin", "nothing", "*/*"
        ),
        Operation(
            "pronunciation_dicts.unpin", "POST", "/pronunciation-dicts/{id}/unpin", "nothing", "*/*"
        ),
    ),
    {
        "agents.stream": "/agents/stream/{agent_id}",
        "stt.manual_finalize": "/stt/websocket",
        "tts.websocket": "/tts/websocket",
    },
)
