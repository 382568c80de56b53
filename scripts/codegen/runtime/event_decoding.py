"""What decoding a message of an event stream or socket needs, in all versions."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, Self, TypeVar, get_type_hints

import msgspec
from pybase64 import b64decode, b64encode

from .added import added, keep, kind_of, struct_of
from .deprecation import DeprecatedSlot
from .message_text import decoded
from .readers import constructed
from .record import Record, is_special

if TYPE_CHECKING:
    Base64 = bytes
else:
    # On the wire it is text. `decode_base64` turns it into bytes, in a third of the time that msgspec takes.
    Base64 = str


E = TypeVar("E", bound=msgspec.Struct)
T = TypeVar("T")


class Event(
    Record, msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, dict=True, forbid_unknown_fields=True
):
    """A message of an event stream or socket, or an object in one."""

    # Decoding fails for a message with other fields, and `decode_otherwise` finds them. `__dict__` has nothing else.

    _encoded: ClassVar[tuple[str, ...]] = ()
    """Fields that are bytes, and base64 in JSON."""
    _deprecated: ClassVar[frozenset[str]] = frozenset()
    """Fields that warn when they are read."""

    def __init_subclass__(cls) -> None:
        for name in cls.__dict__.get("_deprecated", ()):
            setattr(cls, name, DeprecatedSlot(name, cls.__dict__[name]))

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Build an event from JSON that has been decoded. Bytes may be base64, or bytes.

        Raises:
            msgspec.ValidationError: A field is missing or has another form. It is a ValueError.
        """
        event = struct_of(cls, _as_text(src_dict))
        event._decode_bytes()
        return event

    def _decode_bytes(self) -> None:
        """Decode the fields that are bytes, here and in the objects that this one holds."""
        for name in self._encoded:
            decode_base64(self, name)
        for value in msgspec.structs.astuple(self):
            if isinstance(value, Event):
                value._decode_bytes()

    @classmethod
    def _constructed(cls, values: Mapping[str, Any]) -> Self:
        hints, absent = get_type_hints(cls), {**dict.fromkeys(cls.__struct_fields__), **cls._defaults()}
        given = {name: constructed(hints[name], value) for name, value in values.items() if name in absent}
        known = absent.keys() | cls._tag().keys()
        return _made(cls, {**absent, **given}, {name: values[name] for name in values.keys() - known})

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy.

        Args:
            update: Fields that the copy has otherwise.
            deep: Copy what it holds, too.
        """
        made = msgspec.structs.replace(copy.deepcopy(self) if deep else self, **(update or {}))
        keep(made, copy.deepcopy(dict(added(self))) if deep else added(self))
        return made

    @property
    def additional_properties(self) -> dict[str, Any]:
        """Return the fields that the contract does not have, as JSON. They can be read as attributes, too."""
        return dict(added(self))

    @property
    def model_extra(self) -> dict[str, Any]:
        """Return the fields that the contract does not have."""
        return self.additional_properties

    if not TYPE_CHECKING:  # type checkers know the fields

        def __getattr__(self, name: str) -> Any:
            """Return a field that the contract does not have; if there is no such attribute."""
            if name in added(self) and not is_special(name):
                return added(self)[name]
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name, obj=self)

    def __eq__(self, other: object) -> bool:
        same = msgspec.Struct.__eq__(self, other)
        return same and added(self) == added(other) if same is True else same

    __hash__ = msgspec.Struct.__hash__

    def __copy__(self) -> Self:
        return self.model_copy()

    def __reduce__(self) -> Any:
        return _made, (type(self), msgspec.structs.asdict(self), dict(added(self)))

    @classmethod
    def _field_names(cls) -> tuple[str, ...]:
        return (*cls._tag(), *cls.__struct_fields__)

    @classmethod
    def _tag(cls) -> dict[str, Any]:
        """Return the field that names the kind of the message. It is no field of the struct."""
        tag = cls.__struct_config__.tag_field
        return {} if tag is None else {tag: cls.__struct_config__.tag}

    def _held(self) -> dict[str, Any]:
        fields = msgspec.structs.asdict(self)
        absent = self._defaults()  # JSON does not tell afterwards whether a field was null or absent
        return {
            **self._tag(),
            **{name: value for name, value in fields.items() if value is not None or name not in absent},
        }

    @classmethod
    def _defaults(cls) -> dict[str, Any]:
        optional = len(cls.__struct_defaults__)
        pairs = zip(cls.__struct_fields__[-optional:], cls.__struct_defaults__, strict=True) if optional else ()
        return {name: default for name, default in pairs if default is not msgspec.NODEFAULT}


def _made(kind: type[E], fields: Mapping[str, Any], extra: Mapping[str, Any]) -> E:
    """Return an event of its parts."""
    made = kind(**fields)
    keep(made, extra)
    return made


class UnknownEvent(Event, frozen=True):
    """A message of a kind that this version of the client does not know."""

    kind: str | None
    """Its kind, if it names one."""
    fields: dict[str, Any]
    """All of its fields."""

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Build an event of an unknown kind from JSON that has been decoded."""
        kind = src_dict.get("type", src_dict.get("event"))
        return cls(kind=kind if isinstance(kind, str) else None, fields=dict(src_dict))

    @property
    def additional_properties(self) -> dict[str, Any]:
        """Return the fields that the contract does not have, which are all."""
        return self.fields

    def _held(self) -> dict[str, Any]:
        return self.fields

    def __repr__(self) -> str:
        return f"UnknownEvent(kind={self.kind!r}, fields={self.fields!r})"

    @property
    def type(self) -> Literal["unknown"]:
        """Return "unknown", so that comparing `type` narrows to the known events, for type checkers too."""
        return "unknown"


