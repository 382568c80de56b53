"""Dated versions: which ones there are, and which one a request asks for."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

from .bundle import bundled_versions
from .errors import APIError

VERSIONS = bundled_versions()
"""The versions of the bundled contracts, oldest first."""
VOICE_IDS_SINCE = "2026-08-14"
"""First version whose requests for speech name a voice by its id alone."""


def version_of(headers: Mapping[str, str], query: Mapping[str, str]) -> str:
    """Return the version that responds: the newest that is not later than the requested date.

    The query parameter `cartesia_version` takes precedence over the header.

    Raises:
        APIError: The request names no version, no valid date, or a date before the first version.
    """
    requested = query.get("cartesia_version") or headers.get("cartesia-version")
    if not requested:
        raise _bad_request("Cartesia-Version header is required in YYYY-MM-DD form")
    try:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", requested, re.ASCII):
            raise ValueError  # the line below knows dates of other forms, such as those by weeks
        datetime.date.fromisoformat(requested)
    except ValueError:
        raise _bad_request("Invalid Cartesia-Version header") from None
    fitting = [version for version in VERSIONS if version <= requested]
    if not fitting:
        raise _bad_request("Invalid Cartesia-Version header")
    return fitting[-1]


def with_mode(body: Any, version: str) -> Any:
    """Return a request for speech whose voice has its `mode`, which was required until 2026-08-14.

    The first client libraries left it out, and the service accepted that.
    """
    voice = body.get("voice") if isinstance(body, dict) else None
    if version >= VOICE_IDS_SINCE or not isinstance(voice, dict) or "mode" in voice:
        return body
    return {**body, "voice": {"mode": "embedding" if "embedding" in voice else "id", **voice}}


def _bad_request(message: str) -> APIError:
    return APIError(400, message, title="Bad request")
