"""What operations do here beyond answering with their example: one small function for each that has behaviour."""

from __future__ import annotations

import base64
import json
import secrets
import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import soxr
from starlette.responses import JSONResponse, Response, StreamingResponse

from .auth import Gate
from .decode import decode, read_file
from .encode import Encoder
from .hearing import RATE
from .limits import Limits
from .listening import Understanding, words_of
from .pacing import AT_ONCE, Pace, chunks
from .refusals import Refused, invalid, not_found
from .speech import Engine, Timbre, Utterance
from .transcript import LONGEST_TRANSCRIPT, joined, speakable
from .versions import VERSIONS
from .voices import Catalog, page, shown

SUNSET_MODELS = ("sonic", "sonic-english", "sonic-multilingual", "sonic-2024-12-12", "sonic-2024-10-19")
TOKEN_LIFE = 300
DEFAULT_RATE = 16000


@dataclass
class State:
    """What one sandbox knows."""

    gate: Gate
    engine: Engine
    languages: frozenset[str]
    understanding: Understanding
    voices: Catalog = field(default_factory=Catalog)
    limits: Limits = field(default_factory=Limits)
    pace: Pace = AT_ONCE
    context_seconds: float = 1.0

    def reset(self) -> None:
        """Everything is as it was at the start."""
        self.voices = Catalog()


class Upload(NamedTuple):
    """A file of a form."""

    name: str
    content: bytes


@dataclass
class Call:
    """A request that has passed all checks."""

    state: State
    path: Mapping[str, str]
    query: Mapping[str, Any]
    body: Any
    files: Mapping[str, Upload] = field(default_factory=dict)
    request_id: str = ""


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
    encoder, utterances = _speak(call)
    headers = {"Cartesia-File-ID": f"file_{secrets.token_hex(8)}"} if body.get("save") else {}
    audio = _encoded(encoder, utterances, call.state.pace)
    return StreamingResponse(audio, headers=headers, media_type=encoder.media_type)


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
    return StreamingResponse(_encoded(encoder, utterances, call.state.pace), media_type=encoder.media_type)


async def _encoded(encoder: Encoder, utterances: Iterator[Utterance], pace: Pace) -> AsyncIterator[bytes]:
    yield encoder.begin()
    async for _, samples in chunks(utterances, pace.start(), encoder.sample_rate):
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


@handles("stt.transcribe")
def transcribe(call: Call) -> Response:
    if "file" not in call.files:
        raise invalid('"file" must be a file')
    content, encoding = call.files["file"].content, call.query.get("encoding")
    if encoding is None:
        samples, rate = read_file(content)
    else:
        samples, rate = decode(content, encoding), call.query.get("sample_rate") or DEFAULT_RATE
    heard = soxr.resample(samples, rate, RATE)
    words = call.state.understanding.words(heard)
    answer = {
        "type": "transcript",
        "text": joined(word.text for word in words),
        "language": call.body.get("language") or "en",
        "duration": round(len(samples) / rate, 3),
        "is_final": True,
        "request_id": call.request_id,
    }
    if call.body.get("timestamp_granularities[]"):
        answer["words"] = words_of(words)
    return JSONResponse(answer)


def _speak(call: Call) -> tuple[Encoder, Iterator[Utterance]]:
    """The checked request as an encoder, and the speech to feed it."""
    body = call.body
    check_speech(body, call.state.languages)
    timbre = timbre_of(body, call.state)
    encoder = Encoder(body["output_format"])
    speed, volume = controls(body)
    return encoder, call.state.engine.speak(body["transcript"], timbre, encoder.sample_rate, speed=speed, volume=volume)


def timbre_of(body: Mapping[str, Any], state: State) -> Timbre:
    """How the voice of a request sounds; refuses a voice that does not exist."""
    voice = body["voice"]
    return state.voices.timbre(voice if isinstance(voice, str) else voice["id"])


def controls(body: Mapping[str, Any]) -> tuple[float, float]:
    """Speed and volume of a request."""
    config = body.get("generation_config") or {}
    speed = config.get("speed") or {"slow": 0.8, "fast": 1.2}.get(body.get("speed") or "normal", 1.0)
    return speed, config.get("volume") or 1.0


def check_speech(body: Mapping[str, Any], languages: frozenset[str]) -> None:
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
