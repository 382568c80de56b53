"""The service that a command talks to: the sandbox on this machine, or the real service."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .errors import UsageError

if TYPE_CHECKING:
    from cartesia_client.client import Cartesia
    from cartesia_sandbox import Sandbox

NO_SANDBOX = (
    "the sandbox is not installed: run pip install 'cartesia-client[sandbox]', or set CARTESIA_API_KEY and add --live "
    "to use the real service"
)


@contextlib.contextmanager
def connect(live: bool) -> Iterator[Cartesia]:
    """Open a client of the real service, or of a sandbox that runs as long as the client.

    Args:
        live: Whether to use the real service, with the key in CARTESIA_API_KEY.

    Raises:
        UsageError: The sandbox is not installed.
        ConfigurationError: The key is missing.
    """
    from cartesia_client.client import Cartesia

    if live:
        with Cartesia() as client:
            yield client
    else:
        # The address is given here, so that no environment variable can turn the sandbox into the service.
        with start_sandbox() as sandbox, Cartesia(api_key="sandbox", base_url=sandbox.url) as client:
            yield client


def start_sandbox(**options: Any) -> Sandbox:
    """Start a sandbox in this process, to be used as a context manager.

    Args:
        **options: The arguments of `cartesia_sandbox.Sandbox`.

    Raises:
        UsageError: The sandbox is not installed, or an option is not usable.
    """
    try:
        from cartesia_sandbox import Sandbox
    except ImportError as error:
        raise UsageError(NO_SANDBOX) from error
    try:
        return Sandbox(**options)
    except ValueError as error:
        named = str(error).replace("allow_remote=True", "--allow-remote").replace("api_keys", "--api-key")
        raise UsageError(named) from error
