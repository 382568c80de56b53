"""Opening a socket: address, credential, and retries. Sync, then async."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from urllib.parse import quote

from cartesia_api.arguments import check_version
from cartesia_api.bodies import json_field
from cartesia_api.headers import checked_headers, joined_headers
from cartesia_api.types import UNSET
from cartesia_io.hiding import Secret, forgetting
from cartesia_io.http import retry
from cartesia_io.http.addresses import check_target
from cartesia_io.http.header_dict import HeaderDict
from cartesia_io.http.reading import read_body
from cartesia_io.later import httpx
from cartesia_io.sockets.closing import end
from cartesia_io.sockets.observed import aobserved_socket, observed_socket, tell_failure
from cartesia_io.sockets.observer import observers_of
from cartesia_io.sockets.opening import aopen_connection, check_handshake, describe_failure, open_connection, rejection
from cartesia_io.sockets.waiting import arun, run
from cartesia_io.sockets.websocket import AsyncSocket, Socket

from ..errors import APIConnectionError, APIError, APITimeoutError, CartesiaError, InvalidRequestError, from_response
from ..http.policy import RequestPolicy, user_agent
from ..responses import is_crowded

if TYPE_CHECKING:
    from cartesia_api.options import SocketOptions
    from cartesia_api.routes import Routes
    from cartesia_io.http.connections import Connections


GRACE = 0.5
"""Seconds that an attempt may take beyond its timeout to say why it failed."""
S = TypeVar("S", Socket, AsyncSocket)


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
    first: Mapping[str, Any] = MappingProxyType({})
    """The message that opens the conversation, where there is one. Fields that are not given are UNSET."""
    library: Mapping[str, Any] = MappingProxyType({})
    """Options of the library under the socket."""
    given: SocketOptions | None = None
    """What the program gave to open it."""
    again: Callable[[SocketOptions], Handshake] | None = None
    """Returns a handshake with other options."""
    retries: Mapping[str, Any] = MappingProxyType({})
    """When to try again, as far as that is not as the client was told."""

    @classmethod
    def of(cls, routes: Routes, channel: str, query: Mapping[str, Any], options: SocketOptions) -> Handshake:
        """Return the handshake for the arguments of a method. Raise InvalidRequestError for unusable ones."""
        headers = checked_headers("extra_headers", options.extra_headers)
        check_handshake(headers)
        # In the query the version wins over that of the header.
        version = {"cartesia_version": HeaderDict(headers).get("cartesia-version", UNSET)}
        extra_query = {**version, **(options.extra_query or {})}
        for name in {"api_key", "access_token"} & set(extra_query):
            raise InvalidRequestError(f"the query parameter {name} is set from api_key= or token=, not by hand")
        given = {
            name: value for name, value in {**query, **extra_query}.items() if value is not UNSET and value is not None
        }
        sent = {name: json_field(name, value) for name, value in given.items()}
        ids = {name: quote(str(json_field(name, each)), safe="") for name, each in options.path.items()}
        path = routes.sockets[channel].format(**ids)
        try:
            check_target(path, sent)
        except httpx.InvalidURL as error:
            raise InvalidRequestError(f"the arguments of {channel} cannot be sent: {error}") from None
        library = options.websocket_connection_options or {}
        return cls(channel, path, sent, headers, options.auth == "headers", options.timeout, options.first, library)


class ConnectAttempts(retry.Attempts):
    """The attempts at opening one socket. No I/O."""

    def __init__(
        self, connections: Connections[Any, RequestPolicy], handshake: Handshake, is_closed: Callable[[], bool]
    ) -> None:
        # Opening a socket is not billed, so it is retried like a GET.
        policy = connections.policy
        group = handshake.channel.partition(".")[0]
        place = policy.place("socket" if group == "tts" else group, f"GET {handshake.path}")
        retries = policy.retries._replace(**handshake.retries)
        super().__init__(retries, "GET", policy.clock, policy.jitter, place)
        self._policy, self._connections, self._handshake, self._is_closed = policy, connections, handshake, is_closed
        self.way = connections.way(handshake.timeout)._replace(options=handshake.library)
        self._address = policy.identity.socket_url.below(handshake.path)
        self.what = f"GET {self._address.path}"
        self.name = handshake.channel

    def begin(self, credential: Secret) -> tuple[str, dict[str, str]]:
        """Return address and headers of the next attempt, for which the observers are there."""
        self.starting()
        identity, handshake = self._policy.identity, self._handshake
        query = {**handshake.query, "cartesia_version": handshake.query.get("cartesia_version", identity.version)}
        headers = joined_headers({"User-Agent": user_agent()}, self._policy.headers, handshake.headers)
        check_version(str(query["cartesia_version"]))
        if handshake.in_headers:
            headers |= identity.headers(credential)
        else:
            query |= identity.query(credential)
        address = self._address.of_socket(query)
        self.observers = observers_of(self._policy.socket_hooks, address, headers)
        return address, headers

    def longest(self) -> float:
        """Return the seconds to wait for the attempt that begins."""
        timeout = self._handshake.timeout
        return min(self.seconds_left(), math.inf if timeout is None else timeout + GRACE)

    def check_open(self) -> None:
        """Raise the error for a client or a socket that the program has closed meanwhile."""
        self._connections.check_open()
        if self._is_closed():
            raise APIConnectionError(f"{self.what}: closed locally before it was open", attempts=self.number)

    def opened(self, socket: S) -> S:
        """Return a socket that has been opened, to be closed together with the client."""
        self.succeeded("open", socket.headers)
        return self._connections.keep(socket.hold(self.place, self.name))

    def failed(self, error: Exception) -> float | Exception:
        """Return the seconds to wait before the next attempt, or the error to raise."""
        rejected = rejection(error)
        if rejected is not None:
            status, headers, body = rejected
            request = httpx.Request("GET", self._address.url)  # without the query, which may hold the key
            response = httpx.Response(status, headers=headers, content=body, request=request)
            crowded = is_crowded(status, read_body(response))
            outcome = retry.Outcome("status", status, response.headers, is_crowded=crowded)
        else:
            response, outcome = None, retry.Outcome("certificate" if retry.is_about_certificates(error) else "unsent")
        raised = tell_failure(self.observers, response)
        decision = self.decide(outcome)
        if decision.wait is not None:
            return raised or decision.wait
        if response is not None:
            failure: APIError = from_response(response, self.what, attempts=self.number, note=decision.note)
        else:
            slow = isinstance(error, TimeoutError)
            kind = APITimeoutError if slow else APIConnectionError
            failure = kind(f"{self.what}: {describe_failure(error)}{decision.note}", attempts=self.number)
        self.gave_up(failure)
        failure.__cause__ = raised
        return failure


# As in http.transport, errors are raised outside the `except` block: an error of the library, as the context of ours, would
# keep a traceback whose variables hold the key.


def connect(
    connections: Connections[Any, RequestPolicy], handshake: Handshake, is_closed: Callable[[], bool]
) -> Socket:
    """Open a socket, and retry as the policy says.

    Raises:
        InvalidRequestError: The client is closed.
        APIStatusError: The service rejected the handshake; see the subclass.
        APIConnectionError: There was no connection, or none in time, or `is_closed` said that none is needed.
    """
    policy, attempts = connections.policy, ConnectAttempts(connections, handshake, is_closed)
    with attempts.place as place:
        while True:
            if not place.runs:
                run(partial(place.take, attempts.seconds_left()), attempts.check_open)
            attempts.check_open()
            credential = policy.identity.credential()
            with forgetting():
                opening = partial(open_connection, *attempts.begin(credential), attempts.way)
            opened: Any = None
            result: float | Exception = 0.0
            try:
                with forgetting():
                    opened = run(opening, attempts.check_open, attempts.longest(), end)
            except CartesiaError:
                raise
            except Exception as error:
                result = attempts.failed(error)
            finally:
                del opening  # it holds the key, and a traceback would show it
            if opened is not None:
                return attempts.opened(observed_socket(opened, policy.socket_timeouts, attempts.observers))
            if isinstance(result, Exception):
                raise result
            run(partial(policy.sleep, result), attempts.check_open)


async def aconnect(
    connections: Connections[Any, RequestPolicy], handshake: Handshake, is_closed: Callable[[], bool]
) -> AsyncSocket:
    """Open a socket, and retry as the policy says.

    Raises:
        InvalidRequestError: The client is closed.
        APIStatusError: The service rejected the handshake; see the subclass.
        APIConnectionError: There was no connection, or none in time, or `is_closed` said that none is needed.
    """
    policy, attempts = connections.policy, ConnectAttempts(connections, handshake, is_closed)
    with attempts.place as place:
        while True:
            if not place.runs:
                await arun(partial(place.atake, attempts.seconds_left()), attempts.check_open)
            attempts.check_open()
            credential = await policy.identity.acredential()
            with forgetting():
                opening = partial(aopen_connection, *attempts.begin(credential), attempts.way)
            opened: Any = None
            result: float | Exception = 0.0
            try:
                with forgetting():
                    opened = await arun(opening, attempts.check_open, attempts.longest())
            except CartesiaError:
                raise
            except Exception as error:
                result = attempts.failed(error)
            finally:
                del opening  # it holds the key, and a traceback would show it
            if opened is not None:
                return attempts.opened(aobserved_socket(opened, policy.socket_timeouts, attempts.observers))
            if isinstance(result, Exception):
                raise result
            await arun(partial(policy.asleep, result), attempts.check_open)
