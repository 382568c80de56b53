"""The addresses of a service. Those that are plain are read without httpx, so that programs of sockets alone never load it.

Which host a URL names decides where the credential goes, so one reader decides: httpx. There are URLs of which no reader thinks
otherwise, though: small letters, digits, hyphens and dots, none of them in a place where a reader might decode, complete, or
drop something. These are taken apart here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from ..later import httpx

_LABEL = r"(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_BYTE = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_PLAIN = re.compile(
    rf"(?P<scheme>https?)://(?P<host>(?:{_LABEL}\.)*(?=[a-z]){_LABEL}|{_BYTE}(?:\.{_BYTE}){{3}})"
    r"(?::(?P<port>[1-9]\d{0,4}))?(?P<path>(?:/[A-Za-z0-9_-][A-Za-z0-9._~-]*)*/?)",
    re.ASCII,
)
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]*")
"""What a query holds as it is."""
PORTS = {"https": 443, "http": 80}
_LONGEST = 30_000
"""Characters of a URL, or of a query, that are read here. httpx refuses more than 65,536."""


class Address(NamedTuple):
    """A URL that paths are appended to, with what is needed of it before anything is sent."""

    scheme: str
    host: str
    port: int | None
    path: str
    text: str
    parsed: httpx.URL | None = None
    """It as httpx reads it, unless it is plain."""

    @classmethod
    def plain(cls, text: str) -> Address | None:
        """Return a plain URL taken apart, None for one that is not plain."""
        if len(text) > _LONGEST or (match := _PLAIN.fullmatch(text)) is None:
            return None
        scheme, host, port, path = match.groups()
        if port is not None and (int(port) > 65535 or int(port) == PORTS[scheme]):  # httpx drops the latter
            return None
        return cls(scheme, host, int(port) if port else None, path, text)

    @classmethod
    def of(cls, url: httpx.URL) -> Address:
        """Return what httpx has read."""
        return cls(url.scheme, url.host, url.port, url.path, str(url), url)

    @property
    def url(self) -> httpx.URL:
        """Return it as httpx reads it."""
        return httpx.URL(self.text) if self.parsed is None else self.parsed

    def below(self, path: str) -> Address:
        """Return the address with a path appended."""
        if self.parsed is None and (address := Address.plain(self.text.rstrip("/") + path)) is not None:
            return address
        return Address.of(self.url.copy_with(path=self.path.rstrip("/") + path))

    def of_socket(self, query: Mapping[str, Any]) -> str:
        """Return the address of the socket at this place, with a query."""
        if self.parsed is None and (text := _written(query)):
            return f"{self.text.replace('http', 'ws', 1)}?{text}"
        scheme = "wss" if self.scheme == "https" else "ws"
        return str(self.url.copy_with(scheme=scheme).copy_merge_params(dict(query)))


def check_target(path: str, query: Mapping[str, Any]) -> None:
    """Raise httpx.InvalidURL if a path with a query cannot be sent."""
    if Address.plain(f"http://localhost{path}") is None or _written(query) is None:
        httpx.URL(path, params=dict(query))


def _written(query: Mapping[str, Any]) -> str | None:
    """Return a query whose names and values need no encoding, None for any other."""
    parts = [each if type(each) is str else _digits(each) for item in query.items() for each in item]
    if not all(map(_UNRESERVED.fullmatch, parts)):
        return None
    text = "&".join(map("=".join, zip(parts[::2], parts[1::2], strict=True)))
    return text if len(text) <= _LONGEST else None


def _digits(value: Any) -> str:
    """Return an int as text; for all else, a text that must be encoded."""
    return str(value) if type(value) is int and abs(value) < 10**9 else " "
