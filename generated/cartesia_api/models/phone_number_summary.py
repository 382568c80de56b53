# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
from __future__ import annotations

from ..model import Model


class PhoneNumberSummary(Model):
    """A phone number, in short."""

    id: str
    """Id of the number."""
    number: str
    """The number, with its country code."""
