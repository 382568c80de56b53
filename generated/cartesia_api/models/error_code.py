# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

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
