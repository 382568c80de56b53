"""Opening a socket under the rules of the wire, and the few things that are done with it. Sync twin, then async twin.

This is the seam behind which another WebSocket library would fit: open, send, recv with a limit of time, close.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import httpx
from websockets.asyncio.client import connect as aconnect
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException
from websockets.protocol import State
from websockets.sync import client as sync_client

from . import retry
from .errors import APIConnectionError, APIError, APITimeoutError, from_response, one_line
from .identity import Secret
from .policy import Policy, describe_request

if TYPE_CHECKING:
    from .client import AsyncCartesia, Cartesia

LARGEST_FRAME = 16 * 1024 * 1024
"""Bytes. Audio comes in frames of some kilobytes; beyond this something is wrong."""
CLOSE_TIMEOUT = 0.5
# The handshake's query may hold the key, and the library logs it: it logs into nothing.
_SILENT = logging.Logger("cartesia_client.silent", logging.CRITICAL + 1)


class Closed(Exception):
    """The connection is gone; the text says how."""


class Dialer:
    """What both colours share of opening a socket: address, headers, and what follows from a failure. No I/O."""

    def __init__(self, policy: Policy, path: str, *, in_headers: bool, query: Mapping[str, Any] | None = None) -> None:
        self.policy = policy
        self._query = dict(query or {})
        self.path = path
        self._in_headers = in_headers
        self.number = 1
        self._began = policy.clock()
        base = policy.identity.base_url
        scheme = "wss" if base.scheme == "https" else "ws"
        self._url = base.copy_with(scheme=scheme, path=base.path.rstrip("/") + path)
        # For messages and errors: the address without what the query may hold.
        self._request = httpx.Request("GET", base.copy_with(path=self._url.path))
        self.what = describe_request(self._request)

    def arguments(self, credential: Secret, timeout: float | None) -> tuple[str, dict[str, Any]]:
        """Address and keyword arguments of the library's connect."""
        identity = self.policy.identity
        query, headers = {**self._query, "cartesia_version": identity.version}, dict(self.policy.headers)
        if self._in_headers:
            headers |= identity.headers(credential)
        else:
            query |= identity.query(credential)
        options: dict[str, Any] = {
            "additional_headers": headers,
            "open_timeout": timeout,
            "close_timeout": CLOSE_TIMEOUT,
            "max_size": LARGEST_FRAME,
            "compression": None,  # base64 of noise-like samples does not get smaller, it only takes longer
            "logger": _SILENT,
        }
        if self._url.scheme == "ws":
            options["proxy"] = None  # through a proxy the key would leave this machine in the clear
        return str(self._url.copy_merge_params(query)), options

    def failed(self, error: Exception) -> float | APIError:
        """Seconds to wait before the next attempt, or the error to raise."""
        if isinstance(error, InvalidStatus):
            answer = error.response
            headers = httpx.Headers(list(answer.headers.raw_items()))
            response = httpx.Response(
                answer.status_code, headers=headers, content=bytes(answer.body or b""), request=self._request
            )
            outcome = retry.Outcome("status", response.status_code, headers)
        else:
            response, outcome = None, retry.Outcome("unsent")
        elapsed = self.policy.clock() - self._began
        # Opening a socket costs nothing: it is tried again like a GET.
        decision = retry.decide(self.policy.retries, "GET", outcome, self.number, elapsed, self.policy.jitter())
        if decision.wait is not None:
            self.number += 1
            return decision.wait
        if response is not None:
            return from_response(response, self.what, attempts=self.number, note=decision.note)
        slow = isinstance(error, TimeoutError)
        text = "no connection in time" if slow else f"no connection ({type(error).__name__}: {_safe(error)})"
        kind = APITimeoutError if slow else APIConnectionError
        return kind(f"{self.what}: {text}{decision.note}", attempts=self.number)


def _safe(error: Exception) -> str:
    """The text of an error without an address that could hold the key."""
    return one_line(str(error).partition("://")[0], 200)


