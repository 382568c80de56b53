"""What the API takes for the sound of speech. The contract says it, too; commands that need no more of it do not read it."""

ENCODINGS = ("pcm_s16le", "pcm_f32le", "pcm_mulaw", "pcm_alaw")
SAMPLE_RATES = (8000, 16000, 22050, 24000, 44100, 48000)
BIT_RATES = (32000, 64000, 96000, 128000, 192000)
SPEEDS = (0.6, 1.5)
"""Least and most."""
VOLUMES = (0.5, 2.0)
