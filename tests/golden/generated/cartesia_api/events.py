# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Messages of event streams and sockets. What is not known here arrives as an UnknownEvent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import msgspec
from pybase64 import b64decode

from .unknown_event import UnknownEvent as UnknownEvent
from .unknown_event import unknown

if TYPE_CHECKING:
    Base64 = bytes
else:
    Base64 = str  # on the wire; what decodes a message turns it into bytes, at a third of the time that msgspec takes


class Style(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A manner."""

    kind: str
    """The only kind."""
    mood: str | None = None
    """Mood."""


class MadeEvent(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="made"
):
    """Something was made."""

    done: bool
    """More to come."""
    sound: Base64
    """Its sound."""
    style: Style | None = None
    """Manner."""

    @property
    def audio(self) -> bytes:
        """The same as `sound`, under the name that the official library gives it."""
        return self.sound

    @property
    def type(self) -> Literal["made"]:
        """Kind of the message."""
        return "made"


class GoneEvent(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    tag_field="type",
    tag="gone",
    rename={"from_": "from"},
):
    """Something went."""

    done: bool
    """No more."""
    from_: str | None = None
    """Where it was."""

    @property
    def type(self) -> Literal["gone"]:
        """Kind of the message."""
        return "gone"


ThingEvent = MadeEvent | GoneEvent | UnknownEvent
_thing_event: msgspec.json.Decoder[MadeEvent | GoneEvent] = msgspec.json.Decoder(
    MadeEvent | GoneEvent
)
_thing_event_kinds = frozenset(["gone", "made"])


def decode_thing_event(data: bytes | str) -> ThingEvent:
    """Reads one message. Raises msgspec.DecodeError, or ValidationError if a known one lacks something."""
    try:
        event = _thing_event.decode(data)
    except msgspec.ValidationError:
        if _has_tag(data, "type", _thing_event_kinds):
            raise
        return unknown(data, "type")
    if type(event) is MadeEvent:
        _open(event, "sound")
    return event


ThingsTalkEvent = MadeEvent | GoneEvent | UnknownEvent
_things_talk_event: msgspec.json.Decoder[MadeEvent | GoneEvent] = msgspec.json.Decoder(
    MadeEvent | GoneEvent
)
_things_talk_event_kinds = frozenset(["gone", "made"])


def decode_things_talk_event(data: bytes | str) -> ThingsTalkEvent:
    """Reads one message. Raises msgspec.DecodeError, or ValidationError if a known one lacks something."""
    try:
        event = _things_talk_event.decode(data)
    except msgspec.ValidationError:
        if _has_tag(data, "type", _things_talk_event_kinds):
            raise
        return unknown(data, "type")
    if type(event) is MadeEvent:
        _open(event, "sound")
    return event


def _open(event: Any, field: str) -> None:
    """Turns the base64 of a field into the bytes that it stands for."""
    try:
        msgspec.structs.force_setattr(event, field, b64decode(getattr(event, field), validate=True))
    except ValueError:
        fault = f"{field} is not base64"
    else:
        return
    raise msgspec.ValidationError(fault)


def _has_tag(data: bytes | str, tag: str, known: frozenset[str]) -> bool:
    """Whether the message is of a known kind, so that a fault in it is a fault, and no news."""
    fields = msgspec.json.decode(data)
    return isinstance(fields, dict) and fields.get(tag) in known
