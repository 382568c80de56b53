"""Differences between two contracts, and what each means for callers."""
