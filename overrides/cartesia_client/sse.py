"""Server-sent events out of bytes, as the HTML standard describes them. No I/O: bytes in, events out."""

from __future__ import annotations

import codecs
from typing import NamedTuple


class ServerSentEvent(NamedTuple):
    event: str
    """Kind of the event; empty when no line names it."""
    data: str
    """Its data lines, joined by line feeds."""


class Parser:
    """Takes chunks that may be cut anywhere, also within a character or a line end."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        self._rest = ""
        self._event = ""
        self._data: list[str] = []

    def feed(self, chunk: bytes) -> list[ServerSentEvent]:
        text = self._rest + self._decoder.decode(chunk)
        # A carriage return at the end may be half of a line end.
        held = "\r" if text.endswith("\r") else ""
        lines = text.removesuffix(held).replace("\r\n", "\n").replace("\r", "\n").split("\n") if text else [""]
        self._rest = lines.pop() + held
        return [event for line in lines if (event := self._line(line)) is not None]

    def _line(self, line: str) -> ServerSentEvent | None:
        if not line:
            event, data = self._event, self._data
            self._event, self._data = "", []
            return ServerSentEvent(event, "\n".join(data)) if data else None
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            self._data.append(value)
        elif name == "event":
            self._event = value
        # id and retry are for reconnecting, which a stream that was paid for never does; others are comments.
        return None
