"""Server-sent events out of bytes, as the HTML standard describes them. No I/O: bytes in, events out.

It stays with bytes, for what reads the JSON wants bytes: decoding them first takes longer than all the rest.
"""

from __future__ import annotations

from typing import NamedTuple

_BOM = b"\xef\xbb\xbf"


class ServerSentEvent(NamedTuple):
    event: bytes
    """Kind of the event; empty when no line names it."""
    data: bytes
    """Its data lines, joined by line feeds."""


class Parser:
    """Takes chunks that may be cut anywhere, also within a character or a line end."""

    def __init__(self) -> None:
        self._rest = b""
        self._started = False
        self._event = b""
        self._data: list[bytes] = []

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        text = self._rest + chunk
        if not self._started:
            if len(text) < len(_BOM) and _BOM.startswith(text):
                self._rest = text  # it may become a mark of byte order, which is none of the text
                return []
            text, self._started = text.removeprefix(_BOM), True
        held = b""
        if b"\r" in text:
            # A carriage return at the end may be half of a line end.
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
        # id and retry are for reconnecting, which a stream that was paid for never does; others are comments.
        return None
