"""Frames that have arrived, taken out of what the system hands over in fewer steps than the parser of the library takes.

That parser waits for the head of a frame, its length and its content in generators of its own, which takes longer than decoding
what the frame says. Here the usual frames are cut out: text or bytes in one piece, as the service sends all its events. A ping
goes to the library whole, so that it stands where the next frame begins. From the first frame of any other kind on (the closing
handshake, pieces of a message, what breaks the rules) everything goes to the library, which knows what follows from it.

The names of the library that this needs are not documented. Where one of them is missing, as in another version, and where
extensions have been agreed on, the library reads everything itself.
"""

from __future__ import annotations

from typing import Any

from websockets.client import ClientProtocol
from websockets.frames import Frame, Opcode
from websockets.protocol import State

_DATA = {0x80 | opcode: opcode for opcode in (Opcode.TEXT, Opcode.BINARY)}
_PINGS = {0x80 | opcode for opcode in (Opcode.PING, Opcode.PONG)}
_LIMITS = ("max_message_size", "max_size")
"""What versions of the library call the longest message."""
_END_OF_HEAD = b"\r\n\r\n"


def read_plainly(protocol: Any) -> None:
    """Have a protocol of the library, which has received nothing yet, cut out plain frames itself, if that is possible."""
    names = ("events", "parser", "extensions")
    if type(protocol) is ClientProtocol and all(hasattr(protocol, name) for name in names):
        limits = [getattr(protocol, name) for name in _LIMITS if hasattr(protocol, name)]
        if len(limits) == 1 and isinstance(limits[0], int | None):
            protocol.__class__ = _PlainProtocol
            protocol._longest = limits[0]  # type: ignore[attr-defined]  # of its new class


class _PlainProtocol(ClientProtocol):
    """A protocol that cuts out plain frames, and has the library read everything else."""

    _longest: int | None
    """Bytes of the longest message; None for no limit."""
    _held: bytes | bytearray = b""
    """What may be the end of the response's head; once the connection is open, what has arrived of a frame that is not whole."""
    _needed = 0
    """How much of that frame has to be there before it is looked at again."""
    _reads: bool | None = None
    """Whether frames are cut out here. None until the connection is open."""

    def receive_data(self, data: Any) -> None:
        """Take what has arrived."""
        if self._reads is None:
            data = self._after_head(data)
        if not self._reads:
            if data:
                super().receive_data(data)
            return
        begin = 0
        while self._held:  # only what belongs to that frame is copied to the rest of it
            missing = self._needed - len(self._held)
            self._held += memoryview(data)[begin : begin + missing]
            begin += missing
            if begin > len(data):
                return
            held, self._held = bytes(self._held), b""
            self._keep(held, self._cut(held, 0))
        self._keep(data, self._cut(data, begin))

    def receive_eof(self) -> None:
        """Take note that the connection has ended."""
        if self._reads:
            self._give_up(bytes(self._held))
        super().receive_eof()

    def _after_head(self, data: bytes) -> bytes:
        """Let the library read the head of the response, and return what follows it."""
        seen = self._held + data
        end = seen.find(_END_OF_HEAD) + len(_END_OF_HEAD) - len(self._held)
        if _END_OF_HEAD not in seen:
            self._held = seen[-3:]
            return data
        self._held = b""
        super().receive_data(data[:end])
        self._parser = self.parser
        self._reads = self.state is State.OPEN and not self.extensions
        return data[end:]

    def _cut(self, data: bytes, at: int) -> int:
        """Take the frames from there on that are whole, and return where the first one begins that is not."""
        if not self._reads:
            self._give_up(data[at:])
            return len(data)
        size, events = len(data), self.events
        while True:
            self._needed = 2
            if size < at + 2:
                return at
            first, length, begin = data[at], data[at + 1], at + 2
            opcode = _DATA.get(first)
            if (
                (opcode is None and (first not in _PINGS or length > 125))
                or length > 127
                or self.parser is not self._parser
            ):
                self._give_up(data[at:])
                return size
            if length > 125:
                begin += 2 if length == 126 else 8
                if size < begin:
                    self._needed = begin - at
                    return at
                length = int.from_bytes(data[at + 2 : begin])
            if self._longest is not None and length > self._longest:
                self._give_up(data[at:])
                return size
            end = begin + length
            if size < end:
                self._needed = end - at
                return at
            if opcode is None:
                super().receive_data(data[at:end])
            else:
                # A copy is made when it is read. Copies of all that has arrived at once would have memory go back and forth
                # between the allocator and the system, which takes longer than everything else for frames of 32 KB.
                events.append(Frame(opcode, memoryview(data)[begin:end]))
            at = end

    def _keep(self, data: bytes, at: int) -> None:
        """Keep what follows the frames that were whole."""
        if at < len(data):
            self._held = bytearray(memoryview(data)[at:])

    def _give_up(self, data: bytes) -> None:
        """Let the library read this and all that follows."""
        self._reads, self._held = False, b""
        if data:
            super().receive_data(data)
