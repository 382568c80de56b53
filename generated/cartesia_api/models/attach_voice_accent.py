# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

AttachVoiceAccent = Literal[
    "australian",
    "brazilian-portuguese",
    "british",
    "canadian-french",
    "castilian",
    "central-tamil",
    "central-thai",
    "general-american",
    "high-german",
    "hindi",
    "israeli",
    "istanbul",
    "italian",
    "japanese",
    "korean",
    "mandarin",
    "mexican",
    "modern-standard-arabic",
    "parisian",
    "polish",
    "randstad",
    "russian",
    "southern-us",
    "stockholm",
    "telangana",
]
