"""Emit verbs.py: `client.get` and its like, sync and async, for operations that are newer than the description."""

from __future__ import annotations

from .names import HEAD

VERBS = {"get": True, "post": True, "put": False, "patch": False, "delete": False}
"""The verbs of HTTP, and whether each may stream."""
_MODULE = '''"""Requests that a program writes itself, for operations that are newer than the description.

They obey the rules of all others: retries, errors, limits of time, and a credential that goes to the host of the base URL alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeVar, Unpack, overload
from urllib.parse import urljoin

from .hints import Hinted

if TYPE_CHECKING:
    import httpx
    from cartesia_client.http.event_stream import AsyncEventStream, EventStream

    from .requests import Sent

T = TypeVar("T")
# `httpx.Response` is a type among others, so type checkers see two overloads for it: the first one counts.
# mypy: disable-error-code="overload-overlap"
# pyright: reportOverlappingOverload=false
'''
_CAST = """            cast_to: Type of the result: `dict`, `str`, `bytes`, `httpx.Response`, a model, or another
                type of JSON values. None returns what the body is: a JSON value, text or bytes; None
                if it is empty."""
_STREAM = """            stream: Whether to return the events of the response as they arrive, each as
                `cast_to`; or, with `httpx.Response`, the response before its body is read.
            stream_cls: Not needed; for programs of the official library."""
_REST = """            **sent: `body` (JSON), `content` (bytes), `files` (of a form, with `body` as its other
                fields), `params` (the query) and `options` (headers, timeout, total, max_retries and
                others of RequestOptions).

        Raises:
            APIStatusError: The service returned an error status; see the subclass.
            APIConnectionError: There was no connection, or it broke; APITimeoutError if it took too long.
            APIResponseValidationError: The response is no `cast_to`.
            InvalidRequestError: An argument cannot be sent."""

_SESSION = """    @property
    def _verb_session(self) -> Any:
        raise NotImplementedError"""


def verbs_module() -> str:
    """Return the module with a class of verbs for each kind of client."""
    return "\n\n".join((HEAD + _MODULE, _class(""), _class("Async")))


def _class(prefix: str) -> str:
    about = "The verbs of HTTP, for asyncio." if prefix else "The verbs of HTTP."
    methods = "\n\n".join(_method(verb, prefix, streams) for verb, streams in VERBS.items())
    return f'class {prefix}Verbs(Hinted):\n    """{about}"""\n\n{_SESSION}\n\n{methods}\n\n{_request(prefix)}'


def _method(verb: str, prefix: str, streams: bool) -> str:
    keyword, awaited = ("async ", "await ") if prefix else ("", "")
    begin, end = f"    {keyword}def {verb}(self, path: str, *, ", "**sent: Unpack[Sent])"
    plain = "stream: Literal[False] = False, stream_cls: Any = None, " if streams else ""
    stream = "stream: Literal[True], stream_cls: Any = None, "
    forms = [(f"cast_to: type[T], {plain}", "T"), (f"cast_to: None = None, {plain}", "Any")]
    if streams:
        forms.append((f"cast_to: type[httpx.Response], {stream}", "httpx.Response"))
        forms.append((f"cast_to: type[T], {stream}", f"{prefix}EventStream[T]"))
        forms.append((f"cast_to: None = None, {stream}", f"{prefix}EventStream[Any]"))
    overloads = [f"    @overload\n{begin}{form}{end} -> {result}: ..." for form, result in forms]
    given = "cast_to: Any = None, " + ("stream: bool = False, stream_cls: Any = None, " if streams else "")
    summary = f"Send a {verb.upper()} request to any path, and return what it responds with."
    path = "            path: Path of the operation, such as /voices, or a URL. Other hosts do not get the credential."
    arguments = "\n".join((path, _CAST, *([_STREAM] if streams else []), _REST))
    return "\n".join(
        (
            *overloads,
            f"{begin}{given}{end} -> Any:",
            f'        """{summary}\n\n        Args:\n{arguments}\n        """',
            f'        return {awaited}self._request("{verb}", path, cast_to, {"stream" if streams else "False"}, sent)',
        )
    )


def _request(prefix: str) -> str:
    keyword, awaited = ("async ", "await ") if prefix else ("", "")
    return f"""    {keyword}def _request(self, method: str, path: str, kind: Any, stream: bool, sent: Sent) -> Any:
        from .requests import event_reading, is_response, reading, written  # hardly a program needs them

        arguments, options = written(method, path, **sent)
        if arguments["url"].endswith("/"):  # as it is: in a path of the description, an empty end is a missing parameter
            arguments["url"] = urljoin(f"{{self._verb_session.client.base_url}}/", arguments["url"].lstrip("/"))
        if stream and is_response(kind):
            return {awaited}self._verb_session.send(arguments, options, stream=True)
        if stream:
            return {awaited}self._verb_session.events(arguments, None, event_reading(kind), options)
        result = {awaited}self._verb_session.call(arguments, reading(kind), options)
        return result[0]"""
