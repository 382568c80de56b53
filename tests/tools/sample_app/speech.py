from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cartesia_client import APIStatusError, Cartesia

MODEL = "sonic-3.5"
WAV: Any = {"container": "wav", "encoding": "pcm_s16le", "sample_rate": 44100}


class Narrator:
    def say(self, text: str, language: str) -> bytes:
        options: dict[str, Any] = {"language": language}
        audio = self.client.tts.generate(
            model_id=MODEL,
            transcript=text,
            voice={"id": "f786b574-daa5-4673-aa0c-cbe3e8534c02"},
            output_format=WAV,
            generation_config={"speed": 1.2, "emotion": "calm"},
            **options,
        )
        return audio.data

    def events(self, text: str) -> Iterator[bytes]:
        tts = self.client.tts
        for event in tts.generate_sse(
            model_id=MODEL,
            transcript=text,
            voice="f786b574-daa5-4673-aa0c-cbe3e8534c02",
            output_format={"container": "raw", "encoding": "pcm_f32le", "sample_rate": 24000},
        ):
            match event.type:
                case "chunk":
                    yield event.data
                case "done":
                    return

    def __init__(self) -> None:
        self.client = Cartesia()


def explain(error: APIStatusError) -> str:
    return error.message
