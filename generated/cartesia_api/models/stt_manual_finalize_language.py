from typing import Literal

STTManualFinalizeLanguage = Literal["en"]

STT_MANUAL_FINALIZE_LANGUAGE_VALUES: set[STTManualFinalizeLanguage] = {
    "en",
}


def check_stt_manual_finalize_language(value: str) -> STTManualFinalizeLanguage:
    if value in STT_MANUAL_FINALIZE_LANGUAGE_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {STT_MANUAL_FINALIZE_LANGUAGE_VALUES!r}"
    )
