"""Text to speech of whole transcripts, over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

from starlette.responses import Response, StreamingResponse

from ..state.state import new_id
from ..tts.events import SpeechEvents
from ..tts.request import check_tts_request, pronunciation_of, speed_and_volume, timbre_for
from ..voice.encode import Encoder
from ..voice.pacing import Pace, chunks
from ..voice.sound import Timbre, Utterance
from ..voice.transcript import is_latin
from .call import Call, handles
from .sse import event_frame


@handles("tts.generate")
def generate(call: Call) -> Response:
    body = call.body
    encoder, utterances = _speak(call)
    headers = {"Cartesia-File-ID": _save(call)} if body.get("save") else {}
    audio = encode_stream(encoder, utterances, call.state.pace)
    return StreamingResponse(audio, headers=headers, media_type=encoder.media_type)


def _save(call: Call) -> str:
    """Store the request for speech to be saved, and return its id. The API has no operation that downloads it."""
    requested = {name: call.body[name] for name in ("transcript", "voice", "output_format")}
    file = {"id": new_id("file"), "purpose": "tts_generation", "created_at": call.state.now(), **requested}
    return str(call.state.files.add(file)["id"])


@handles("tts.generate_sse")
def generate_sse(call: Call) -> Response:
    encoder, utterances = _speak(call)
    context = {"context_id": call.body["context_id"]} if call.body.get("context_id") else {}

    async def events() -> AsyncIterator[str]:
        speech = SpeechEvents(call.body, encoder, call.state.pace.start())
        async for kind, fields in speech.of(utterances):
            yield event_frame(call, kind, status_code=206, **fields, **context)
        yield event_frame(call, "done", status_code=206, **context)

    return StreamingResponse(events(), media_type="text/event-stream")


def sample_response(call: Call) -> Response:
    """Return a spoken sentence, for an operation that responds with audio and has no handler."""
    encoder = Encoder({"container": "wav", "encoding": "pcm_s16le", "sample_rate": 24000})
    call.state.engine.load()
    utterances = call.state.engine.speak("This is a sample from the sandbox.", Timbre(), encoder.sample_rate)
    return StreamingResponse(encode_stream(encoder, utterances, call.state.pace), media_type=encoder.media_type)


async def encode_stream(encoder: Encoder, utterances: Iterator[Utterance], pace: Pace) -> AsyncIterator[bytes]:
    """Yield the bytes of an audio file, each chunk when the pace allows it."""
    yield encoder.header()
    async for _, samples in chunks(utterances, pace.start(), encoder.sample_rate, whole=True):
        yield encoder.encode(samples)
    yield encoder.flush()


def _speak(call: Call) -> tuple[Encoder, Iterator[Utterance]]:
    """Check the request, and return its encoder and its speech."""
    body, state = call.body, call.state
    check_tts_request(body, state.models)
    timbre, pronunciation = timbre_for(body, state), pronunciation_of(body, state)
    encoder = Encoder(body["output_format"])
    speed, volume = speed_and_volume(body)
    if is_latin(body["transcript"]):
        state.engine.load()  # before the response begins, which could not say why the voice cannot be loaded
    utterances = state.engine.speak(
        body["transcript"],
        timbre,
        encoder.sample_rate,
        speed=speed,
        volume=volume,
        pronunciation=pronunciation,
        normalized=bool(body.get("use_normalized_timestamps")),
        language=body.get("language") or body.get("locale"),
    )
    return encoder, utterances
