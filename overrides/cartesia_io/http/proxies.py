"""The proxies of the environment, and what is reached without them.

httpx compares the addresses in NO_PROXY as texts, so that a network such as 10.0.0.0/8 excludes nothing, and fails on [::1]. Here
an entry is what curl takes it for: a name and all below it, an address or a network, any of them with or without a port, or * for
everything. Entries are separated by commas or spaces.
"""

from __future__ import annotations

import re
from ipaddress import ip_address, ip_network
from typing import NamedTuple
from urllib.request import getproxies

import httpx

_PORTS = {"https": 443, "http": 80}
_IN_BRACKETS = re.compile(r"\[([^\[\]]+)\]((?:/\d+)?)(?::(\d{1,5}))?")
_OTHER = re.compile(r"([^\s:\[\]@?#]+)()(?::(\d{1,5}))?")


def of_environment(*urls: httpx.URL) -> dict[str, httpx.Proxy | None]:
    """Return the proxies by the patterns of httpx, None for none.

    Args:
        urls: What will be reached. Of other URLs, httpx decides by names and addresses.

    Raises:
        ValueError: An entry of NO_PROXY cannot be read.
    """
    given = getproxies()
    found: dict[str, httpx.Proxy | None] = {
        f"{scheme}://": httpx.Proxy(given[scheme] if "://" in given[scheme] else f"http://{given[scheme]}")
        for scheme in ("http", "https", "all")
        if given.get(scheme)
    }
    for text in re.split(r"[\s,]+", given.get("no", "")):
        if text == "*":
            return {}
        if "://" in text:
            found[text] = None
        elif text:
            entry = _Entry.of(text)
            found |= dict.fromkeys(
                [*entry.patterns(), *(f"{url.scheme}://{url.netloc.decode()}" for url in urls if entry.names(url))]
            )
    return found


class _Entry(NamedTuple):
    """An entry of NO_PROXY."""

    host: str
    """A name, which may begin with a dot, an address or a network."""
    port: int | None

    @classmethod
    def of(cls, text: str) -> _Entry:
        """Return what a text names."""
        match = _IN_BRACKETS.fullmatch(text) or (None if _is_network(text) else _OTHER.fullmatch(text))
        host, port = (text, None) if match is None else (match[1] + match[2], match[3])
        if not _is_network(host) and (match is None or "/" in host or text[:1] == "["):
            raise ValueError(f"{text!r} in NO_PROXY is no host, address or network")
        return cls(
            host.lower().rstrip(".").removeprefix("*" if host.startswith("*.") else ""), int(port) if port else None
        )

    def names(self, url: httpx.URL) -> bool:
        """Return whether a URL is to be reached without a proxy."""
        if self.port not in (None, url.port or _PORTS.get(url.scheme)):
            return False
        if _is_network(self.host):
            return _is_network(url.host) and ip_address(url.host) in ip_network(self.host, strict=False)
        return url.host == self.host or url.host.endswith("." + self.host.removeprefix("."))

    def patterns(self) -> list[str]:
        """Return the patterns of httpx for it, as far as there are any."""
        port = f":{self.port}" if self.port else ""
        if not _is_network(self.host):
            return [f"all://*{self.host}{port}"] if self.host and self.host.isascii() else []
        network = ip_network(self.host, strict=False)
        address = str(network.network_address) if network.num_addresses == 1 else ""
        return [f"all://{f'[{address}]' if ':' in address else address}{port}"] if address else []


def _is_network(text: str) -> bool:
    """Return whether a text is an address, or a network of addresses."""
    try:
        ip_network(text, strict=False)
    except ValueError:
        return False
    return True
