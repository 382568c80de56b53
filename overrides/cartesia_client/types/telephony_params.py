# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TelephonyParams."""

from cartesia_api.models.telephony_params import TelephonyParams as TelephonyParams

__all__ = ["TelephonyParams"]
