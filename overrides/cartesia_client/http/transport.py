"""The rules for requests, in two subclasses of httpx's clients: the only place that loops, sleeps or raises for a request.

They are in `build_request` and `send`, so a generated endpoint function that is called with one of our clients obeys them.
"""

from __future__ import annotations

from http.cookiejar import CookieJar
from typing import Any

import httpx
from cartesia_io.forks import process
from cartesia_io.http import building, proxies, sending, time_limits
from cartesia_io.http.loops import next_loop
from cartesia_io.http.reading import is_of_library
from cartesia_io.http.response_bodies import aread_error, read_error
from cartesia_io.text import one_line

from ..errors import APIError, CartesiaError, InvalidRequestError
from .attempts import RequestAttempts, begin, prepare
from .policy import RequestPolicy


class _NoCookies(CookieJar):
    """Keeps no cookie: those who need none should not fail because one cannot be sent back."""

    def extract_cookies(self, response: Any, request: Any) -> None:
        """Leave the cookies of a response where they are."""


class _Requests:
    """What both clients do with a request before it is sent."""

    _loop: Any = None
    """That of the last request."""

    def __init__(self, policy: RequestPolicy, **options: Any) -> None:
        self.policy = policy
        self._process = process()
        super().__init__(base_url=policy.identity.base_url.url, cookies=_NoCookies(), **options)  # type: ignore[call-arg]  # httpx's client
        self._builder, self._opening = building.install(self, options)  # type: ignore[arg-type]  # httpx's client

    def _begin(self, request: httpx.Request) -> RequestAttempts:
        """Start the attempts. A forked process may not: on shared connections, two would receive each other's responses."""
        if process() is not self._process:
            raise InvalidRequestError("this client was created before fork(); create one in each process")
        return begin(self.policy, request, closed=self.is_closed)  # type: ignore[attr-defined]  # httpx's client

    def _is_of_connection(self, error: Exception) -> bool:
        """Return whether an error is one of the connection, which is typed, and not one of the caller's code, which is not."""
        return isinstance(error, httpx.RequestError) or self.is_closed or is_of_library(error)  # type: ignore[attr-defined]  # httpx's client

    def _get_proxy_map(self, proxy: Any, allow_env_proxies: bool) -> dict[str, httpx.Proxy | None]:
        if proxy is None and allow_env_proxies:
            identity = self.policy.identity
            return proxies.of_environment(identity.base_url.url, identity.socket_url.url)
        return super()._get_proxy_map(proxy, allow_env_proxies)  # type: ignore[misc, no-any-return]  # httpx's client

    def check_loop(self) -> None:
        """Let the running event loop take over from one that has ended, whose connections are dropped.

        Raises:
            InvalidRequestError: The other loop runs, too.
        """
        self._loop = next_loop(self, self._loop)  # type: ignore[arg-type]  # httpx's client, where there is a loop

    def _end_opening(self) -> None:
        """End the connections that are being opened, of which pools know nothing when they are closed."""
        for each in self._opening:
            each.close()

    def build_request(self, method: str, url: httpx.URL | str, **arguments: Any) -> httpx.Request:
        """Build a request with the headers and the options of its call.

        Raises:
            InvalidRequestError: The arguments cannot be sent.
        """
        try:
            prepared = prepare(self.policy, method, url, arguments)
            built = self._builder.build(method, url, prepared)
            return built or building.checked(super().build_request(method, url, **prepared))  # type: ignore[misc]  # httpx's client
        except CartesiaError:
            raise
        except (TypeError, ValueError, RecursionError, httpx.InvalidURL) as error:
            why = one_line(str(error))
        raise InvalidRequestError(f"{method.upper()} {one_line(str(url), 200)}: the arguments cannot be sent: {why}")

    def _build_redirect_request(self, request: httpx.Request, response: httpx.Response) -> httpx.Request:
        """Return the request itself: one to the next address, in `response.next_request`, would hold the credential."""
        return request


