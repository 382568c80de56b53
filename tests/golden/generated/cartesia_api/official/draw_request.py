# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""DrawRequest."""

from cartesia_api.models.draw_request import DrawRequest as DrawRequest

__all__ = ["DrawRequest"]
