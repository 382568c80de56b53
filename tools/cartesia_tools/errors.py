"""What may be wrong with a call of the commands."""

from __future__ import annotations


class UsageError(Exception):
    """The command was called wrongly; the message says how to call it."""
