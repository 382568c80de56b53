"""The governor: how many calls run at once, and in which order the others wait."""

from __future__ import annotations

import contextlib
import math
import threading
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Self

from cartesia_api.arguments import InvalidRequestError

from .forks import process
from .logs import DEBUG, INFO, report

if TYPE_CHECKING:
    import asyncio

_POLL = 0.2
"""Seconds after which a task that waits looks whether it should stop."""
RECOVERY = 10.0
"""Seconds without a refusal after which a limit that the service has lowered rises by one."""


class Governor:
    """The limit of one kind of call: those that run, and those that wait in the order in which they came. No I/O.

    Args:
        limit: Calls that may run at once.
        timeout: Seconds that a call may wait for its turn.
        clock: Returns the time in seconds.
        late: Returns the error for a call that waited for too long.
    """

    # Who takes which lock
    # --------------------
    # A call asks for its place in its own thread, under `_lock`. A place may be given back at any moment, also by the garbage
    # collector, which may run in a thread that holds `_lock` already. So `give_back` never waits for the lock: it appends to
    # `_returned`, which is collected at once if the lock is free, and otherwise by the thread that holds it, once it let go.
    #
    # A forked process begins anew: the calls that were active belong to its parent, and so does the thread that held the lock.
    #
    # What is learned
    # ---------------
    # Other programs may use the same account, or its plan may be smaller than was said. A refusal with n calls active means that
    # n are too many. The limit falls to n - 1, and rises again with time.

    def __init__(
        self, limit: int, timeout: float, clock: Callable[[], float], late: Callable[[str], Exception]
    ) -> None:
        self.timeout = timeout
        self.late = late
        self._most = limit
        self._clock = clock
        self._begin()

    def _begin(self) -> None:
        self.limit = self._most
        """Calls that may run at once, as far as is known."""
        self.active = 0
        """Calls that run."""
        self.waiting: deque[Place] = deque()
        """Calls that wait, the next one first."""
        self.is_closed = False
        """Whether no call runs any more, because its client is closed."""
        self._changed = self._clock()
        """When the limit last fell or rose."""
        self._lock = threading.Lock()
        self._returned: deque[Place] = deque()
        self._process = process()

    def now(self) -> float:
        """Return the time in seconds."""
        return self._clock()

    def ask(self, place: Place) -> None:
        """Have a call wait for its turn, which may come at once. One that has been refused before goes first."""
        if self._process is not process():
            self._begin()
        with self._lock:
            place.waits, place.process = True, self._process
            (self.waiting.appendleft if place.was_refused else self.waiting.append)(place)
            self._admit()
        self._collect()

    def refuse(self, place: Place) -> bool:
        """Mark a call as refused by the service, and lower the limit. Return whether others run, whose end it may wait for.

        The last one keeps its place: it has nothing to wait for but time.
        """
        with self._lock:
            place.was_refused, self._changed = True, self._clock()
            self.limit = max(1, min(self.limit, self.active - 1))
            others_run = self.active > 1
            if others_run:
                self._remove(place)
        self._collect()
        return others_run

    def close(self) -> None:
        """End the waiting of all calls: their client is closed."""
        with self._lock:
            self.is_closed = True
            for place in self.waiting:
                place.wake()

    def give_back(self, place: Place) -> None:
        """Let the next call run in the place of one that has ended, or stop waiting. May be called by the garbage collector."""
        if place.process is process():
            self._returned.append(place)
            self._collect()

    def _collect(self) -> None:
        while self._returned and self._lock.acquire(blocking=False):
            try:
                while self._returned:
                    self._remove(self._returned.popleft())
                self._admit()
            finally:
                self._lock.release()

    def _remove(self, place: Place) -> None:
        if place.waits:
            self.waiting.remove(place)
        self.active -= place.runs
        place.waits = place.runs = False

    def _admit(self) -> None:
        now = self._clock()
        if self.limit < self._most and now - self._changed >= RECOVERY:
            self.limit, self._changed = self.limit + 1, now
        while self.waiting and self.active < self.limit:
            place = self.waiting.popleft()
            place.waits, place.runs = False, True
            self.active += 1
            place.wake()


