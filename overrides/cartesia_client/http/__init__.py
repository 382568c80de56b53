"""Requests over HTTP: policy, retries, pages and streams of events."""
