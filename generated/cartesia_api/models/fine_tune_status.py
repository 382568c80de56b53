from typing import Literal

FineTuneStatus = Literal["completed", "created", "failed", "training"]

FINE_TUNE_STATUS_VALUES: set[FineTuneStatus] = {
    "completed",
    "created",
    "failed",
    "training",
}


def check_fine_tune_status(value: str) -> FineTuneStatus:
    if value in FINE_TUNE_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FINE_TUNE_STATUS_VALUES!r}")
