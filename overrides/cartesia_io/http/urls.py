"""URLs to which a credential may go: over HTTPS, or to this machine."""

from __future__ import annotations

import ipaddress

import httpx
from cartesia_api.arguments import ConfigurationError

from ..values import plain


def check_url(url: str | httpx.URL, name: str = "base_url") -> httpx.URL:
    """Return the URL, if a credential may be sent there: over HTTPS, or over plain HTTP within this machine.

    Args:
        url: The URL.
        name: What it is, for errors.

    Raises:
        ConfigurationError: It is no URL, or a credential may not be sent there.
    """
    try:
        parsed = httpx.URL(plain(url))
        _ = parsed.host, parsed.raw_host.decode().encode("idna")  # raises what look-ups of an unusable name would
        if (parsed.port or 0) > 65535:
            raise ValueError
    except Exception:  # httpx has several, and a subclass of str may be code of the caller
        raise ConfigurationError(f"{name} is not a URL; expected one like https://api.cartesia.ai") from None
    if parsed.userinfo:
        raise ConfigurationError(f"{name} must not contain a user name or password")
    if not parsed.host or parsed.scheme not in ("https", "http"):
        begins = f"one that begins with {parsed.scheme}:" if parsed.scheme else "a text without https://"
        raise ConfigurationError(f"{name} must be an https:// URL such as https://api.cartesia.ai, got {begins}")
    if parsed.scheme == "http" and not is_loopback(parsed.host):
        raise ConfigurationError(
            f"{name} would send the credential unencrypted to {parsed.host}: use https://, or http:// to this machine only"
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


def redirect_target(url: httpx.URL, location: str) -> str:
    """Return where a response to a URL points, for messages."""
    try:
        return redacted(url.join(location))
    except (httpx.InvalidURL, ValueError):
        return "an address that is no URL"


def origin(url: httpx.URL) -> tuple[str, str, int | None]:
    """Return scheme, host and port of a URL."""
    port = url.port or {"https": 443, "http": 80}.get(url.scheme)
    return url.scheme, url.host, port
