# Copied from scripts/codegen/runtime/headers.py: edit that file.
"""The headers that a caller passes, and the version, which may be given among them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .arguments import (
    CREDENTIAL_HEADERS,
    HEADER_VALUE,
    ConfigurationError,
    InvalidRequestError,
    check_version,
    shown,
)
from .types import UNSET, entries, plain

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def checked_headers(
    name: str,
    headers: Any,
    kind: type[ConfigurationError | InvalidRequestError] = InvalidRequestError,
) -> dict[str, str]:
    """Return headers that a caller passes.

    Args:
        name: Name of the argument.
        headers: A mapping of str to str; None stands for none. What is UNSET is left out.
        kind: The error to raise.

    Raises:
        CartesiaError: They cannot be sent, or hold a credential, which would go to any origin.
    """
    try:
        pairs = (
            {}
            if headers in (None, UNSET)
            else dict(entries(headers, ((n, headers[n]) for n in headers.keys())))
        )  # noqa: SIM118  # a list of pairs has none
        given = {name: value for name, value in pairs.items() if value is not UNSET}
    except Exception:  # a mapping may be code of the caller
        raise kind(f"{name} must be a dict of str, not {type(headers).__name__}") from None
    if not given:
        return {}
    found = {}
    for key, value in ((plain(key), plain(value)) for key, value in given.items()):
        if not isinstance(key, str) or not _TOKEN.fullmatch(key):
            raise kind(f"{name}: {shown(key)} is not the name of a header")
        if key.lower() in CREDENTIAL_HEADERS:
            raise kind(
                f"{name}: the header {key} cannot be passed; the client sets it from api_key= or token="
            )
        if not isinstance(value, str) or not HEADER_VALUE.fullmatch(value):
            allowed = "a str of ASCII characters without line breaks"
            raise kind(f"{name}: the header {key} must be {allowed}, got {type(value).__name__}")
        if key.lower() == "cartesia-version":
            check_version(value, f"{name}: the header {key}")
        found[key] = value
    return joined_headers(found)


def joined_headers(*parts: Mapping[str, str]) -> dict[str, str]:
    """Return headers of which the later ones win. Names in capitals and in small letters are the same."""
    found: dict[str, tuple[str, str]] = {}
    for each in parts:
        found |= {name.lower(): (name, value) for name, value in each.items()}
    return dict(found.values())


def headers_and_version(
    version: str | None, added: Mapping[str, str], given: Any
) -> tuple[dict[str, str], str | None]:
    """Return the headers of every request and the version, which may be given among them.

    Args:
        version: The version that is given by itself.
        added: Headers of the httpx client that is taken over.
        given: Headers that win over these.

    Raises:
        ConfigurationError: They cannot be sent, hold a credential, or name another version.
    """
    version = plain(version)
    found = joined_headers(
        checked_headers("the headers of http_client", added, ConfigurationError),
        checked_headers("default_headers", given, ConfigurationError),
    )
    header = next(
        (found.pop(name) for name in [*found] if name.lower() == "cartesia-version"), version
    )
    if version not in (None, header):
        raise ConfigurationError(
            f"version is {version}, and the header Cartesia-Version {header}; pass one of them"
        )
    return found, header
