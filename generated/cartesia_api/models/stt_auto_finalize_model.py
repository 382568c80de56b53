from typing import Literal

STTAutoFinalizeModel = Literal["ink-2"]

STT_AUTO_FINALIZE_MODEL_VALUES: set[STTAutoFinalizeModel] = {
    "ink-2",
}


def check_stt_auto_finalize_model(value: str) -> STTAutoFinalizeModel:
    if value in STT_AUTO_FINALIZE_MODEL_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {STT_AUTO_FINALIZE_MODEL_VALUES!r}"
    )
