"""Dated versions: which one a request asks for."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from .errors import APIError

VERSIONS = ("2024-06-10", "2024-11-13", "2025-04-16", "2025-11-04", "2026-03-01", "2026-08-14")


def version_of(headers: Mapping[str, str], query: Mapping[str, str]) -> str:
    """The version that answers: the newest that is not later than the date asked for. The query wins over the header."""
    asked = query.get("cartesia_version") or headers.get("cartesia-version")
    if not asked:
        raise _bad_request("Cartesia-Version header is required in YYYY-MM-DD form")
    try:
        if len(asked) != 10:
            raise ValueError
        datetime.date.fromisoformat(asked)
    except ValueError:
        raise _bad_request("Invalid Cartesia-Version header") from None
    fitting = [version for version in VERSIONS if version <= asked]
    if not fitting:
        raise _bad_request("Invalid Cartesia-Version header")
    return fitting[-1]


def with_mode(body: Any, version: str) -> Any:
    """A request for speech that says how its voice is given, as it had to until 2026-08-14. The first libraries did not."""
    voice = body.get("voice") if isinstance(body, dict) else None
    if version >= VERSIONS[-1] or not isinstance(voice, dict) or "mode" in voice:
        return body
    return {**body, "voice": {"mode": "embedding" if "embedding" in voice else "id", **voice}}


def _bad_request(message: str) -> APIError:
    return APIError(400, message, title="Bad request")
