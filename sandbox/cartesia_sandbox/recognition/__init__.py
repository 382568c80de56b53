"""Audio to words: fingerprints of the sandbox's own speech, a recognizer for other speech, and transcription sessions."""
