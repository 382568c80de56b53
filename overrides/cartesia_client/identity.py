"""Who calls, and where a credential may go: over HTTPS, to one origin, and nowhere else."""

from __future__ import annotations

import datetime
import ipaddress
import re
from collections.abc import Awaitable, Callable
from inspect import isawaitable, iscoroutine
from typing import Any, Literal

import httpx

from .errors import ConfigurationError

AuthScheme = Literal["x-api-key", "bearer"]
KeySource = str | Callable[[], str]
AsyncKeySource = str | Callable[[], str | Awaitable[str]]
CREDENTIAL_HEADERS = ("x-api-key", "authorization")


class Secret:
    """A credential that shows itself only when asked to."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        return self._value

    def __repr__(self) -> str:
        return "Secret(***)"


class Identity:
    """Base URL, version and credential of a client."""

    def __init__(
        self,
        base_url: str,
        version: str,
        source: Secret | Callable[[], Any],
        *,
        kind: Literal["key", "token"] = "key",
        scheme: AuthScheme = "x-api-key",
    ) -> None:
        self.base_url = check_url(base_url)
        if self.base_url.query or self.base_url.fragment:
            raise ConfigurationError("base_url must not have a query or a fragment")
        self.version = check_version(version)
        if scheme not in ("x-api-key", "bearer"):
            raise ConfigurationError(f"auth_scheme must be 'x-api-key' or 'bearer', not {scheme!r}")
        self._source = source
        self._header = "X-API-Key" if (kind, scheme) == ("key", "x-api-key") else "Authorization"
        self._parameter = "api_key" if kind == "key" else "access_token"

    def credential(self) -> Secret:
        """The credential, asked for anew if it comes from a function."""
        if isinstance(self._source, Secret):
            return self._source
        value = self._source()
        if isawaitable(value):
            if iscoroutine(value):
                value.close()
            raise ConfigurationError("the function that gives the key is a coroutine; AsyncCartesia can await it")
        return clean(value, "what the function for the key returned")

    async def acredential(self) -> Secret:
        """The same for the async client; the function may be a coroutine function."""
        if isinstance(self._source, Secret):
            return self._source
        value = self._source()
        return clean(await value if isawaitable(value) else value, "what the function for the key returned")

    def sign(self, request: httpx.Request, credential: Secret) -> None:
        """Adds the credential, if the request goes to the origin that it belongs to."""
        if _origin(request.url) == _origin(self.base_url):
            request.headers.update(self.headers(credential))

    def headers(self, credential: Secret) -> dict[str, str]:
        """The credential as a header."""
        value = credential.reveal()
        return {self._header: f"Bearer {value}" if self._header == "Authorization" else value}

    def query(self, credential: Secret) -> dict[str, str]:
        """The credential as a query parameter, which is for sockets only."""
        return {self._parameter: credential.reveal()}

    def unsign(self, request: httpx.Request) -> None:
        """Takes the credential off again, so that no request, response or error shows it."""
        request.headers.pop(self._header, None)


def clean(value: Any, what: str) -> Secret:
    """A credential without the white space around it; refuses what could not be a header."""
    if not isinstance(value, str):
        raise ConfigurationError(f"{what} must be text, not {type(value).__name__}")
    value = value.strip()
    if not value:
        raise ConfigurationError(f"{what} is empty")
    if not re.fullmatch(r"[\x21-\x7e]+", value):
        raise ConfigurationError(f"{what} holds white space or characters that are not printable ASCII")
    return Secret(value)


def check_version(version: str) -> str:
    try:
        # fromisoformat alone would take 20260814, too.
        if len(version) != 10:
            raise ValueError
        datetime.date.fromisoformat(version)
    except (TypeError, ValueError):
        raise ConfigurationError(f"version must be a date such as 2026-08-14, not {version!r}") from None
    return version


def check_url(url: str | httpx.URL) -> httpx.URL:
    """The URL, if a key may be sent there: HTTPS, or plain HTTP that does not leave this machine."""
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, TypeError):
        raise ConfigurationError("base_url is not a URL; expected one like https://api.cartesia.ai") from None
    if parsed.userinfo:
        raise ConfigurationError("a URL must not hold a user name or password")
    if not parsed.host or parsed.scheme not in ("https", "http"):
        raise ConfigurationError(f"{where(parsed)!r} is not an https:// URL")
    if parsed.scheme == "http" and not is_loopback(parsed.host):
        raise ConfigurationError(
            f"{where(parsed)} would send the key in the clear: use https://, or http:// on this machine only"
        )
    return parsed


def is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def where(url: httpx.URL) -> str:
    """A URL for messages: without credentials, query and fragment."""
    return str(url.copy_with(username=None, password=None, query=None, fragment=None))


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    port = url.port or {"https": 443, "http": 80}.get(url.scheme)
    return url.scheme, url.host, port
