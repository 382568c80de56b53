"""Requests over HTTP: the rules for them, their connections, and pages and event streams of responses."""
