from typing import Literal

TranscriptEndReason = Literal["call_ended", "interrupted", "tts_completed"]

TRANSCRIPT_END_REASON_VALUES: set[TranscriptEndReason] = {
    "call_ended",
    "interrupted",
    "tts_completed",
}


def check_transcript_end_reason(value: str) -> TranscriptEndReason:
    if value in TRANSCRIPT_END_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TRANSCRIPT_END_REASON_VALUES!r}")
