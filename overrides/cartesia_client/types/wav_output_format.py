# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""WAVOutputFormat."""

from cartesia_api.models.wav_output_format import WAVOutputFormat as WAVOutputFormat

__all__ = ["WAVOutputFormat"]
