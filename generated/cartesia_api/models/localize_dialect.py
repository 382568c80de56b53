# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from typing import Literal

LocalizeDialect = Literal["au", "br", "ca", "eu", "in", "mx", "pe", "so", "uk", "us"]
