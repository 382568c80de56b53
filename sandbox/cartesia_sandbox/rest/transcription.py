"""Speech to text of whole recordings."""

from __future__ import annotations

from typing import Any

import soxr

from ..description.errors import APIError
from ..recognition.buffer import MAX_SAMPLE_RATE, MIN_SAMPLE_RATE
from ..recognition.fingerprint import RATE
from ..recognition.transcriber import word_entries
from ..voice.decode import decode, read_file
from ..voice.transcript import join_words
from .call import Call, handles

DEFAULT_RATE = 16000
"""Sample rate of raw audio whose request does not give one."""


@handles("stt.transcribe")
def transcribe(call: Call) -> Any:
    content, encoding = call.upload("file").content, call.query.get("encoding")
    call.state.models.check(call.body["model"], "recordings")
    if len(content) > call.state.max_file_size:
        limit = f"{call.state.max_file_size:,} bytes"
        raise APIError(413, f"The recording is larger than {limit}.", title="File too large", code="file_too_large")
    if encoding is None:
        samples, rate = read_file(content)
    else:
        samples, rate = decode(content, encoding), call.query.get("sample_rate") or DEFAULT_RATE
        if not MIN_SAMPLE_RATE <= rate <= MAX_SAMPLE_RATE:
            raise APIError(400, "invalid sample rate", title="Invalid request")
    words = call.state.transcriber.words(soxr.resample(samples, rate, RATE))
    response = {
        "type": "transcript",
        "text": join_words(word.text for word in words),
        "language": call.body.get("language") or "en",
        "duration": round(len(samples) / rate, 3),
        "is_final": True,
        "request_id": call.request_id,
    }
    if call.body.get("timestamp_granularities[]"):
        response["words"] = word_entries(words)
    return response
