from typing import Literal

STTManualFinalizeModel = Literal["ink-2", "ink-whisper", "ink-whisper-2025-06-04"]

STT_MANUAL_FINALIZE_MODEL_VALUES: set[STTManualFinalizeModel] = {
    "ink-2",
    "ink-whisper",
    "ink-whisper-2025-06-04",
}


def check_stt_manual_finalize_model(value: str) -> STTManualFinalizeModel:
    if value in STT_MANUAL_FINALIZE_MODEL_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {STT_MANUAL_FINALIZE_MODEL_VALUES!r}"
    )
