from typing import Literal

FineTuneBaseModel = Literal["sonic-3-2025-10-27", "sonic-3-2026-01-12"]

FINE_TUNE_BASE_MODEL_VALUES: set[FineTuneBaseModel] = {
    "sonic-3-2025-10-27",
    "sonic-3-2026-01-12",
}


def check_fine_tune_base_model(value: str) -> FineTuneBaseModel:
    if value in FINE_TUNE_BASE_MODEL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FINE_TUNE_BASE_MODEL_VALUES!r}")
