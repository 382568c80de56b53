# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

STTManualFinalizeModel = Literal["ink-2", "ink-whisper", "ink-whisper-2025-06-04"]
