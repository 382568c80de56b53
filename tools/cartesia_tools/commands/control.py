"""What `journal` and `faults` say to a sandbox that is running: its control interface over HTTP, on this machine."""

from __future__ import annotations

import argparse
import os
from typing import Any
from urllib.parse import urlsplit

from ..errors import UsageError
from ..service import is_local
from ..terminal.settings import settings_of

PREFIX = "/__sandbox__"


class SandboxError(OSError):
    """The sandbox cannot be reached, or it rejects what it is asked."""


def address_of(options: argparse.Namespace) -> str:
    """Return the address of the running sandbox, from the command line, the environment or the settings.

    Raises:
        UsageError: None is given, or it is one of another machine.
    """
    url = options.base_url or os.environ.get("CARTESIA_BASE_URL") or settings_of(options).get("base_url")
    if url is None:
        raise UsageError("name the sandbox, as in: --base-url http://127.0.0.1:8000 (or set CARTESIA_BASE_URL)")
    if not is_local(url):
        raise UsageError(f"{url} is not on this machine: a sandbox is")
    try:
        _ = urlsplit(url).port
    except ValueError as error:
        raise UsageError(f"{url} is not a URL: {error}") from None
    return str(url).rstrip("/")


def ask(method: str, url: str, path: str, *, query: dict[str, Any] | None = None, body: Any = None) -> Any:
    """Return what the sandbox responds, None if that is nothing. No key is sent.

    Raises:
        SandboxError: It cannot be reached, or responds with an error; its message says which.
        UsageError: The address is not usable, or the sandbox rejects what it was asked.
    """
    import httpx

    try:
        # Without the environment's proxies: the address is on this machine.
        with httpx.Client(trust_env=False, timeout=10) as client:
            response = client.request(method, f"{url}{PREFIX}{path}", params=query, json=body)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise SandboxError(f"there is no sandbox at {url}: {error}") from None
    try:
        found = response.json() if response.content else None
    except ValueError:
        found = None
    if response.status_code == 400 and isinstance(found, dict):
        raise UsageError(str(found.get("message") or found.get("error") or found))
    if response.status_code >= 400 or (response.content and found is None):
        said = f": {found.get('message') or found.get('error')}" if isinstance(found, dict) else ""
        raise SandboxError(f"{url} responded to {method} {PREFIX}{path} with {response.status_code}{said}")
    return found
