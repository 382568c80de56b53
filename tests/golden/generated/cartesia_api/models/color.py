from typing import Literal

Color = Literal["dark-red", "dark_red", "red", "RED"]

COLOR_VALUES: set[Color] = {
    "dark-red",
    "dark_red",
    "red",
    "RED",
}


def check_color(value: str) -> Color:
    if value in COLOR_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COLOR_VALUES!r}")
