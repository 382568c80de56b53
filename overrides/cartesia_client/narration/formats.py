"""Formats for `output_format`, by what they are for."""

from __future__ import annotations

from cartesia_api.models.mp3_output_format import MP3OutputFormat
from cartesia_api.models.raw_output_format import RawOutputFormat
from cartesia_api.models.wav_output_format import WAVOutputFormat

__all__ = ("CD", "PODCAST", "STT", "TELEPHONE", "TELEPHONE_ALAW", "WEB")

TELEPHONE = RawOutputFormat(encoding="pcm_mulaw", sample_rate=8000)
"""Phone lines of North America and Japan, and media streams of telephony services: mu-law, 8 kHz, without a header."""
TELEPHONE_ALAW = RawOutputFormat(encoding="pcm_alaw", sample_rate=8000)
"""Phone lines elsewhere: A-law, 8 kHz, without a header."""
WEB = MP3OutputFormat(sample_rate=44100, bit_rate=128000)
"""Pages and apps: MP3 that every browser plays, 1 MB a minute."""
PODCAST = MP3OutputFormat(sample_rate=44100, bit_rate=192000)
"""Podcasts and audio books: MP3 of the highest quality."""
CD = WAVOutputFormat(encoding="pcm_s16le", sample_rate=44100)
"""Editing and archives: WAV without loss, 5 MB a minute."""
STT = WAVOutputFormat(encoding="pcm_s16le", sample_rate=16000)
"""Speech recognition, which hears no more than this: WAV, 16 kHz."""
