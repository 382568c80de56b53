# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""PhoneNumberSummary."""

from cartesia_api.models.phone_number_summary import PhoneNumberSummary as PhoneNumberSummary

__all__ = ["PhoneNumberSummary"]
