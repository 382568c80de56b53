"""The errors of what a caller passes, which are raised before anything is sent.

They stand at the root of the client's tree of errors, and are here because arguments are checked where bodies are built.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any


class CartesiaError(Exception):
    """Base class of all errors of this package. They can be pickled, without `response`.

    Attributes:
        may_be_billed: Whether the service may have carried out and billed the request. False means that it certainly did not.
    """

    may_be_billed: bool = False

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
        # fromisoformat alone accepts 20260814, too.
        if len(version) != 10:
            raise ValueError
        datetime.date.fromisoformat(version)
    except (TypeError, ValueError):
        raise ConfigurationError(f"version must be a date such as 2026-08-14, not {version!r}") from None
    return version
