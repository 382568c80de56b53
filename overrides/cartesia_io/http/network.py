"""The network options of httpx, for HTTP and for sockets alike: what they may be, and proxies."""

from __future__ import annotations

import base64
import codecs
import os
import re
import ssl
import urllib.parse
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from types import MappingProxyType
from typing import Any, NamedTuple, TypedDict

from cartesia_api.arguments import ConfigurationError

from ..hiding import Secret
from ..later import httpx
from ..rules import are_functions, is_a, is_path, is_text, or_none
from ..values import plain
from .urls import is_loopback


class HttpOptions(TypedDict, total=False):
    """Options that go to httpx as they are. Authentication, retries and the rules for redirects stay in force."""

    proxy: Any
    verify: ssl.SSLContext | str | os.PathLike[str] | bool
    cert: Any
    transport: Any
    limits: httpx.Limits
    trust_env: bool
    http1: bool
    http2: bool
    mounts: Mapping[str, Any]
    event_hooks: Mapping[str, list[Callable[..., Any]]]
    default_encoding: str | Callable[[bytes], str]


_PROXIES = ("http", "https", "socks5", "socks5h")
"""Schemes of proxies."""


def _is_proxy(value: Any) -> bool:
    url = value.url if isinstance(value, httpx.Proxy) else httpx.URL(plain(value))
    is_host = re.fullmatch(r"[\w.-]+|[\da-f]*:[\da-f:]*[\w.%]*", url.host) is not None
    return url.scheme in _PROXIES and is_host and (url.port is None or 0 < url.port < 65536)


def is_address(value: Any) -> bool:
    """Return whether a value may be a URL."""
    return is_text(value) or isinstance(value, httpx.URL)


def _are_event_hooks(value: Any) -> bool:
    return value.keys() <= {"request", "response"} and all(are_functions(each) for each in value.values())


def option_rules(handler: str) -> dict[str, tuple[Callable[[Any], bool], str]]:
    """Return what each option may be: a test, and its meaning in words.

    Args:
        handler: The method of a transport that the client needs.
    """

    def is_transport(value: Any) -> bool:
        return value is None or callable(getattr(value, handler, None))

    def are_mounts(value: Any) -> bool:
        return all(isinstance(pattern, str) and is_transport(each) for pattern, each in value.items())

    transport = f"an httpx transport with {handler}()"
    return {
        **dict.fromkeys(("trust_env", "http1", "http2"), (is_a(bool), "True or False")),
        "limits": (lambda value: isinstance(value, httpx.Limits), "an httpx.Limits"),
        "proxy": (
            or_none(_is_proxy),
            f"the URL of a proxy, such as http://127.0.0.1:3128 ({', '.join(_PROXIES)}), or None",
        ),
        "verify": (
            lambda value: value != "" and isinstance(value, (bool, str, os.PathLike, ssl.SSLContext)),
            "True, False, the path of a file or folder, or an SSLContext",
        ),
        "cert": (
            or_none(lambda value: 0 < len(value) < 4 if isinstance(value, tuple) else is_path(value)),
            "a path, (certificate, key), (certificate, key, password) or None",
        ),
        "event_hooks": (or_none(_are_event_hooks), "a dict with lists of functions for request and response, or None"),
        "default_encoding": (
            lambda value: callable(value) or bool(codecs.lookup(value)),
            "a known encoding, or a function",
        ),
        "transport": (is_transport, f"{transport}, or None"),
        "mounts": (or_none(are_mounts), f"a dict of patterns, each with None or {transport}; or None"),
    }


