# Copied from scripts/codegen/runtime/messages.py: edit that file.
"""The messages that a program sends to a socket, checked before that."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

from .added import kind_of, known_part
from .arguments import InvalidRequestError, shown
from .bodies import json_field
from .deprecation import warn_of_deprecated
from .event_decoding import Event


def message_of(given: Any) -> Any:
    """Return what a program sends: text, or the object of a dict, a model, or a text that holds one in JSON.

    Raises:
        InvalidRequestError: It is none of these, or JSON cannot hold it.
    """
    kind = type(given)  # isinstance() asks the value, which may be code of the caller
    value = _json(given) if issubclass(kind, (str, Mapping)) or hasattr(kind, "to_dict") else None
    if not isinstance(value, (str, dict)):
        raise InvalidRequestError(
            f"a command must be str or dict, got {kind.__name__}; send_raw() sends audio"
        )
    if isinstance(value, str):
        with contextlib.suppress(ValueError):
            found = json.loads(value)
            return found if isinstance(found, dict) else value
    return value


def _json(given: Any) -> Any:
    """Return the JSON value of a command. What is wrong with it is named with its field, also where the whole is too deep."""
    try:
        return json_field("the command", given)
    except InvalidRequestError:
        for name, value in given.items() if type(given) is dict else ():
            json_field(f"the command.{name}", value)
        raise


class Message(NamedTuple):
    """A message that can be sent."""

    kind: str
    fields: Mapping[str, Any]

    @property
    def frame(self) -> str:
        """Return the message as a text frame."""
        return json.dumps(self.fields)


class Messages:
    """The messages that a socket takes.

    Args:
        tag: The field that tells them apart.
        kinds: Its values. The first one opens the conversation.
        forms: The union of what they are, with that tag.
        deprecated: What is deprecated of each kind: True, or its fields, as `warn_of_deprecated` takes them.
    """

    def __init__(
        self,
        tag: str,
        kinds: tuple[str, ...],
        forms: Any,
        deprecated: Mapping[str, Any] = MappingProxyType({}),
    ) -> None:
        self._tag, self._kinds, self._forms, self._deprecated = tag, kinds, forms, deprecated

    @property
    def first(self) -> str:
        """Return the kind of the message that opens the conversation."""
        return self._kinds[0]

    def check(self, given: Any, fields: Mapping[str, Any]) -> Message:
        """Return a message as it is sent.

        Args:
            given: What the program sends.
            fields: Fields for those that it lacks.

        Raises:
            InvalidRequestError: The service would reject it.
        """
        value, fault = message_of(given), ""
        kind = value.get(self._tag) if isinstance(value, Mapping) else value
        if kind not in self._kinds:
            known = ", ".join(self._kinds)
            raise InvalidRequestError(
                f"{shown(kind)} is no {self._tag} that this socket takes; it takes {known}"
            )
        lacking = {name: default for name, default in fields.items() if value.get(name) is None}
        message = Message(kind, {**value, **lacking})
        try:
            form = kind_of(self._forms, message.fields)
            assert form is not None
            for part in msgspec.structs.astuple(
                msgspec.convert(known_part(form, message.fields), form)
            ):
                if isinstance(part, Event):
                    part._decode_bytes()  # what should be base64 is text until then
        except msgspec.ValidationError as error:
            fault = str(error)
        if fault:  # not within `except`: the error of the decoder may repeat what it has read
            raise InvalidRequestError(f"the {self._tag} {kind} cannot be sent: {fault}")
        if parts := self._deprecated.get(kind):
            rows = (
                ()
                if parts is True
                else [(name, value.get(name), part) for name, part in parts.items()]
            )
            warn_of_deprecated(f"the {self._tag} {kind}", parts is True, rows)
        return message
