from typing import Literal

TTSModel = Literal[
    "sonic-3",
    "sonic-3-2025-10-27",
    "sonic-3-2026-01-12",
    "sonic-3.5",
    "sonic-3.5-2026-05-04",
    "sonic-latest",
]

TTS_MODEL_VALUES: set[TTSModel] = {
    "sonic-3",
    "sonic-3-2025-10-27",
    "sonic-3-2026-01-12",
    "sonic-3.5",
    "sonic-3.5-2026-05-04",
    "sonic-latest",
}


def check_tts_model(value: str) -> TTSModel:
    if value in TTS_MODEL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TTS_MODEL_VALUES!r}")
