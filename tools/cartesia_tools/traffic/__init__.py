"""Recorded traffic: reading, recording and redaction."""
