"""Everything this package raises, in one tree under CartesiaError."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .responses import error_texts, one_line, read_body, request_id, retry_after

if TYPE_CHECKING:
    import httpx


class CartesiaError(Exception):
    """Root of all errors of this package. They can be pickled; `response` is left behind then."""

    def __reduce__(self) -> tuple[Any, ...]:
        state = {name: value for name, value in self.__dict__.items() if name != "response"}
        return _restore, (type(self), self.args, state)


def _restore(kind: type[CartesiaError], args: tuple[Any, ...], state: dict[str, Any]) -> CartesiaError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    if issubclass(kind, (APIStatusError, APIResponseValidationError)):
        error.__dict__["response"] = None
    return error


class ConfigurationError(CartesiaError, ValueError):
    """A setting of the client is missing or unusable; found before anything was sent."""


class InvalidRequestError(CartesiaError, ValueError):
    """An argument is unusable; found before anything was sent."""


class APIError(CartesiaError):
    """Something went wrong between this program and the service.

    Attributes:
        message: What happened.
        attempts: How often the request was sent, or tried to be sent.
        context_id: Id of the context of a socket that it concerns, or None.
    """

    def __init__(self, message: str, *, attempts: int = 1, context_id: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.attempts = attempts
        self.context_id = context_id


class APIConnectionError(APIError):
    """There was no connection, or it broke before the answer was complete."""


class APITimeoutError(APIConnectionError):
    """The service took longer than the timeout."""


class APIResponseValidationError(APIError):
    """A success whose content is not what the API promises.

    Attributes:
        status_code: HTTP status.
        body: What arrived: a value if it was JSON, else text.
        request_id: Id of the request, if the service sent one.
        response: The httpx.Response; None after unpickling.
    """

    response: httpx.Response | None

    def __init__(self, message: str, *, response: httpx.Response, body: Any, attempts: int = 1) -> None:
        super().__init__(message, attempts=attempts)
        self.status_code = response.status_code
        self.request_id = request_id(response)
        self.body = body
        self.response = response


class APIStatusError(APIError):
    """The service answered with an error status.

    Attributes:
        status_code: HTTP status.
        error_code: Machine-readable code, such as "voice_not_found"; None when the service gave none.
        title: A few words, or None.
        message: What happened, in one sentence or more.
        request_id: Id of the request, to be quoted when asking for support; None when the service sent none.
        doc_url: A page about this error, or None.
        retry_after: Seconds that the service asked to wait, or None.
        body: The body: a value if it was JSON, else text.
        response: The httpx.Response; None after unpickling.
        attempts: How often the request was sent.
    """

    response: httpx.Response | None

    def __init__(
        self,
        text: str,
        *,
        status_code: int,
        body: Any,
        response: httpx.Response | None = None,
        attempts: int = 1,
        context_id: str | None = None,
    ) -> None:
        super().__init__(text, attempts=attempts, context_id=context_id)
        fields = error_texts(body)
        self.status_code = status_code
        self.error_code: str | None = fields.get("error_code")
        self.title: str | None = fields.get("title")
        self.message = fields.get("message") or text
        self.request_id: str | None = fields.get("request_id") or (None if response is None else request_id(response))
        self.doc_url: str | None = fields.get("doc_url")
        self.retry_after = None if response is None else retry_after(response.headers)
        self.body = body
        self.response = response


class BadRequestError(APIStatusError):
    """400: the request is malformed, or a value is out of range."""


class AuthenticationError(APIStatusError):
    """401: the key or token is missing, unknown or expired."""


class PaymentRequiredError(APIStatusError):
    """402: the credits are used up."""


class PermissionDeniedError(APIStatusError):
    """403: the key lacks the right, the plan the feature, or the token the grant."""


class NotFoundError(APIStatusError):
    """404: what the request names does not exist."""


class ConflictError(APIStatusError):
    """409: the request contradicts the present state."""


class UnprocessableEntityError(APIStatusError):
    """422: the parts of the request do not fit together."""


class RateLimitError(APIStatusError):
    """429: the plan's concurrency is used up."""


class InternalServerError(APIStatusError):
    """500 and above: the service failed."""


class Closed(Exception):
    """The connection is gone; the text says how. `clean`: the service closed it in good order."""

    def __init__(self, text: str, *, clean: bool = False) -> None:
        super().__init__(text)
        self.clean = clean


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
    """The error for a response that is no success. `what` names the request ("POST /tts/bytes"); the body has been read."""
    body = read_body(response)
    fields = error_texts(body)
    fields.setdefault("request_id", request_id(response) or "")
    text = _sentence(f"{what}: ", response.status_code, fields, note, attempts)
    kind = _kind(response.status_code)
    return kind(text, status_code=response.status_code, body=body, response=response, attempts=attempts)


def from_event(
    fields: dict[str, Any], what: str, *, request_id: str | None = None, context_id: str | None = None
) -> APIStatusError:
    """The error for an event that reports a failure after the answer had begun. It has no response."""
    status = fields.get("status_code")
    status = status if isinstance(status, int) else 500
    found = error_texts(fields)
    found.setdefault("request_id", request_id or "")
    text = _sentence(f"{what}: ", status, found)
    body = {**fields, "request_id": found["request_id"] or None}
    return _kind(status)(text, status_code=status, body=body, context_id=context_id)


def error_fields(event: Any) -> dict[str, Any] | None:
    """The fields of an event that tells of a failure, in the shape of any version; None for other events."""
    kind = getattr(event, "type", None)
    if kind == "unknown":  # an old error has not the fields of a new one, and so is not known
        return event.fields if event.fields.get("type") == "error" else None
    if kind != "error":
        return None
    known = {name: getattr(event, name) for name in event.__struct_fields__}
    return {name: value for name, value in known.items() if value is not None}


def _kind(status: int) -> type[APIStatusError]:
    return _BY_STATUS.get(status, InternalServerError if status >= 500 else APIStatusError)


def _sentence(what: str, status: int, fields: dict[str, str], note: str = "", attempts: int = 1) -> str:
    """What the service said, in one line."""
    said = ": ".join(part for part in (fields.get("title"), fields.get("message")) if part)
    code = f" {fields['error_code']}" if fields.get("error_code") else ""
    facts = [f"request id {fields['request_id']}"] if fields.get("request_id") else []
    facts += [f"{attempts} attempts"] if attempts > 1 else []
    return one_line(f"{what}{status}{code}: {said or 'no explanation'}{note}") + (
        f" ({', '.join(facts)})" if facts else ""
    )
