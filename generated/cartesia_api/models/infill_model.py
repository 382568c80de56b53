# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

InfillModel = Literal["sonic-3", "sonic-3-2025-10-27", "sonic-3-2026-01-12"]
