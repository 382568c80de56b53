# Copied from scripts/codegen/runtime/raw.py: edit that file.
"""`with_raw_response` and `with_streaming_response`: the methods of a resource, which return the response itself.

They are those of the resource, in a twin of it whose session returns responses. So checks of
arguments, retries and errors are the same. Type checkers know them by the classes beside each resource, made of `raw_types`.
"""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .arguments import InvalidRequestError

if TYPE_CHECKING:
    from .response import APIResponse, AsyncAPIResponse

R = TypeVar("R", bound="APIResponse[Any]")
AsyncR = TypeVar("AsyncR", bound="AsyncAPIResponse[Any]")
_READ_AT_ONCE = ("call", "pages", "nothing", "text")


class ResponseContextManager(Generic[R]):
    """A call whose request is sent on entering. Leaving the block closes the response."""

    def __init__(self, call: Callable[[], R]) -> None:
        self._call = call

    def __enter__(self) -> R:
        self._response = self._call()
        return self._response

    def __exit__(self, *error: object) -> None:
        self._response.close()


class AsyncResponseContextManager(Generic[AsyncR]):
    """A call whose request is sent on entering. Leaving the block closes the response."""

    def __init__(self, call: Callable[[], Awaitable[AsyncR]]) -> None:
        self._call = call

    async def __aenter__(self) -> AsyncR:
        self._response = await self._call()
        return self._response

    async def __aexit__(self, *error: object) -> None:
        await self._response.close()


class _RespondingSession:
    """Stands in for the session of a resource: it sends as that one does, and returns the response."""

    def __init__(self, session: Any, respond: Callable[..., Any]) -> None:
        self._session = session
        self._respond = respond

    def __getattr__(self, verb: str) -> Any:
        if verb.startswith("_"):
            raise AttributeError(verb)
        if verb in ("stream", "socket"):
            raise InvalidRequestError("this method has no raw response: call it without the prefix")
        return functools.partial(self._respond, self._session, verb)


# All resources load this module, and hardly a program needs the classes of responses.


def _raw(session: Any, verb: str, *arguments: Any) -> Any:
    from .response_parts import AUDIO

    response = _streaming(session, verb, *arguments, stream=verb not in _READ_AT_ONCE)
    if verb in AUDIO:
        response.read()
    return response


def _streaming(session: Any, verb: str, *arguments: Any, stream: bool = True) -> Any:
    from .response import APIResponse, BinaryAPIResponse
    from .response_parts import AUDIO

    response = session.send(arguments[0], arguments[-1], stream=stream)
    return (BinaryAPIResponse if verb in AUDIO else APIResponse)(session, verb, arguments, response)


async def _araw(session: Any, verb: str, *arguments: Any) -> Any:
    from .response_parts import AUDIO

    response = await _astreaming(session, verb, *arguments, stream=verb not in _READ_AT_ONCE)
    if verb in AUDIO:
        await response.read()
    return response


async def _astreaming(session: Any, verb: str, *arguments: Any, stream: bool = True) -> Any:
    from .response import AsyncAPIResponse, AsyncBinaryAPIResponse
    from .response_parts import AUDIO

    response = await session.send(arguments[0], arguments[-1], stream=stream)
    return (AsyncBinaryAPIResponse if verb in AUDIO else AsyncAPIResponse)(
        session, verb, arguments, response
    )


class Prefixed:
    """The methods of a resource, and the resources in it, behind a prefix.

    Args:
        resource: The resource, whose session returns responses.
        manager: The context manager that each call becomes; None leaves it as it is.
    """

    def __init__(self, resource: Any, manager: Callable[..., Any] | None = None) -> None:
        self._resource = resource
        self._manager = manager

    def __getattr__(self, name: str) -> Any:
        if name.startswith(("_", "with_")):
            raise AttributeError(name)
        found = getattr(self._resource, name)
        if not callable(found):
            return Prefixed(found, self._manager)
        return found if self._manager is None else functools.partial(self._managed, found)

    def _managed(self, method: Callable[..., Any], /, *arguments: Any, **keywords: Any) -> Any:
        assert self._manager is not None
        return self._manager(functools.partial(method, *arguments, **keywords))

    def __dir__(self) -> list[str]:
        return [name for name in dir(self._resource) if not name.startswith(("_", "with_"))]


def _twin(resource: Any, respond: Callable[..., Any]) -> Any:
    twin = object.__new__(type(resource))
    twin._session = _RespondingSession(resource._session, respond)
    return twin


def raw_methods(resource: Any) -> Any:
    """Return what `with_raw_response` of a resource is."""
    return Prefixed(_twin(resource, _raw))


def streaming_methods(resource: Any) -> Any:
    """Return what `with_streaming_response` of a resource is."""
    return Prefixed(_twin(resource, _streaming), ResponseContextManager)


def async_raw_methods(resource: Any) -> Any:
    """Return what `with_raw_response` of an async resource is."""
    return Prefixed(_twin(resource, _araw))


def async_streaming_methods(resource: Any) -> Any:
    """Return what `with_streaming_response` of an async resource is."""
    return Prefixed(_twin(resource, _astreaming), AsyncResponseContextManager)
