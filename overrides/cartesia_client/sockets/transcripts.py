"""Text for speech: what can be sent, and what can be spoken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cartesia_api.arguments import InvalidRequestError
from cartesia_api.bodies import json_field
from cartesia_io.text import join_halves
from cartesia_io.values import is_closed


def pieces_of(text: Any, *kinds: type) -> Any:
    """Return the pieces of a text: itself, if it is one, or what an iterable of one of these kinds yields.

    Raises:
        InvalidRequestError: It is neither, or cannot be sent as a whole.
    """
    kind = type(text)  # isinstance() asks the text, which may be code of the caller
    if issubclass(kind, str):
        return [json_field("transcript", join_halves(str.__str__(text)))]
    if issubclass(kind, (bytes, bytearray, memoryview, Mapping)) or not issubclass(kind, kinds):
        raise InvalidRequestError(f"text must be str, or an iterable of str, not {type(text).__name__}")
    if is_closed(text):
        raise InvalidRequestError("text is a file that has been closed")
    return text


def check_piece(piece: Any) -> str:
    """Return a piece of a text. Raise InvalidRequestError if it is no text."""
    if not issubclass(type(piece), str):
        raise InvalidRequestError(f"transcript: text must be str, or an iterable of str, not {type(piece).__name__}")
    return str.__str__(piece)