class Pauses:
    """The waits between the attempts of the calls of one client. They end early once the client is closed."""

    def __init__(self) -> None:
        self._over = threading.Event()

    def sleep(self, seconds: float) -> None:
        """Wait in a thread."""
        self._over.wait(min(seconds, threading.TIMEOUT_MAX))

    async def asleep(self, seconds: float) -> None:
        """Wait in a task. The client may be closed in another thread, so this looks for it again and again."""
        import asyncio  # as above

        ends = asyncio.get_running_loop().time() + seconds
        while not self._over.is_set() and (left := ends - asyncio.get_running_loop().time()) > 0:
            await asyncio.sleep(min(left, _POLL))

    def end(self) -> None:
        """End all waits, and let none begin."""
        self._over.set()


class Place:
    """The turn of one call: it waits, runs, and gives its place back, once. Use it in a `with` block around the call.

    Args:
        governor: What the call waits for; None if there is no limit.
        what: The call, for messages.
    """

    wake: Callable[[], object]
    waits = False
    process: object = None
    """Where the call is made; None before it has asked for its turn."""
    was_refused = False
    _asked: float | None = None
    """When the call began to wait, if it did."""
    kept = False
    """Whether the place is given back later than at the end of the block, with what was made in it."""

    def __init__(self, governor: Governor | None, what: str = "") -> None:
        self.governor = governor
        self.runs = governor is None
        self._what = what

    def take(self, seconds: float = math.inf) -> None:
        """Wait for the turn of the call, in a thread, unless it runs. Raise `late` of the governor if it takes too long.

        Args:
            seconds: Seconds that it may take, if they are less than those of the governor.
        """
        if self.governor is None or self.runs:
            return
        gate = threading.Lock()
        gate.acquire()
        self.wake = gate.release
        self._ask(self.governor)
        seconds = max(0.0, min(seconds, self.governor.timeout))
        gate.acquire(timeout=min(seconds, threading.TIMEOUT_MAX))
        self._check(self.governor, seconds)

    async def atake(self, seconds: float = math.inf) -> None:
        """Wait for the turn of the call, in a task, unless it runs. Raise `late` of the governor if it takes too long.

        Args:
            seconds: Seconds that it may take, if they are less than those of the governor.
        """
        if self.governor is None or self.runs:
            return
        import asyncio  # the protocols of the sockets, which know places, load no I/O library

        gate = asyncio.Event()
        seconds = max(0.0, min(seconds, self.governor.timeout))
        self.wake = partial(_wake, asyncio.get_running_loop(), gate)
        self._ask(self.governor)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await gate.wait()
        self._check(self.governor, seconds)

    def _ask(self, governor: Governor) -> None:
        governor.ask(self)
        self._asked = None if self.runs else governor.now()
        if not self.runs:
            report(DEBUG, self._what, "waits for its turn")

    def _check(self, governor: Governor, seconds: float) -> None:
        if self._asked is not None:
            event = "its turn has come" if self.runs else "gave up: its turn did not come"
            report(INFO, self._what, event, seconds=governor.now() - self._asked)
        if not self.runs and governor.is_closed:
            raise InvalidRequestError(
                f"{self._what}: not sent, because the client was closed while the call waited for its turn"
            )
        if not self.runs:
            raise governor.late(
                f"{self._what}: not sent, because no place became free within {seconds:.3g} s (active: {governor.active}, "
                f"limit: {governor.limit}, waiting: {len(governor.waiting)}); end or close what is active, or raise concurrency= "
                "(if the plan allows it), concurrency_timeout= or total="
            )

    def refused(self) -> bool:
        """Mark the call as refused by the service. Return whether others run, whose end it may wait for."""
        return self.governor is not None and self.governor.refuse(self)

    def release(self) -> None:
        """Give the place back. Doing so a second time does nothing."""
        if self.governor is not None:
            self.governor.give_back(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if not self.kept:
            self.release()

    def __del__(self) -> None:
        self.release()


FREE = Place(None)
"""The place of all calls that have no limit."""


def _wake(loop: asyncio.AbstractEventLoop, gate: asyncio.Event) -> None:
    with contextlib.suppress(RuntimeError):  # the loop is closed
        loop.call_soon_threadsafe(gate.set)
