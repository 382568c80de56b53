"""The concurrency limits of a plan: contexts, connections and recordings, counted while they last."""

from __future__ import annotations

import threading
from collections import Counter
from typing import NamedTuple

from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from ..description.errors import APIError

SOCKETS_PER_CONTEXT = 10
"""Text-to-speech sockets that may be open for each context that may be active."""


class Plan(NamedTuple):
    """How much an account may do at once."""

    contexts: int
    """Text to speech: contexts on sockets and requests over HTTP, together."""
    streams: int
    """Speech to text: open connections and recordings, together."""


PLANS = {"free": Plan(2, 8), "pro": Plan(3, 12), "startup": Plan(5, 20), "scale": Plan(15, 60)}


class Lease:
    """One use that counts until it is released."""

    def __init__(self, limits: Limits, kind: str) -> None:
        self._limits = limits
        self._kind = kind
        self._active = True

    def release(self) -> None:
        """Stop counting. Releasing a second time does nothing."""
        if self._active:
            self._active = False
            self._limits._release(self._kind)


class LeasedResponse(Response):
    """A response that counts until its last byte, or until the client disconnects."""

    def __init__(self, response: Response, lease: Lease) -> None:
        self.raw_headers = response.raw_headers
        self.status_code = response.status_code
        self.background = None
        self._response = response
        self._lease = lease

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def release_first(message: Message) -> None:
            # Before the client has the end of the response, and may send its next request.
            if message["type"] == "http.response.body" and not message.get("more_body"):
                self._lease.release()
            await send(message)

        try:
            await self._response(scope, receive, release_first)
        finally:
            self._lease.release()


class Limits:
    """The concurrency limits of one account, which all clients of a sandbox share.

    Args:
        plan: "free", "pro", "startup" or "scale"; None sets no limit.

    Raises:
        ValueError: There is no such plan.
    """

    def __init__(self, plan: str | None = None) -> None:
        if plan is not None and plan not in PLANS:
            raise ValueError(f"there is no plan {plan!r}; there are {', '.join(PLANS)}, and None without limits")
        self._limits: dict[str, int] = {}
        if plan is not None:
            contexts, streams = PLANS[plan]
            self._limits = {"tts": contexts, "stt": streams, "socket": contexts * SOCKETS_PER_CONTEXT}
        self._taken: Counter[str] = Counter()
        self._lock = threading.Lock()

    def acquire(self, kind: str) -> Lease:
        """Count one more use until the lease is released.

        Args:
            kind: `tts` for a context or a request, `stt` for a connection or a recording, `socket` for an open
                text-to-speech socket.

        Raises:
            APIError: 429 if the limit of the plan is reached.
        """
        with self._lock:
            if kind in self._limits and self._taken[kind] >= self._limits[kind]:
                raise APIError(
                    429,
                    "You have exceeded your plan's concurrency limit.",
                    title="Too many concurrent requests",
                    code="concurrency_limited",
                )
            self._taken[kind] += 1
        return Lease(self, kind)

    @property
    def taken(self) -> dict[str, int]:
        """Return the number of uses of each kind that is in use."""
        with self._lock:
            return {kind: count for kind, count in self._taken.items() if count}

    def _release(self, kind: str) -> None:
        with self._lock:
            self._taken[kind] -= 1
