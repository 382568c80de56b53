# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Messages of event streams and sockets. What is not known here arrives as an UnknownEvent."""

from __future__ import annotations

from typing import Any

import msgspec


class UnknownEvent(msgspec.Struct, frozen=True):
    """A message of a kind that this version does not know."""

    type: str | None
    """Its kind, if it names one."""
    fields: dict[str, Any]
    """All of its fields."""


def _unknown(data: bytes | str, tag: str) -> UnknownEvent:
    fields = msgspec.json.decode(data)
    if not isinstance(fields, dict):
        raise msgspec.ValidationError("expected an object")
    kind = fields.get(tag)
    return UnknownEvent(kind if isinstance(kind, str) else None, fields)


def _has_tag(data: bytes | str, tag: str, known: frozenset[str]) -> bool:
    """Whether the message is of a known kind, so that a fault in it is a fault, and no news."""
    fields = msgspec.json.decode(data)
    return isinstance(fields, dict) and fields.get(tag) in known
