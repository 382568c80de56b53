from typing import Literal

STTManualFinalizeCommand = Literal["close", "done", "finalize"]

STT_MANUAL_FINALIZE_COMMAND_VALUES: set[STTManualFinalizeCommand] = {
    "close",
    "done",
    "finalize",
}


def check_stt_manual_finalize_command(value: str) -> STTManualFinalizeCommand:
    if value in STT_MANUAL_FINALIZE_COMMAND_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {STT_MANUAL_FINALIZE_COMMAND_VALUES!r}"
    )
