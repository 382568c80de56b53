"""The credential of a client, and where it may go: over HTTPS, to the origin of the base URL, and nowhere else."""

from __future__ import annotations

import datetime
import ipaddress
import os
import re
from collections.abc import Awaitable, Callable
from inspect import isawaitable, iscoroutine
from typing import Any, Literal

import httpx

from .errors import ConfigurationError

AuthScheme = Literal["x-api-key", "bearer"]
AsyncKeySource = str | Callable[[], str | Awaitable[str]]
CREDENTIAL_HEADERS = ("x-api-key", "authorization")


class Secret:
    """A credential whose repr does not show it."""

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def reveal(self) -> str:
        """Return the credential."""
        return self._value

    def __repr__(self) -> str:
        return "Secret(***)"


class Identity:
    """Base URL, version and credential of a client."""

    def __init__(
        self,
        base_url: str,
        version: str,
        *,
        api_key: AsyncKeySource | None,
        token: AsyncKeySource | None,
        scheme: AuthScheme,
    ) -> None:
        is_token = api_key is None and token is not None
        self._argument = "token" if is_token else "api_key"
        self._source = _source(self._argument, token if is_token else api_key)
        self.base_url = check_url(base_url)
        if self.base_url.query or self.base_url.fragment:
            raise ConfigurationError("base_url must not have a query or a fragment")
        self.version = check_version(version)
        if scheme not in ("x-api-key", "bearer"):
            raise ConfigurationError(f"auth_scheme must be 'x-api-key' or 'bearer', not {scheme!r}")
        self._header = "Authorization" if is_token or scheme == "bearer" else "X-API-Key"
        self._parameter = "access_token" if is_token else "api_key"

    def credential(self) -> Secret:
        """Return the credential. A callable is called each time."""
        if isinstance(self._source, Secret):
            return self._source
        value = self._source()
        if isawaitable(value):
            if iscoroutine(value):
                value.close()
            raise ConfigurationError(f"{self._argument} is an async callable; AsyncCartesia can await it")
        return self._returned(value)

    async def acredential(self) -> Secret:
        """Return the credential. A callable is called each time, and awaited if it is async."""
        if isinstance(self._source, Secret):
            return self._source
        value = self._source()
        return self._returned(await value if isawaitable(value) else value)

    def _returned(self, value: Any) -> Secret:
        if not isinstance(value, str):
            raise ConfigurationError(f"{self._argument} callable must return str, got {type(value).__name__}")
        return parse_key(value, f"the return value of the {self._argument} callable")

    def add_credential(self, request: httpx.Request, credential: Secret) -> None:
        """Add the credential to a request to the origin of the base URL; leave other requests as they are."""
        if _origin(request.url) == _origin(self.base_url):
            request.headers.update(self.headers(credential))

    def strip_credential(self, request: httpx.Request) -> None:
        """Remove the credential, so that no request, response or error shows it."""
        request.headers.pop(self._header, None)

    def headers(self, credential: Secret) -> dict[str, str]:
        """Return the credential as a header."""
        value = credential.reveal()
        return {self._header: f"Bearer {value}" if self._header == "Authorization" else value}

    def query(self, credential: Secret) -> dict[str, str]:
        """Return the credential as a query parameter, for sockets only."""
        return {self._parameter: credential.reveal()}


def _source(argument: str, given: AsyncKeySource | None) -> Secret | Callable[[], Any]:
    """Return the credential or what returns it, from the argument or else from the environment."""
    if callable(given):
        return given
    if given is not None:
        return parse_key(given, argument)
    if (found := os.environ.get("CARTESIA_API_KEY")) is None:
        raise ConfigurationError("the API key is missing: set CARTESIA_API_KEY, or pass api_key=")
    return parse_key(found, "CARTESIA_API_KEY")


def parse_key(value: Any, source: str) -> Secret:
    """Return a credential without surrounding whitespace.

    Args:
        source: Where the value comes from, for messages. They never show the value.

    Raises:
        ConfigurationError: The value cannot be sent as a header.
    """
    if not isinstance(value, str):
        raise ConfigurationError(f"{source} must be str, got {type(value).__name__}")
    value = value.strip()
    if not value:
        raise ConfigurationError(f"{source} is empty")
    if not re.fullmatch(r"[\x21-\x7e]+", value):
        raise ConfigurationError(f"{source} contains whitespace or characters that are not printable ASCII")
    return Secret(value)


def check_version(version: str) -> str:
    """Return the version, if it is a date of the form YYYY-MM-DD."""
    try:
        # fromisoformat alone accepts 20260814 and 2026-W33-5, too.
        if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", version):
            raise ValueError
        datetime.date.fromisoformat(version)
    except (TypeError, ValueError):
        raise ConfigurationError(f"version must be a date such as 2026-08-14, not {version!r}") from None
    return version


def check_url(url: str | httpx.URL) -> httpx.URL:
    """Return the URL, if a credential may be sent there: over HTTPS, or over plain HTTP within this machine."""
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, TypeError):
        raise ConfigurationError("base_url is not a URL; expected one like https://api.cartesia.ai") from None
    if parsed.userinfo:
        raise ConfigurationError("a URL must not contain a user name or password")
    if not parsed.host or parsed.scheme not in ("https", "http"):
        raise ConfigurationError(f"{redacted(parsed)!r} is not an https:// URL")
    if parsed.scheme == "http" and not is_loopback(parsed.host):
        raise ConfigurationError(
            f"{redacted(parsed)} would send the credential unencrypted: use https://, or http:// to this machine only"
        )
    return parsed


def is_loopback(host: str) -> bool:
    """Return whether a host is this machine."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def redacted(url: httpx.URL) -> str:
    """Return a URL for messages: without credentials, query and fragment."""
    return str(url.copy_with(username=None, password=None, query=None, fragment=None))


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    port = url.port or {"https": 443, "http": 80}.get(url.scheme)
    return url.scheme, url.host, port
