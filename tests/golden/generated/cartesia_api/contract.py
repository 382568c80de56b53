# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Facts of the contract that the client needs at run time."""

from __future__ import annotations

from collections.abc import Mapping

from .routes import Operation, Routes

API_VERSION = "2030-01-02"
"""The Cartesia-Version that this package was made for."""

SERVER = "https://api.example.com"

ROUTES = Routes(
    "2030-01-02",
    (
        Operation("things.list", "GET", "/things", "pages", "application/json"),
        Operation("things.get", "GET", "/things/{id}", "call", "application/json"),
        Operation("things.delete", "DELETE", "/things/{id}", "nothing", "*/*"),
        Operation("things.remove_part", "DELETE", "/things/{id}/parts/{partID}", "nothing", "*/*"),
        Operation("things.sounds.make", "POST", "/things/{id}/sound", "bytes", "audio/wav"),
        Operation("things.draw", "POST", "/things/{id}/picture", "nothing", "*/*"),
        Operation("things.watch", "GET", "/things/events", "events", "text/event-stream"),
        Operation("things.export", "GET", "/things/table", "bytes", "text/csv"),
        Operation("get_status", "GET", "/", "call", "application/json"),
    ),
    {
        "things.talk": "/things/socket",
        "things.call": "/things/{id}/call",
    },
)

VERSIONS: Mapping[str, str] = {}
"""Older versions that have types of their own, newest first, and the package of each."""
