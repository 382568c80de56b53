"""Hides credentials in everything that is shown or kept."""

from __future__ import annotations

import re

HIDDEN = "***"
HEADERS = {"authorization", "x-api-key", "cookie", "proxy-authorization", "sec-websocket-protocol"}
"""Names of headers whose values are credentials."""
QUERIES = {"api_key", "access_token", "token"}
"""Names of query parameters whose values are credentials."""
_KEYS = re.compile(r"sk_(?:car_)?[\w-]+")
_SECRETS = re.compile(rf"{_KEYS.pattern}|eyJ[\w-]+(\.[\w-]+(?:\.[\w-]*)?)?")


def redact(text: str) -> str:
    """Return a text with everything that looks like an API key or an access token hidden."""
    # Most texts are audio in base64, in which a search for the pattern takes longer than all other work on them.
    return _SECRETS.sub(_hidden, text) if "sk_" in text or "eyJ" in text else text


def _hidden(match: re.Match[str]) -> str:
    """Return what is shown for something that begins like a credential."""
    # The pattern takes what begins like a token whether it is one or not. If it did not, the search would begin again at
    # every letter of it, which takes minutes for some texts of a few hundred kilobytes.
    is_token = match[1] is not None or not match[0].startswith("eyJ")
    return HIDDEN if is_token else _KEYS.sub(HIDDEN, match[0])
