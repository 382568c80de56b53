from typing import Literal

STTBatchModel = Literal["ink-whisper", "ink-whisper-2025-06-04"]

STT_BATCH_MODEL_VALUES: set[STTBatchModel] = {
    "ink-whisper",
    "ink-whisper-2025-06-04",
}


def check_stt_batch_model(value: str) -> STTBatchModel:
    if value in STT_BATCH_MODEL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {STT_BATCH_MODEL_VALUES!r}")
