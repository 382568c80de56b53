"""Audio of the API: complete, or while it arrives."""
