# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""SampleRate."""

from cartesia_api.models.sample_rate import SampleRate as SampleRate

__all__ = ["SampleRate"]
