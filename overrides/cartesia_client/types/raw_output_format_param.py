# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""RawOutputFormatParam."""

from cartesia_api.params import RawOutputFormatParam as RawOutputFormatParam

__all__ = ["RawOutputFormatParam"]
