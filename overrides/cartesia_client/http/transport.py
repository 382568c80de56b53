"""The rules for requests, in two subclasses of httpx's clients: the only place that loops, sleeps or raises for a request.

They are in `build_request` and `send`, so a generated endpoint function that is called with one of our clients obeys them.
"""

from __future__ import annotations

import asyncio
import math
import os
import weakref
from collections.abc import AsyncIterator, Iterator
from http.cookiejar import CookieJar
from typing import Any

import httpx
from cartesia_io.hiding import forgetting
from cartesia_io.http import time_limits
from cartesia_io.http.response_bodies import ERROR_TIMEOUT, aread_error, limit_decoding, read_error
from cartesia_io.text import one_line
from cartesia_io.turns import Place

from ..errors import APIError, CartesiaError, InvalidRequestError
from ..identity import running_loop
from .policy import RequestAttempts, RequestPolicy


class _NoCookies(CookieJar):
    """Keeps no cookie: the API has none, and one that cannot be sent back would break every later call."""

    def extract_cookies(self, response: Any, request: Any) -> None:
        """Leave the cookies of a response where they are."""


class _Requests:
    """What both clients do with a request before it is sent."""

    def __init__(self, policy: RequestPolicy, **options: Any) -> None:
        self.policy = policy
        self._process = os.getpid()
        self._loop: weakref.ref[asyncio.AbstractEventLoop] | None = None
        super().__init__(base_url=policy.identity.base_url, cookies=_NoCookies(), **options)  # type: ignore[call-arg]  # httpx's client
        time_limits.install(self)  # type: ignore[arg-type]  # which this is

    def _begin(self, request: httpx.Request) -> RequestAttempts:
        """Start the attempts. A forked process may not: on shared connections, two would receive each other's responses."""
        if os.getpid() != self._process:
            raise InvalidRequestError("this client was created before fork(); create one in each process")
        return self.policy.begin(request, closed=self.is_closed)  # type: ignore[attr-defined]  # httpx's client

    @property
    def is_stranded(self) -> bool:
        """Whether the event loop is closed in which the connections were opened, and which alone could close them."""
        loop = self._loop() if self._loop else None
        return loop is not None and loop.is_closed()

    def check_loop(self) -> None:
        """Raise InvalidRequestError in another event loop than that of the first request."""
        loop = running_loop()
        self._loop = self._loop or weakref.ref(loop)
        if self._loop() is not loop:
            raise InvalidRequestError("this client belongs to another event loop; create one in each event loop")

    def build_request(self, method: str, url: httpx.URL | str, **arguments: Any) -> httpx.Request:
        """Build a request with the headers and the options of its call.

        Raises:
            InvalidRequestError: The arguments cannot be sent.
        """
        try:
            prepared = self.policy.prepare(method, url, arguments)
            request: httpx.Request = super().build_request(method, url, **prepared)  # type: ignore[misc]  # httpx's client
            return request
        except CartesiaError:
            raise
        except (TypeError, ValueError, RecursionError, httpx.InvalidURL) as error:
            why = one_line(str(error))
        raise InvalidRequestError(f"{method.upper()} {url}: the arguments cannot be sent: {why}")

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
                place.take()
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
        try:
            with time_limits.attempt(attempts.seconds_left()):
                response = super().send(attempts.request, stream=True, auth=None, follow_redirects=False)
        except httpx.RequestError as error:
            return attempts.failed(error)
        limit_decoding(response)
        time_limits.limit_body(
            response, min(attempts.seconds_left(), math.inf if response.is_success else ERROR_TIMEOUT)
        )
        try:
            wrong = attempts.check_type(response) if response.is_success else None
            if wrong or not response.is_success:
                read_error(response)
            elif not stream:
                response.read()
        except httpx.RequestError as error:
            return attempts.failed(error, response.num_bytes_downloaded)
        finally:
            if not (stream and response.is_success):
                response.close()
                response.stream = httpx.ByteStream(b"")  # that of the library keeps the request with the credential
        if not response.is_success:
            return attempts.rejected(response)
        if wrong:
            return attempts.invalid(response, wrong)
        self.policy.warn_if_deprecated(attempts.label, response)
        if stream:
            response.stream = _Body(response.stream, attempts.place)
            return response
        return attempts.check_content(response) or response


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
                await place.atake()
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
        try:
            with time_limits.attempt(attempts.seconds_left()):
                response = await super().send(attempts.request, stream=True, auth=None, follow_redirects=False)
        except httpx.RequestError as error:
            return attempts.failed(error)
        limit_decoding(response)
        time_limits.limit_body(
            response, min(attempts.seconds_left(), math.inf if response.is_success else ERROR_TIMEOUT)
        )
        try:
            wrong = attempts.check_type(response) if response.is_success else None
            if wrong or not response.is_success:
                await aread_error(response)
            elif not stream:
                await response.aread()
        except httpx.RequestError as error:
            return attempts.failed(error, response.num_bytes_downloaded)
        finally:
            if not (stream and response.is_success):
                await response.aclose()
                response.stream = httpx.ByteStream(b"")  # that of the library keeps the request with the credential
        if not response.is_success:
            return attempts.rejected(response)
        if wrong:
            return attempts.invalid(response, wrong)
        self.policy.warn_if_deprecated(attempts.label, response)
        if stream:
            response.stream = _Body(response.stream, attempts.place)
            return response
        return attempts.check_content(response) or response


class _Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The body of a response. What its failures carry shows no variables of the frames below, which hold the credential.

    The place of the call is given back when its body is closed or dropped.
    """

    def __init__(self, body: Any, place: Place) -> None:
        self._body = body
        self._place = place
        place.kept = True

    def __iter__(self) -> Iterator[bytes]:
        with forgetting():
            yield from self._body

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with forgetting():
            async for chunk in self._body:
                yield chunk

    def close(self) -> None:
        """Close the body of a sync client."""
        self._body.close()
        self._place.release()

    async def aclose(self) -> None:
        """Close the body of an async client."""
        await self._body.aclose()
        self._place.release()
