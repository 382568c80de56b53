"""Redaction: removes credentials from what is recorded or reported, and shortens the audio in it. No I/O."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from urllib.parse import quote, unquote, urlsplit, urlunsplit

import httpx
from cartesia_api.arguments import CREDENTIAL_HEADERS

REDACTED = "***"
_SECRET_HEADERS = {*CREDENTIAL_HEADERS, "cookie", "set-cookie", "proxy-authorization", "x-webhook-secret"}
_SECRET_QUERY = re.compile(r"(?i)(?<=[?&])(api_key|access_token|token|key)=[^&#]*")
_SHAPES = re.compile(r"sk_car_[\w-]+|eyJ[\w-]+\.[\w-]+\.[\w-]*|(?i:(?<=bearer )[\w.~+/-]+=*)")
_TOKEN = re.compile(r'("(?:token|access_token|api_key|secret)"\s*:\s*)"((?:[^"\\]|\\.)*)"')
_AUDIO = re.compile(r"[A-Za-z0-9+/]{192,}={0,2}")
SHORTEST_SECRET = 8
"""Characters. A shorter credential, as a sandbox accepts, occurs in ordinary words: it is redacted only in known places."""


class Redactor:
    """Removes credentials from texts: those that it has learned, those that look like one, and those in known places.

    A credential is learned where its place says what it is (a header, a query parameter, a field of JSON), because a service
    may repeat it in a place that does not, such as the message of an error.
    """

    def __init__(self) -> None:
        self._secrets: set[str] = set()

    def learn(self, secret: str) -> None:
        """Remember a credential, to redact it in every text from now on."""
        if len(secret) >= SHORTEST_SECRET:
            # A new set: another thread may be iterating over the old one.
            self._secrets = self._secrets | {secret, quote(secret, safe=""), json.dumps(secret)[1:-1]}

    def headers(self, headers: httpx.Headers | Mapping[str, str]) -> dict[str, str]:
        """Return headers without credentials, and learn those."""
        for name, value in headers.items():
            if name.lower() in CREDENTIAL_HEADERS:
                self.learn(value.removeprefix("Bearer "))
        return {
            name: REDACTED if name.lower() in _SECRET_HEADERS else self.text(value) for name, value in headers.items()
        }

    def url(self, url: str) -> str:
        """Return a URL without credentials, and learn those in its query."""
        for match in _SECRET_QUERY.finditer(url):
            self.learn(unquote(match[0].partition("=")[2]))
        address = urlsplit(url)
        bare = address.netloc.rpartition("@")[2]
        return self.text(_SECRET_QUERY.sub(rf"\1={REDACTED}", urlunsplit(address._replace(netloc=bare))))

    def text(self, text: str) -> str:
        """Return a text without credentials, and learn those in its JSON. Audio is cut short, and its length is kept."""
        for match in _TOKEN.finditer(text):
            self.learn(match[2])
        text = _SHAPES.sub(REDACTED, _TOKEN.sub(rf'\1"{REDACTED}"', text))
        # The longest first: a credential may contain another one.
        for secret in sorted(self._secrets, key=len, reverse=True):
            text = text.replace(secret, REDACTED)
        return _AUDIO.sub(lambda match: f"{match[0][:24]}...({len(match[0])} characters)", text)
