"""WebSockets: text to speech in contexts, and live transcription."""
