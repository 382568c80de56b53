# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""SupportedLanguage."""

from cartesia_api.models.supported_language import SupportedLanguage as SupportedLanguage

__all__ = ["SupportedLanguage"]
