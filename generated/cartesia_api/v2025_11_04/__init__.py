# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""What Cartesia-Version 2025-11-04 has of its own.

Docstrings leave out what they share with those of the newest version; its endpoint functions (`cartesia_api.api`) serve any.
"""
