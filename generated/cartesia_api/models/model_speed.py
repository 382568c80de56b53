from typing import Literal

ModelSpeed = Literal["fast", "normal", "slow"]

MODEL_SPEED_VALUES: set[ModelSpeed] = {
    "fast",
    "normal",
    "slow",
}


def check_model_speed(value: str) -> ModelSpeed:
    if value in MODEL_SPEED_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {MODEL_SPEED_VALUES!r}")
