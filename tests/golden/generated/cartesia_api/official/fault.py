# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Fault."""

from cartesia_api.models.fault import Fault as Fault

__all__ = ["Fault"]
