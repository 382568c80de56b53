from typing import Literal

TranscriptRole = Literal["assistant", "system", "user"]

TRANSCRIPT_ROLE_VALUES: set[TranscriptRole] = {
    "assistant",
    "system",
    "user",
}


def check_transcript_role(value: str) -> TranscriptRole:
    if value in TRANSCRIPT_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TRANSCRIPT_ROLE_VALUES!r}")
