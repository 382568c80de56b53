"""Facts of the contract that the client needs at run time."""

from __future__ import annotations

from typing import NamedTuple


class Operation(NamedTuple):
    """One operation of the API."""

    name: str
    """Its method in the client, such as "voices.get"."""
    method: str
    path: str
    """Path with its parameters in braces, such as "/voices/{id}"."""
    shape: str
    """call (JSON), bytes (audio or a file), pages, events (server-sent), or nothing (no body)."""
    accept: str
    """Media type of its success."""
