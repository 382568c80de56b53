from typing import Literal

VoiceAccess = Literal["private", "public"]

VOICE_ACCESS_VALUES: set[VoiceAccess] = {
    "private",
    "public",
}


def check_voice_access(value: str) -> VoiceAccess:
    if value in VOICE_ACCESS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {VOICE_ACCESS_VALUES!r}")
