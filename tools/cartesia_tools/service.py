"""The service that a command talks to: the sandbox on this machine, or the real service."""

from __future__ import annotations

import argparse
import contextlib
import ipaddress
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from .errors import UsageError
from .terminal.keys import from_keyring
from .terminal.settings import settings_of

if TYPE_CHECKING:
    from cartesia_client.client import Cartesia
    from cartesia_sandbox import Sandbox

NO_SANDBOX = "(or set CARTESIA_API_KEY and add --live to use the real service)"


@contextlib.contextmanager
def connect(options: argparse.Namespace, **settings: Any) -> Iterator[Cartesia]:
    """Open a client of the real service, or of a sandbox: one that is running, or one that runs as long as the client.

    Args:
        options: Those of the command line: `live` uses the real service, with the key of the user; `base_url` without it
            must be an address of this machine, and no key is sent there.
        **settings: Further arguments of the client.

    Raises:
        UsageError: The sandbox is not installed, or the address is one of another machine without `live`.
        ConfigurationError: The key is missing.
    """
    from cartesia_client.client import Cartesia

    found = settings_of(options)
    settings |= _call_settings(options, found)
    url = options.base_url or found.get("base_url")
    if options.live:
        with Cartesia(api_key=from_keyring(), base_url=url, **settings) as client:
            yield client
    elif url is not None and (options.base_url or is_local(url)):
        if not is_local(url):
            raise UsageError(f"{url} is not on this machine: add --live to use it, with CARTESIA_API_KEY")
        with Cartesia(api_key="sandbox", base_url=url, **settings) as client:
            yield client
    else:
        # The address is given here, so that no environment variable can turn the sandbox into the service.
        with start_sandbox() as sandbox, Cartesia(api_key="sandbox", base_url=sandbox.url, **settings) as client:
            yield client


def _call_settings(options: argparse.Namespace, found: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments of the client that were given, or are in the settings."""
    names = {"api_version": "version", "timeout": "timeout", "max_retries": "max_retries"}
    return {
        name: value
        for option, name in names.items()
        if (value := getattr(options, option) if getattr(options, option) is not None else found.get(name)) is not None
    }


def check_taken(method: Callable[..., Any], given: Mapping[str, Any]) -> None:
    """Raise UsageError if a method of an older version does not take what a command passes, or wants more."""
    import inspect

    try:
        inspect.signature(method).bind(**given)
    except TypeError as error:
        raise UsageError(f"this version of the API cannot do that: {error}; choose a newer --api-version") from None


def is_local(url: str) -> bool:
    """Return whether a URL is one of this machine."""
    from urllib.parse import urlsplit

    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def start_sandbox(**options: Any) -> Sandbox:
    """Start a sandbox in this process, to be used as a context manager.

    Args:
        **options: The arguments of `cartesia_sandbox.Sandbox`.

    Raises:
        UsageError: The sandbox is not installed, or an option is not usable.
    """
    try:
        from cartesia_sandbox import Sandbox
    except (ImportError, OSError) as error:  # OSError: a package without the library that it is built on
        why = str(error) if "pip install" in str(error) else f"the sandbox cannot be imported: {error!r}"
        raise UsageError(f"{why} {NO_SANDBOX}") from error
    try:
        return Sandbox(**options)
    except OSError as error:
        raise UsageError(f"the file cannot be used: {error}") from error
    except ValueError as error:
        named = str(error).replace("allow_remote=True", "--allow-remote").replace("api_keys", "--api-key")
        raise UsageError(named) from error
