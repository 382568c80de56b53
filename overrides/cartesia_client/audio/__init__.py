"""Audio: complete or while it arrives, its formats, and its files."""
