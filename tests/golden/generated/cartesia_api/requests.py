# Copied from scripts/codegen/runtime/requests.py: edit that file.
"""Requests that a program writes itself, for operations that are newer than the description: what is sent, and what comes out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict
from urllib.parse import parse_qs

from .arguments import InvalidRequestError, shown
from .bodies import FormBody, form_body, json_field
from .files import FileInput, checked_part
from .options import CallOptions
from .types import UNSET, Unset, plain

if TYPE_CHECKING:
    import httpx


class RequestOptions(TypedDict, total=False):
    """Options of one request."""

    headers: Mapping[str, str]
    """Headers to add."""
    params: Mapping[str, Any]
    """Query parameters to add."""
    extra_json: Mapping[str, Any]
    """Fields to add to a body of JSON."""
    timeout: float | httpx.Timeout | None
    """Timeout in seconds for connecting and for each read."""
    total: float | None
    """Seconds that the whole call may take."""
    max_retries: int
    """Retries after the first attempt."""
    idempotency_key: str
    """Value of the header Idempotency-Key."""
    follow_redirects: bool
    """False: redirects are never followed."""


class Sent(TypedDict, total=False):
    """What a request sends."""

    body: Any
    """A body of JSON; with `files`, the other fields of the form."""
    content: Any
    """Bytes, text, an open file or an iterator of bytes, sent as they are."""
    files: Mapping[str, FileInput] | Iterable[tuple[str, FileInput]] | None
    """Files of a form, by the names of their fields."""
    params: Mapping[str, Any] | None
    """Query parameters."""
    options: RequestOptions | None
    """Options of the request."""


class Written(NamedTuple):
    """A request as a session takes it."""

    arguments: dict[str, Any]
    options: CallOptions


def written(
    method: str,
    path: str,
    *,
    body: Any = None,
    content: Any = None,
    files: Any = None,
    params: Mapping[str, Any] | None = None,
    options: RequestOptions | None = None,
) -> Written:
    """Return a request that a program has written.

    Raises:
        InvalidRequestError: A part of it cannot be sent.
    """
    path = (
        plain(path) if issubclass(type(path), str) else ""
    )  # isinstance() asks the path, which may be code of the caller
    if not path:
        raise InvalidRequestError("path must be a str such as /voices, and not empty")
    given: dict[str, Any] = _checked(options)
    url, _, query = (
        path if path.startswith(("/", "http://", "https://")) else f"/{path}"
    ).partition("?")
    *folders, last = url.split("/")[1:] if url.startswith("/") else ("",)
    if any(part in ("", ".", "..") for part in folders) or last in (".", ".."):
        raise InvalidRequestError(
            f"{method.upper()} {url}: a part of the path is empty, '.' or '..'"
        )
    if not isinstance(params or {}, Mapping):
        raise InvalidRequestError(f"params must be a dict, not {type(params).__name__}")
    arguments: dict[str, Any] = {"method": method, "url": url}
    if found := {
        **parse_qs(query, keep_blank_values=True),
        **(params or {}),
        **(given.get("params") or {}),
    }:
        arguments["params"] = json_field("params", found)
    headers = {**(given.get("headers") or {})}
    if "idempotency_key" in given:
        headers["Idempotency-Key"] = given["idempotency_key"]
    arguments |= _body(body, content, files, given.get("extra_json"))
    timeout, total, retries = (
        given.get(name, UNSET) for name in ("timeout", "total", "max_retries")
    )
    return Written(arguments, CallOptions(timeout, retries, headers, None, total))


def _checked(options: Any) -> dict[str, Any]:
    known = RequestOptions.__annotations__
    if not isinstance(options or {}, Mapping):
        raise InvalidRequestError(f"options must be a dict, not {type(options).__name__}")
    given = {name: value for name, value in (options or {}).items() if not isinstance(value, Unset)}
    for name in given.keys() - known.keys():
        raise InvalidRequestError(
            f"{shown(name)} is no option of a request; options are {', '.join(known)}"
        )
    if given.get("follow_redirects"):
        raise InvalidRequestError("redirects are not followed: the next address would get the key")
    for name in ("headers", "params", "extra_json"):
        if not isinstance(given.get(name) or {}, Mapping):
            raise InvalidRequestError(f"{name} must be a dict, not {type(given[name]).__name__}")
    return given


def _body(body: Any, content: Any, files: Any, extra: Any) -> dict[str, Any]:
    """Return the arguments of httpx for the body of a request."""
    if isinstance(body, (bytes, bytearray, memoryview)) and content is None:
        body, content = None, bytes(body)
    if content is not None:
        if body is not None or files or extra:
            raise InvalidRequestError(
                "content= is the whole body; it cannot be combined with body=, files= or extra_json"
            )
        return {"content": content}
    if extra or files:
        if not isinstance(body or {}, Mapping):
            raise InvalidRequestError(
                f"body must be a dict beside files= or extra_json, not {type(body).__name__}"
            )
        plain: Any = body or {}
        body = {**plain, **(extra or {})}
    if files:
        fields: Any = body or {}
        named = files.items() if isinstance(files, Mapping) else files
        parts = [(name, checked_part(name, value)) for name, value in named if value is not None]
        return {"files": FormBody([*form_body(fields, ()), *parts])}
    return {} if body is None else {"json": json_field("body", body)}


def is_response(kind: Any) -> bool:
    """Return whether a type is that of httpx's responses."""
    return (
        getattr(kind, "__name__", "") == "Response" and kind.__module__.partition(".")[0] == "httpx"
    )


