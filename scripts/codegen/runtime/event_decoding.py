"""What decoding a message of an event stream or socket needs, in all versions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import msgspec
from pybase64 import b64decode

if TYPE_CHECKING:
    Base64 = bytes
else:
    # On the wire it is text. `decode_base64` turns it into bytes, in a third of the time that msgspec takes.
    Base64 = str


class UnknownEvent(msgspec.Struct, frozen=True):
    """A message of a kind that this version of the client does not know."""

    kind: str | None
    """Its kind, if it names one."""
    fields: dict[str, Any]
    """All of its fields."""

    @property
    def type(self) -> Literal["unknown"]:
        """Return "unknown", so that comparing `type` narrows to the known events, for type checkers too."""
        return "unknown"


def unknown(data: bytes | str, tag: str) -> UnknownEvent:
    """Decode a message of an unknown kind. Raises msgspec.DecodeError if it is not a JSON object."""
    fields = decoded(data)
    if not isinstance(fields, dict):
        raise msgspec.ValidationError("expected an object")
    kind = fields.get(tag)
    return UnknownEvent(kind if isinstance(kind, str) else None, fields)


def has_tag(data: bytes | str, tag: str, known: frozenset[str]) -> bool:
    """Return whether a message is of a known kind: then what is wrong with it is an error, not news."""
    fields = decoded(data)
    return isinstance(fields, dict) and isinstance(kind := fields.get(tag), str) and kind in known


def decoded(data: bytes | str) -> Any:
    """Decode a message without a type. Raises msgspec.DecodeError if it is not JSON."""
    try:
        return msgspec.json.decode(data)
    except (UnicodeError, RecursionError) as error:
        raise msgspec.DecodeError(str(error)) from None


def decode_base64(event: Any, field: str) -> None:
    """Replace the base64 text of a field with its bytes. Raises msgspec.ValidationError if it is not base64."""
    try:
        msgspec.structs.force_setattr(event, field, b64decode(getattr(event, field), validate=True))
    except ValueError:
        fault = f"{field} is not base64"
    else:
        return
    # Raised outside `except`, so that it carries no other error as its context.
    raise msgspec.ValidationError(fault)
