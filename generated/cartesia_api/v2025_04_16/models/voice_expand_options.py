from typing import Literal

VoiceExpandOptions = Literal["is_starred", "preview_file_url"]

VOICE_EXPAND_OPTIONS_VALUES: set[VoiceExpandOptions] = {
    "is_starred",
    "preview_file_url",
}


def check_voice_expand_options(value: str) -> VoiceExpandOptions:
    if value in VOICE_EXPAND_OPTIONS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {VOICE_EXPAND_OPTIONS_VALUES!r}")