def closing_words(error: Exception) -> str:
    """How a connection ended, in words."""
    if isinstance(error, ConnectionClosed):
        frame = error.rcvd or error.sent
        if frame is None:
            return "the connection broke"
        who = "the service" if error.rcvd is not None else "this side"
        return f"{who} closed the connection with {frame.code}" + (
            f" ({one_line(frame.reason, 120)})" if frame.reason else ""
        )
    return f"the connection broke ({type(error).__name__})"


class Socket:
    """An open connection."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    @property
    def is_open(self) -> bool:
        """False once either side has closed, or the connection has broken."""
        return self._connection.protocol.state is State.OPEN

    def send(self, frame: str | bytes) -> None:
        failure = None
        try:
            self._connection.send(frame)
        except (WebSocketException, OSError) as error:
            failure = closing_words(error)
        if failure:
            raise Closed(failure)

    def recv(self, timeout: float) -> str | bytes | None:
        """The next frame, or None when none came in time."""
        failure = None
        try:
            frame: str | bytes = self._connection.recv(timeout=timeout)
            return frame
        except TimeoutError:
            return None
        except (WebSocketException, OSError, EOFError) as error:
            failure = closing_words(error)
        raise Closed(failure)

    def close(self) -> None:
        self._connection.close()


class AsyncSocket:
    """An open connection, for asyncio."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    @property
    def is_open(self) -> bool:
        """False once either side has closed, or the connection has broken."""
        return self._connection.protocol.state is State.OPEN

    async def send(self, frame: str | bytes) -> None:
        failure = None
        try:
            await self._connection.send(frame)
        except (WebSocketException, OSError) as error:
            failure = closing_words(error)
        if failure:
            raise Closed(failure)

    async def recv(self) -> str | bytes:
        """The next frame. May be cancelled without losing one."""
        failure = None
        try:
            frame: str | bytes = await self._connection.recv()
            return frame
        except (WebSocketException, OSError, EOFError) as error:
            failure = closing_words(error)
        raise Closed(failure)

    async def close(self) -> None:
        await self._connection.close()


def dial(
    client: Cartesia, path: str, *, in_headers: bool, timeout: float | None, query: Mapping[str, Any] | None = None
) -> Socket:
    """Opens a socket; tries again where that makes sense."""
    dialer = Dialer(client._policy, path, in_headers=in_headers, query=query)
    while True:
        address, options = dialer.arguments(dialer.policy.identity.credential(), timeout)
        try:
            return Socket(_open(address, **options, **client._tls(address)))
        except (WebSocketException, OSError, EOFError) as error:
            result = dialer.failed(error)
        finally:
            del address, options  # they may hold the key, and a traceback would keep them
        if isinstance(result, APIError):
            raise result
        dialer.policy.sleep(result)


async def adial(
    client: AsyncCartesia, path: str, *, in_headers: bool, timeout: float | None, query: Mapping[str, Any] | None = None
) -> AsyncSocket:
    """Opens a socket; tries again where that makes sense."""
    dialer = Dialer(client._policy, path, in_headers=in_headers, query=query)
    while True:
        address, options = dialer.arguments(await dialer.policy.identity.acredential(), timeout)
        try:
            return AsyncSocket(await _Connect(address, **options, **client._tls(address)))
        except (WebSocketException, OSError, EOFError) as error:
            result = dialer.failed(error)
        finally:
            del address, options  # they may hold the key, and a traceback would keep them
        if isinstance(result, APIError):
            raise result
        await dialer.policy.asleep(result)


class _NoRedirect:
    """The library follows redirects, and the next address would get the key."""

    def process_redirect(self, exc: Exception) -> Exception | str:
        return exc


class _Connect(_NoRedirect, aconnect):
    """Opens a connection for asyncio."""


def _open(address: str, **options: Any) -> Any:
    """Opens a connection for threads. Older releases of the library have no class for it, and follow no redirect there."""
    base: Any = getattr(sync_client, "reconnect", None)
    if base is None:
        return sync_client.connect(address, **options)
    opener: Any = type("_Reconnect", (_NoRedirect, base), {})
    return opener(address, **options).__enter__()
