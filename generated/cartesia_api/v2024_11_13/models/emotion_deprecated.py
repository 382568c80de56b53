# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

EmotionDeprecated = Literal[
    "anger",
    "anger:high",
    "anger:highest",
    "anger:low",
    "anger:lowest",
    "curiosity",
    "curiosity:high",
    "curiosity:highest",
    "curiosity:low",
    "curiosity:lowest",
    "positivity",
    "positivity:high",
    "positivity:highest",
    "positivity:low",
    "positivity:lowest",
    "sadness",
    "sadness:high",
    "sadness:highest",
    "sadness:low",
    "sadness:lowest",
    "surprise",
    "surprise:high",
    "surprise:highest",
    "surprise:low",
    "surprise:lowest",
]
