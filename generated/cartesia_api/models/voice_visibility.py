from typing import Literal

VoiceVisibility = Literal["all", "owner"]

VOICE_VISIBILITY_VALUES: set[VoiceVisibility] = {
    "all",
    "owner",
}


def check_voice_visibility(value: str) -> VoiceVisibility:
    if value in VOICE_VISIBILITY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {VOICE_VISIBILITY_VALUES!r}")
