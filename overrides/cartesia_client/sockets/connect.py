"""Opening a socket: address, credential, and retries. Sync, then async."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import httpx
from cartesia_api.arguments import check_version, checked_headers
from cartesia_api.bodies import json_field
from cartesia_api.types import UNSET
from cartesia_io.hiding import Secret, forgetting
from cartesia_io.http.reading import describe_request, read_body
from cartesia_io.sockets.observed_connection import observed, observing
from cartesia_io.sockets.opening import Settings, aopen_socket, open_socket, rejection
from cartesia_io.sockets.websocket import SOCKET_ERRORS, AsyncSocket, Socket
from cartesia_io.text import one_line

from ..errors import APIConnectionError, APIError, APITimeoutError, InvalidRequestError, from_response
from ..http import retry
from ..http.policy import RequestPolicy, user_agent
from ..responses import is_crowded

if TYPE_CHECKING:
    from cartesia_api.options import SocketOptions
    from cartesia_api.routes import Routes

    from ..http.connections import Connections


class Handshake(NamedTuple):
    """The request that opens a socket, without credential and version."""

    channel: str
    """Name of the socket in the contract."""
    path: str
    query: Mapping[str, Any]
    headers: Mapping[str, str]
    in_headers: bool
    """Whether the credential is sent as a header, not in the query."""
    timeout: float | None
    """Seconds to wait for the connection. None waits for ever."""

    @classmethod
    def of(cls, routes: Routes, channel: str, query: Mapping[str, Any], options: SocketOptions) -> Handshake:
        """Return the handshake for the arguments of a method. Raise InvalidRequestError for unusable ones."""
        if options.auth not in ("query", "headers"):
            raise InvalidRequestError(f"websocket_auth must be 'query' or 'headers', not {options.auth!r}")
        headers = checked_headers("extra_headers", options.extra_headers)
        extra_query = options.extra_query or {}
        for name in {"api_key", "access_token"} & set(extra_query):
            raise InvalidRequestError(f"the query parameter {name} is set from api_key= or token=, not by hand")
        given = {
            name: value for name, value in {**query, **extra_query}.items() if value is not UNSET and value is not None
        }
        sent = {name: json_field(name, value) for name, value in given.items()}
        return cls(channel, routes.sockets[channel], sent, headers, options.auth == "headers", options.timeout)


class ConnectAttempts(retry.Attempts):
    """The attempts at opening one socket. No I/O."""

    def __init__(self, policy: RequestPolicy, handshake: Handshake) -> None:
        # Opening a socket is not billed, so it is retried like a GET.
        kind = "socket" if handshake.channel.startswith("tts.") else "stt"
        place = policy.place(kind, f"GET {handshake.path}")
        super().__init__(policy.retries, "GET", policy.clock, policy.jitter, place)
        self._policy = policy
        self._handshake = handshake
        base = policy.identity.base_url
        scheme = "wss" if base.scheme == "https" else "ws"
        self._url = base.copy_with(scheme=scheme, path=base.path.rstrip("/") + handshake.path)
        # Stands for the handshake in messages and errors. It has no query, which may hold the key.
        self._request = httpx.Request("GET", base.copy_with(path=self._url.path))
        self.what = describe_request(self._request)

    def arguments(self, credential: Secret) -> tuple[str, dict[str, str]]:
        """Return address and headers of the next attempt."""
        identity, handshake = self._policy.identity, self._handshake
        query = {**handshake.query, "cartesia_version": handshake.query.get("cartesia_version", identity.version)}
        headers = {"User-Agent": user_agent(), **self._policy.headers, **handshake.headers}
        check_version(str(query["cartesia_version"]))
        if handshake.in_headers:
            headers |= identity.headers(credential)
        else:
            query |= identity.query(credential)
        return str(self._url.copy_merge_params(query)), headers

    def failed(self, error: Exception) -> float | APIError:
        """Return the seconds to wait before the next attempt, or the error to raise."""
        rejected = rejection(error)
        if rejected is not None:
            status, headers, body = rejected
            response = httpx.Response(status, headers=headers, content=body, request=self._request)
            crowded = is_crowded(status, read_body(response))
            outcome = retry.Outcome("status", status, response.headers, is_crowded=crowded)
        else:
            response, outcome = None, retry.Outcome("certificate" if retry.is_about_certificates(error) else "unsent")
        decision = self.decide(outcome)
        if decision.wait is not None:
            return decision.wait
        if response is not None:
            return from_response(response, self.what, attempts=self.number, note=decision.note)
        slow = isinstance(error, TimeoutError)
        text = "no connection in time" if slow else f"no connection ({type(error).__name__}: {_without_address(error)})"
        kind = APITimeoutError if slow else APIConnectionError
        return kind(f"{self.what}: {text}{decision.note}", attempts=self.number)


def _without_address(error: Exception) -> str:
    """Return the text of an error without the address, which may hold the key."""
    return one_line(str(error).partition("://")[0], 200)


# As in http.transport, errors are raised outside the `except` block: an error of the library, as the context of ours, would
# keep a traceback whose variables hold the key.


def _settings(connections: Connections[Any], handshake: Handshake) -> Settings:
    """Return how a socket is opened: through the proxy and with the certificates that requests have, too."""
    policy = connections.policy
    # Loading certificates takes time, so it is left out where they are not needed.
    tls = connections.tls() if policy.identity.base_url.scheme == "https" else None
    return Settings(handshake.timeout, tls, *connections.proxy(), policy.socket_timeouts)


def connect(connections: Connections[Any], handshake: Handshake) -> Socket:
    """Open a socket, and retry as the policy says.

    Raises:
        InvalidRequestError: The client is closed.
        APIStatusError: The service rejected the handshake; see the subclass.
        APIConnectionError: There was no connection, or none in time.
    """
    policy, settings = connections.policy, _settings(connections, handshake)
    attempts = ConnectAttempts(policy, handshake)
    with attempts.place as place:
        while True:
            place.take()
            connections.check_open()
            address, headers = attempts.arguments(policy.identity.credential())
            try:
                with forgetting(), observing(policy.socket_hooks, address, headers) as observers:
                    return connections.keep(observed(open_socket(address, headers, settings), observers).hold(place))
            except SOCKET_ERRORS as error:
                result = attempts.failed(error)
            finally:
                del address, headers  # they hold the key, and a traceback would show them
            if isinstance(result, APIError):
                raise result
            policy.sleep(result)


async def aconnect(connections: Connections[Any], handshake: Handshake) -> AsyncSocket:
    """Open a socket, and retry as the policy says.

    Raises:
        InvalidRequestError: The client is closed.
        APIStatusError: The service rejected the handshake; see the subclass.
        APIConnectionError: There was no connection, or none in time.
    """
    policy, settings = connections.policy, _settings(connections, handshake)
    attempts = ConnectAttempts(policy, handshake)
    with attempts.place as place:
        while True:
            await place.atake()
            connections.check_open()
            address, headers = attempts.arguments(await policy.identity.acredential())
            try:
                with forgetting(), observing(policy.socket_hooks, address, headers) as observers:
                    return connections.keep(
                        observed(await aopen_socket(address, headers, settings), observers).hold(place)
                    )
            except SOCKET_ERRORS as error:
                result = attempts.failed(error)
            finally:
                del address, headers  # they hold the key, and a traceback would show them
            if isinstance(result, APIError):
                raise result
            await policy.asleep(result)
