# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""GenerationConfigParam."""

from cartesia_api.params import GenerationConfigParam as GenerationConfigParam

__all__ = ["GenerationConfigParam"]
