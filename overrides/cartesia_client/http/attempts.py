"""The attempts at a request: how it is prepared, and what follows from its response or failure. No I/O."""

from __future__ import annotations

import functools
import math
from typing import Any

import httpx
from cartesia_api import contract
from cartesia_api.arguments import check_version
from cartesia_api.files import can_be_read_again
from cartesia_api.headers import checked_headers
from cartesia_api.options import CallOptions
from cartesia_api.routes import Operation, Routes
from cartesia_api.types import Unset
from cartesia_io.audio.formats import AudioFormat
from cartesia_io.http import retry
from cartesia_io.http.body import Body
from cartesia_io.http.building import given_headers, merged_headers
from cartesia_io.http.reading import SAFE_METHODS, describe, describe_request, read_body, why_no_json
from cartesia_io.http.response_bodies import ENCODINGS, ERROR_TIMEOUT, limit_decoding
from cartesia_io.http.time_limits import limit_timeouts
from cartesia_io.http.urls import check_url, redirect_target
from cartesia_io.usage import KEY, characters_of, not_billed

from ..audio.incomplete import IncompleteAudioError
from ..errors import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APITimeoutError,
    ConfigurationError,
    InvalidRequestError,
    from_response,
)
from ..responses import is_crowded
from .policy import OPTIONS, RequestPolicy, user_agent

_check_version = functools.lru_cache(64)(check_version)  # hardly a program has two
_OPERATION = "cartesia.operation"
_READ_ONCE = "cartesia.read_once"
_ENCODINGS = ", ".join(ENCODINGS)
# These say that a request has not left this machine, so another attempt cannot be billed twice.
_UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol)


def prepare(policy: RequestPolicy, method: str, url: httpx.URL | str, arguments: dict[str, Any]) -> dict[str, Any]:
    """Return the arguments of httpx's `build_request`, completed with headers and the options of the call."""
    extensions = dict(arguments.get("extensions") or {})
    options: CallOptions = extensions.pop(OPTIONS, None) or CallOptions()
    operation = _operation(policy.routes, method, str(url))
    given = given_headers(arguments.get("headers"))
    if given:
        _check_version(given.get("Cartesia-Version", policy.identity.version))
    own = {"Cartesia-Version": policy.identity.version, "User-Agent": user_agent(), "Accept-Encoding": _ENCODINGS}
    accept = {} if operation is None else {"Accept": operation.accept}
    extra = checked_headers("extra_headers", options.extra_headers)
    headers = merged_headers({**own, **accept}, given, policy.headers, extra)
    if policy.query or options.extra_query:
        arguments["params"] = {**policy.query, **(arguments.get("params") or {}), **(options.extra_query or {})}
    if not isinstance(options.timeout, Unset):
        arguments["timeout"] = options.timeout
    extensions[OPTIONS], extensions[_OPERATION] = options, operation
    extensions[KEY] = policy.usage, characters_of(arguments)
    extensions[_READ_ONCE] = not can_be_read_again(arguments.get("files"), arguments.get("content"))
    return {**arguments, "headers": headers, "extensions": extensions}


def _operation(routes: Routes, method: str, url: str) -> Operation | None:
    """Return the operation of a relative URL.

    Raises:
        InvalidRequestError: A path parameter would change which operation the path addresses.
    """
    if not url.startswith("/"):
        return None
    path = url.partition("?")[0]
    # Endpoint functions of the newest version also accept clients of older versions.
    operation = routes.find(method, path) or contract.ROUTES.find(method, path)
    if operation is None and path != "/" and any(part in ("", ".", "..") for part in path.split("/")[1:]):
        raise InvalidRequestError(
            f"{method.upper()} {path}: a path parameter is empty, '.' or '..', which would address another operation"
        )
    return operation


def begin(policy: RequestPolicy, request: httpx.Request, *, closed: bool) -> RequestAttempts:
    """Start the attempts at a request.

    Raises:
        InvalidRequestError: The client is closed, or the URL is not safe for a credential.
    """
    if closed:
        raise InvalidRequestError(f"{describe_request(request)}: this client is closed; create a new one")
    if not policy.identity.is_home(request.url):
        try:
            check_url(request.url, "the URL")
        except ConfigurationError as error:
            raise InvalidRequestError(str(error)) from None
    policy.usage.buy(request.extensions.get(KEY, (None, 0))[1])
    return RequestAttempts(policy, request)