def _as_text(value: Any) -> Any:
    """Return JSON that has been decoded, with bytes in it as base64."""
    if isinstance(value, Mapping):
        return {name: _as_text(entry) for name, entry in value.items()}
    return b64encode(value).decode() if isinstance(value, bytes) else value


def unknown(fields: Any, tag: str) -> UnknownEvent:
    """Return the event of a message of an unknown kind. Raises msgspec.ValidationError if it is not a JSON object."""
    if not isinstance(fields, dict):
        raise msgspec.ValidationError("expected an object")
    kind = fields.get(tag)
    return UnknownEvent(kind=kind if isinstance(kind, str) else None, fields=fields)


class LateDecoder(Generic[T]):
    """A decoder of msgspec that is built for its first message: a program has one or two of them, and each takes up to 1 ms.

    Args:
        type: What it decodes.
    """

    def __init__(self, type: Any) -> None:
        self.type = type

    @cached_property
    def decode(self) -> Callable[[bytes | str], T]:
        """Decode a message. Raises msgspec.DecodeError."""
        return msgspec.json.Decoder(self.type).decode


def decode_otherwise(decoder: LateDecoder[E], data: bytes | str, tag: str) -> E | UnknownEvent:
    """Decode a message that a decoder has refused: it has fields that the contract does not have, or is of an unknown kind.

    Errors had other fields in older versions: those are of an unknown kind, and the code that raises them knows both.

    Raises:
        msgspec.ValidationError: It is of a known kind, and a field is missing or has another form.
    """
    fields = decoded(data)
    kind = kind_of(decoder.type, fields)
    if kind is None:
        return unknown(fields, tag)
    try:
        event: E = struct_of(kind, fields)
    except msgspec.ValidationError:
        if fields[tag] != "error":
            raise
        return unknown(fields, tag)
    return event


def decode_base64(event: Any, field: str) -> None:
    """Replace the base64 text of a field, if it has one, with its bytes. Raises msgspec.ValidationError if it is not base64."""
    text = getattr(event, field)
    try:
        if isinstance(text, str):  # which may be empty
            msgspec.structs.force_setattr(event, field, b64decode(text, validate=True))
    except ValueError:
        fault = f"{field} is not base64"
    else:
        return
    # Raised outside `except`, so that it carries no other error as its context.
    raise msgspec.ValidationError(fault)


LONG = 1024
"""Bytes of a message from which on `decode_apart` takes fewer steps."""


def decode_apart(decoder: LateDecoder[Any], kind: type[E], field: str, data: bytes | str) -> E | None:
    """Return an event whose base64 is decoded apart from the rest of its message; None if that cannot be done.

    msgspec looks at each letter of a text, which takes longer than all else does that a large piece of audio needs. So the
    base64 is cut out, where it ends with the next quotation mark, and the rest is read as JSON, with an empty text in its place.

    Args:
        decoder: What decodes the message.
        kind: The kind of event that has base64.
        field: Its field.
        data: The message.
    """
    if type(data) is not bytes:
        return None
    name = b'"%b"' % field.encode()
    after = data.find(name) + len(name)
    begin = data.find(b'"', after) + 1
    end = data.find(b'"', begin)
    # A quotation mark within a text has a backslash before it, so this is the name of a field. Which one, the event tells.
    if after < len(name) or end < begin or data[after : begin - 1].strip() != b":":
        return None
    rest = data[:begin] + data[end:]
    if rest.count(name) != 1 or b"\\" in rest:
        return None
    try:
        try:
            event: Any = decoder.decode(rest)
        except msgspec.ValidationError:  # the service may have added fields
            event = struct_of(kind, msgspec.json.decode(rest))
        found = b64decode(data[begin:end], validate=True)
    except (ValueError, RecursionError):  # what is wrong is said of the whole message
        return None
    if type(event) is not kind or getattr(event, field) != "":
        return None
    msgspec.structs.force_setattr(event, field, found)
    return event
