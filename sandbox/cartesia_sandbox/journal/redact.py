"""Keeps credentials out of everything that is shown or kept."""

from __future__ import annotations

import re

HIDDEN = "***"
HEADERS = {"authorization", "x-api-key", "cookie", "proxy-authorization", "sec-websocket-protocol"}
"""Names of headers whose values are credentials."""
QUERIES = {"api_key", "access_token", "token"}
"""Names of query parameters whose values are credentials."""
_SECRETS = re.compile(r"sk_(?:car_)?[\w-]+|eyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?")


def redact(text: str) -> str:
    """The text, with everything in it that looks like a key or a token hidden."""
    # Most texts are audio, in which the search for the pattern would take longer than all the rest.
    return _SECRETS.sub(HIDDEN, text) if "sk_" in text or "eyJ" in text else text
