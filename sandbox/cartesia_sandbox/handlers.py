"""What operations do here beyond answering with their example: one small function for each that has behaviour."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from starlette.responses import JSONResponse, Response, StreamingResponse

from .auth import Gate
from .encode import Encoder
from .faults import Refused, invalid, not_found
from .speech import LONGEST_TRANSCRIPT, Engine, speakable
from .versions import VERSIONS
from .voices import Catalog, page, shown

SUNSET_MODELS = ("sonic", "sonic-english", "sonic-multilingual", "sonic-2024-12-12", "sonic-2024-10-19")
TOKEN_LIFE = 300


@dataclass
class State:
    """What one sandbox knows."""

    gate: Gate
    engine: Engine
    languages: frozenset[str]
    voices: Catalog = field(default_factory=Catalog)


@dataclass
class Call:
    """A request that has passed all checks."""

    state: State
    path: Mapping[str, str]
    query: Mapping[str, Any]
    body: Any


Handler = Callable[[Call], Response]
HANDLERS: dict[str, Handler] = {}


def handles(name: str) -> Callable[[Handler], Handler]:
    def register(handler: Handler) -> Handler:
        HANDLERS[name] = handler
        return handler

    return register


@handles("get_status")
def get_status(call: Call) -> Response:
    return JSONResponse({"ok": True, "version": VERSIONS[-1]})


@handles("access_token.create")
def create_token(call: Call) -> Response:
    life = call.body.get("expires_in")
    return JSONResponse(
        {"token": call.state.gate.token(call.body.get("grants") or {}, TOKEN_LIFE if life is None else life)}
    )


@handles("voices.list")
def list_voices(call: Call) -> Response:
    result = page(call.state.voices.list(call.query), call.query)
    expand = call.query.get("expand[]", [])
    return JSONResponse({**result, "data": [shown(voice, expand) for voice in result["data"]]})


@handles("voices.get")
def get_voice(call: Call) -> Response:
    return JSONResponse(shown(call.state.voices.get(call.path["id"]), call.query.get("expand[]", [])))


@handles("tts.generate")
def generate(call: Call) -> Response:
    body = call.body
    _check_speech(body, call.state.languages)
    voice = body["voice"] if isinstance(body["voice"], str) else body["voice"]["id"]
    timbre = call.state.voices.timbre(voice)
    encoder = Encoder(body["output_format"])
    config = body.get("generation_config") or {}
    speed = config.get("speed") or {"slow": 0.8, "fast": 1.2}.get(body.get("speed") or "normal", 1.0)
    samples = call.state.engine.speak(
        body["transcript"], timbre, encoder.sample_rate, speed=speed, volume=config.get("volume") or 1.0
    )

    def audio() -> Iterator[bytes]:
        yield encoder.begin()
        for sentence in samples:
            yield encoder.feed(sentence)
        yield encoder.end()

    headers = {"Cartesia-File-ID": f"file_{secrets.token_hex(8)}"} if body.get("save") else {}
    return StreamingResponse(audio(), headers=headers, media_type=encoder.media_type)


def _check_speech(body: Mapping[str, Any], languages: frozenset[str]) -> None:
    """What a schema cannot say about a request for speech."""
    model, output = body["model_id"], body["output_format"]
    if model in SUNSET_MODELS:
        raise Refused(400, f"The model {model} has been retired.", title="Model sunsetted", code="model_sunsetted")
    if not model.startswith("sonic-"):
        raise not_found("model", "model_not_found")
    if body.get("language") and body.get("locale"):
        raise invalid("language and locale exclude each other; give one of them")
    language = body.get("language") or body.get("locale")
    if language and language.replace("_", "-").partition("-")[0] not in languages:
        raise Refused(
            400,
            f"The model does not speak the language {language!r}.",
            title="Language not supported",
            code="language_not_supported",
        )
    if output["container"] == "wav" and output.get("bit_rate") is not None:
        raise invalid("output_format: wav takes no bit_rate")
    if len(body["transcript"]) > LONGEST_TRANSCRIPT:
        raise invalid(f"transcript: this sandbox speaks {LONGEST_TRANSCRIPT} characters at most")
    if not speakable(body["transcript"]):
        raise Refused(400, "Your transcript is empty or contains only punctuation.", title="Invalid transcript")
    if body.get("pronunciation_dict_id"):
        raise not_found("pronunciation dictionary")
