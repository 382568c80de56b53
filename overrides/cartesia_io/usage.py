"""What a client has bought: characters that were sent to be spoken, and seconds of audio that arrived for them."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from typing import Any, Self

from cartesia_api.arguments import InvalidRequestError

from .audio.formats import AudioFormat

KEY = "cartesia.usage"
"""Name of the extension of a request that carries its characters and the usage that they count for."""

# What is sent in several requests, such as a long text, is reserved as a whole before the first one. Otherwise, calls that run
# at the same time would each find room for their text, and meet the limit in its midst, when most of it has been paid for. A
# request finds the reservation that it draws on in the context of its thread or task, so nothing has to be handed through.


class Usage:
    """The characters and seconds that were bought. Threads share it.

    Attributes:
        characters: Characters of text that were sent to be spoken, without those that were certainly not billed.
        reserved: Characters that calls under way have not sent yet. They count for the limit.
        seconds: Seconds of audio that arrived for them, over HTTP and on sockets, once a call has ended.
        max_characters: Characters that may be bought at most; None sets no limit.
    """

    def __init__(self, max_characters: int | None = None) -> None:
        self.characters = 0
        self.reserved = 0
        self.seconds = 0.0
        self.max_characters = max_characters
        self._lock = threading.Lock()

    def buy(self, characters: int) -> None:
        """Count characters that are about to be sent.

        Raises:
            InvalidRequestError: They would pass the limit.
        """
        if not characters:
            return
        reservation = _DRAWN_ON.get()
        with self._lock:
            if reservation is not None and reservation.usage is self:
                own = min(characters, reservation.left)
                self._check(characters - own)
                reservation.left -= own
                self.reserved -= own
            else:
                self._check(characters)
            self.characters += characters

    def buying(self, text: object) -> Purchase:
        """Count a text that the block sends in the same way, and take it off if the block fails, which then has not sent it."""
        characters = _length(text)
        self.buy(characters)
        return Purchase(self, characters)

    def give_back(self, characters: int) -> None:
        """Take off characters that were certainly not billed."""
        with self._lock:
            self.characters -= characters

    def reserve(self, characters: int) -> Reservation:
        """Return the right to buy so many characters, even if others buy meanwhile.

        Raises:
            InvalidRequestError: They would pass the limit.
        """
        with self._lock:
            self._check(characters)
            self.reserved += characters
        return Reservation(self, characters)

    def release(self, reservation: Reservation) -> None:
        """Take off what a reservation has left."""
        with self._lock:
            self.reserved -= reservation.left
            reservation.left = 0

    def heard(self, audio: AudioFormat, head: bytes, size: int) -> None:
        """Count audio that has arrived. `head`: its first bytes; `size`: all of its bytes."""
        is_mp3 = audio.container == "mp3"
        seconds = size * 8 / audio.bit_rate if is_mp3 and audio.bit_rate else audio.seconds(head, size)
        with self._lock:
            self.seconds += seconds

    def _check(self, characters: int) -> None:
        taken = self.characters + self.reserved
        if self.max_characters is not None and characters and taken + characters > self.max_characters:
            under_way = f", and {self.reserved} reserved by calls under way" if self.reserved else ""
            raise InvalidRequestError(
                f"not sent, because {characters} more characters would pass max_characters={self.max_characters}; "
                f"{self.characters} are used up{under_way}"
            )

    def __getstate__(self) -> dict[str, Any]:
        """Return what a copy or a pickle has: the numbers of this moment, and a lock of its own."""
        return {name: value for name, value in vars(self).items() if name != "_lock"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state, _lock=threading.Lock())

    def __repr__(self) -> str:
        return f"Usage(characters={self.characters}, seconds={self.seconds:.1f}, max_characters={self.max_characters})"


class Purchase:
    """Characters that the block sends. A generator in its place would take three times as long, for each piece of text."""

    def __init__(self, usage: Usage, characters: int) -> None:
        self._usage, self._characters = usage, characters

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None and issubclass(kind, Exception):  # what is interrupted may have been sent
            self._usage.give_back(self._characters)


class Reservation:
    """Characters that one call may still buy. What is left is free at the end of the block.

    Attributes:
        usage: The usage that they count for.
        left: How many of them.
    """

    def __init__(self, usage: Usage, characters: int) -> None:
        self.usage = usage
        self.left = characters

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.usage.release(self)

    @contextlib.contextmanager
    def drawn_on(self) -> Iterator[None]:
        """Let what the block buys be taken from this reservation."""
        token = _DRAWN_ON.set(self)
        try:
            yield
        finally:
            _DRAWN_ON.reset(token)


_DRAWN_ON: ContextVar[Reservation | None] = ContextVar("cartesia_reservation", default=None)


def characters_of(arguments: Mapping[str, Any]) -> int:
    """Return how many characters the arguments of a request send to be spoken."""
    body, form = arguments.get("json"), arguments.get("files")
    if isinstance(body, Mapping):
        return _length(body.get("transcript"))
    parts = form if isinstance(form, list) else ()
    return sum(_length(part[1][1]) for part in parts if part[0] == "transcript")


def heard(request: Any, audio: AudioFormat, head: bytes, size: int) -> None:
    """Count audio that has arrived for a request."""
    usage: Usage | None = request.extensions.get(KEY, (None,))[0]
    if usage is not None:
        usage.heard(audio, head, size)


def not_billed(request: Any) -> None:
    """Take off the characters of a request that was certainly not billed."""
    usage, characters = request.extensions.get(KEY, (None, 0))
    if usage is not None:
        usage.give_back(characters)


def _length(text: object) -> int:
    return len(text) if isinstance(text, (str, bytes)) else 0
