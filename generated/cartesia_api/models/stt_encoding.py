from typing import Literal

STTEncoding = Literal["pcm_alaw", "pcm_f16le", "pcm_f32le", "pcm_mulaw", "pcm_s16le", "pcm_s32le"]

STT_ENCODING_VALUES: set[STTEncoding] = {
    "pcm_alaw",
    "pcm_f16le",
    "pcm_f32le",
    "pcm_mulaw",
    "pcm_s16le",
    "pcm_s32le",
}


def check_stt_encoding(value: str) -> STTEncoding:
    if value in STT_ENCODING_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STT_ENCODING_VALUES!r}")
