"""The httpx client of a Cartesia: its options, its certificates, and its life from first use to `close`."""

from __future__ import annotations

import functools
import os
import ssl
import threading
import urllib.parse
import urllib.request
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import Any, Generic, TypedDict, TypeVar

import httpx

from ..errors import ConfigurationError, InvalidRequestError
from ..identity import is_loopback
from ..responses import one_line
from .policy import RequestPolicy
from .transport import AsyncHTTP, SyncHTTP

DEFAULT_TIMEOUT = httpx.Timeout(60.0, connect=5.0)
Timeout = float | httpx.Timeout | None
H = TypeVar("H", SyncHTTP, AsyncHTTP)
S = TypeVar("S", bound=Any)


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


_ENVIRONMENT = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR")


class Connections(Generic[H]):
    """The connections that a client shares with those of its `with_options`.

    Attributes:
        policy: The rules for requests.
        sockets: The WebSockets that have been opened. Those that have ended are dropped with the next one.
    """

    def __init__(self, kind: type[H], policy: RequestPolicy, timeout: Timeout, options: HttpOptions) -> None:
        self._kind: type[H] = kind
        self.policy = policy
        self._options = _checked(policy.identity.base_url, timeout, options)
        # Threads may use a client for the first time at once, or while another one closes it.
        self._lock = threading.RLock()
        self._http: H | None = None
        self._tls: ssl.SSLContext | None = None
        self._closed = False
        self.sockets: set[Any] = set()
        self._check_environment()

    def _check_environment(self) -> None:
        """Create the httpx client once, to find what it cannot use of options and environment. It is not kept, for forks.

        Raises:
            ConfigurationError: There is such a thing: a proxy, a certificate, or a package that is missing.
        """
        trusted = self._options.get("trust_env", True)
        variables: list[str] = [name for name in os.environ if trusted and name.upper() in _ENVIRONMENT]
        given: list[str] = [f"{name}=" for name in self._options if name not in ("timeout", "trust_env")]
        if not variables and not given:
            return
        try:
            self._kind(self.policy, **self._complete())
        except ConfigurationError:
            raise
        except Exception as error:
            why = one_line(f"{type(error).__name__}: {error}")
        else:
            return
        raise ConfigurationError(f"httpx cannot use {', '.join((*given, *variables))}: {why}")

    def open(self) -> H:
        """Return the httpx client, created on first use."""
        with self._lock:
            self.check_open()
            if self._http is None:
                self._http = self._kind(self.policy, **self._complete())
            return self._http

    def check_open(self) -> None:
        """Raise InvalidRequestError if the client has been closed."""
        if self._closed:
            raise InvalidRequestError("this client is closed; create a new one")

    def keep(self, socket: S) -> S:
        """Return a WebSocket, to be closed together with the client. Raise InvalidRequestError if it has been closed."""
        with self._lock:
            self.sockets = {each for each in self.sockets if each.is_running} | {socket}
        if self._closed:  # while the WebSocket was opened
            socket.abort()
            self.check_open()
        return socket

    def close(self) -> tuple[H | None, list[Any]]:
        """Return the httpx client, if there is one, and the WebSockets, for the caller to close. None is opened afterwards."""
        with self._lock:
            self._closed, http, self._http = True, self._http, None
            return http, list(self.sockets)

    def tls(self) -> ssl.SSLContext:
        """Return what checks certificates and shows that of the client, for sockets."""
        with self._lock:
            if self._tls is None:
                self._tls = self._context()
            return self._tls

    def _context(self) -> ssl.SSLContext:
        """Return an SSLContext with the options of httpx. It is shared with other clients only if it holds nothing of this one.

        Raises:
            ConfigurationError: A certificate cannot be loaded.
        """
        options = self._options
        verify, cert, trust_env = options.get("verify", True), options.get("cert"), options.get("trust_env", True)
        if isinstance(verify, ssl.SSLContext):
            return verify
        if verify is True and not cert and not options.get("http2"):
            paths = (os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")) if trust_env else ()
            return _shared_context(trust_env, *paths)
        try:
            context = httpx.create_ssl_context(verify=verify, trust_env=trust_env)
            if cert:
                files: Any = (cert,) if isinstance(cert, (str, os.PathLike)) else cert
                context.load_cert_chain(*files)
        except OSError as error:
            why = one_line(str(error))
        else:
            return context
        raise ConfigurationError(f"the certificates of verify= and cert= cannot be loaded: {why}")

    def proxy(self) -> tuple[str | None, ssl.SSLContext | None]:
        """Return the URL of the proxy for sockets and what checks its certificate: the same as for requests."""
        base, given = self.policy.identity.base_url, self._options.get("proxy")
        if given is None:
            if not self._options.get("trust_env", True) or urllib.request.proxy_bypass(base.netloc.decode()):
                return None, None
            found = urllib.request.getproxies()
            given = found.get(base.scheme) or found.get("all")
            if not given:
                return None, None
            given = given if "://" in given else f"http://{given}"
        proxy = given if isinstance(given, httpx.Proxy) else httpx.Proxy(given)
        if proxy.url.scheme.startswith("socks") and not find_spec("python_socks"):
            raise ConfigurationError("WebSockets through a SOCKS proxy need another package: pip install python-socks")
        url, auth = str(proxy.url), proxy.auth
        if auth:  # httpx takes it out of the URL
            name, password = (urllib.parse.quote(part, safe="") for part in auth)
            url = url.replace("://", f"://{name}:{password}@", 1)
        return url, proxy.ssl_context

    def _complete(self) -> dict[str, Any]:
        """Return the options of httpx."""
        if "transport" in self._options:
            return self._options
        # With HTTP/2, httpx offers it in the handshakes of its context; sockets know none.
        context = self._context() if self._options.get("http2") else self.tls()
        return {**self._options, "verify": context, "cert": None}


def _checked(base_url: httpx.URL, timeout: Timeout, options: HttpOptions) -> dict[str, Any]:
    unknown = set(options) - set(HttpOptions.__annotations__)
    if unknown:
        raise ConfigurationError(f"{sorted(unknown)[0]} is not an option of this client")
    if options.get("cert") and isinstance(options.get("verify"), ssl.SSLContext):
        # httpx would load the certificate into that context, and so show it for every client that shares it.
        raise ConfigurationError("cert= cannot be combined with an SSLContext; call its load_cert_chain() instead")
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
