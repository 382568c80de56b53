"""The journal of requests and frames, without credentials."""
