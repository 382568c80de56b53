"""Taking credentials out of what is written down, and shortening the audio in it. No I/O."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from urllib.parse import quote, unquote, urlsplit, urlunsplit

import httpx
from cartesia_client.identity import CREDENTIAL_HEADERS

HIDDEN = "***"
_SECRET_HEADERS = {*CREDENTIAL_HEADERS, "cookie", "set-cookie", "proxy-authorization", "x-webhook-secret"}
_SECRET_QUERY = re.compile(r"(?i)(?<=[?&])(api_key|access_token|token|key)=[^&#]*")
_SHAPES = re.compile(r"sk_car_[\w-]+|eyJ[\w-]+\.[\w-]+\.[\w-]*|(?i:(?<=bearer )[\w.~+/-]+=*)")
_TOKEN = re.compile(r'("(?:token|access_token|api_key|secret)"\s*:\s*)"((?:[^"\\]|\\.)*)"')
_AUDIO = re.compile(r"[A-Za-z0-9+/]{192,}={0,2}")
SHORTEST_SECRET = 8
"""Characters. Shorter credentials, as of a sandbox, occur in ordinary words; only their own places are hidden."""


class Scrubber:
    """Takes credentials out of texts: those that it has seen, those that look like one, and those in known places."""

    def __init__(self) -> None:
        self._secrets: set[str] = set()

    def learn(self, secret: str) -> None:
        """Remembers a credential, to be found wherever it turns up."""
        if len(secret) >= SHORTEST_SECRET:
            # A new set, so that other threads may go on with the old one.
            self._secrets = self._secrets | {secret, quote(secret, safe=""), json.dumps(secret)[1:-1]}

    def headers(self, headers: httpx.Headers | Mapping[str, str]) -> dict[str, str]:
        """Headers for the journal."""
        for name, value in headers.items():
            if name.lower() in CREDENTIAL_HEADERS:
                self.learn(value.removeprefix("Bearer "))
        return {
            name: HIDDEN if name.lower() in _SECRET_HEADERS else self.text(value) for name, value in headers.items()
        }

    def url(self, url: str) -> str:
        """An address for the journal."""
        for match in _SECRET_QUERY.finditer(url):
            self.learn(unquote(match[0].partition("=")[2]))
        address = urlsplit(url)
        bare = address.netloc.rpartition("@")[2]
        return self.text(_SECRET_QUERY.sub(rf"\1={HIDDEN}", urlunsplit(address._replace(netloc=bare))))

    def text(self, text: str) -> str:
        """A text for the journal; audio in it is shortened, and its length kept."""
        for match in _TOKEN.finditer(text):
            self.learn(match[2])
        text = _SHAPES.sub(HIDDEN, _TOKEN.sub(rf'\1"{HIDDEN}"', text))
        for secret in sorted(self._secrets, key=len, reverse=True):
            text = text.replace(secret, HIDDEN)
        return _AUDIO.sub(lambda match: f"{match[0][:24]}...({len(match[0])} characters)", text)
