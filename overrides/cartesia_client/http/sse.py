"""A parser of server-sent events, as the HTML standard specifies them. No I/O: bytes in, events out.

Events stay bytes, because the JSON decoder takes bytes: decoding them to text first takes longer than all the rest.
"""

from __future__ import annotations

from typing import NamedTuple

_BOM = b"\xef\xbb\xbf"


class ServerSentEvent(NamedTuple):
    """One event."""

    event: bytes
    """Type of the event; empty if no line names it."""
    data: bytes
    """Data lines, joined by line feeds."""


class Parser:
    """Parses chunks, which may end anywhere, even within a character or a line ending.

    Attributes:
        _rest: Start of a line whose end has not arrived.
        _started: Whether the byte order mark, if any, has passed.
        _event, _data: Lines of the event that has not ended.
    """

    def __init__(self) -> None:
        self._rest = b""
        self._started = False
        self._event = b""
        self._data: list[bytes] = []

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        """Return the events that end in this chunk."""
        text = self._rest + chunk
        if not self._started:
            if len(text) < len(_BOM) and _BOM.startswith(text):
                self._rest = text  # it may become a byte order mark, which is not part of the text
                return []
            text, self._started = text.removeprefix(_BOM), True
        held = b""
        if b"\r" in text:
            # A carriage return at the end may be the first half of a line ending.
            held = b"\r" if text.endswith(b"\r") else b""
            text = text.removesuffix(held).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        lines = text.split(b"\n")
        self._rest = lines.pop() + held
        return [event for line in lines if (event := self._line(line)) is not None]

    def _line(self, line: bytes) -> ServerSentEvent | None:
        if not line:
            event, data = self._event, self._data
            self._event, self._data = b"", []
            return ServerSentEvent(event, data[0] if len(data) == 1 else b"\n".join(data)) if data else None
        name, _, value = line.partition(b":")
        if name == b"data":
            self._data.append(value.removeprefix(b" "))
        elif name == b"event":
            self._event = value.removeprefix(b" ")
        # id and retry are for reconnecting, which would buy the speech again; other lines are comments.
        return None
