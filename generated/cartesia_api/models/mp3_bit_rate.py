# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

MP3BitRate = Literal[32000, 64000, 96000, 128000, 192000]
