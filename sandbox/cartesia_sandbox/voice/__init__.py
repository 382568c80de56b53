"""Text to audio: the engine, pronunciation, timing, and audio encodings."""
