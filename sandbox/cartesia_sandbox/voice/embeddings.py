"""Voices given as numbers, as they were before 2026-03-01."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from .sound import Timbre

EMBEDDING_SIZE = 192


def is_embedding(value: Any) -> bool:
    """Whether it has the shape of a voice: a list of so many numbers."""
    return (
        isinstance(value, list) and len(value) == EMBEDDING_SIZE and all(type(entry) in (int, float) for entry in value)
    )


def embedding_from_timbre(timbre: Timbre) -> list[float]:
    """A voice as numbers: a third of them are about its pitch, a third about its tempo, a third about its brightness."""
    noise = np.random.default_rng(0).normal(0, 0.1, (len(timbre), EMBEDDING_SIZE // len(timbre)))
    numbers = np.asarray(timbre)[:, None] + noise - noise.mean(axis=1, keepdims=True)
    result: list[float] = np.round(numbers, 6).reshape(-1).tolist()
    return result


def timbre_from_embedding(embedding: Sequence[float]) -> Timbre:
    """The voice of `embedding_from_timbre` again, and some voice for any other numbers, always the same for the same. What the
    service hears in them is not known here."""
    numbers = np.clip(np.asarray(embedding, np.float64), -1e6, 1e6)
    pitch, tempo, tilt = np.round(numbers.reshape(3, -1).mean(axis=1), 4).tolist()
    return Timbre(min(max(pitch, 0.68), 1.3), min(max(tempo, 0.82), 1.18), min(max(tilt, -0.5), 0.5))


def mix_embeddings(parts: Iterable[tuple[Sequence[float], float]]) -> list[float]:
    """Voices added up, each by its weight."""
    total = sum(np.asarray(numbers, np.float64) * weight for numbers, weight in parts)
    result: list[float] = np.round(total, 6).tolist()
    return result
