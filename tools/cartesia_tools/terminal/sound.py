"""What the API takes for the sound of speech and voices. The contract says it, too; these commands need no more of it."""

ENCODINGS = ("pcm_s16le", "pcm_f32le", "pcm_mulaw", "pcm_alaw")
HEARD_ENCODINGS = ("pcm_s16le", "pcm_s32le", "pcm_f16le", "pcm_f32le", "pcm_mulaw", "pcm_alaw")
"""Those of samples that are transcribed."""
GENDERS = ("masculine", "feminine", "gender_neutral")
SAMPLE_RATES = (8000, 16000, 22050, 24000, 44100, 48000)
BIT_RATES = (32000, 64000, 96000, 128000, 192000)
SPEEDS = (0.6, 1.5)
"""Least and most."""
VOLUMES = (0.5, 2.0)
