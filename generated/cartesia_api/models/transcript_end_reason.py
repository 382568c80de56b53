# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

TranscriptEndReason = Literal["call_ended", "interrupted", "tts_completed"]
