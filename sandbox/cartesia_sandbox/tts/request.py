"""What a text-to-speech request asks for: its checks, its voice, pronunciation, speed and volume."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..description.errors import APIError, invalid
from ..description.models import Models, Use
from ..state.state import State
from ..voice.embeddings import EMBEDDING_SIZE, is_embedding, timbre_from_embedding
from ..voice.pronunciation import PronunciationRules
from ..voice.sound import Timbre
from ..voice.transcript import MAX_TRANSCRIPT, is_speakable

NAMED_SPEEDS = {"slowest": 0.6, "slow": 0.8, "fast": 1.2, "fastest": 1.5}


def timbre_for(body: Mapping[str, Any], state: State) -> Timbre:
    """Return the timbre of the voice of a request. Raise APIError if there is no such voice."""
    voice = body["voice"]
    if isinstance(voice, str):
        return state.voices.timbre(voice)
    if "id" in voice:
        return state.voices.timbre(voice["id"])
    if not is_embedding(voice["embedding"]):
        raise invalid(f"voice.embedding: must be {EMBEDDING_SIZE} numbers")
    return timbre_from_embedding(voice["embedding"])


def pronunciation_of(body: Mapping[str, Any], state: State) -> PronunciationRules | None:
    """Return the rules of the dictionary that a request names, if any. Raise APIError if there is no such dictionary."""
    id = body.get("pronunciation_dict_id")
    return PronunciationRules(state.dictionaries.get(id)["items"]) if id else None


def speed_and_volume(body: Mapping[str, Any]) -> tuple[float, float]:
    """Return the speed and the volume of a request, as factors."""
    # Three generations of the API name the speed: `generation_config.speed` is a factor, `speed` a word, and the speed of
    # `__experimental_controls` a word or a number from -1 to 1.
    config = body.get("generation_config") or {}
    voice = body.get("voice")
    older = (voice.get("__experimental_controls") or {}).get("speed") if isinstance(voice, dict) else None
    if isinstance(older, int | float):
        older = 1 + 0.4 * older
    named = older or body.get("speed") or "normal"
    speed = config.get("speed") or (NAMED_SPEEDS.get(named, 1.0) if isinstance(named, str) else named)
    return speed, config.get("volume") or 1.0


def check_tts_request(body: Mapping[str, Any], models: Models, use: Use = "speech") -> None:
    """Raise APIError for a request that matches its schema and that the service would reject."""
    model, output = body["model_id"], body["output_format"]
    models.check(model, use)
    if body.get("language") and body.get("locale"):
        raise invalid("language and locale exclude each other; send one of them")
    if language := body.get("language") or body.get("locale"):
        models.check_language(model, language)
    if output["container"] == "wav" and output.get("bit_rate") is not None:
        raise invalid("output_format: bit_rate is for mp3; leave it out for wav")
    if len(body["transcript"]) > MAX_TRANSCRIPT:
        raise invalid(
            f"transcript: it has {len(body['transcript'])} characters; this sandbox accepts {MAX_TRANSCRIPT} at most"
        )
    if not is_speakable(body["transcript"]):
        raise APIError(400, "Your transcript is empty or contains only punctuation.", title="Invalid transcript")
