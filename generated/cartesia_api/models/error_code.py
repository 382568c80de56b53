from typing import Literal

ErrorCode = Literal[
    "concurrency_limited",
    "file_too_large",
    "kb_folder_not_found",
    "language_not_supported",
    "model_not_found",
    "model_sunsetted",
    "plan_upgrade_required",
    "quota_exceeded",
    "unsupported_audio_format",
    "voice_model_mismatch",
    "voice_not_found",
]

ERROR_CODE_VALUES: set[ErrorCode] = {
    "concurrency_limited",
    "file_too_large",
    "kb_folder_not_found",
    "language_not_supported",
    "model_not_found",
    "model_sunsetted",
    "plan_upgrade_required",
    "quota_exceeded",
    "unsupported_audio_format",
    "voice_model_mismatch",
    "voice_not_found",
}


def check_error_code(value: str) -> ErrorCode:
    if value in ERROR_CODE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ERROR_CODE_VALUES!r}")
