# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""OutputFormatContainer."""

from cartesia_api.models.output_format_container import (
    OutputFormatContainer as OutputFormatContainer,
)

__all__ = ["OutputFormatContainer"]
