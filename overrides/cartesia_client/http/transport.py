"""The rules for requests, in two subclasses of httpx's clients: the only place that loops, sleeps or raises for a request.

They are in `build_request` and `send`, so a generated endpoint function that is called with one of our clients obeys them.
"""

from __future__ import annotations

import asyncio
import os
import weakref
from http.cookiejar import CookieJar
from typing import Any, NoReturn

import httpx

from ..errors import APIError, InvalidRequestError
from ..responses import one_line
from .policy import RequestAttempts, RequestPolicy


class _NoCookies(CookieJar):
    """Keeps no cookie: the API has none, and one that cannot be sent back would break every later call."""

    def extract_cookies(self, response: Any, request: Any) -> None:
        """Leave the cookies of a response where they are."""


class SyncHTTP(httpx.Client):
    """httpx.Client whose requests are authenticated, retried and checked."""

    def __init__(self, policy: RequestPolicy, **options: Any) -> None:
        self.policy = policy
        self._process = os.getpid()
        super().__init__(base_url=policy.identity.base_url, cookies=_NoCookies(), **options)

    def build_request(self, method: str, url: httpx.URL | str, **arguments: Any) -> httpx.Request:
        """Build a request with the headers and the options of its call.

        Raises:
            InvalidRequestError: The arguments cannot be sent.
        """
        prepared = self.policy.prepare(method, url, arguments)
        try:
            return super().build_request(method, url, **prepared)
        except (TypeError, ValueError, httpx.InvalidURL) as error:
            _not_sendable(method, url, error)

    def _build_redirect_request(self, request: httpx.Request, response: httpx.Response) -> httpx.Request:
        """Return the request itself: one to the next address, in `response.next_request`, would hold the credential."""
        return request

    def send(self, request: httpx.Request, *, stream: bool = False, **_: Any) -> httpx.Response:
        """Send a request, retry it where that is safe, and check the response. Redirects are never followed.

        Raises:
            APIError: There is no usable response.
        """
        _check_process(self._process)
        attempts = self.policy.begin(request, closed=self.is_closed)
        while True:
            credential = self.policy.identity.credential()
            self.policy.identity.add_credential(request, credential)
            try:
                result = self._attempt(attempts, stream)
            finally:
                self.policy.identity.strip_credential(request)
            if isinstance(result, httpx.Response):
                return result
            if isinstance(result, APIError):
                raise result
            self.policy.sleep(result)

    def _attempt(self, attempts: RequestAttempts, stream: bool) -> httpx.Response | APIError | float:
        """Return the response, the seconds to wait before the next attempt, or the error to raise."""
        # The error is returned, for `send` to raise outside of any `except` block. Raised here, it would carry the error of
        # httpx as its context, and with it the frames below, whose variables hold the headers with the credential.
        try:
            response = super().send(attempts.request, stream=True, auth=None, follow_redirects=False)
        except httpx.RequestError as error:
            return attempts.failed(error)
        try:
            wrong = attempts.check_type(response) if response.is_success else None
            if wrong or not response.is_success or not stream:
                response.read()
        except httpx.RequestError as error:
            return attempts.failed(error, response.num_bytes_downloaded)
        finally:
            if not (stream and response.is_success):
                response.close()
        if not response.is_success:
            return attempts.rejected(response)
        if wrong:
            return attempts.invalid(response, wrong)
        self.policy.warn_if_deprecated(attempts.label, response)
        return response if stream else attempts.check_content(response) or response


class AsyncHTTP(httpx.AsyncClient):
    """httpx.AsyncClient whose requests are authenticated, retried and checked."""

    def __init__(self, policy: RequestPolicy, **options: Any) -> None:
        self.policy = policy
        self._process = os.getpid()
        self._loop: weakref.ref[asyncio.AbstractEventLoop] | None = None
        super().__init__(base_url=policy.identity.base_url, cookies=_NoCookies(), **options)

    def build_request(self, method: str, url: httpx.URL | str, **arguments: Any) -> httpx.Request:
        """Build a request with the headers and the options of its call.

        Raises:
            InvalidRequestError: The arguments cannot be sent.
        """
        prepared = self.policy.prepare(method, url, arguments)
        try:
            return super().build_request(method, url, **prepared)
        except (TypeError, ValueError, httpx.InvalidURL) as error:
            _not_sendable(method, url, error)

    def _build_redirect_request(self, request: httpx.Request, response: httpx.Response) -> httpx.Request:
        """Return the request itself: one to the next address, in `response.next_request`, would hold the credential."""
        return request

    async def send(self, request: httpx.Request, *, stream: bool = False, **_: Any) -> httpx.Response:
        """Send a request, retry it where that is safe, and check the response. Redirects are never followed.

        Raises:
            APIError: There is no usable response.
        """
        _check_process(self._process)
        loop = asyncio.get_running_loop()
        if self._loop is None:
            self._loop = weakref.ref(loop)
        elif self._loop() is not loop:
            raise InvalidRequestError("this client belongs to another event loop; create one in each event loop")
        attempts = self.policy.begin(request, closed=self.is_closed)
        while True:
            credential = await self.policy.identity.acredential()
            self.policy.identity.add_credential(request, credential)
            try:
                result = await self._attempt(attempts, stream)
            finally:
                self.policy.identity.strip_credential(request)
            if isinstance(result, httpx.Response):
                return result
            if isinstance(result, APIError):
                raise result
            await self.policy.asleep(result)

    async def _attempt(self, attempts: RequestAttempts, stream: bool) -> httpx.Response | APIError | float:
        """Return the response, the seconds to wait before the next attempt, or the error to raise."""
        # The error is returned, for `send` to raise outside of any `except` block. Raised here, it would carry the error of
        # httpx as its context, and with it the frames below, whose variables hold the headers with the credential.
        try:
            response = await super().send(attempts.request, stream=True, auth=None, follow_redirects=False)
        except httpx.RequestError as error:
            return attempts.failed(error)
        try:
            wrong = attempts.check_type(response) if response.is_success else None
            if wrong or not response.is_success or not stream:
                await response.aread()
        except httpx.RequestError as error:
            return attempts.failed(error, response.num_bytes_downloaded)
        finally:
            if not (stream and response.is_success):
                await response.aclose()
        if not response.is_success:
            return attempts.rejected(response)
        if wrong:
            return attempts.invalid(response, wrong)
        self.policy.warn_if_deprecated(attempts.label, response)
        return response if stream else attempts.check_content(response) or response


def _check_process(process: int) -> None:
    """Reject a forked process: on shared connections, two processes would receive each other's responses."""
    if os.getpid() != process:
        raise InvalidRequestError("this client was created before fork(); create one in each process")


def _not_sendable(method: str, url: httpx.URL | str, error: Exception) -> NoReturn:
    raise InvalidRequestError(f"{method.upper()} {url}: the arguments cannot be sent: {one_line(str(error))}") from None
