# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

AgentStreamInputFormat = Literal["mulaw_8000", "pcm_16000", "pcm_24000", "pcm_44100"]
