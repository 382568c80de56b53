"""The spellings of versions 1 and 2 of the official library."""

from __future__ import annotations

from typing import Any

KATIE = "f786b574-daa5-4673-aa0c-cbe3e8534c02"
NOBODY = "00000000-0000-4000-8000-000000000000"
RAW: Any = {"container": "raw", "encoding": "pcm_s16le", "sample_rate": 16000}
WAV: Any = {"container": "wav", "encoding": "pcm_s16le", "sample_rate": 16000}
VERSION_1: Any = {"model_id": "sonic-2", "voice_id": KATIE, "output_format": RAW}
VERSION_2: Any = {"model_id": "sonic-2", "voice": {"mode": "id", "id": KATIE}, "output_format": RAW}


def changed(request: Any, **more: Any) -> Any:
    """Return a request with other fields."""
    return {**request, **more}
