# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""WAVOutputFormatParam."""

from cartesia_api.params import WAVOutputFormatParam as WAVOutputFormatParam

__all__ = ["WAVOutputFormatParam"]
