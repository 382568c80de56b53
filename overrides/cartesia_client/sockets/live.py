"""Sessions over sockets of their own, opened with the retries of the client. Sync, then async."""

from __future__ import annotations

from cartesia_io.sockets.live_session import E
from cartesia_io.sockets.live_twins import AsyncLiveSession, LiveSession

from ..errors import APIStatusError
from .connect import aconnect, connect


class LiveSocket(LiveSession[E]):
    """A session for threads."""

    _reported = APIStatusError
    _open = staticmethod(connect)


class AsyncLiveSocket(AsyncLiveSession[E]):
    """A session for tasks."""

    _reported = APIStatusError
    _open = staticmethod(aconnect)
