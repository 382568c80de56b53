"""A session that is opened again when its connection is lost: what waits to be sent meanwhile, and what is tried. No I/O."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from cartesia_api.arguments import InvalidRequestError

from .closed import Closed

if TYPE_CHECKING:
    from .session_state import SessionState

# Who does what
# -------------
# The reader opens the session again: it learns of every loss, and it is there for as long as the program wants to hear anything.
# A sender whose frame did not go out keeps it here, and so do those that follow, until the reader has sent them all on the new
# connection. So frames stay in order, and none is sent twice. Of what had gone out before, the service may have heard anything;
# it is not sent again.
#
# An input that was ended is not begun anew: its transcript is lost, and a new connection would never give it.


class Outages:
    """The outages of one session.

    Args:
        session: The state of the session.
        handshake: How it is opened; `given` has the options, `again` returns one for others.
        jitter: Returns a random number from 0 to 1.
    """

    def __init__(self, session: SessionState, handshake: Any, jitter: Any) -> None:
        self._session, self._handshake, self._jitter = session, handshake, jitter
        self.asked: Any = handshake.given.reconnecting
        self.is_down = False
        """Whether frames wait for a connection."""
        self._waiting: deque[tuple[str | bytes, bool]] = deque()
        """Frames, and whether each one ends the input."""
        self._lock = threading.Lock()
        self._tried, self._received = 0, -1

    def is_mendable(self, lost: Closed, frame: str | bytes = b"") -> bool:
        """Return whether another connection can go on with the session. `frame`: what was being sent."""
        session = self._session
        over = session.closed_locally or session.ended or (session.input_ended and isinstance(frame, bytes))
        return not over and bool(self.asked.is_worth_it(lost.code))

    def begin(self, is_current: bool) -> None:
        """Take the connection for lost, if it is the current one."""
        with self._lock:
            self.is_down = self.is_down or is_current

    def keep(self, frame: str | bytes) -> bool:
        """Keep a frame until there is a connection. Return False if there is one, or will be none."""
        with self._lock:
            if not self.is_down or self._session.ended:
                return False
            if sum(len(each) for each, _ in self._waiting) + len(frame) > self.asked.max_queue_size:
                raise self.asked.full(self._session.path)
            ends = self._session.input_ended
            self._session.input_ended = False  # the service has not been told yet
            self._waiting.append((frame, ends))
            return True

    def next_frame(self) -> str | bytes | None:
        """Return the frame to send next on the new connection. None: all have been sent, and the outage is over."""
        with self._lock:
            self.is_down = bool(self._waiting)
            return self._waiting[0][0] if self._waiting else None

    def sent(self) -> None:
        """Take note that this frame was sent."""
        with self._lock:
            _, ends = self._waiting.popleft()
        self._session.input_ended = self._session.input_ended or ends

    @property
    def unsent(self) -> list[str | bytes]:
        """Return the frames that wait."""
        with self._lock:
            return [frame for frame, _ in self._waiting]

    def attempts(self, lost: Closed) -> Iterator[Any]:
        """Yield the event for each attempt, which the function of the program gets. They count until an event arrives again."""
        if self._session.received != self._received:
            self._tried, self._received = 0, self._session.received
        while self._tried < self.asked.max_retries:
            self._tried += 1
            given = self._handshake.given
            yield self.asked.event(self._tried, self._jitter(), lost.code, given.extra_query, given.extra_headers)

    def answer(self, wanted: Any) -> bool:
        """Take what the function returned. Return whether to try, and raise InvalidRequestError for what it cannot be."""
        if wanted is None:
            return True
        names = ("extra_query", "extra_headers", "abort")
        if not isinstance(wanted, Mapping) or set(wanted) - set(names):
            raise InvalidRequestError(f"on_reconnecting must return None or a dict with some of {', '.join(names)}")
        if wanted.get("abort"):
            self._tried -= 1
            return False
        changed = {name: wanted[name] for name in names[:2] if name in wanted}
        if changed:
            again, given = self._handshake.again, self._handshake.given
            self._handshake = again(given._replace(**changed))._replace(again=again)
        return True

    @property
    def handshake(self) -> Any:
        """Return how the session is opened now."""
        return self._handshake

    def is_final(self, failure: Exception) -> bool:
        """Return whether another attempt would fail as this one did: the service has said no, or it is no error of a call."""
        status = getattr(failure, "status_code", 500)
        return not hasattr(failure, "attempts") or (status < 500 and status not in (408, 429))

    def given_up(self, lost: Closed) -> Exception:
        """Return the error for a session that was not opened again."""
        unsent = self.unsent
        tried = f"; attempts to open it again: {self._tried}" if self._tried else ""
        waiting = f"; {len(unsent)} frames were not sent (unsent_messages)" if unsent else ""
        error: Any = self._session.broken(f"{lost}{tried}{waiting}")
        error.unsent_messages = unsent
        return error  # type: ignore[no-any-return]
