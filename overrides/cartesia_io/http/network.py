"""The network options of httpx, for HTTP and for sockets alike: certificates and proxies."""

from __future__ import annotations

import functools
import os
import ssl
import urllib.parse
import urllib.request
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import Any, TypedDict

import httpx
from cartesia_api.arguments import ConfigurationError

from ..text import one_line
from .urls import is_loopback


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


def checked(base_url: httpx.URL, options: HttpOptions) -> dict[str, Any]:
    """Return the options as httpx takes them for a base URL.

    Raises:
        ConfigurationError: They are no options, or would send the credential unencrypted.
    """
    unknown = set(options) - set(HttpOptions.__annotations__)
    if unknown:
        raise ConfigurationError(f"{sorted(unknown)[0]} is not an option of this client")
    if options.get("cert") and isinstance(options.get("verify"), ssl.SSLContext):
        # httpx would load the certificate into that context, and so show it for every client that shares it.
        raise ConfigurationError("cert= cannot be combined with an SSLContext; call its load_cert_chain() instead")
    result: dict[str, Any] = {**options}
    if base_url.scheme == "http":
        # A proxy on another machine would see the credential unencrypted, even if the base URL is on this machine.
        result["trust_env"] = False
        proxy = options.get("proxy")
        address = getattr(proxy, "url", proxy)
        if address is not None and not is_loopback(httpx.URL(address).host):
            raise ConfigurationError("an http:// base_url cannot be used through a proxy on another machine")
    return result


def tls_context(options: Mapping[str, Any]) -> ssl.SSLContext:
    """Return an SSLContext with the options of httpx. It is shared with other clients only if it holds nothing of this one.

    Raises:
        ConfigurationError: A certificate cannot be loaded.
    """
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


def proxy_of(base: httpx.URL, options: Mapping[str, Any]) -> tuple[str | None, ssl.SSLContext | None]:
    """Return the URL of the proxy for sockets and what checks its certificate: the same as for requests."""
    given = options.get("proxy")
    if given is None:
        if not options.get("trust_env", True) or urllib.request.proxy_bypass(base.netloc.decode()):
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


@functools.lru_cache(maxsize=8)
def _shared_context(trust_env: bool, *_: str | None) -> ssl.SSLContext:
    """Return one SSLContext for all clients: loading the certificates takes about 20 ms."""
    return httpx.create_ssl_context(trust_env=trust_env)
