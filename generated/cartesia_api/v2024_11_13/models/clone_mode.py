from typing import Literal

CloneMode = Literal["similarity", "stability"]

CLONE_MODE_VALUES: set[CloneMode] = {
    "similarity",
    "stability",
}


def check_clone_mode(value: str) -> CloneMode:
    if value in CLONE_MODE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CLONE_MODE_VALUES!r}")
