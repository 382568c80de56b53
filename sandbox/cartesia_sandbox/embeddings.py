"""Voices given as numbers, as they were before 2026-03-01."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np

from .speech import Timbre

EMBEDDING_SIZE = 192


def is_embedding(value: Any) -> bool:
    """Whether it has the shape of a voice: a list of so many numbers."""
    return (
        isinstance(value, list) and len(value) == EMBEDDING_SIZE and all(type(entry) in (int, float) for entry in value)
    )


def timbre_of_numbers(embedding: Sequence[float]) -> Timbre:
    """A voice that is always the same for the same numbers. What the service hears in them is not known here."""
    digest = zlib.crc32(np.asarray(embedding, "<f8").tobytes())
    return Timbre(pitch=0.75 + 0.45 * (digest % 1000) / 999, tempo=0.9 + 0.2 * (digest // 1000 % 1000) / 999)
