# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""Requests that a program writes itself, for operations that are newer than the description.

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


class Verbs(Hinted):
    """The verbs of HTTP."""

    @property
    def _verb_session(self) -> Any:
        raise NotImplementedError

    @overload
    def get(
        self,
        path: str,
        *,
        cast_to: type[T],
        stream: Literal[False] = False,
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> T: ...
    @overload
    def get(
        self,
        path: str,
        *,
        cast_to: None = None,
        stream: Literal[False] = False,
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> Any: ...
    @overload
    def get(
        self,
        path: str,
        *,
        cast_to: type[httpx.Response],
        stream: Literal[True],
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> httpx.Response: ...
    @overload
    def get(
        self,
        path: str,
        *,
        cast_to: type[T],
        stream: Literal[True],
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> EventStream[T]: ...
    @overload
    def get(
        self,
        path: str,
        *,
        cast_to: None = None,
        stream: Literal[True],
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> EventStream[Any]: ...
    def get(
        self,
        path: str,
        *,
        cast_to: Any = None,
        stream: bool = False,
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> Any:
        """Send a GET request to any path, and return what it responds with.

        Args:
            path: Path of the operation, such as /voices, or a URL. Other hosts do not get the credential.
            cast_to: Type of the result: `dict`, `str`, `bytes`, `httpx.Response`, a model, or another
                type of JSON values. None returns what the body is: a JSON value, text or bytes; None
                if it is empty.
            stream: Whether to return the events of the response as they arrive, each as
                `cast_to`; or, with `httpx.Response`, the response before its body is read.
            stream_cls: Not needed; for programs of the official library.
            **sent: `body` (JSON), `content` (bytes), `files` (of a form, with `body` as its other
                fields), `params` (the query) and `options` (headers, timeout, total, max_retries and
                others of RequestOptions).

        Raises:
            APIStatusError: The service returned an error status; see the subclass.
            APIConnectionError: There was no connection, or it broke; APITimeoutError if it took too long.
            APIResponseValidationError: The response is no `cast_to`.
            InvalidRequestError: An argument cannot be sent.
        """
        return self._request("get", path, cast_to, stream, sent)

    @overload
    def post(
        self,
        path: str,
        *,
        cast_to: type[T],
        stream: Literal[False] = False,
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> T: ...
    @overload
    def post(
        self,
        path: str,
        *,
        cast_to: None = None,
        stream: Literal[False] = False,
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> Any: ...
    @overload
    def post(
        self,
        path: str,
        *,
        cast_to: type[httpx.Response],
        stream: Literal[True],
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> httpx.Response: ...
    @overload
    def post(
        self,
        path: str,
        *,
        cast_to: type[T],
        stream: Literal[True],
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> EventStream[T]: ...
    @overload
    def post(
        self,
        path: str,
        *,
        cast_to: None = None,
        stream: Literal[True],
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> EventStream[Any]: ...
    def post(
        self,
        path: str,
        *,
        cast_to: Any = None,
        stream: bool = False,
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> Any:
        """Send a POST request to any path, and return what it responds with.

        Args:
            path: Path of the operation, such as /voices, or a URL. Other hosts do not get the credential.
            cast_to: Type of the result: `dict`, `str`, `bytes`, `httpx.Response`, a model, or another
                type of JSON values. None returns what the body is: a JSON value, text or bytes; None
                if it is empty.
            stream: Whether to return the events of the response as they arrive, each as
                `cast_to`; or, with `httpx.Response`, the response before its body is read.
            stream_cls: Not needed; for programs of the official library.
            **sent: `body` (JSON), `content` (bytes), `files` (of a form, with `body` as its other
                fields), `params` (the query) and `options` (headers, timeout, total, max_retries and
                others of RequestOptions).

        Raises:
            APIStatusError: The service returned an error status; see the subclass.
            APIConnectionError: There was no connection, or it broke; APITimeoutError if it took too long.
            APIResponseValidationError: The response is no `cast_to`.
            InvalidRequestError: An argument cannot be sent.
        """
        return self._request("post", path, cast_to, stream, sent)

    @overload
    def put(self, path: str, *, cast_to: type[T], **sent: Unpack[Sent]) -> T: ...
    @overload
    def put(self, path: str, *, cast_to: None = None, **sent: Unpack[Sent]) -> Any: ...
    def put(self, path: str, *, cast_to: Any = None, **sent: Unpack[Sent]) -> Any:
        """Send a PUT request to any path, and return what it responds with.

        Args:
            path: Path of the operation, such as /voices, or a URL. Other hosts do not get the credential.
            cast_to: Type of the result: `dict`, `str`, `bytes`, `httpx.Response`, a model, or another
                type of JSON values. None returns what the body is: a JSON value, text or bytes; None
                if it is empty.
            **sent: `body` (JSON), `content` (bytes), `files` (of a form, with `body` as its other
                fields), `params` (the query) and `options` (headers, timeout, total, max_retries and
                others of RequestOptions).

        Raises:
            APIStatusError: The service returned an error status; see the subclass.
            APIConnectionError: There was no connection, or it broke; APITimeoutError if it took too long.
            APIResponseValidationError: The response is no `cast_to`.
            InvalidRequestError: An argument cannot be sent.
        """
        return self._request("put", path, cast_to, False, sent)

    @overload
    def patch(self, path: str, *, cast_to: type[T], **sent: Unpack[Sent]) -> T: ...
    @overload
    def patch(self, path: str, *, cast_to: None = None, **sent: Unpack[Sent]) -> Any: ...
    def patch(self, path: str, *, cast_to: Any = None, **sent: Unpack[Sent]) -> Any:
        """Send a PATCH request to any path, and return what it responds with.

        Args:
            path: Path of the operation, such as /voices, or a URL. Other hosts do not get the credential.
            cast_to: Type of the result: `dict`, `str`, `bytes`, `httpx.Response`, a model, or another
                type of JSON values. None returns what the body is: a JSON value, text or bytes; None
                if it is empty.
            **sent: `body` (JSON), `content` (bytes), `files` (of a form, with `body` as its other
                fields), `params` (the query) and `options` (headers, timeout, total, max_retries and
                others of RequestOptions).

        Raises:
            APIStatusError: The service returned an error status; see the subclass.
            APIConnectionError: There was no connection, or it broke; APITimeoutError if it took too long.
            APIResponseValidationError: The response is no `cast_to`.
            InvalidRequestError: An argument cannot be sent.
        """
        return self._request("patch", path, cast_to, False, sent)

    @overload
    def delete(self, path: str, *, cast_to: type[T], **sent: Unpack[Sent]) -> T: ...
    @overload
    def delete(self, path: str, *, cast_to: None = None, **sent: Unpack[Sent]) -> Any: ...
    def delete(self, path: str, *, cast_to: Any = None, **sent: Unpack[Sent]) -> Any:
        """Send a DELETE request to any path, and return what it responds with.

        Args:
            path: Path of the operation, such as /voices, or a URL. Other hosts do not get the credential.
            cast_to: Type of the result: `dict`, `str`, `bytes`, `httpx.Response`, a model, or another
                type of JSON values. None returns what the body is: a JSON value, text or bytes; None
                if it is empty.
            **sent: `body` (JSON), `content` (bytes), `files` (of a form, with `body` as its other
                fields), `params` (the query) and `options` (headers, timeout, total, max_retries and
                others of RequestOptions).

        Raises:
            APIStatusError: The service returned an error status; see the subclass.
            APIConnectionError: There was no connection, or it broke; APITimeoutError if it took too long.
            APIResponseValidationError: The response is no `cast_to`.
            InvalidRequestError: An argument cannot be sent.
        """
        return self._request("delete", path, cast_to, False, sent)

    def _request(self, method: str, path: str, kind: Any, stream: bool, sent: Sent) -> Any:
        from .requests import (  # hardly a program needs them
            event_reading,
            is_response,
            reading,
            written,
        )

        arguments, options = written(method, path, **sent)
        if arguments["url"].endswith(
            "/"
        ):  # as it is: in a path of the description, an empty end is a missing parameter
            arguments["url"] = urljoin(
                f"{self._verb_session.client.base_url}/", arguments["url"].lstrip("/")
            )
        if stream and is_response(kind):
            return self._verb_session.send(arguments, options, stream=True)
        if stream:
            return self._verb_session.events(arguments, None, event_reading(kind), options)
        result = self._verb_session.call(arguments, reading(kind), options)
        return result[0]


class AsyncVerbs(Hinted):
    """The verbs of HTTP, for asyncio."""

    @property
    def _verb_session(self) -> Any:
        raise NotImplementedError

    @overload
    async def get(
        self,
        path: str,
        *,
        cast_to: type[T],
        stream: Literal[False] = False,
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> T: ...
    @overload
    async def get(
        self,
        path: str,
        *,
        cast_to: None = None,
        stream: Literal[False] = False,
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> Any: ...
    @overload
    async def get(
        self,
        path: str,
        *,
        cast_to: type[httpx.Response],
        stream: Literal[True],
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> httpx.Response: ...
    @overload
    async def get(
        self,
        path: str,
        *,
        cast_to: type[T],
        stream: Literal[True],
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> AsyncEventStream[T]: ...
    @overload
    async def get(
        self,
        path: str,
        *,
        cast_to: None = None,
        stream: Literal[True],
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> AsyncEventStream[Any]: ...
    async def get(
        self,
        path: str,
        *,
        cast_to: Any = None,
        stream: bool = False,
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> Any:
        """Send a GET request to any path, and return what it responds with.

        Args:
            path: Path of the operation, such as /voices, or a URL. Other hosts do not get the credential.
            cast_to: Type of the result: `dict`, `str`, `bytes`, `httpx.Response`, a model, or another
                type of JSON values. None returns what the body is: a JSON value, text or bytes; None
                if it is empty.
            stream: Whether to return the events of the response as they arrive, each as
                `cast_to`; or, with `httpx.Response`, the response before its body is read.
            stream_cls: Not needed; for programs of the official library.
            **sent: `body` (JSON), `content` (bytes), `files` (of a form, with `body` as its other
                fields), `params` (the query) and `options` (headers, timeout, total, max_retries and
                others of RequestOptions).

        Raises:
            APIStatusError: The service returned an error status; see the subclass.
            APIConnectionError: There was no connection, or it broke; APITimeoutError if it took too long.
            APIResponseValidationError: The response is no `cast_to`.
            InvalidRequestError: An argument cannot be sent.
        """
        return await self._request("get", path, cast_to, stream, sent)

    @overload
    async def post(
        self,
        path: str,
        *,
        cast_to: type[T],
        stream: Literal[False] = False,
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> T: ...
    @overload
    async def post(
        self,
        path: str,
        *,
        cast_to: None = None,
        stream: Literal[False] = False,
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> Any: ...
    @overload
    async def post(
        self,
        path: str,
        *,
        cast_to: type[httpx.Response],
        stream: Literal[True],
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> httpx.Response: ...
    @overload
    async def post(
        self,
        path: str,
        *,
        cast_to: type[T],
        stream: Literal[True],
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> AsyncEventStream[T]: ...
    @overload
    async def post(
        self,
        path: str,
        *,
        cast_to: None = None,
        stream: Literal[True],
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> AsyncEventStream[Any]: ...
    async def post(
        self,
        path: str,
        *,
        cast_to: Any = None,
        stream: bool = False,
        stream_cls: Any = None,
        **sent: Unpack[Sent],
    ) -> Any:
        """Send a POST request to any path, and return what it responds with.

        Args:
            path: Path of the operation, such as /voices, or a URL. Other hosts do not get the credential.
            cast_to: Type of the result: `dict`, `str`, `bytes`, `httpx.Response`, a model, or another
                type of JSON values. None returns what the body is: a JSON value, text or bytes; None
                if it is empty.
            stream: Whether to return the events of the response as they arrive, each as
                `cast_to`; or, with `httpx.Response`, the response before its body is read.
            stream_cls: Not needed; for programs of the official library.
            **sent: `body` (JSON), `content` (bytes), `files` (of a form, with `body` as its other
                fields), `params` (the query) and `options` (headers, timeout, total, max_retries and
                others of RequestOptions).

        Raises:
            APIStatusError: The service returned an error status; see the subclass.
            APIConnectionError: There was no connection, or it broke; APITimeoutError if it took too long.
            APIResponseValidationError: The response is no `cast_to`.
            InvalidRequestError: An argument cannot be sent.
        """
        return await self._request("post", path, cast_to, stream, sent)

    @overload
    async def put(self, path: str, *, cast_to: type[T], **sent: Unpack[Sent]) -> T: ...
    @overload
    async def put(self, path: str, *, cast_to: None = None, **sent: Unpack[Sent]) -> Any: ...
    async def put(self, path: str, *, cast_to: Any = None, **sent: Unpack[Sent]) -> Any:
        """Send a PUT request to any path, and return what it responds with.

        Args:
            path: Path of the operation, such as /voices, or a URL. Other hosts do not get the credential.
            cast_to: Type of the result: `dict`, `str`, `bytes`, `httpx.Response`, a model, or another
                type of JSON values. None returns what the body is: a JSON value, text or bytes; None
                if it is empty.
            **sent: `body` (JSON), `content` (bytes), `files` (of a form, with `body` as its other
                fields), `params` (the query) and `options` (headers, timeout, total, max_retries and
                others of RequestOptions).

        Raises:
            APIStatusError: The service returned an error status; see the subclass.
            APIConnectionError: There was no connection, or it broke; APITimeoutError if it took too long.
            APIResponseValidationError: The response is no `cast_to`.
            InvalidRequestError: An argument cannot be sent.
        """
        return await self._request("put", path, cast_to, False, sent)

    @overload
    async def patch(self, path: str, *, cast_to: type[T], **sent: Unpack[Sent]) -> T: ...
    @overload
    async def patch(self, path: str, *, cast_to: None = None, **sent: Unpack[Sent]) -> Any: ...
    async def patch(self, path: str, *, cast_to: Any = None, **sent: Unpack[Sent]) -> Any:
        """Send a PATCH request to any path, and return what it responds with.

        Args:
            path: Path of the operation, such as /voices, or a URL. Other hosts do not get the credential.
            cast_to: Type of the result: `dict`, `str`, `bytes`, `httpx.Response`, a model, or another
                type of JSON values. None returns what the body is: a JSON value, text or bytes; None
                if it is empty.
            **sent: `body` (JSON), `content` (bytes), `files` (of a form, with `body` as its other
                fields), `params` (the query) and `options` (headers, timeout, total, max_retries and
                others of RequestOptions).

        Raises:
            APIStatusError: The service returned an error status; see the subclass.
            APIConnectionError: There was no connection, or it broke; APITimeoutError if it took too long.
            APIResponseValidationError: The response is no `cast_to`.
            InvalidRequestError: An argument cannot be sent.
        """
        return await self._request("patch", path, cast_to, False, sent)

    @overload
    async def delete(self, path: str, *, cast_to: type[T], **sent: Unpack[Sent]) -> T: ...
    @overload
    async def delete(self, path: str, *, cast_to: None = None, **sent: Unpack[Sent]) -> Any: ...
    async def delete(self, path: str, *, cast_to: Any = None, **sent: Unpack[Sent]) -> Any:
        """Send a DELETE request to any path, and return what it responds with.

        Args:
            path: Path of the operation, such as /voices, or a URL. Other hosts do not get the credential.
            cast_to: Type of the result: `dict`, `str`, `bytes`, `httpx.Response`, a model, or another
                type of JSON values. None returns what the body is: a JSON value, text or bytes; None
                if it is empty.
            **sent: `body` (JSON), `content` (bytes), `files` (of a form, with `body` as its other
                fields), `params` (the query) and `options` (headers, timeout, total, max_retries and
                others of RequestOptions).

        Raises:
            APIStatusError: The service returned an error status; see the subclass.
            APIConnectionError: There was no connection, or it broke; APITimeoutError if it took too long.
            APIResponseValidationError: The response is no `cast_to`.
            InvalidRequestError: An argument cannot be sent.
        """
        return await self._request("delete", path, cast_to, False, sent)

    async def _request(self, method: str, path: str, kind: Any, stream: bool, sent: Sent) -> Any:
        from .requests import (  # hardly a program needs them
            event_reading,
            is_response,
            reading,
            written,
        )

        arguments, options = written(method, path, **sent)
        if arguments["url"].endswith(
            "/"
        ):  # as it is: in a path of the description, an empty end is a missing parameter
            arguments["url"] = urljoin(
                f"{self._verb_session.client.base_url}/", arguments["url"].lstrip("/")
            )
        if stream and is_response(kind):
            return await self._verb_session.send(arguments, options, stream=True)
        if stream:
            return await self._verb_session.events(arguments, None, event_reading(kind), options)
        result = await self._verb_session.call(arguments, reading(kind), options)
        return result[0]
