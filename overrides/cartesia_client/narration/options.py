"""What may be passed with a text that is spoken."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple, TypedDict

from cartesia_api.models.generation_config import GenerationConfig
from cartesia_api.models.mp3_output_format import MP3OutputFormat
from cartesia_api.models.raw_output_format import RawOutputFormat
from cartesia_api.models.tts_model import TTSModel
from cartesia_api.models.tts_request_voice_object import TTSRequestVoiceObject
from cartesia_api.models.voice import Voice
from cartesia_api.models.wav_output_format import WAVOutputFormat
from cartesia_api.params import (
    GenerationConfigParam,
    MP3OutputFormatParam,
    RawOutputFormatParam,
    TTSRequestVoiceObjectParam,
    WAVOutputFormatParam,
)
from cartesia_io.later import httpx


class Progress(NamedTuple):
    """How far a text has been spoken."""

    done: int
    """Characters that have been spoken."""
    total: int
    """Characters of the whole text."""
    seconds: float
    """Seconds of audio so far."""


Concurrency = int | Literal["plan"]


class SpeakOptions(TypedDict, total=False):
    """The options of `client.speak`."""

    voice: str | Voice | TTSRequestVoiceObject | TTSRequestVoiceObjectParam
    """Name or id of the voice. Default: "Katie". A name is looked up with `client.voices.find`."""
    model_id: str | TTSModel
    """Id of the model. Default: "sonic-3.5"."""
    output_format: (
        MP3OutputFormat
        | MP3OutputFormatParam
        | RawOutputFormat
        | RawOutputFormatParam
        | WAVOutputFormat
        | WAVOutputFormatParam
    )
    """Format of the audio, such as `formats.PODCAST`. Default: `formats.CD`, WAV of 44.1 kHz."""
    language: str | None
    """Language of the text, such as "en"."""
    locale: str | None
    """Language or locale of the speech, such as "en-GB". Not together with `language`."""
    normalization: str | None
    """How numbers and dates are written out: "auto", "off", or the code of a locale."""
    generation_config: GenerationConfig | GenerationConfigParam
    """Loudness, speed and emotion."""
    pronunciation_dict_id: str | None
    """Id of a pronunciation dictionary."""
    resume: str | os.PathLike[str] | None
    """Folder in which the pieces are kept as they are finished. A call with the same folder buys only what is missing there."""
    concurrency: Concurrency
    """Pieces that are made at a time: a number, or "plan", as many as the client's `concurrency` allows (2 if it has none)."""
    progress: Callable[[Progress], object] | None
    """Called after each piece."""
    timeout: float | httpx.Timeout | None
    """Timeout in seconds of each piece, for connecting and for each read."""
    max_retries: int
    """Retries of each piece after the first attempt."""
    extra_headers: Mapping[str, str] | None
    """Headers to add to each request."""
    extra_body: Mapping[str, Any] | None
    """Fields to add to the body of each request; they win over those of the arguments."""
