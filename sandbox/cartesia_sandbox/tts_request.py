"""Text-to-speech requests, over HTTP or on a socket.

Both transports check a request with these functions, and find the voice, the pronunciation, the speed and the volume that
it asks for, and its timestamps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .description.errors import APIError, invalid, not_found
from .state.state import State
from .voice.embeddings import EMBEDDING_SIZE, is_embedding, timbre_from_embedding
from .voice.pronunciation import PronunciationRules
from .voice.sound import Timbre, Utterance
from .voice.transcript import MAX_TRANSCRIPT, is_speakable

SUNSET_MODELS = ("sonic", "sonic-english", "sonic-multilingual", "sonic-2024-12-12", "sonic-2024-10-19")
NAMED_SPEEDS = {"slowest": 0.6, "slow": 0.8, "fast": 1.2, "fastest": 1.5}
TIMESTAMP_FIELDS = {"timestamps": "word_timestamps", "phoneme_timestamps": "phoneme_timestamps"}
"""Type of an event -> the field that holds its times."""


def timestamp_events(
    body: Mapping[str, Any], utterance: Utterance, began: float
) -> Iterator[tuple[str, dict[str, list[Any]]]]:
    """Yield the type and the times of each timestamp event that a request asks for.

    Args:
        body: The request.
        utterance: The utterance that is sent next.
        began: Seconds of audio sent before it, from which its times count.
    """
    for flag, kind, name, timed in (
        ("add_timestamps", "timestamps", "words", utterance.words),
        ("add_phoneme_timestamps", "phoneme_timestamps", "phonemes", utterance.phonemes),
    ):
        if body.get(flag) and timed:
            starts = [round(each.start + began, 3) for each in timed]
            yield (
                kind,
                {
                    name: [each.text for each in timed],
                    "start": starts,
                    "end": [round(each.end + began, 3) for each in timed],
                },
            )


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


def check_tts_request(body: Mapping[str, Any], languages: frozenset[str]) -> None:
    """Raise APIError for a request that matches its schema and that the service would reject."""
    model, output = body["model_id"], body["output_format"]
    if model in SUNSET_MODELS:
        raise APIError(400, f"The model {model} has been retired.", title="Model sunsetted", code="model_sunsetted")
    if not model.startswith("sonic-"):
        raise not_found("model", "model_not_found")
    if body.get("language") and body.get("locale"):
        raise invalid("language and locale exclude each other; send one of them")
    language = body.get("language") or body.get("locale")
    if language and language.replace("_", "-").partition("-")[0] not in languages:
        raise APIError(
            400,
            f"The model does not speak the language {language!r}.",
            title="Language not supported",
            code="language_not_supported",
        )
    if output["container"] == "wav" and output.get("bit_rate") is not None:
        raise invalid("output_format: bit_rate is for mp3; leave it out for wav")
    if len(body["transcript"]) > MAX_TRANSCRIPT:
        raise invalid(
            f"transcript: it has {len(body['transcript'])} characters; this sandbox accepts {MAX_TRANSCRIPT} at most"
        )
    if not is_speakable(body["transcript"]):
        raise APIError(400, "Your transcript is empty or contains only punctuation.", title="Invalid transcript")
