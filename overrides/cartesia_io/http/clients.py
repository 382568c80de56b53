"""Clients of httpx with the time-outs and limits that this package uses, to be given to a client of the API as `http_client`."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import httpx

DEFAULT_TIMEOUT = httpx.Timeout(60.0, connect=5.0)
# httpx keeps 20 that are idle: when forty threads have had their answers, the next forty requests would open 20 anew.
DEFAULT_CONNECTION_LIMITS = httpx.Limits(max_connections=100, max_keepalive_connections=100)


def _defaults(options: dict[str, Any]) -> dict[str, Any]:
    return {"timeout": DEFAULT_TIMEOUT, "limits": DEFAULT_CONNECTION_LIMITS, **options}


class DefaultHttpxClient(httpx.Client):
    """`httpx.Client` with other defaults for `timeout` and `limits`."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**_defaults(options))


class DefaultAsyncHttpxClient(httpx.AsyncClient):
    """`httpx.AsyncClient` with other defaults for `timeout` and `limits`."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**_defaults(options))


class DefaultAioHttpClient(DefaultAsyncHttpxClient):
    """`DefaultAsyncHttpxClient` on connections of aiohttp.

    Raises:
        RuntimeError: The package httpx-aiohttp is not installed.
    """

    def __init__(self, **options: Any) -> None:
        try:
            transport = import_module("httpx_aiohttp").AiohttpTransport
        except ImportError as error:
            raise RuntimeError(f"DefaultAioHttpClient needs aiohttp: pip install httpx-aiohttp ({error})") from error
        super().__init__(**{"transport": transport(), **options})
