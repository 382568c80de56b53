"""Bodies of requests: bounded in size, and the parts of forms."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, HTTPConnection, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .errors import APIError
from .parse import is_text

MAX_BODY = 4 * 1024**2
"""Bytes of a body that is not a form."""
MAX_FILE = 256 * 1024**2
"""Bytes of a file. The service takes 2 GB; the sandbox holds files in memory, more than once."""
MAX_FORM = MAX_FILE + MAX_BODY

Reject = Callable[[APIError, Scope, Receive, Send], Awaitable[None]]
"""Sends an error as the response."""


class BoundedBodies:
    """An ASGI layer that rejects large bodies, those that say so before they come, and ends quietly when a client leaves.

    Args:
        app: The layer behind this one.
        limit: Returns the largest body of a request in bytes.
        reject: Sends the error.
    """

    # The layers behind read bodies in different ways. Each gets the error from `receive`; the router makes a response of it
    # as of any other error, and what the others do not catch arrives here.

    def __init__(self, app: ASGIApp, limit: Callable[[Scope], int], reject: Reject) -> None:
        self._app = app
        self._limit = limit
        self._reject = reject

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit, size, started = self._limit(scope), 0, False

        def check(size: int) -> None:
            if size > limit:
                message = f"The body is larger than the {limit:,} bytes that this sandbox accepts here."
                raise APIError(413, message, title="File too large", code="file_too_large")

        async def bounded() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if not started:  # what comes later is dropped, not kept
                check(size)
            return message

        async def sending(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            announced = HTTPConnection(scope).headers.get("content-length", "")
            check(int(announced[:20]) if announced.isdecimal() else 0)
            await self._app(scope, bounded, sending)
        except APIError as error:
            await self._reject(error, scope, receive, send)
        except ClientDisconnect:
            return  # no one is left to read a response


@contextlib.asynccontextmanager
async def form_parts(request: Request) -> AsyncIterator[list[tuple[str, str | UploadFile]]]:
    """Read a form, and yield the names of its parts with their texts and files.

    Raises:
        ValueError: It is not a form, or has names or texts that are not text.
    """
    try:
        # UnicodeError, a ValueError: the charset of a form may be any codec of Python, also one that always fails.
        form = await request.form()
    except (HTTPException, MultiPartException) as error:
        raise ValueError(getattr(error, "detail", None) or str(error)) from None
    try:
        parts = form.multi_items()
        for name, part in parts:
            if not is_text(name + (part if isinstance(part, str) else part.filename or "")):
                raise ValueError("a name or a value has a lone surrogate, which is not a character")
        yield parts
    finally:
        await form.close()
