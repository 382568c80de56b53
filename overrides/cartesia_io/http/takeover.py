"""What is taken over from an httpx client that a program passes: how it reaches the network, and what it adds to requests."""

from __future__ import annotations

from types import EllipsisType
from typing import Any, NamedTuple

from cartesia_api.arguments import ConfigurationError

from ..later import httpx
from .connections import Timeout
from .network import HttpOptions

_OF_HTTPX = ("accept", "accept-encoding", "connection")
"""Headers that every client of httpx has, and that follow from the request here."""


class Takeover(NamedTuple):
    """What an httpx client consists of."""

    timeout: Timeout | EllipsisType
    headers: dict[str, str]
    """Those that the program has added."""
    query: dict[str, Any]
    options: HttpOptions
    """Its transports, with their proxies, certificates, limits and connections, and its hooks."""


def take_over(given: Any, name: str, timeout: Timeout | EllipsisType, options: HttpOptions) -> Takeover:
    """Return what is taken over from an httpx client. It is left as it is, and shares its connections.

    Its cookies, and that it follows redirects, are not taken over.

    Args:
        given: The httpx client; None gives what is passed otherwise.
        name: The class of httpx that it must be of.
        timeout: The timeout that is passed beside it, which wins; `...` for the default.
        options: The options that are passed beside it.

    Raises:
        ConfigurationError: It is of another kind, or contradicts the options.
    """
    if given is None:
        return Takeover(timeout, {}, {}, options)
    if not issubclass(type(given), getattr(httpx, name)) or not isinstance(given, (httpx.Client, httpx.AsyncClient)):
        raise ConfigurationError(f"http_client must be an httpx.{name}, got {_name(given)}")
    if options:
        raise ConfigurationError(f"{sorted(options)[0]}= cannot be combined with http_client=; set it on that client")
    if given.is_closed:
        raise ConfigurationError("http_client is closed; pass one that is open")
    if given._auth is not None:
        raise ConfigurationError("http_client has auth=, which would replace the API key; pass api_key= or token=")
    if timeout is ... and given.timeout != httpx.Timeout(5.0):  # the default of httpx is none of the program
        timeout = given.timeout
    taken = HttpOptions(
        transport=given._transport,
        mounts={pattern.pattern: transport for pattern, transport in given._mounts.items()},
        trust_env=False,  # its proxies are among the mounts already
        event_hooks=given.event_hooks,
        default_encoding=given._default_encoding,
    )
    return Takeover(timeout, _added(given.headers), dict(given.params), taken)


def _name(given: Any) -> str:
    """Return the name of a class, with its module if it is an httpx client of the other kind."""
    kind = type(given)
    return (
        f"{kind.__module__.partition('.')[0]}.{kind.__name__}"
        if issubclass(kind, httpx._client.BaseClient)
        else kind.__name__
    )


def _added(headers: httpx.Headers) -> dict[str, str]:
    """Return the headers that httpx does not add by itself."""
    return {
        name: value
        for name, value in headers.items()
        if name not in _OF_HTTPX and not (name == "user-agent" and value.startswith("python-httpx/"))
    }
