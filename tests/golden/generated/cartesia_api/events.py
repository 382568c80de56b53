# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Messages of event streams and sockets. A message of an unknown kind arrives as an UnknownEvent."""

from __future__ import annotations

from typing import Literal

import msgspec

from .event_decoding import (
    LONG,
    Base64,
    Event,
    LateDecoder,
    decode_apart,
    decode_base64,
    decode_otherwise,
)
from .event_decoding import UnknownEvent as UnknownEvent
from .message_text import mended
from .messages import Messages


class Style(Event, frozen=True, kw_only=True, omit_defaults=True):
    """A manner."""

    kind: str
    """The only kind."""
    mood: str | None = None
    """Mood."""


class MadeEvent(Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="type", tag="made"):
    """Something was made."""

    _encoded = ("sound",)
    done: bool
    """More to come."""
    sound: Base64
    """Its sound."""
    style: Style | None = None
    """Manner."""

    @property
    def audio(self) -> bytes:
        """Return `sound`, under its name in the official library."""
        return self.sound

    @property
    def type(self) -> Literal["made"]:
        """Return the kind of the message."""
        return "made"


class GoneEvent(
    Event,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    tag_field="type",
    tag="gone",
    rename={"from_": "from"},
):
    """Something went."""

    _json_names = {"from_": "from"}
    done: bool
    """No more."""
    from_: str | None = None
    """Where it was."""

    @property
    def type(self) -> Literal["gone"]:
        """Return the kind of the message."""
        return "gone"


class Speak(Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="event", tag="speak"):
    """Say something."""

    _encoded = ("sound",)
    sound: Base64
    """Its sound."""

    @property
    def audio(self) -> bytes:
        """Return `sound`, under its name in the official library."""
        return self.sound

    @property
    def event(self) -> Literal["speak"]:
        """Return the kind of the message."""
        return "speak"

    @property
    def type(self) -> Literal["speak"]:
        """Return the kind of the message."""
        return "speak"


class HangUp(
    Event, frozen=True, kw_only=True, omit_defaults=True, tag_field="event", tag="hang_up"
):
    """The call has ended."""

    @property
    def event(self) -> Literal["hang_up"]:
        """Return the kind of the message."""
        return "hang_up"

    @property
    def type(self) -> Literal["hang_up"]:
        """Return the kind of the message."""
        return "hang_up"


ThingEvent = MadeEvent | GoneEvent | UnknownEvent
_thing_event: LateDecoder[MadeEvent | GoneEvent] = LateDecoder(MadeEvent | GoneEvent)


def decode_thing_event(data: bytes | str) -> ThingEvent:
    """Decode one message. Raises msgspec.DecodeError, or ValidationError for an invalid one of a known kind."""
    event: ThingEvent
    if (
        len(data) >= LONG
        and (apart := decode_apart(_thing_event, MadeEvent, "sound", data)) is not None
    ):
        return apart
    try:
        event = _thing_event.decode(data)
    except msgspec.ValidationError:
        event = decode_otherwise(_thing_event, data, "type")
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        return decode_thing_event(mended(data, error))
    if type(event) is MadeEvent:
        decode_base64(event, "sound")
    return event


ThingsTalkEvent = MadeEvent | GoneEvent | UnknownEvent
_things_talk_event: LateDecoder[MadeEvent | GoneEvent] = LateDecoder(MadeEvent | GoneEvent)


def decode_things_talk_event(data: bytes | str) -> ThingsTalkEvent:
    """Decode one message. Raises msgspec.DecodeError, or ValidationError for an invalid one of a known kind."""
    event: ThingsTalkEvent
    if (
        len(data) >= LONG
        and (apart := decode_apart(_things_talk_event, MadeEvent, "sound", data)) is not None
    ):
        return apart
    try:
        event = _things_talk_event.decode(data)
    except msgspec.ValidationError:
        event = decode_otherwise(_things_talk_event, data, "type")
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        return decode_things_talk_event(mended(data, error))
    if type(event) is MadeEvent:
        decode_base64(event, "sound")
    return event


ThingsCallEvent = Speak | HangUp | UnknownEvent
_things_call_event: LateDecoder[Speak | HangUp] = LateDecoder(Speak | HangUp)


def decode_things_call_event(data: bytes | str) -> ThingsCallEvent:
    """Decode one message. Raises msgspec.DecodeError, or ValidationError for an invalid one of a known kind."""
    event: ThingsCallEvent
    if (
        len(data) >= LONG
        and (apart := decode_apart(_things_call_event, Speak, "sound", data)) is not None
    ):
        return apart
    try:
        event = _things_call_event.decode(data)
    except msgspec.ValidationError:
        event = decode_otherwise(_things_call_event, data, "event")
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        return decode_things_call_event(mended(data, error))
    if type(event) is Speak:
        decode_base64(event, "sound")
    return event


class _SentRing(
    msgspec.Struct, kw_only=True, tag_field="event", tag="ring", rename={"from_": "from"}
):
    times: int
    from_: str | None = None


class _SentSpeak(msgspec.Struct, kw_only=True, tag_field="event", tag="speak", rename=None):
    sound: bytes


THINGS_CALL_MESSAGES = Messages("event", ("ring", "speak"), _SentRing | _SentSpeak)
"""What can be sent."""
