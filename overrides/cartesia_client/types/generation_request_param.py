# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""GenerationRequestParam."""

from cartesia_api.params import GenerationRequestParam as GenerationRequestParam

__all__ = ["GenerationRequestParam"]
