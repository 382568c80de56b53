# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""is_recoverable_close."""

from cartesia_api.official_types import is_recoverable_close as is_recoverable_close

__all__ = ["is_recoverable_close"]
