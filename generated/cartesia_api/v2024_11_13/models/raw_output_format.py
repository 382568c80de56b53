# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

from ...model import Model
from ...models.raw_encoding import RawEncoding
from ...models.sample_rate import SampleRate


class RawOutputFormat(Model):
    """Samples without a header."""

    _nullable = frozenset(["bit_rate"])
    encoding: RawEncoding
    sample_rate: SampleRate
    container: Literal["raw"] = "raw"
    bit_rate: int | None = None
    """Of no meaning for raw audio."""
