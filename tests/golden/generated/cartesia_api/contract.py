# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Facts of the contract that the client needs at run time."""

from __future__ import annotations

from collections.abc import Mapping
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


class Contract(NamedTuple):
    """What one Cartesia-Version has."""

    version: str
    operations: tuple[Operation, ...]
    sockets: Mapping[str, str]
    """Path of each socket, by its name."""

    def find(self, method: str, path: str) -> Operation | None:
        """The operation that a concrete path belongs to, or None. A parameter never matches an empty, "." or ".." segment."""
        parts = path.split("/")
        best: Operation | None = None
        for operation in self.operations:
            names = operation.path.split("/")
            if operation.method != method.upper() or len(names) != len(parts):
                continue
            if all(_matches(name, part) for name, part in zip(names, parts, strict=True)):
                # Fixed segments beat parameters: /agents/templates is not the agent called "templates".
                if best is None or operation.path.count("{") < best.path.count("{"):
                    best = operation
        return best


def _matches(name: str, part: str) -> bool:
    return part not in ("", ".", "..") if name.startswith("{") else name == part


API_VERSION = "2030-01-02"
"""The Cartesia-Version that this package was made for."""

SERVER = "https://api.example.com"

OPERATIONS = (
    Operation("things.list", "GET", "/things", "pages", "application/json"),
    Operation("things.get", "GET", "/things/{id}", "call", "application/json"),
    Operation("things.delete", "DELETE", "/things/{id}", "nothing", "*/*"),
    Operation("things.sounds.make", "POST", "/things/{id}/sound", "bytes", "audio/wav"),
    Operation("things.draw", "POST", "/things/{id}/picture", "nothing", "*/*"),
    Operation("things.watch", "GET", "/things/events", "events", "text/event-stream"),
    Operation("things.export", "GET", "/things/table", "bytes", "text/csv"),
    Operation("get_status", "GET", "/", "call", "application/json"),
)

SOCKETS: Mapping[str, str] = {
    "things.talk": "/things/socket",
}

CONTRACT = Contract(API_VERSION, OPERATIONS, SOCKETS)

VERSIONS: Mapping[str, str] = {}
"""Older versions that have types of their own, newest first, and the package of each."""
