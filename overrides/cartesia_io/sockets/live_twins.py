"""Sessions over a socket of their own, to be used in a block. Sync, then async."""

from __future__ import annotations

import math
import time
from collections.abc import Coroutine, Iterable, Mapping
from functools import partial
from typing import Any, Self

from ..receiving import AsyncReceiving, Receiving
from ..rules import running_loop
from ..steps import finish
from .closed import Closed
from .live_session import E, SessionSteps
from .waiting import POLL_INTERVAL, arun, run
from .websocket import AsyncSocket, Socket


class LiveSession(SessionSteps[E, Socket], Receiving[E]):
    """A session for threads. One thread may send while another one receives."""

    _longest = POLL_INTERVAL

    def send(self, command: str | Mapping[str, Any]) -> None:
        """Send a command: a dict or a model, or the name of one without fields, such as "close" in a transcription.

        One that is given before the session is open is sent once it is. Errors as with `send_raw`.
        """
        finish(self._command(command, early=True))

    def _deliver(self, sent: Iterable[str | bytes], must: bool = True) -> bool:
        outages = self._outages
        for frame in sent:
            if outages is not None and outages.is_down and outages.keep(frame):
                continue
            socket, lost = self._require_socket(), None
            try:
                socket.send(frame)
            except Closed as error:
                lost = error
            if lost is not None and not finish(self._not_sent(socket, frame, lost, must)):
                return False
        return True

    def dispatch_events(self) -> None:
        """Call the functions given with `on` and `once` with the events, until the session ends.

        Raises:
            Exception: The service reported an error, and no function is there for it; or the connection was lost before the
                session was complete.
        """
        finish(self._dispatch())

    def _pause(self, seconds: float) -> None:
        run(partial(self._connections.policy.sleep, seconds), self._check_wanted)

    def __enter__(self) -> Self:
        self._session.enter(time.monotonic)
        finish(self._opened(self._connect()))
        return self

    def enter(self) -> Self:
        """Open the session without a block. Close it with `close`."""
        return self.__enter__()

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self, *, code: int = 1000, reason: str = "") -> None:
        """Close the connection, with a code and a reason for the service. What has not arrived yet is lost."""
        finish(self._close(code, reason))


class AsyncLiveSession(SessionSteps[E, AsyncSocket], AsyncReceiving[E]):
    """A session for tasks. One task may send while another one receives."""

    _longest = math.inf

    async def send(self, command: str | Mapping[str, Any]) -> None:
        """Send a command: a dict or a model, or the name of one without fields, such as "close" in a transcription.

        One that is given before the session is open is sent once it is. Errors as with `send_raw`.
        """
        await self._command(command, early=True)

    async def _deliver(self, sent: Iterable[str | bytes], must: bool = True) -> bool:
        outages = self._outages
        for frame in sent:
            if outages is not None and outages.is_down and outages.keep(frame):
                continue
            socket, lost = self._require_socket(), None
            try:
                await socket.send(frame)
            except Closed as error:
                lost = error
            if lost is not None and not await self._not_sent(socket, frame, lost, must):
                return False
        return True

    async def dispatch_events(self) -> None:
        """Call the functions given with `on` and `once` with the events, until the session ends.

        Raises:
            Exception: The service reported an error, and no function is there for it; or the connection was lost before the
                session was complete.
        """
        await self._dispatch()

    def _pause(self, seconds: float) -> Coroutine[Any, Any, None]:
        return arun(partial(self._connections.policy.asleep, seconds), self._check_wanted)

    async def __aenter__(self) -> Self:
        self._session.enter(running_loop().time)
        await self._opened(self._connect())
        return self

    async def enter(self) -> Self:
        """Open the session without a block. Close it with `close`."""
        return await self.__aenter__()

    async def __aexit__(self, *error: object) -> None:
        await self.close()

    async def close(self, *, code: int = 1000, reason: str = "") -> None:
        """Close the connection, with a code and a reason for the service. What has not arrived yet is lost."""
        await self._close(code, reason)
