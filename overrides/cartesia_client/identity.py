"""The credential of a client, and where it may go: over HTTPS, to the origin of the base URL, and nowhere else."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Awaitable, Callable, Iterator
from inspect import isawaitable
from typing import Any, Literal

import httpx
from cartesia_api import contract
from cartesia_api.arguments import check_version
from cartesia_io.hiding import Secret, forgetting, parse_key
from cartesia_io.http.urls import check_url, origin

from . import versions
from .errors import ConfigurationError, InvalidRequestError

AuthScheme = Literal["x-api-key", "bearer"]
AsyncKeySource = str | Callable[[], str | Awaitable[str]]


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
        self._header = "Authorization" if is_token or scheme == "bearer" else "X-API-Key"
        self._parameter = "access_token" if is_token else "api_key"

    def credential(self) -> Secret:
        """Return the credential. A callable is called each time."""
        if isinstance(self._source, Secret):
            return self._source
        with forgetting():
            return self._returned(self._called(self._source))

    async def acredential(self) -> Secret:
        """Return the credential. A callable is called each time, and awaited if it is async."""
        running_loop()  # here, because everything that is sent begins here
        if isinstance(self._source, Secret):
            return self._source
        with forgetting():
            return self._returned(await self._acalled(self._source))

    # What a callable raises is not repeated: its text may hold the key.

    def _called(self, source: Callable[[], Any]) -> Any:
        try:
            return source()
        except Exception as error:
            raise ConfigurationError(
                f"the {self._argument} callable raised {type(error).__name__}; see its cause"
            ) from error

    async def _acalled(self, source: Callable[[], Any]) -> Any:
        value = self._called(source)
        try:
            return await value if isawaitable(value) else value
        except Exception as error:
            raise ConfigurationError(
                f"the {self._argument} callable raised {type(error).__name__}; see its cause"
            ) from error

    def _returned(self, value: Any) -> Secret:
        if isawaitable(value):
            getattr(value, "close", bool)()  # a coroutine: nothing awaits it
            raise ConfigurationError(f"{self._argument} is an async callable; AsyncCartesia can await it")
        if not isinstance(value, str):
            raise ConfigurationError(f"{self._argument} callable must return str, got {type(value).__name__}")
        return parse_key(value, f"the return value of the {self._argument} callable")

    @contextlib.contextmanager
    def lend(self, request: httpx.Request, credential: Secret) -> Iterator[None]:
        """Add the credential to a request for a block, if the request goes to the origin of the base URL.

        Afterwards, neither the request nor a frame that an exception leaves holds it.
        """
        if origin(request.url) == origin(self.base_url):
            request.headers.update(self.headers(credential))
        try:
            with forgetting():
                yield
        finally:
            request.headers.pop(self._header, None)

    def is_shown_in(self, data: bytes) -> bool:
        """Return whether data holds the credential. One of a few letters, as tests have, could be in any."""
        value = self._source.reveal() if isinstance(self._source, Secret) else ""
        return len(value) >= 16 and value.encode() in data

    def headers(self, credential: Secret) -> dict[str, str]:
        """Return the credential as a header."""
        value = credential.reveal()
        return {self._header: f"Bearer {value}" if self._header == "Authorization" else value}

    def query(self, credential: Secret) -> dict[str, str]:
        """Return the credential as a query parameter, for sockets only."""
        return {self._parameter: credential.reveal()}


def running_loop() -> asyncio.AbstractEventLoop:
    """Return the running event loop of asyncio. Other kinds, such as trio, have none."""
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        raise InvalidRequestError(
            "AsyncCartesia needs asyncio: start with asyncio.run(); trio is not supported"
        ) from None


def _source(argument: str, given: AsyncKeySource | None) -> Secret | Callable[[], Any]:
    """Return the credential or what returns it, from the argument or else from the environment."""
    if callable(given):
        return given
    if given is not None:
        return parse_key(given.reveal() if isinstance(given, Secret) else given, argument)
    if (found := os.environ.get("CARTESIA_API_KEY")) is None:
        raise ConfigurationError("the API key is missing: set CARTESIA_API_KEY, or pass api_key=")
    return parse_key(found, "CARTESIA_API_KEY")


def identify(base_url: str | None, version: str | None, api_key: Any, token: Any, scheme: AuthScheme) -> Identity:
    """Return the identity of a client, with what the environment adds."""
    address = base_url or os.environ.get("CARTESIA_BASE_URL") or contract.SERVER
    with forgetting():
        return Identity(address, version or versions.default(), api_key=api_key, token=token, scheme=scheme)
