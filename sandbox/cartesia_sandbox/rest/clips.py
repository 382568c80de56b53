"""Operations on recordings: the voice changer and infill. Both are approximations.

The voice changer moves the pitch and the brightness of the recording to those of the voice; the service speaks it anew.
Infill speaks the transcript as loudly as the clips around it; the service also continues their intonation.
"""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator, Iterator
from typing import Any

import numpy as np
from starlette.responses import Response, StreamingResponse

from ..description.errors import invalid
from ..tts.request import check_tts_request
from ..voice.conversion import convert_voice
from ..voice.decode import read_file
from ..voice.encode import Encoder
from ..voice.sound import Samples, Utterance
from .call import Call, handles
from .speech import encode_stream
from .sse import event_frame


@handles("voice_changer.generate")
def change_voice(call: Call) -> Response:
    encoder, utterances = _converted(call)
    return StreamingResponse(encode_stream(encoder, utterances, call.state.pace), media_type=encoder.media_type)


@handles("voice_changer.generate_sse")
def change_voice_sse(call: Call) -> Response:
    encoder, utterances = _converted(call)

    async def events() -> AsyncIterator[str]:
        async for data in encode_stream(encoder, utterances, call.state.pace):
            if data:
                fields = {"data": base64.b64encode(data).decode(), "step_time": 1.0, "sample_rate": encoder.sample_rate}
                yield event_frame(call, "chunk", status_code=206, **fields)
        yield event_frame(call, "done", status_code=200)

    return StreamingResponse(events(), media_type="text/event-stream")


def _converted(call: Call) -> tuple[Encoder, Iterator[Utterance]]:
    """Return the recording in the other voice, and its encoder."""
    voice, encoder = call.required("voice[id]")[0], _encoder(call, "output_format[{}]")
    timbre = call.state.voices.timbre(voice)
    samples, rate = read_file(call.upload("clip").content, status=400)
    return encoder, iter([Utterance(convert_voice(samples, rate, timbre, encoder.sample_rate))])


@handles("tts.infill")
def infill(call: Call) -> Response:
    """Return the audio that fills the gap, without the clips."""
    _, transcript, voice = call.required("model_id", "transcript", "voice_id")
    encoder = _encoder(call, "{}")
    clips = [
        read_file(call.files[name].content, status=400) for name in ("left_audio", "right_audio") if name in call.files
    ]
    if not clips:
        raise invalid('"left_audio" or "right_audio" is required, as a file')
    check_tts_request({**call.body, "output_format": _format(call, "{}")}, call.state.models, "infill")
    timbre = call.state.voices.timbre(voice)
    spoken = [*call.state.engine.speak(transcript, timbre, encoder.sample_rate, language=call.body.get("language"))]
    around, own = _loudness([samples for samples, _ in clips]), _loudness([each.samples for each in spoken])
    gain = min(max(around / own, 0.25), 4.0) if around and own else 1.0
    filled = (each._replace(samples=np.clip(each.samples * gain, -1.0, 1.0).astype(np.float32)) for each in spoken)
    return StreamingResponse(encode_stream(encoder, filled, call.state.pace), media_type=encoder.media_type)


def _loudness(parts: list[Samples]) -> float:
    return float(np.sqrt(np.mean(np.concatenate(parts) ** 2))) if sum(map(len, parts)) else 0.0


def _format(call: Call, pattern: str) -> dict[str, Any]:
    """Return the output format of a form, whose fields are named by this pattern; `{}` for a single field that holds it."""
    if pattern == "{}":
        found: dict[str, Any] = call.required("output_format")[0]
        return found
    names = ("container", "sample_rate", "encoding", "bit_rate")
    call.required(pattern.format("container"), pattern.format("sample_rate"))
    return {name: call.body.get(pattern.format(name)) for name in names}


def _encoder(call: Call, pattern: str) -> Encoder:
    output = _format(call, pattern)
    required = "bit_rate" if output["container"] == "mp3" else "encoding"
    if output.get(required) is None:
        raise invalid(f"output_format: {required} is required for {output['container']}")
    return Encoder(output)
