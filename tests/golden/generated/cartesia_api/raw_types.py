# Copied from scripts/codegen/runtime/raw_types.py: edit that file.
"""The methods of `with_raw_response` and `with_streaming_response`, for type checkers. Nothing here exists at run time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

from .raw import AsyncResponseContextManager, ResponseContextManager
from .response import APIResponse, AsyncAPIResponse, AsyncBinaryAPIResponse, BinaryAPIResponse

P = ParamSpec("P")
T = TypeVar("T")


class RawMethod(Generic[P, T]):
    """A method of `with_raw_response`."""

    def __init__(self, method: Callable[Concatenate[Any, P], T]) -> None: ...

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> APIResponse[T]:
        raise NotImplementedError


class RawBinaryMethod(Generic[P, T]):
    """A method of audio of `with_raw_response`."""

    def __init__(self, method: Callable[Concatenate[Any, P], T]) -> None: ...

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> BinaryAPIResponse[T]:
        raise NotImplementedError


class StreamingMethod(Generic[P, T]):
    """A method of `with_streaming_response`."""

    def __init__(self, method: Callable[Concatenate[Any, P], T]) -> None: ...

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> ResponseContextManager[APIResponse[T]]:
        raise NotImplementedError


class StreamingBinaryMethod(Generic[P, T]):
    """A method of audio of `with_streaming_response`."""

    def __init__(self, method: Callable[Concatenate[Any, P], T]) -> None: ...

    def __call__(
        self, *args: P.args, **kwargs: P.kwargs
    ) -> ResponseContextManager[BinaryAPIResponse[T]]:
        raise NotImplementedError


class AsyncRawMethod(Generic[P, T]):
    """A method of `with_raw_response`, for asyncio."""

    def __init__(self, method: Callable[Concatenate[Any, P], Awaitable[T]]) -> None: ...

    def __call__(
        self, *args: P.args, **kwargs: P.kwargs
    ) -> Coroutine[Any, Any, AsyncAPIResponse[T]]:
        raise NotImplementedError


class AsyncRawBinaryMethod(Generic[P, T]):
    """A method of audio of `with_raw_response`, for asyncio."""

    def __init__(self, method: Callable[Concatenate[Any, P], Awaitable[T]]) -> None: ...

    def __call__(
        self, *args: P.args, **kwargs: P.kwargs
    ) -> Coroutine[Any, Any, AsyncBinaryAPIResponse[T]]:
        raise NotImplementedError


class AsyncStreamingMethod(Generic[P, T]):
    """A method of `with_streaming_response`, for asyncio."""

    def __init__(self, method: Callable[Concatenate[Any, P], Awaitable[T]]) -> None: ...

    def __call__(
        self, *args: P.args, **kwargs: P.kwargs
    ) -> AsyncResponseContextManager[AsyncAPIResponse[T]]:
        raise NotImplementedError


class AsyncStreamingBinaryMethod(Generic[P, T]):
    """A method of audio of `with_streaming_response`, for asyncio."""

    def __init__(self, method: Callable[Concatenate[Any, P], Awaitable[T]]) -> None: ...

    def __call__(
        self, *args: P.args, **kwargs: P.kwargs
    ) -> AsyncResponseContextManager[AsyncBinaryAPIResponse[T]]:
        raise NotImplementedError
