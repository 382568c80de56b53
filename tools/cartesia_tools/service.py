"""The service that a command talks to: the sandbox on this machine, or the real one."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .errors import UsageError

if TYPE_CHECKING:
    from cartesia_client.client import Cartesia
    from cartesia_sandbox import Sandbox

NO_SANDBOX = (
    "the sandbox is not installed: pip install 'cartesia-client[sandbox]', or speak with the real service: --live "
    "(and CARTESIA_API_KEY)"
)


@contextlib.contextmanager
def connect(live: bool) -> Iterator[Cartesia]:
    from cartesia_client.client import Cartesia

    if live:
        with Cartesia() as client:
            yield client
    else:
        # The address is given here, so that no environment variable can turn the sandbox into the service.
        with start_sandbox() as sandbox, Cartesia(api_key="sandbox", base_url=sandbox.url) as client:
            yield client


def start_sandbox(**options: Any) -> Sandbox:
    try:
        from cartesia_sandbox import Sandbox
    except ImportError as error:
        raise UsageError(NO_SANDBOX) from error
    try:
        return Sandbox(**options)
    except ValueError as error:
        raise UsageError(str(error).replace("allow_remote=True", "--allow-remote")) from error
