"""The credential of a client, and where it may go: over HTTPS, to the origin of the base URL, and nowhere else."""

from __future__ import annotations

import asyncio
import contextlib
import ipaddress
import os
import re
import sys
import traceback
from collections.abc import Awaitable, Callable, Iterator
from inspect import isawaitable, iscoroutine
from typing import Any, Literal

import httpx
from cartesia_api import contract
from cartesia_api.arguments import check_version

from . import versions
from .errors import CartesiaError, ConfigurationError, InvalidRequestError

AuthScheme = Literal["x-api-key", "bearer"]
AsyncKeySource = str | Callable[[], str | Awaitable[str]]


class Secret:
    """A credential that neither its repr nor its attributes show, and that cannot be pickled.

    Attributes:
        reveal: Return the credential.
    """

    __slots__ = ("reveal",)

    def __init__(self, value: str) -> None:
        self.reveal: Callable[[], str] = lambda: value

    def __repr__(self) -> str:
        return "Secret(***)"


def hidden(given: Any) -> Any:
    """Return a credential that is a text as a Secret; other values as they are."""
    return Secret(given) if isinstance(given, str) else given


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
        with forgetting():
            return self._call(self._source)

    def _call(self, source: Callable[[], Any]) -> Secret:
        value = self._called(source)
        if isawaitable(value):
            if iscoroutine(value):
                value.close()
            raise ConfigurationError(f"{self._argument} is an async callable; AsyncCartesia can await it")
        return self._returned(value)

    async def acredential(self) -> Secret:
        """Return the credential. A callable is called each time, and awaited if it is async."""
        running_loop()  # here, because everything that is sent begins here
        if isinstance(self._source, Secret):
            return self._source
        with forgetting():
            return await self._acall(self._source)

    async def _acall(self, source: Callable[[], Any]) -> Secret:
        value = self._called(source)
        try:
            return self._returned(await value if isawaitable(value) else value)
        except CartesiaError:
            raise
        except Exception as error:
            raise self._failure(error) from error

    def _called(self, source: Callable[[], Any]) -> Any:
        try:
            return source()
        except Exception as error:
            raise self._failure(error) from error

    def _failure(self, error: Exception) -> ConfigurationError:
        """Return the error for a callable that raises. Its text is not repeated: it may hold the key."""
        return ConfigurationError(f"the {self._argument} callable raised {type(error).__name__}; see its cause")

    def _returned(self, value: Any) -> Secret:
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


# Libraries keep headers and addresses in local variables, and what is raised below them (a cancellation, say) carries their
# frames to error trackers and to `pytest --showlocals`. The frames stay in the traceback, for their lines; without variables.


@contextlib.contextmanager
def forgetting() -> Iterator[None]:
    """Remove the variables from the frames that an exception leaves in this block, and from those of its causes."""
    handled = sys.exception()  # by the caller: it becomes a context of what is raised here, and is none of ours
    try:
        yield
    except BaseException as error:
        seen, links = {id(handled), id(None)}, [error]
        while links:
            link: Any = links.pop()
            if id(link) not in seen:
                seen.add(id(link))
                traceback.clear_frames(link.__traceback__)
                links += [link.__cause__, link.__context__, *getattr(link, "exceptions", ())]
        raise


def _source(argument: str, given: AsyncKeySource | None) -> Secret | Callable[[], Any]:
    """Return the credential or what returns it, from the argument or else from the environment."""
    if callable(given):
        return given
    if given is not None:
        return parse_key(given.reveal() if isinstance(given, Secret) else given, argument)
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


def identify(base_url: str | None, version: str | None, api_key: Any, token: Any, scheme: AuthScheme) -> Identity:
    """Return the identity of a client, with what the environment adds."""
    address = base_url or os.environ.get("CARTESIA_BASE_URL") or contract.SERVER
    with forgetting():
        return Identity(address, version or versions.default(), api_key=api_key, token=token, scheme=scheme)


def check_url(url: str | httpx.URL) -> httpx.URL:
    """Return the URL, if a credential may be sent there: over HTTPS, or over plain HTTP within this machine."""
    try:
        parsed = httpx.URL(url)
        _ = parsed.host, parsed.raw_host.decode().encode("idna")  # raises what look-ups of an unusable name would
        if (parsed.port or 0) > 65535:
            raise ValueError
    except (httpx.InvalidURL, TypeError, ValueError):
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


def origin(url: httpx.URL) -> tuple[str, str, int | None]:
    """Return scheme, host and port of a URL."""
    port = url.port or {"https": 443, "http": 80}.get(url.scheme)
    return url.scheme, url.host, port
