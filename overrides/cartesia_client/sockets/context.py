"""What the contexts of threads and of tasks share."""

from __future__ import annotations

import contextlib
import uuid
import weakref
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from cartesia_api.bodies import json_field
from cartesia_api.options import OF_SOCKETS, check_options
from cartesia_api.types import plain
from cartesia_io.http.retry import Attempts, Outcome
from cartesia_io.live import Live
from cartesia_io.rules import check_timeout
from cartesia_io.sockets.async_connection import AsyncConnection
from cartesia_io.sockets.sync_connection import SyncConnection
from cartesia_io.steps import result_of
from cartesia_io.text import is_speakable, join_halves, split_half

from ..errors import APIError
from ..http.policy import RequestPolicy
from ..responses import is_crowded
from .beginning import Beginning
from .context_state import ContextState
from .transcripts import check_piece
from .tts_protocol import TTSProtocol

C = TypeVar("C", SyncConnection[TTSProtocol], AsyncConnection[TTSProtocol])
SETTLE = 0.05
"""Seconds to wait for the rejection of a text that crossed the end of its context."""


class Context(Live, Generic[C]):
    """What both contexts share. A context belongs to a connection from its first frame on, and never changes to another.

    Only when it has expired while text is spoken piece by piece, a fresh one with the same fields takes its place.
    """

    _instead = "pass its audio or its events on, or make a context of a socket that was opened there"
    _new_lock: Callable[[], Any]
    _new_event: Callable[[], Any]
    _take: Any
    """Waits for its turn among the calls of the client."""
    _wait: Any
    """Waits for the first text."""
    _sleep: Any

    def __init__(
        self,
        policy: RequestPolicy,
        get_connection: Callable[[], Any],
        is_closed: Callable[[], bool],
        context_id: str | None,
        timeout: float | None,
        fields: Mapping[str, Any],
    ) -> None:
        check_options({"context_id": context_id}, OF_SOCKETS)
        self.context_id: str = json_field("context_id", plain(context_id) or uuid.uuid4())
        """Id of the context, unique on its connection. A fresh context that takes its place has a new id."""
        self._policy = policy
        self._place = policy.place("tts", f"context {self.context_id}")
        self._attempts: Attempts | None = None
        """The attempts at a context that the service has refused."""
        self._reopening = self._new_lock()
        """Held while one of the threads or tasks that use a refused context sends it again."""
        self._get_connection = get_connection
        self._beginning = Beginning(self.context_id, self._new_event(), is_closed)
        self._timeout = check_timeout(timeout)
        self._fields = dict(fields)
        self._group: Any = None
        """The contexts that it is read together with."""
        self._spoken_with: Mapping[str, Any] = {}
        """Fields of the text that is being spoken as a whole."""
        self._connection: C | None = None
        """The connection of the context; None before the first frame."""
        self._state: ContextState | None = None
        """What the connection knows of the context; None before the first frame."""
        self._held = ""
        """Text that waits for more: half of a surrogate pair, or what cannot begin a context because it cannot be spoken."""

    # The steps, for threads and for tasks
    # ------------------------------------

    async def _send(self, fields: Mapping[str, Any]) -> None:
        while self._state is not None and self._state.refused is not None:
            await self._reopen(self._state)
        if self._state is None:
            self._beginning.check()
            # Before a connection is opened, and on nothing that stays.
            await self._send_first(TTSProtocol.checked(ContextState(self.context_id, self._fields), fields))
            return
        state, connection = self._state, self._connected
        if not await connection.send(connection.protocol.generation_request(state, fields)):
            state.raise_failure()

    async def _send_first(self, *checked: tuple[Mapping[str, Any], Mapping[str, Any]]) -> None:
        """Send the first frames, checked. If the connection turns out to be lost before they have left, open another one."""
        with self._releasing():
            await result_of(self._take())
            while True:
                connection = await self._get_connection()
                self._beginning.check()
                state = self._attach(connection)
                try:
                    requests = [connection.protocol.write(state, *fields) for fields in checked]
                    sent = await connection.send(*requests)
                except Exception:
                    self._detach()  # an observer has rejected the frame
                    raise
                if sent:
                    self._beginning.event.set()
                    return
                self._detach()

    async def _reopen(self, state: ContextState) -> None:
        """Send a refused context again, in a fresh one, unless that has been done."""
        async with self._reopening:
            if self._state is state:
                with self._releasing():
                    await result_of(self._sleep(self._until_next_attempt(state)))
                await self._send_first(*[({}, frame) for frame in self._fresh(state)])

    async def _push(self, transcript: Any, more: bool, fields: Mapping[str, Any]) -> None:
        text, held = self._whole(transcript, more)
        if text or not held:  # else there is nothing to send yet
            with self._policy.usage.buying(text):
                await self._send({**fields, "transcript": text, "continue": more})
        self._held = held

    async def _say(self, piece: Any, *, last: bool = False) -> None:
        """Push a piece of a text that is spoken, in a fresh context if the last one has expired."""
        if self._state is not None:
            await self._settle(self._state)
        if sent := self._next_text(piece, last=last):
            await self._push(sent, True, self._spoken_with)

    async def _settle(self, state: ContextState) -> None:
        """Read whether the service has rejected the last text of a context that is done, because it came too late."""
        if state.ended and len(state.texts) > 1:
            await self._connected.read_on(0.0 if state.input_ended else SETTLE)

    async def _say_rest(self, state: ContextState) -> bool:
        """Push what crossed the `done` of a context in a fresh one, unless that has been done. Return whether it was pushed."""
        await self._settle(state)
        if self._state is not state or not state.unspoken:
            return False
        self._renew(state)
        await self._push(state.unspoken, True, self._spoken_with)
        return True

    async def _catch_up(self) -> None:
        if self._state is not None:
            await self._connected.catch_up(self._state)

    async def _append(self, transcript: Any, fields: Mapping[str, Any]) -> None:
        await self._catch_up()
        await self._push(transcript, fields["continue"], fields)

    async def _flush(self) -> None:
        await self._catch_up()
        await self._send({"continue": True, "flush": True})

    async def _end_input(self) -> None:
        await self._catch_up()
        if self._state is None or not (self._state.input_ended or self._state.expired):
            await self._push("", False, self._spoken_with)

    async def _cancel(self) -> None:
        self._beginning.cancelled = self._state is None
        if self._connection is not None and self._state is not None:
            await self._connection.cancel(self._state)

    async def _first_text(self, timeout: float | None) -> None:
        """Wait until text has been sent, for a reader that starts before. There is no time-out, unless the reader has its own."""
        try:
            if not self._beginning.event.is_set():
                await result_of(self._wait(timeout))
        except TimeoutError:
            raise self._beginning.late(timeout) from None

    def _attach(self, connection: C) -> ContextState:
        """Open the context on a connection, and have it cancelled at the service once the program has dropped it."""
        # Before the first frame is sent, not after: what is interrupted while it sends must know what to cancel.
        with connection.lock:
            state = connection.protocol.open_context(self.context_id, self._fields)
        self._connection, self._state, state.place, state.group = connection, state, self._place, self._group
        state.usage = self._policy.usage
        self._finalizer: weakref.finalize[..., Any] = weakref.finalize(self, connection.cancel_soon, state)
        self._finalizer.atexit = False
        return state

    def _detach(self) -> None:
        """Leave the connection, because nothing was sent over it, or the context has ended."""
        self._finalizer.detach()
        if self._state is not None:
            self._state.group = None
        self._connection = self._state = None

    def _renew(self, state: ContextState) -> None:
        """Have the next text sent in a fresh context with the same fields. Raise an error if this one spoke nothing at all."""
        if not state.received:
            self._check_spoken(state)
        self._policy.usage.give_back(len(state.unspoken))  # it is sent, and counted, again
        self._detach()
        self._fields, self.context_id = dict(state.fields), str(uuid.uuid4())

    # How a refused context goes on
    # -----------------------------
    # Where the plan allows no more contexts, the service refuses one with 429 before it speaks. After a while, or once other
    # calls of this client have ended, all of its text is sent again in a fresh context. The first who meets the refusal does
    # so, be it the one who reads or the one who sends; `_reopening` keeps the other one waiting.

    def _until_next_attempt(self, state: ContextState) -> float:
        """Return the seconds to wait before a refused context is sent again. Raise what the service said if it is not."""
        state.raise_failure()
        refused = state.refused
        if self._attempts is None:
            self._attempts = Attempts(
                self._policy.retries, "POST", self._policy.clock, self._policy.jitter, self._place
            )
        crowded = refused is not None and is_crowded(refused.status_code, refused.body)
        decision = self._attempts.decide(Outcome("status", 429, is_crowded=crowded))
        if decision.wait is None and refused is not None:
            refused.attempts = self._attempts.number
            state.fail(refused)
        state.raise_failure()
        return decision.wait or 0.0

    @contextlib.contextmanager
    def _releasing(self) -> Iterator[None]:
        """Give the place back if the block fails: the context has not been sent. Name it in the error."""
        try:
            yield
        except BaseException as error:
            self._place.release()
            if isinstance(error, APIError):
                error.context_id = self.context_id
            raise

    def _fresh(self, state: ContextState) -> list[dict[str, Any]]:
        """Return the fields of the first frames of the context that takes the place of a refused one."""
        state.raise_failure()  # it may have been cancelled meanwhile
        self._finalizer.detach()
        self._fields, self.context_id = dict(state.fields), str(uuid.uuid4())
        return state.again()

    def _leave(self) -> None:
        """Cancel the context if it goes on, because its reader has left."""
        self._beginning.left = self._state is None
        if self._state is not None and not self._state.ended:
            self._connected.leave(self._state)
        self._place.release()

    def _whole(self, transcript: Any, more: bool) -> tuple[Any, str]:
        """Return the text to send, and half of a surrogate pair to hold back if more may follow."""
        piece = transcript if type(transcript) is str else check_piece(transcript)
        if piece.isascii() and not self._held:
            return piece, ""  # no half is in ASCII
        text = join_halves(self._held + piece)
        return split_half(text) if more else (text, "")

    def _next_text(self, piece: Any, *, last: bool = False) -> str:
        """Return what to send for a piece of a text. Hold it back as long as a context would begin with nothing to speak."""
        state = self._state
        expired = state if state is not None and state.expired else None
        text = join_halves((expired.unspoken if expired else "") + self._held + check_piece(piece))
        if (state is None or expired) and not is_speakable(text, last=last):
            if last:
                json_field("transcript", text)
            self._held = "" if last else text
            return ""
        if expired:
            self._renew(expired)
        self._held = ""
        return text

    def _check_spoken(self, state: ContextState) -> None:
        """Raise IncompleteAudioError if the context is done and some of its text was not spoken."""
        if (failure := TTSProtocol.unspoken(state)) is not None:
            raise failure

    def _require_state(self) -> ContextState:
        if self._state is None:
            raise self._beginning.nothing_sent()
        return self._state

    @property
    def _context_id(self) -> str:
        """The id under its name in the official library, whose examples read it."""
        return self.context_id

    @property
    def _connected(self) -> C:
        assert self._connection is not None
        return self._connection
