# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""GenerationConfig."""

from cartesia_api.models.generation_config import GenerationConfig as GenerationConfig

__all__ = ["GenerationConfig"]
