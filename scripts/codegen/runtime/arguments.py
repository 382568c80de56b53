"""The errors of what a caller passes, which are raised before anything is sent.

They stand at the root of the client's tree of errors, and are here because arguments are checked where bodies are built.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from .types import UNSET


class CartesiaError(Exception):
    """Base class of all errors of this package. They can be pickled, without `response`.

    Attributes:
        may_be_billed: Whether the service may have carried out and billed the request. False means that it certainly did not.
    """

    may_be_billed: bool = False

    def __str__(self) -> str:
        """Return the message without raw line breaks and control characters, which would forge lines of a log."""
        text = super().__str__()
        return text if text.isprintable() else "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)

    def __reduce__(self) -> tuple[Any, ...]:
        state = {name: None if name == "response" else value for name, value in self.__dict__.items()}
        return _restore, (type(self), self.args, state)


def _restore(kind: type[CartesiaError], args: tuple[Any, ...], state: dict[str, Any]) -> CartesiaError:
    """Build an unpickled error, without calling its constructor."""
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class ConfigurationError(CartesiaError, ValueError):
    """An option of the client is missing or invalid. Nothing has been sent."""


class InvalidRequestError(CartesiaError, ValueError):
    """An argument is invalid. Nothing has been sent."""


_TYPES: Mapping[str, tuple[type, ...]] = {
    "str": (str, UUID, Enum),
    "int": (int, Enum),
    "float": (int, float),
    "bool": (bool,),
    "list": (Sequence,),
    "dict": (Mapping,),
    "datetime": (date,),
}


def check(what: str, *arguments: tuple[str, Any, str]) -> None:
    """Check the types of the arguments of a method.

    Args:
        what: The request, for errors.
        arguments: Name, value and type of each: names of JSON types, "datetime" or "file", separated by " | ". With "None", the
            argument may be left out: None is as good as UNSET.

    Raises:
        InvalidRequestError: One is of another type.
    """
    for name, value, allowed in arguments:
        kinds = allowed.split(" | ")
        if value is not UNSET and not any(_is_of(kind, value) for kind in kinds):
            fault = f"{name} must be {' or '.join(kinds)}, not {type(value).__name__}"
        elif isinstance(value, str) and not value.isascii() and any("\ud800" <= letter <= "\udfff" for letter in value):
            fault = f"{name} has half of a surrogate pair; send whole characters"
        else:
            continue
        raise InvalidRequestError(f"{what}: the arguments cannot be sent: {fault}")


def _is_of(kind: str, value: Any) -> bool:
    if kind == "None" or value is None:
        return kind == "None" and value is None
    if isinstance(value, bool) or kind == "bool":
        return isinstance(value, bool) and kind == "bool"
    if kind == "list" and isinstance(value, (str, bytes, bytearray, memoryview)):
        return False
    return kind == "file" or isinstance(value, _TYPES[kind]) or (kind == "dict" and hasattr(value, "to_dict"))


CREDENTIAL_HEADERS = ("x-api-key", "authorization")
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\t\x20-\x7e]*")


def checked_headers(name: str, headers: Mapping[str, str] | None) -> dict[str, str]:
    """Return headers that a caller passes.

    Args:
        name: Name of the argument.

    Raises:
        InvalidRequestError: They cannot be sent, or hold a credential, which would go to any origin.
    """
    if headers is not None and not isinstance(headers, Mapping):
        raise InvalidRequestError(f"{name} must be a dict of str, not {type(headers).__name__}")
    for key, value in (headers or {}).items():
        if not isinstance(key, str) or not _TOKEN.fullmatch(key):
            raise InvalidRequestError(f"{name}: {key!r} is not the name of a header")
        if key.lower() in CREDENTIAL_HEADERS:
            raise InvalidRequestError(f"the header {key} cannot be passed; the client sets it from api_key= or token=")
        if not isinstance(value, str) or not _VALUE.fullmatch(value):
            allowed = "a str of ASCII characters without line breaks"
            raise InvalidRequestError(f"{name}: the header {key} must be {allowed}, got {type(value).__name__}")
    return dict(headers or {})


def check_version(version: str) -> str:
    """Return the version, if it is a date of the form YYYY-MM-DD."""
    try:
        # fromisoformat alone accepts 20260814 and 2026-W33-5, too.
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", version):
            raise ValueError
        date.fromisoformat(version)
    except (TypeError, ValueError):
        raise ConfigurationError(f"version must be a date such as 2026-08-14, not {version!r}") from None
    return version
