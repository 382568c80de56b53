# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""PhoneNumber."""

from cartesia_api.models.phone_number import PhoneNumber as PhoneNumber

__all__ = ["PhoneNumber"]
