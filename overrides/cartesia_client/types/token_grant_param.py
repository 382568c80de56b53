# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""TokenGrantParam."""

from cartesia_api.params import TokenGrantParam as TokenGrantParam

__all__ = ["TokenGrantParam"]
