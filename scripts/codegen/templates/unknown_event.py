"""The message of a kind that is not known: one class for all versions."""

from __future__ import annotations

from typing import Any, Literal

import msgspec


class UnknownEvent(msgspec.Struct, frozen=True):
    """A message of a kind that this version does not know."""

    kind: str | None
    """Its kind, if it names one."""
    fields: dict[str, Any]
    """All of its fields."""

    @property
    def type(self) -> Literal["unknown"]:
        """Always "unknown", so that a comparison of `type` tells the known events apart, for type checkers, too."""
        return "unknown"


def unknown(data: bytes | str, tag: str) -> UnknownEvent:
    """Reads a message whose kind is not known. Raises msgspec.DecodeError if it is no object."""
    fields = msgspec.json.decode(data)
    if not isinstance(fields, dict):
        raise msgspec.ValidationError("expected an object")
    kind = fields.get(tag)
    return UnknownEvent(kind if isinstance(kind, str) else None, fields)
