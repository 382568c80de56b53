"""The httpx client of a Cartesia: its options, its certificates, and its life from first use to `close`."""

from __future__ import annotations

import functools
import os
import ssl
import threading
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypedDict, TypeVar

import httpx

from ..errors import ConfigurationError, InvalidRequestError
from ..identity import is_loopback
from .policy import RequestPolicy
from .transport import AsyncHTTP, SyncHTTP

DEFAULT_TIMEOUT = httpx.Timeout(60.0, connect=5.0)
Timeout = float | httpx.Timeout | None
H = TypeVar("H", SyncHTTP, AsyncHTTP)


class HttpOptions(TypedDict, total=False):
    """Options that go to httpx as they are. Authentication, retries and the rules for redirects stay in force."""

    proxy: Any
    verify: ssl.SSLContext | str | bool
    cert: Any
    transport: Any
    limits: httpx.Limits
    trust_env: bool
    http1: bool
    http2: bool
    mounts: Mapping[str, Any]
    event_hooks: Mapping[str, list[Callable[..., Any]]]
    default_encoding: str | Callable[[bytes], str]


class Connections(Generic[H]):
    """The connections that a client shares with those of its `with_options`."""

    def __init__(self, kind: type[H], policy: RequestPolicy, timeout: Timeout, options: HttpOptions) -> None:
        self._kind: type[H] = kind
        self._policy = policy
        self._options = _checked(policy.identity.base_url, timeout, options)
        # Threads may use a client for the first time at once, or while another one closes it.
        self._lock = threading.Lock()
        self._http: H | None = None
        self._closed = False

    def open(self) -> H:
        """Return the httpx client, created on first use."""
        with self._lock:
            if self._closed:
                raise InvalidRequestError("this client is closed; create a new one")
            if self._http is None:
                self._http = self._kind(self._policy, **self._complete())
            return self._http

    def close(self) -> H | None:
        """Return the httpx client for the caller to close, None if there is none. No other is created afterwards."""
        with self._lock:
            self._closed, http, self._http = True, self._http, None
            return http

    def tls(self) -> ssl.SSLContext:
        """Return what checks certificates, for sockets."""
        verify = self._complete().get("verify", True)
        return verify if isinstance(verify, ssl.SSLContext) else httpx.create_ssl_context(verify=verify)

    def _complete(self) -> dict[str, Any]:
        """Return the options with the shared SSLContext, unless the caller passed `verify` or `transport`."""
        if "verify" in self._options or "transport" in self._options:
            return self._options
        trust_env = self._options.get("trust_env", True)
        paths = (os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")) if trust_env else ()
        return {**self._options, "verify": _shared_context(trust_env, *paths)}


def _checked(base_url: httpx.URL, timeout: Timeout, options: HttpOptions) -> dict[str, Any]:
    unknown = set(options) - set(HttpOptions.__annotations__)
    if unknown:
        raise ConfigurationError(f"{sorted(unknown)[0]} is not an option of this client")
    result: dict[str, Any] = {"timeout": timeout, **options}
    if base_url.scheme == "http":
        # A proxy on another machine would see the credential unencrypted, even if the base URL is on this machine.
        result["trust_env"] = False
        proxy = options.get("proxy")
        address = getattr(proxy, "url", proxy)
        if address is not None and not is_loopback(httpx.URL(address).host):
            raise ConfigurationError("an http:// base_url cannot be used through a proxy on another machine")
    return result


@functools.lru_cache(maxsize=8)
def _shared_context(trust_env: bool, *_: str | None) -> ssl.SSLContext:
    """Return one SSLContext for all clients: loading the certificates takes about 20 ms."""
    return httpx.create_ssl_context(trust_env=trust_env)
