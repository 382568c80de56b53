# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""OutputFormat."""

from cartesia_api.method_types import OutputFormat as OutputFormat

__all__ = ["OutputFormat"]
