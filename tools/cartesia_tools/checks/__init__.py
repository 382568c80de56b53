"""Conformance checks against a running service, each with its cost."""
