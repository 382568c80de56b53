"""Text to speech: whole transcripts, over HTTP; and what the socket needs to speak as well."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

from starlette.responses import Response, StreamingResponse

from ..description.errors import APIError, invalid, not_found
from ..state.state import State, new_id
from ..voice.embeddings import EMBEDDING_SIZE, is_embedding, timbre_of_numbers
from ..voice.encode import Encoder
from ..voice.engine import Timbre, Utterance
from ..voice.pacing import Pace, chunks
from ..voice.pronunciation import Lexicon
from ..voice.transcript import LONGEST_TRANSCRIPT, speakable
from .call import Call, handles

SUNSET_MODELS = ("sonic", "sonic-english", "sonic-multilingual", "sonic-2024-12-12", "sonic-2024-10-19")
NAMED_SPEEDS = {"slowest": 0.6, "slow": 0.8, "fast": 1.2, "fastest": 1.5}


@handles("tts.generate")
def generate(call: Call) -> Response:
    body = call.body
    encoder, utterances = _speak(call)
    headers = {"Cartesia-File-ID": _kept(call)} if body.get("save") else {}
    audio = encoded(encoder, utterances, call.state.pace)
    return StreamingResponse(audio, headers=headers, media_type=encoder.media_type)


def _kept(call: Call) -> str:
    """The id of speech that the caller wants to be kept. What was asked for is remembered; there is no way to fetch it."""
    asked = {name: call.body[name] for name in ("transcript", "voice", "output_format")}
    made = {"id": new_id("file"), "purpose": "tts_generation", "created_at": call.state.now(), **asked}
    return str(call.state.files.add(made)["id"])


@handles("tts.generate_sse")
def generate_sse(call: Call) -> Response:
    encoder, utterances = _speak(call)
    context = {"context_id": call.body["context_id"]} if call.body.get("context_id") else {}

    def event(kind: str, **fields: Any) -> str:
        return sse_frame(
            kind, json.dumps({"type": kind, "done": kind == "done", "status_code": 206, **fields, **context})
        )

    async def events() -> AsyncIterator[str]:
        seconds, began = 0.0, time.monotonic()
        async for utterance, piece in chunks(utterances, call.state.pace.start(), encoder.sample_rate):
            for kind, times in asked_times(call.body, utterance, seconds) if utterance else ():
                yield event(kind, **{TIMES_OF[kind]: times})
            seconds += len(piece) / encoder.sample_rate
            data = base64.b64encode(encoder.feed(piece)).decode()
            took, began = 1000 * (time.monotonic() - began), time.monotonic()
            yield event("chunk", data=data, step_time=round(took, 3))
        yield event("done")

    return StreamingResponse(events(), media_type="text/event-stream")


def sse_frame(event: str, data: str) -> str:
    return f"event: {event}\ndata: {data}\n\n"


def sample(call: Call) -> Response:
    """A spoken sentence, for an operation that answers with audio and has no behaviour here."""
    encoder = Encoder({"container": "wav", "encoding": "pcm_s16le", "sample_rate": 24000})
    utterances = call.state.engine.speak("This is a sample from the sandbox.", Timbre(), encoder.sample_rate)
    return StreamingResponse(encoded(encoder, utterances, call.state.pace), media_type=encoder.media_type)


async def encoded(encoder: Encoder, utterances: Iterator[Utterance], pace: Pace) -> AsyncIterator[bytes]:
    yield encoder.begin()
    async for _, samples in chunks(utterances, pace.start(), encoder.sample_rate, whole=True):
        yield encoder.feed(samples)
    yield encoder.end()


TIMES_OF = {"timestamps": "word_timestamps", "phoneme_timestamps": "phoneme_timestamps"}


def asked_times(
    body: Mapping[str, Any], utterance: Utterance, began: float
) -> Iterator[tuple[str, dict[str, list[Any]]]]:
    """Type and content of the messages of times that a request asks for."""
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


def _speak(call: Call) -> tuple[Encoder, Iterator[Utterance]]:
    """The checked request as an encoder, and the speech to feed it."""
    body, state = call.body, call.state
    check_speech(body, state.languages)
    timbre, lexicon = timbre_of(body, state), lexicon_of(body, state)
    encoder = Encoder(body["output_format"])
    speed, volume = controls(body)
    spoken = state.engine.speak(
        body["transcript"], timbre, encoder.sample_rate, speed=speed, volume=volume, lexicon=lexicon
    )
    return encoder, spoken


def timbre_of(body: Mapping[str, Any], state: State) -> Timbre:
    """How the voice of a request sounds; refuses a voice that does not exist."""
    voice = body["voice"]
    if isinstance(voice, str):
        return state.voices.timbre(voice)
    if "id" in voice:
        return state.voices.timbre(voice["id"])
    if not is_embedding(voice["embedding"]):
        raise invalid(f"voice.embedding: must be {EMBEDDING_SIZE} numbers")
    return timbre_of_numbers(voice["embedding"])


def lexicon_of(body: Mapping[str, Any], state: State) -> Lexicon | None:
    """The pronunciation dictionary of a request, if it names one; refuses one that does not exist."""
    id = body.get("pronunciation_dict_id")
    return Lexicon(state.dictionaries.get(id)["items"]) if id else None


def controls(body: Mapping[str, Any]) -> tuple[float, float]:
    """Speed and volume of a request."""
    config = body.get("generation_config") or {}
    voice = body.get("voice")
    older = (voice.get("__experimental_controls") or {}).get("speed") if isinstance(voice, dict) else None
    if isinstance(older, int | float):
        older = 1 + 0.4 * older
    named = older or body.get("speed") or "normal"
    speed = config.get("speed") or (NAMED_SPEEDS.get(named, 1.0) if isinstance(named, str) else named)
    return speed, config.get("volume") or 1.0


def check_speech(body: Mapping[str, Any], languages: frozenset[str]) -> None:
    """What a schema cannot say about a request for speech."""
    model, output = body["model_id"], body["output_format"]
    if model in SUNSET_MODELS:
        raise APIError(400, f"The model {model} has been retired.", title="Model sunsetted", code="model_sunsetted")
    if not model.startswith("sonic-"):
        raise not_found("model", "model_not_found")
    if body.get("language") and body.get("locale"):
        raise invalid("language and locale exclude each other; give one of them")
    language = body.get("language") or body.get("locale")
    if language and language.replace("_", "-").partition("-")[0] not in languages:
        raise APIError(
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
        raise APIError(400, "Your transcript is empty or contains only punctuation.", title="Invalid transcript")
