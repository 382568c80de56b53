"""The errors of this package, in one tree under CartesiaError, and what makes them of a response or an event.

Imports no I/O library, so that the protocol of the sockets can raise them without one. IncompleteAudioError, which carries
audio, stands in `audio`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cartesia_api.arguments import CartesiaError as CartesiaError
from cartesia_api.arguments import ConfigurationError as ConfigurationError
from cartesia_api.arguments import InvalidRequestError as InvalidRequestError
from cartesia_io.http.reading import read_body, retry_after
from cartesia_io.masking import conceal, masked
from cartesia_io.text import one_line

from .responses import error_status, error_texts, is_billable, is_failure, request_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    import httpx


class APIError(CartesiaError):
    """A request failed, or its response is not usable.

    Attributes:
        message: What happened.
        attempts: Number of attempts to send the request.
        context_id: Id of the socket's context that the error concerns, or None.
        received: What had arrived: bytes of audio of the response or of the context, or events of the transcription.
    """

    def __init__(self, message: str, *, attempts: int = 1, context_id: str | None = None, received: int = 0) -> None:
        super().__init__(masked(message))
        self.message = str(self)
        self.attempts = attempts
        self.context_id = context_id
        self.received = received


class APIConnectionError(APIError):
    """There was no connection, or it broke before the response was complete.

    Check the network, the proxy and `base_url`. If `may_be_billed` is False, send it again; else decide whether
    it may cost twice.

    Attributes:
        unsent_messages: Frames that waited until a session is open again, where a program asked for that (`on_reconnecting`).
    """

    unsent_messages: Sequence[str | bytes] = ()

    def __init__(
        self,
        message: str | httpx.Request = "Connection error.",
        *,
        request: httpx.Request | None = None,
        attempts: int = 1,
        context_id: str | None = None,
        received: int = 0,
    ) -> None:
        # Tests of programs make these errors as the official library does, of a request.
        text = message if isinstance(message, str) else "Connection error."
        super().__init__(text, attempts=attempts, context_id=context_id, received=received)
        self.request = request if isinstance(message, str) else message


class APITimeoutError(APIConnectionError):
    """The service took longer than the timeout, or the call longer than `total`.

    Raise `timeout` or `total` if the text is long; use a stream if you need the first sound early.

    Attributes:
        received: Bytes of audio that had arrived, or events of the transcription.
        partial: The audio that had arrived, if the call returns audio as a whole; None otherwise.
    """

    partial: Any = None


class APIResponseValidationError(APIError):
    """A response reports success, but its content is not what the API specifies.

    Something between you and the service may have answered: look at `body`. Else report it with `request_id`.

    Attributes:
        status_code: HTTP status.
        body: The body: a value if it is JSON, else text.
        request_id: Id of the request, if the service sent one.
        response: The httpx.Response, which has been read.
    """

    response: httpx.Response | Any

    def __init__(self, message: str, *, response: httpx.Response, body: Any, attempts: int = 1) -> None:
        super().__init__(message, attempts=attempts)
        self.may_be_billed = is_billable(response)
        self.status_code = response.status_code
        self.response = conceal(response)
        self.request_id = request_id(response)
        self.body = masked(body)


class APIStatusError(APIError):
    """The service returned an error status.

    Attributes:
        status_code: HTTP status.
        error_code: Machine-readable code, such as "voice_not_found"; None if the service sent none.
        title: Short summary, or None.
        message: What happened.
        request_id: Id of the request, to quote when asking for support; None if the service sent none.
        doc_url: URL of a page about the error, or None.
        retry_after: Seconds that the service asks to wait, or None.
        body: The body: a value if it is JSON, else text.
        response: The httpx.Response, which has been read.
        attempts: Number of attempts to send the request.
    """

    type = "error"
    """What the events of sockets have: handlers for "error" get this."""
    response: httpx.Response | Any

    def __init__(
        self,
        text: str = "The service returned an error status.",
        *,
        body: Any = None,
        status_code: int | None = None,
        response: httpx.Response | None = None,
        attempts: int = 1,
        context_id: str | None = None,
    ) -> None:
        super().__init__(text, attempts=attempts, context_id=context_id)
        self.body = masked(body)
        fields = error_texts(self.body)
        if status_code is None:
            if response is None:
                raise TypeError(f"{type(self).__name__} needs a response, or a status_code")
            status_code = response.status_code
        self.status_code = status_code
        self.error_code: str | None = fields.get("error_code")
        self.title: str | None = fields.get("title")
        self.message = fields.get("message") or self.message
        self.request_id: str | None = fields.get("request_id") or (None if response is None else request_id(response))
        self.doc_url: str | None = fields.get("doc_url")
        self.retry_after = None if response is None else retry_after(response.headers)
        self.response = response


class BadRequestError(APIStatusError):
    """400: the request is malformed, or a value is out of range.

    Correct the request; `message` names what is wrong.
    """


class AuthenticationError(APIStatusError):
    """401: the key or token is missing, unknown or expired.

    Check `CARTESIA_API_KEY`, or get a new token.
    """


class PaymentRequiredError(APIStatusError):
    """402: no credits are left.

    Buy credits, or wait for the next period of the plan.
    """


class PermissionDeniedError(APIStatusError):
    """403: the key lacks a permission, the plan a feature, or the token a grant.

    Use another key or plan, or ask for the grant when the token is made.
    """


class NotFoundError(APIStatusError):
    """404: the resource does not exist.

    Check the id, and whether the account of this key owns it.
    """


class ConflictError(APIStatusError):
    """409: the request conflicts with the current state of the resource.

    Read the resource, then decide again.
    """


class UnprocessableEntityError(APIStatusError):
    """422: the parts of the request contradict each other.

    Correct the request; `message` names what does not fit together.
    """


class RateLimitError(APIStatusError):
    """429: the plan's concurrency limit is reached.

    Pass `concurrency=` to the client, so that calls wait for their turn, and close streams that you do not read to their end.
    """


class InternalServerError(APIStatusError):
    """500 and above: the service failed.

    Try again later. For a request that may cost, look at `may_be_billed` first.
    """


_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    402: PaymentRequiredError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def from_response(response: httpx.Response, what: str, *, attempts: int, note: str = "") -> APIStatusError:
    """Return the error for a response without success, whose body has been read.

    Args:
        what: The request, such as "POST /tts/bytes".
        note: What to add to the message.
    """
    body = read_body(conceal(response))
    fields = error_texts(body)
    fields.setdefault("request_id", request_id(response) or "")
    text = _sentence(f"{what}: ", response.status_code, fields, note, attempts)
    kind = _kind(response.status_code)
    return kind(text, status_code=response.status_code, body=body, response=response, attempts=attempts)


def from_event(
    fields: dict[str, Any], what: str, *, request_id: str | None = None, context_id: str | None = None
) -> APIStatusError:
    """Return the error for an event that reports a failure after the response began. It has no response of its own."""
    status = error_status(fields) or 500
    found = error_texts(fields)
    found.setdefault("request_id", request_id or "")
    text = _sentence(f"{what}: ", status, found)
    body = {**fields, "request_id": found["request_id"] or None}
    error = _kind(status)(text, status_code=status, body=body, context_id=context_id)
    error.may_be_billed = status in (408, 409) or status >= 500
    return error


def error_fields(event: Any) -> dict[str, Any] | None:
    """Return the fields of an event that reports a failure, in the form of any version; None for other events."""
    if isinstance(event, dict):  # of an operation that is not described, whose events may have any fields
        return event if is_failure({"type": "error" if event.get("error") else "", **event}) else None
    kind = getattr(event, "type", None)
    if kind == "unknown":  # an error of an older version lacks fields of the newest, so it is decoded as unknown
        return event.fields if is_failure(event.fields) else None
    status = getattr(event, "status_code", None)
    if kind != "error" and (not isinstance(status, int) or status < 400):
        return None
    known = {name: getattr(event, name) for name in event.__struct_fields__} | event.model_extra
    return {name: value for name, value in known.items() if value is not None}


def _kind(status: int) -> type[APIStatusError]:
    return _BY_STATUS.get(status, InternalServerError if status >= 500 else APIStatusError)


def _sentence(what: str, status: int, fields: dict[str, str], note: str = "", attempts: int = 1) -> str:
    """Return what the service says, in one line."""
    said = ": ".join(part for part in (fields.get("title"), fields.get("message")) if part)
    code = f" {fields['error_code']}" if fields.get("error_code") else ""
    if fields.get("error_code") == "voice_not_found":
        note = f" A voice is given by its id: client.voices.find(name).id{note}"
    facts = [f"request id {fields['request_id']}"] if fields.get("request_id") else []
    facts += [f"{attempts} attempts"] if attempts > 1 else []
    return one_line(f"{what}{status}{code}: {said or 'no explanation'}{note}") + (
        f" ({', '.join(facts)})" if facts else ""
    )
