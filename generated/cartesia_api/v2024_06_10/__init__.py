# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""What Cartesia-Version 2024-06-10 has of its own."""
