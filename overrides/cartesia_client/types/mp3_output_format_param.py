# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""MP3OutputFormatParam."""

from cartesia_api.params import MP3OutputFormatParam as MP3OutputFormatParam

__all__ = ["MP3OutputFormatParam"]
