from typing import Literal

VoiceExpandOptions = Literal["embedding", "is_starred"]

VOICE_EXPAND_OPTIONS_VALUES: set[VoiceExpandOptions] = {
    "embedding",
    "is_starred",
}


def check_voice_expand_options(value: str) -> VoiceExpandOptions:
    if value in VOICE_EXPAND_OPTIONS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {VOICE_EXPAND_OPTIONS_VALUES!r}")
