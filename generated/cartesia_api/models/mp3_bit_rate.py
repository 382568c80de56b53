from typing import Literal

MP3BitRate = Literal[32000, 64000, 96000, 128000, 192000]

MP3_BIT_RATE_VALUES: set[MP3BitRate] = {
    32000,
    64000,
    96000,
    128000,
    192000,
}


def check_mp3_bit_rate(value: int) -> MP3BitRate:
    if value in MP3_BIT_RATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MP3_BIT_RATE_VALUES!r}")