def checked(scheme: str, options: HttpOptions) -> dict[str, Any]:
    """Return the options as httpx takes them for a base URL of this scheme.

    Raises:
        ConfigurationError: They are no options, or would send the credential unencrypted.
    """
    unknown = set(options) - set(HttpOptions.__annotations__)
    if unknown:
        raise ConfigurationError(f"{sorted(unknown)[0]} is not an option of this client")
    if options.get("cert") and isinstance(options.get("verify"), ssl.SSLContext):
        # httpx would load the certificate into that context, and so show it for every client that shares it.
        raise ConfigurationError("cert= cannot be combined with an SSLContext; call its load_cert_chain() instead")
    # A subclass of str may be code of the caller, which httpx reads letter by letter.
    result: dict[str, Any] = {name: plain(value) for name, value in options.items()}
    if mounts := options.get("mounts"):
        result["mounts"] = {plain(pattern): each for pattern, each in mounts.items()}
    if scheme == "http":
        # A proxy on another machine would see the credential unencrypted, even if the base URL is on this machine.
        result["trust_env"] = False
        proxy = result.get("proxy")
        if proxy and not is_loopback((proxy.url if isinstance(proxy, httpx.Proxy) else httpx.URL(proxy)).host):
            raise ConfigurationError("an http:// base_url cannot be used through a proxy on another machine")
    return result


def check_proxy(client: httpx.Client | httpx.AsyncClient, base: httpx.URL) -> None:
    """Raise ConfigurationError if a client of httpx would send the credential unencrypted through another machine."""
    proxy = getattr(getattr(client._transport_for_url(base), "_pool", None), "_proxy_url", None)
    if base.scheme == "http" and proxy is not None and not is_loopback(proxy.host.decode()):
        raise ConfigurationError("an http:// base_url cannot be used through a proxy on another machine")


class Proxy(NamedTuple):
    """How sockets get through a proxy."""

    url: Secret | None = None
    """With user name and password. None: no proxy."""
    tls: ssl.SSLContext | None = None
    """What checks the certificate of the proxy; None for the default."""
    headers: Secret | None = None
    """Further headers, for the proxy alone; None without any."""


class Way(NamedTuple):
    """How sockets get to the service."""

    timeout: float | None
    """Seconds to wait for the connection. None waits for ever."""
    tls: ssl.SSLContext | None
    """What checks the certificate of the service; None without TLS."""
    proxy: Proxy
    options: Mapping[str, Any] = MappingProxyType({})
    """Options of the library of sockets."""


def proxy_of(client: httpx.Client | httpx.AsyncClient, base: httpx.URL) -> Proxy:
    """Return the proxy through which a client of httpx sends its requests, from proxy=, mounts=, transport= or the environment.

    Raises:
        ConfigurationError: Sockets cannot go the way of the requests.
    """
    # httpx alone knows which of its options applies to a URL. It keeps the answer in attributes that it does not document.
    transport: Any = client._transport_for_url(base)
    if transport is not client._transport and not isinstance(
        transport, (httpx.HTTPTransport, httpx.AsyncHTTPTransport)
    ):
        raise ConfigurationError(
            f"WebSockets cannot use the transport of mounts= ({type(transport).__name__}); pass proxy= or an httpx.HTTPTransport"
        )
    pool = getattr(transport, "_pool", None)
    found = getattr(pool, "_proxy_url", None)
    if found is None:
        return Proxy()
    scheme, host, port = found.scheme.decode(), found.host.decode(), found.port
    auth = getattr(pool, "_proxy_auth", None)
    if scheme.startswith("socks") and not find_spec("python_socks"):
        raise ConfigurationError("WebSockets through a SOCKS proxy need another package: pip install python-socks")
    headers = {name.decode().lower(): value.decode() for name, value in getattr(pool, "_proxy_headers", ())}
    basic = headers.get("proxy-authorization", "").partition(" ")
    if basic[0].lower() == "basic":
        auth = tuple(base64.b64decode(headers.pop("proxy-authorization")[6:]).partition(b":")[::2])
    login = ":".join(urllib.parse.quote(part, safe="") for part in auth) + "@" if auth else ""
    address = f"{scheme}://{login}{f'[{host}]' if ':' in host else host}{f':{port}' if port else ''}"
    tls = getattr(pool, "_proxy_ssl_context", None) if scheme == "https" else None
    return Proxy(Secret(address), tls, Secret(headers) if headers else None)
