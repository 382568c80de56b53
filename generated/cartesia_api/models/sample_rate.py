from typing import Literal

SampleRate = Literal[8000, 16000, 22050, 24000, 44100, 48000]

SAMPLE_RATE_VALUES: set[SampleRate] = {
    8000,
    16000,
    22050,
    24000,
    44100,
    48000,
}


def check_sample_rate(value: int) -> SampleRate:
    if value in SAMPLE_RATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SAMPLE_RATE_VALUES!r}")
