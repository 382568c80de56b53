"""A parser of server-sent events, as the HTML standard specifies them. No I/O: bytes in, events out.

Events stay bytes, because the JSON decoder takes bytes: decoding them to text first takes longer than all the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

MAX_EVENT = 16 * 1024 * 1024
"""Bytes of the longest event. A service that sends no end of a line would fill the memory otherwise."""
_BOM = b"\xef\xbb\xbf"


class EventTooLongError(ValueError):
    """An event is longer than MAX_EVENT."""


def _too_long() -> EventTooLongError:
    return EventTooLongError(f"an event is longer than {MAX_EVENT} bytes")


class ServerSentEvent(NamedTuple):
    """One event."""

    event: bytes
    """Type of the event; empty if no line names it."""
    data: bytes
    """Data lines, joined by line feeds."""


class Parser:
    """Parses chunks, which may end anywhere, even within a character or a line ending.

    Attributes:
        _line: Start of a line whose end has not arrived. It grows in place, and only new chunks are searched for its end,
            so that a long line in small chunks takes linear time.
        _held: A part of a byte order mark.
        _returned: Whether a carriage return came last, whose line ending a line feed may complete.
        _started: Whether the byte order mark, if any, has passed.
        _event, _data: Lines of the event that has not ended. _size: bytes of the latter.
    """

    def __init__(self) -> None:
        self._line = bytearray()
        self._held = b""
        self._returned = False
        self._started = False
        self._event = b""
        self._data: list[bytes] = []
        self._size = 0

    def feed(self, chunk: bytes) -> Iterator[ServerSentEvent]:
        """Yield the events that end in this chunk. Raise EventTooLongError if one has become too long."""
        text, self._held = self._held + chunk, b""
        if not self._started:
            if len(text) < len(_BOM) and _BOM.startswith(text):
                self._held = text
                return
            text, self._started = text.removeprefix(_BOM), True
        if self._returned and text:
            text, self._returned = text.removeprefix(b"\n"), False
        if b"\r" in text:
            self._returned = text.endswith(b"\r")
            text = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        end = text.rfind(b"\n") + 1
        # A file in memory finds the ends of its lines as quickly as the processor can, without a call for each.
        for line in BytesIO(text[:end]):
            if self._line:
                line = bytes(self._line + line)
                self._line.clear()
            size = self._size + len(line) - 1
            if size > MAX_EVENT:
                raise _too_long()
            if line[:5] == b"data:":
                self._data.append(line[6:-1] if line[5:6] == b" " else line[5:-1])
                self._size = size
            elif line[:7] == b"event: ":
                self._event = line[7:-1]
            elif line != b"\n":
                self._take(line[:-1])
            elif self._data:
                event, data = self._event, self._data
                self._event, self._data, self._size = b"", [], 0
                yield ServerSentEvent(event, data[0] if len(data) == 1 else b"\n".join(data))
            else:
                self._event = b""  # an event without data is none
        self._line += text[end:]
        if self._size + len(self._line) > MAX_EVENT:
            raise _too_long()

    def _take(self, line: bytes) -> None:
        """Take a line that does not begin with "data:". Only "data" is one of data, too."""
        name, _, value = line.partition(b":")
        if name == b"data":
            self._data.append(value)
            self._size += len(line)
        elif name == b"event":
            self._event = value.removeprefix(b" ")
        # id and retry are for reconnecting, which would buy the speech again; other lines are comments.
