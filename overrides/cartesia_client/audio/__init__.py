"""Audio as a result: whole or while it arrives, and the containers WAV and MP3."""
