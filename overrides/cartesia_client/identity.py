"""The credential of a client, and where it may go: over HTTPS, to the origin of the base URL, and nowhere else."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, Literal

from cartesia_api import contract
from cartesia_api.arguments import check_version
from cartesia_io import logs
from cartesia_io.hiding import KeySource, Secret, forgetting, parse_key
from cartesia_io.http.urls import check_address, origin
from cartesia_io.later import httpx
from cartesia_io.rules import running_loop
from cartesia_io.values import plain

from . import versions
from .errors import ConfigurationError

AuthScheme = Literal["x-api-key", "bearer"]
AsyncKeySource = str | Callable[[], str | Awaitable[str]]


class Identity:
    """Base URL, version and credential of a client."""

    def __init__(
        self,
        base_url: str | httpx.URL,
        version: str,
        *,
        api_key: AsyncKeySource | None,
        token: AsyncKeySource | None,
        scheme: AuthScheme,
        socket_url: str | httpx.URL | None = None,
    ) -> None:
        is_token = api_key is None and token is not None
        self.argument = "token" if is_token else "api_key"
        """How the credential was passed."""
        self.given = _given(self.argument, token if is_token else api_key)
        """The credential, or what returns it."""
        self._source = KeySource(self.argument, self.given)
        self.base_url = check_address(plain(base_url), "base_url")
        self._origin = origin(self.base_url)
        url = re.sub(r"(?i)^ws(s?)://", r"http\1://", str(plain(socket_url)))
        self.socket_url = self.base_url if socket_url is None else check_address(url, "websocket_base_url")
        """That of sockets, with https:// or http://, as httpx and its proxies know it."""
        self.version = check_version(version)
        self._header = "Authorization" if is_token or scheme == "bearer" else "X-API-Key"
        self._parameter = "access_token" if is_token else "api_key"

    def credential(self) -> Secret:
        """Return the credential. A callable is called each time."""
        return self._source.read()

    async def acredential(self) -> Secret:
        """Return the credential. A callable is called each time, and awaited if it is async."""
        running_loop()  # here, because everything that is sent begins here
        return await self._source.aread()

    @contextlib.contextmanager
    def lend(self, request: httpx.Request, credential: Secret) -> Iterator[None]:
        """Add the credential to a request for a block, if the request goes to the origin of the base URL.

        Afterwards, neither the request nor a frame that an exception leaves holds it.
        """
        if self.is_home(request.url):
            request.headers[self._header] = self.headers(credential)[self._header]
        try:
            with forgetting():
                yield
        finally:
            with contextlib.suppress(KeyError):  # `pop` would look it up first
                del request.headers[self._header]

    def is_home(self, url: httpx.URL) -> bool:
        """Return whether a URL has the origin of the base URL, and so may get the credential."""
        return not url.userinfo and origin(url) == self._origin

    def is_shown_in(self, data: bytes) -> bool:
        """Return whether data holds the credential. One of a few letters, as tests have, could be in any."""
        return self._source.is_shown_in(data)

    def headers(self, credential: Secret) -> dict[str, str]:
        """Return the credential as a header."""
        value = credential.reveal()
        return {self._header: f"Bearer {value}" if self._header == "Authorization" else value}

    def query(self, credential: Secret) -> dict[str, str]:
        """Return the credential as a query parameter, for sockets only."""
        return {self._parameter: credential.reveal()}


def _given(argument: str, given: AsyncKeySource | None) -> Secret | Callable[[], Any]:
    """Return the credential or what returns it, from the argument or else from the environment."""
    if callable(given):
        return given
    if given is not None:
        return parse_key(given, argument)
    if (found := os.environ.get("CARTESIA_API_KEY")) is None:
        raise ConfigurationError("the API key is missing: set CARTESIA_API_KEY, or pass api_key=")
    return parse_key(found, "CARTESIA_API_KEY")


def identify(
    base_url: Any, socket_url: Any, version: str | None, api_key: Any, token: Any, scheme: AuthScheme
) -> Identity:
    """Return the identity of a client, with what the environment adds."""
    logs.set_up("CARTESIA_LOG")
    address, version = base_url or os.environ.get("CARTESIA_BASE_URL") or contract.SERVER, version or versions.default()
    with forgetting():
        return Identity(address, version, api_key=api_key, token=token, scheme=scheme, socket_url=socket_url)
