"""URLs to which a credential may go: over HTTPS, or to this machine."""

from __future__ import annotations

import ipaddress

from cartesia_api.arguments import ConfigurationError

from ..later import httpx
from ..values import plain
from .addresses import PORTS, Address


def check_address(url: str | httpx.URL, name: str) -> Address:
    """Return a URL that paths are appended to, if a credential may be sent there.

    Args:
        url: The URL.
        name: What it is, for errors.

    Raises:
        ConfigurationError: It is no URL, a credential may not be sent there, or it has a query or a fragment.
    """
    if type(url) is str and (address := Address.plain(url)) is not None:
        _check_encrypted(address.scheme, address.host, name)
        return address
    parsed = check_url(url, name)
    if parsed.query or parsed.fragment:
        raise ConfigurationError(f"{name} must not have a query or a fragment")
    return Address.of(parsed)


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
    _check_encrypted(parsed.scheme, parsed.host, name)
    return parsed


def _check_encrypted(scheme: str, host: str, name: str) -> None:
    if scheme == "http" and not is_loopback(host):
        raise ConfigurationError(
            f"{name} would send the credential unencrypted to {host}: use https://, or http:// to this machine only"
        )


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


def origin(url: httpx.URL | Address) -> tuple[str, str, int | None]:
    """Return scheme, host and port of a URL."""
    return url.scheme, url.host, url.port or PORTS.get(url.scheme)
