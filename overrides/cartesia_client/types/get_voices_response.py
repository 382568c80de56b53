# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""GetVoicesResponse."""

from cartesia_api.models.get_voices_response import GetVoicesResponse as GetVoicesResponse

__all__ = ["GetVoicesResponse"]
