# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Facts of Cartesia-Version 2024-11-13 that the client needs at run time."""

from __future__ import annotations

from ..routes import Operation, Routes

ROUTES = Routes(
    "2024-11-13",
    (
        Operation("access_token.create", "POST", "/access-token", "call", "application/json"),
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
        Operation("voices.get", "GET", "/voices/{id}", "call", "application/json"),
        Operation("voices.delete", "DELETE", "/voices/{id}", "nothing", "*/*"),
        Operation("voices.update", "PATCH", "/voices/{id}", "call", "application/json"),
        Operation("voices.clone", "POST", "/voices/clone", "call", "application/json"),
        Operation("voices.localize", "POST", "/voices/localize", "call", "application/json"),
        Operation("voices.list", "GET", "/voices/", "pages", "application/json"),
        Operation("voices.create", "POST", "/voices/", "call", "application/json"),
        Operation("voices.mix", "POST", "/voices/mix", "call", "application/json"),
        Operation("voices.clone_clip", "POST", "/voices/clone/clip", "call", "application/json"),
    ),
    {
        "stt.manual_finalize": "/stt/websocket",
        "tts.websocket": "/tts/websocket",
    },
)