class RequestAttempts(retry.Attempts):
    """The attempts at one request, and what follows from each.

    Attributes:
        operation: The operation of the contract; None for a URL that is none of the API's.
        what: The request, for messages.
        label: The operation, the same for all values of its path parameters.
    """

    _is_wrong = False
    """Whether a success has a media type that is not that of its operation. What it says may be the key, and is not kept."""

    def __init__(self, policy: RequestPolicy, request: httpx.Request) -> None:
        self._policy = policy
        self.request = request
        self.operation: Operation | None = request.extensions.get(_OPERATION)
        options: CallOptions = request.extensions.get(OPTIONS) or CallOptions()
        changed = options.of_retries()
        retries = policy.retries._replace(**changed) if changed else policy.retries
        self.what = describe_request(request)
        kind = self.operation.name.partition(".")[0] if self.operation else ""
        super().__init__(retries, request.method, policy.clock, policy.jitter, policy.place(kind, self.what))
        self.name = self.operation.name if self.operation else self.what
        self._read_once: bool = request.extensions.get(_READ_ONCE, False)
        self.label = f"{request.method} {self.operation.path}" if self.operation else self.what

    def limit_timeouts(self) -> float:
        """Let no timeout of the attempt that begins go beyond the end of the call. Return the seconds until then."""
        self.starting()
        limit_timeouts(self.request, left := self.seconds_left())
        return left

    def begin(self, response: httpx.Response) -> bool:
        """Have the body of a response read within limits, and return whether it may be what the API specifies."""
        limit_decoding(response)
        Body(response, min(self.seconds_left(), math.inf if response.is_success else ERROR_TIMEOUT), self._clock)
        self._is_wrong = response.is_success and self.check_type(response) is not None
        return response.is_success and not self._is_wrong

    def ended(self, response: httpx.Response, stream: bool) -> httpx.Response | APIError | float:
        """Return the response, the seconds to wait before the next attempt, or the error to raise."""
        if not response.is_success:
            return self.rejected(response)
        if self._is_wrong and (wrong := self.check_type(response)) is not None:
            return self.invalid(response, wrong)
        self._policy.deprecations.warn(self.label, response.headers)
        if isinstance(response.stream, Body):
            response.stream.keep(self.place)
        if not stream and (problem := self.check_content(response)) is not None:
            return problem
        response.extensions["cartesia.attempts"] = self.number
        self.succeeded("its stream begins" if stream else "done", response.headers, response.status_code)
        return response

    def failed(self, error: Exception, response: httpx.Response | None, *, closed: bool) -> float | APIError:
        """Return the seconds to wait before the next attempt, or the error to raise.

        Args:
            response: The response whose body broke off; None if none began.
            closed: Whether the client has been closed in the meantime.
        """
        unsent = isinstance(error, _UNSENT) and response is None
        outcome = retry.Outcome("unsent") if unsent else retry.Outcome("lost", read_once=self._read_once)
        if closed:
            self.stop()
        decision = self.decide(retry.Outcome("certificate") if retry.is_about_certificates(error) else outcome)
        if decision.wait is not None:
            return decision.wait
        text = f"{self.what}: {'the client was closed: ' if closed else ''}{describe(error)}{decision.note}"
        is_audio = self.operation is not None and "audio/" in self.operation.accept
        received = response.num_bytes_downloaded if response is not None and is_audio else 0
        if isinstance(error, httpx.TimeoutException):
            text += f"; {received} bytes arrived" if received else ""
            return APITimeoutError(text, attempts=self.number, received=received)
        if response is not None and is_audio:
            return IncompleteAudioError(f"{text}; {received} bytes arrived", received=received, attempts=self.number)
        return APIConnectionError(text, attempts=self.number)

    def rejected(self, response: httpx.Response) -> float | APIError:
        """Return the same for a response without success."""
        crowded = is_crowded(response.status_code, read_body(response))
        decision = self.decide(
            retry.Outcome("status", response.status_code, response.headers, self._read_once, crowded)
        )
        if decision.wait is not None:
            return decision.wait
        note = decision.note
        if response.has_redirect_location:
            target = redirect_target(self.request.url, response.headers["location"])
            note = f"; it points to {target}, and redirects are not followed" + note
        return from_response(response, self.what, attempts=self.number, note=note)

    def with_billing(self, error: APIError) -> APIError:
        """Return the error, which now says whether the request may have been billed."""
        self.gave_up(error)
        error.request = self.request
        error.may_be_billed = self.may_be_billed or (error.may_be_billed and self.request.method not in SAFE_METHODS)
        if not error.may_be_billed:
            not_billed(self.request)
        return error

    def check_type(self, response: httpx.Response) -> str | None:
        """Return what is wrong with the media type of a success, None if nothing is."""
        if self.operation is None or self.operation.shape == "nothing":
            return None
        media = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        accepted = self.operation.accept.split(", ")
        if not media or media in accepted:
            return None
        if self.operation.shape == "bytes" and not (
            media.startswith(("text/", "multipart/")) or media.endswith(("json", "xml"))
        ):
            return None  # the API does not specify the media types of audio
        return f"{self.what}: expected {self.operation.accept}, got {media} with status {response.status_code}"

    def check_content(self, response: httpx.Response) -> APIError | None:
        """Return the error for the content of a success that has been read, None if it is as specified."""
        shape = self.operation.shape if self.operation else None
        if self.operation and "audio/" in self.operation.accept:
            from ..audio.assembler import AudioAssembler  # sockets need none of it

            return AudioAssembler(response, AudioFormat(), self.what).check(response.content)
        if shape in ("call", "pages") and (why := why_no_json(response.content)):
            return self.invalid(response, f"{self.what}: the response is not JSON: {why}")
        if shape == "nothing" and response.content.lstrip().startswith(b"<"):
            return self.invalid(response, f"{self.what}: expected no content, got a web page")
        return None

    def invalid(self, response: httpx.Response, text: str) -> APIResponseValidationError:
        """Return the error for a success that is not what the API specifies."""
        return APIResponseValidationError(text, response=response, body=read_body(response), attempts=self.number)