def reading(kind: Any) -> Callable[..., tuple[Any]]:
    """Return what makes a value of a type of a response, as a session calls it.

    Args:
        kind: None or `object` for what the body is: a value if it is JSON, text or bytes; `str`, `bytes`, `httpx.Response`, a
            model of this package or of pydantic, or another type of JSON values, such as `dict`, `list[Voice]` or a dataclass.

    Raises:
        InvalidRequestError: It is no such type.
    """
    _check_type(kind)

    def parse(*, client: Any, response: httpx.Response) -> tuple[Any]:
        if is_response(kind):
            return (response,)
        if kind is bytes:
            return (response.content,)
        if kind is str:
            return (response.text,)
        if kind in (None, object, Any):
            return (_value(response),)
        return (converted(json.loads(response.content), kind),)

    return parse


def _check_type(kind: Any) -> None:
    """Raise InvalidRequestError for a type that nothing can become: before the request, which may cost."""
    if any(kind is known for known in (None, object, Any, str, bytes)):
        return
    try:
        if is_response(kind) or _maker(kind) is not None:
            return
        import msgspec

        msgspec.json.Decoder(kind)
    except Exception as error:  # the type may be code of the caller
        why = f"{shown(kind)} ({type(error).__name__})"
    else:
        return
    raise InvalidRequestError(
        f"cast_to must be a type of JSON values, such as dict, list[Voice] or a model, not {why}"
    )


def _maker(kind: Any) -> Any:
    """Return what makes a model of this package or of pydantic from JSON; None if it is of neither."""
    return getattr(kind, "from_dict", None) or getattr(kind, "model_validate", None)


def _value(response: httpx.Response) -> Any:
    media = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media.endswith("json"):
        return json.loads(response.content) if response.content else None
    if media.startswith("text/"):
        return response.text
    return response.content or None


def converted(value: Any, kind: Any) -> Any:
    """Return a JSON value as a type. Raise ValueError or TypeError if it is none."""
    if (made := _maker(kind)) is not None:
        return made(value)
    import msgspec  # speech, and the import of a client, need it not

    return msgspec.convert(value, kind, dec_hook=lambda inner, given: converted(given, inner))


def event_reading(kind: Any) -> Callable[[bytes | str], Any]:
    """Return what decodes the events of a response: values of JSON, or those as a type. A failure stays a dict."""
    import msgspec

    from .message_text import decoded

    _check_type(kind)

    def decode(data: bytes | str) -> Any:
        value = decoded(data)
        fields: dict[str, Any] = value if isinstance(value, dict) else {}
        failed = fields.get("type") == "error" or "status_code" in fields
        if failed or kind in (None, object, Any):
            return value
        try:
            return converted(value, kind)
        except Exception as error:  # a model may fail in any way
            fault = f"{type(error).__name__}: {error}"
        raise msgspec.ValidationError(fault)

    decode.needs_done = False  # type: ignore[attr-defined]  # how such a stream ends is not known
    decode.has_audio = False  # type: ignore[attr-defined]
    return decode
