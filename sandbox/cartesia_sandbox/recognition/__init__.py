"""Speech to text: what was spoken in a piece of audio, and the sessions of live transcription."""
