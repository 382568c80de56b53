"""Voices as embeddings, as versions before 2026-03-01 have them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from .sound import Timbre

EMBEDDING_SIZE = 192


def is_embedding(value: Any) -> bool:
    """Return whether a value is a list of as many numbers as an embedding has."""
    return (
        isinstance(value, list) and len(value) == EMBEDDING_SIZE and all(type(entry) in (int, float) for entry in value)
    )


# The service does not say what its numbers mean. Here each third of them is one trait of the timbre plus fixed noise
# whose mean is 0, so that the trait is the mean of its third, and a mix of embeddings is a mix of traits.


def embedding_from_timbre(timbre: Timbre) -> list[float]:
    """Return an embedding: a third of the numbers for the pitch, a third for the tempo, a third for the brightness."""
    noise = np.random.default_rng(0).normal(0, 0.1, (len(timbre), EMBEDDING_SIZE // len(timbre)))
    numbers = np.asarray(timbre)[:, None] + noise - noise.mean(axis=1, keepdims=True)
    result: list[float] = np.round(numbers, 6).reshape(-1).tolist()
    return result


def timbre_from_embedding(embedding: Sequence[float]) -> Timbre:
    """Return the timbre of an embedding; for numbers from elsewhere, a timbre within the range of the fixture voices."""
    numbers = np.clip(np.asarray(embedding, np.float64), -1e6, 1e6)
    pitch, tempo, tilt = np.round(numbers.reshape(3, -1).mean(axis=1), 4).tolist()
    return Timbre(min(max(pitch, 0.68), 1.3), min(max(tempo, 0.82), 1.18), min(max(tilt, -0.5), 0.5))


def mix_embeddings(parts: Iterable[tuple[Sequence[float], float]]) -> list[float]:
    """Return the weighted sum of embeddings."""
    total = sum(np.asarray(numbers, np.float64) * weight for numbers, weight in parts)
    result: list[float] = np.round(total, 6).tolist()
    return result
