"""Several conversations that are read as one, in the order in which their events arrive."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from typing import Any


class Group:
    """A conversation (see `connection.Conversation`) that consists of others.

    Args:
        state_of: Returns the conversation of a member, None before it has begun.
        late: Error for an event that did not arrive, where no member waits for one.
    """

    # Each conversation says `arrived` of itself for each of its events, and when it has failed. One that has left the group
    # meanwhile is passed over.

    id, opened, is_behind, received, duration = "", False, False, 0, 0.0

    def __init__(self, state_of: Callable[[Any], Any], late: type[Exception]) -> None:
        self.members: dict[str, Any] = {}
        """What goes on, by the ids of the conversations. It is kept from being dropped."""
        self.events: deque[tuple[Any, Any]] = deque()
        """Conversations that have something to take, once for each, or events that are handed out as they are."""
        self.ended = False
        """Whether the connection has ended."""
        self.is_asked = False
        """Whether the last thing asked for concerns no conversation that there has been, so that no event may come of it."""
        self._state_of, self._late = state_of, late

    def arrived(self, state: Any, event: Any = None) -> None:
        """Append a conversation that has something to take, or an event to hand out."""
        self.events.append((state, event))

    def _states(self) -> Iterator[Any]:
        states = map(self._state_of, list(self.members.values()))
        return (state for state in states if state is not None and not state.ended)

    @property
    def is_response_due(self) -> bool:
        """Whether one of the conversations waits for the service."""
        return self.is_asked or any(state.is_response_due for state in self._states())

    @property
    def requested_at(self) -> float:
        """When the service was last asked for something."""
        return max((state.requested_at for state in self._states()), default=0.0)

    def late(self, seconds: float) -> Exception:
        """Return the error for an event that did not arrive."""
        due = (state.late(seconds) for state in self._states() if state.is_response_due)
        error: Exception = next(due, self._late(f"no event within {seconds:g} s"))
        return error

    def take(self) -> Any:
        """Return the next event, or None. Raise how a conversation failed once its events have been taken."""
        while self.events:
            self.is_asked = False
            state, event = self.events.popleft()
            if state is None:
                return event
            if state.group is self:
                try:
                    return state.take()
                finally:
                    if state.ended and not state.events:
                        self.members.pop(state.id, None)
        return None

    def fail(self, error: Exception) -> None:
        """End the conversation: the connection is lost, and each member has failed."""
        self.ended = True
