from typing import Literal

RawEncoding = Literal["pcm_alaw", "pcm_f32le", "pcm_mulaw", "pcm_s16le"]

RAW_ENCODING_VALUES: set[RawEncoding] = {
    "pcm_alaw",
    "pcm_f32le",
    "pcm_mulaw",
    "pcm_s16le",
}


def check_raw_encoding(value: str) -> RawEncoding:
    if value in RAW_ENCODING_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RAW_ENCODING_VALUES!r}")
