"""The connections of a client: its httpx client, its certificates, and its life from first use to `close`."""

from __future__ import annotations

import os
import ssl
import threading
from collections.abc import Callable
from types import EllipsisType
from typing import Any, Generic, Protocol, TypeAlias, TypeVar, Union

from cartesia_api.arguments import ConfigurationError, InvalidRequestError

from ..hiding import Hidden
from ..later import httpx
from ..text import one_line
from . import certificates, network

Timeout: TypeAlias = Union[float, "httpx.Timeout", None]  # httpx is not loaded, and `|` takes no text
H = TypeVar("H", bound="httpx.Client | httpx.AsyncClient")
P = TypeVar("P", bound="Policy")
S = TypeVar("S", bound=Any)


_ENVIRONMENT = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


class Policy(Protocol):
    """The rules for the requests of a client, as far as they concern its connections."""

    def stop_waiting(self) -> None:
        """End the waits of calls: the client is closed."""
        ...

    @property
    def identity(self) -> Any:
        """What has the `base_url` of requests, and the `socket_url` of sockets."""
        ...


class Connections(Generic[H, P]):
    """The connections that a client shares with those of its `with_options`.

    Attributes:
        policy: The rules for requests.
        is_closed: Whether the client has been closed.
        sockets: The WebSockets that have been opened. Those that have ended are dropped with the next one.
    """

    def __init__(
        self, kind: Callable[..., H], policy: P, timeout: Timeout | EllipsisType, options: network.HttpOptions
    ) -> None:
        self._kind = kind
        self.policy = policy
        self._timeout = timeout
        self._options = Hidden(network.checked(policy.identity.base_url.scheme, options))
        # Threads may use a client for the first time at once, or while another one closes it.
        self._lock = threading.RLock()
        self._http: H | None = None
        self._tls: ssl.SSLContext | None = None
        self.is_closed = False
        self.sockets: set[Any] = set()
        self._check_environment()

    def _check_environment(self) -> None:
        """Create the httpx client once, to find what it cannot use of options and environment. It is not kept, for forks.

        A file of certificates that is set for all programs is only looked at, because loading it takes longer than all the rest.

        Raises:
            ConfigurationError: There is such a thing: a proxy, a certificate, or a package that is missing.
        """
        if trusted := self._options.get("trust_env", True):
            certificates.check_certificates()
        variables: list[str] = [
            name for name in os.environ if (trusted and name.upper() in _ENVIRONMENT) or name == certificates.OF_PYTHON
        ]
        given: list[str] = [f"{name}=" for name in self._options if name != "trust_env"]
        self._is_configured = bool(variables or given)
        if not self._is_configured:
            return
        try:
            network.check_proxy(self._kind(self.policy, **self._complete()), self.policy.identity.base_url.url)
        except ConfigurationError:
            raise
        except Exception as error:
            why = one_line(f"{type(error).__name__}: {error}")
        else:
            return
        raise ConfigurationError(f"httpx cannot use {', '.join((*given, *variables))}: {why}")

    @property
    def timeout(self) -> Timeout:
        """Return the timeout of requests in seconds."""
        if self._timeout is not ...:
            return self._timeout
        from .clients import DEFAULT_TIMEOUT  # loads httpx

        return DEFAULT_TIMEOUT

    def open(self) -> H:
        """Return the httpx client, created on first use."""
        with self._lock:
            self.check_open()
            if self._http is None:
                self._http = self._kind(self.policy, **self._complete())
            return self._http

    def open_in_loop(self) -> None:
        """Create the httpx client, and import what its first connection stands on: in a request, both would block the loop."""
        import anyio

        from . import tcp_stream  # noqa: F401  # loads what it stands on

        self.open()
        anyio.current_time()  # loads what is for asyncio
        _ = anyio.connect_tcp

    def check_open(self) -> None:
        """Raise InvalidRequestError if the client has been closed."""
        if self.is_closed:
            raise InvalidRequestError("this client is closed; create a new one")

    def keep(self, socket: S) -> S:
        """Return a WebSocket, to be closed together with the client. Raise InvalidRequestError if it has been closed."""
        with self._lock:
            for each in [each for each in self.sockets if each.is_stranded]:
                each.abort()
            self.sockets = {each for each in self.sockets if each.is_running} | {socket}
        if self.is_closed:  # while the WebSocket was opened
            socket.abort()
            self.check_open()
        return socket

    def close(self) -> tuple[H | None, list[Any]]:
        """Return the httpx client, if there is one, and the WebSockets, for the caller to close. None is opened afterwards."""
        with self._lock:
            self.is_closed, http, self._http = True, self._http, None
            self.policy.stop_waiting()
            return http, list(self.sockets)

    def tls(self) -> ssl.SSLContext:
        """Return what checks certificates and shows that of the client, for sockets."""
        with self._lock:
            if self._tls is None:
                self._tls = certificates.tls_context(self._options)
            return self._tls

    def way(self, timeout: float | None) -> network.Way:
        """Return how sockets get to the service: with the certificates and through the proxy that requests have, too."""
        base, proxy = self.policy.identity.socket_url, network.Proxy()
        if self._is_configured:
            proxy = network.proxy_of(self._http or self._kind(self.policy, **self._complete()), base.url)
        # Loading certificates takes time, so it is left out where they are not needed.
        tls = self.tls() if base.scheme == "https" else None
        if tls is not None and "transport" in self._options:
            tls.set_alpn_protocols(["http/1.1"])  # httpx offers HTTP/2 in the context of its transport, each time anew
        return network.Way(timeout, tls, proxy)

    def _complete(self) -> dict[str, Any]:
        """Return the options of httpx."""
        from .clients import DEFAULT_CONNECTION_LIMITS  # loads httpx

        options = {"timeout": self.timeout, "limits": DEFAULT_CONNECTION_LIMITS, **self._options}
        if "transport" in options:
            return options
        needs_them = {"verify", "cert"} & self._options.keys() or certificates.OF_PYTHON in os.environ
        if self.policy.identity.base_url.scheme == "http" and not needs_them:
            context: ssl.SSLContext = certificates.OnDemand(self.tls)
        else:
            # With HTTP/2, httpx offers it in the handshakes of its context; sockets know none.
            context = certificates.tls_context(self._options) if self._options.get("http2") else self.tls()
        return {**options, "verify": context, "cert": None}
