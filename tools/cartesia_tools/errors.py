"""The error of a command that is called wrongly."""

from __future__ import annotations


class UsageError(Exception):
    """A command was called wrongly; the message says how to call it."""
