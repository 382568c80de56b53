from typing import Literal

InfillModel = Literal["sonic-3", "sonic-3-2025-10-27", "sonic-3-2026-01-12"]

INFILL_MODEL_VALUES: set[InfillModel] = {
    "sonic-3",
    "sonic-3-2025-10-27",
    "sonic-3-2026-01-12",
}


def check_infill_model(value: str) -> InfillModel:
    if value in INFILL_MODEL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {INFILL_MODEL_VALUES!r}")