class SyncHTTP(_Requests, httpx.Client):
    """httpx.Client whose requests are authenticated, retried and checked."""

    def send(self, request: httpx.Request, *, stream: bool = False, **_: Any) -> httpx.Response:
        """Send a request, retry it where that is safe, and check the response. Redirects are never followed.

        Raises:
            APIError: There is no usable response.
        """
        attempts = self._begin(request)
        with attempts.place as place:
            while True:
                place.take(attempts.seconds_left())
                with self.policy.identity.lend(request, self.policy.identity.credential()):
                    result = self._attempt(attempts, stream)
                if isinstance(result, httpx.Response):
                    return result
                if isinstance(result, APIError):
                    raise attempts.with_billing(result)
                self.policy.sleep(result)

    def _attempt(self, attempts: RequestAttempts, stream: bool) -> httpx.Response | APIError | float:
        """Return the response, the seconds to wait before the next attempt, or the error to raise."""
        # The error is returned, for `send` to raise outside of any `except` block. Raised here, it would carry the error of
        # httpx as its context, and with it the frames below, whose variables hold the headers with the credential.
        response = None
        try:
            with time_limits.attempt(attempts.limit_timeouts()):
                response = sending.send(self, attempts.request)
            is_usable = attempts.begin(response)
            try:
                if not is_usable:
                    read_error(response)
                elif not stream:
                    response.read()
            finally:
                if not (is_usable and stream):
                    response.close()
                    response.stream = httpx.ByteStream(b"")  # that of the library keeps the request with the credential
        except Exception as error:
            if not self._is_of_connection(error):
                raise
            return attempts.failed(error, response, closed=self.is_closed)
        return attempts.ended(response, stream)

    def close(self) -> None:
        """Close all connections, and end those that are being opened."""
        super().close()
        self._end_opening()  # last: their threads go on at once, and say that the client is closed


class AsyncHTTP(_Requests, httpx.AsyncClient):
    """httpx.AsyncClient whose requests are authenticated, retried and checked."""

    async def send(self, request: httpx.Request, *, stream: bool = False, **_: Any) -> httpx.Response:
        """Send a request, retry it where that is safe, and check the response. Redirects are never followed.

        Raises:
            APIError: There is no usable response.
        """
        attempts = self._begin(request)
        self.check_loop()
        with attempts.place as place:
            while True:
                await place.atake(attempts.seconds_left())
                with self.policy.identity.lend(request, await self.policy.identity.acredential()):
                    result = await self._attempt(attempts, stream)
                if isinstance(result, httpx.Response):
                    return result
                if isinstance(result, APIError):
                    raise attempts.with_billing(result)
                await self.policy.asleep(result)

    async def _attempt(self, attempts: RequestAttempts, stream: bool) -> httpx.Response | APIError | float:
        """Return the response, the seconds to wait before the next attempt, or the error to raise."""
        # The error is returned, for `send` to raise outside of any `except` block. Raised here, it would carry the error of
        # httpx as its context, and with it the frames below, whose variables hold the headers with the credential.
        response = None
        try:
            with time_limits.attempt(attempts.limit_timeouts()):
                response = await sending.asend(self, attempts.request)
            is_usable = attempts.begin(response)
            try:
                if not is_usable:
                    await aread_error(response)
                elif not stream:
                    await response.aread()
            finally:
                if not (is_usable and stream):
                    await response.aclose()
                    response.stream = httpx.ByteStream(b"")  # that of the library keeps the request with the credential
        except Exception as error:
            if not self._is_of_connection(error):
                raise
            return attempts.failed(error, response, closed=self.is_closed)
        return attempts.ended(response, stream)

    async def aclose(self) -> None:
        """Close all connections, and end those that are being opened."""
        self._end_opening()  # first: closing lets other tasks run, which would use what has been opened
        await super().aclose()
