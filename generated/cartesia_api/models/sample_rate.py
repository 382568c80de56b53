# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

SampleRate = Literal[8000, 16000, 22050, 24000, 44100, 48000]
