"""Exchanges and sessions of sockets as a record has them, and how their bodies are read. No I/O."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP

_HALF = re.compile("[\ud800-\udfff]")


class TrafficError(ValueError):
    """A file is neither a HAR file nor a journal; the message says where it is wrong."""


@dataclass
class Body:
    """The body of a request or response."""

    text: str | None = None
    """The text; None for audio and files, whose size alone is kept."""
    form: list[tuple[str, str | None]] | None = None
    """Names and texts of the parts of a form; the text of a file is None."""
    size: int = 0
    """Length in bytes, also of the part that was truncated."""
    truncated: bool = False
    """Whether the text or form is only the beginning of the body."""


@dataclass
class Exchange:
    """A request, and its response if there is one. Names of headers are in lower case."""

    number: int
    method: str
    url: str
    request_headers: dict[str, str]
    request: Body | None = None
    status: int | None = None
    response_headers: dict[str, str] = field(default_factory=dict)
    response: Body | None = None
    """None if the record has no body."""


@dataclass
class Frame:
    """A message on a socket."""

    number: int
    sent: bool
    """Whether the client sent it."""
    text: str | None
    """None for a binary frame."""


@dataclass
class Session:
    """A socket: its handshake and its frames."""

    number: int
    url: str
    request_headers: dict[str, str]
    status: int = 101
    frames: list[Frame] = field(default_factory=list)


@dataclass
class Unreadable:
    """An entry that is not what its format prescribes."""

    number: int
    why: str


Traffic = Exchange | Session | Unreadable


def whole(text: str) -> str:
    """Return a text with U+FFFD in place of each half of a surrogate pair, which nothing could write."""
    return _HALF.sub("\ufffd", text)


# -- bodies -----------------------------------------------------------------------------------------------------------


def is_text(media: str) -> bool:
    """Return whether a body of this media type is kept as text."""
    media = media.partition(";")[0].strip().lower()
    return media.startswith("text/") or media.endswith(("json", "xml", "javascript")) or not media


def readable(media: str, raw: bytes) -> str | None:
    """Return the text of a body; None if it is not text."""
    return raw.decode("utf-8", "replace") if is_text(media) else None


def parts(media: str, raw: bytes) -> list[tuple[str, str | None]]:
    """Return names and texts of the parts of a form; the text of a file is None."""
    message = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + media.encode() + b"\r\n\r\n" + raw)
    found: list[tuple[str, str | None]] = []
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        if name is None:
            continue  # it is cut, or was never a part
        content = part.get_payload(decode=True)
        is_file = part.get_filename() is not None
        found.append(
            (str(name), None if is_file or not isinstance(content, bytes) else content.decode("utf-8", "replace"))
        )
    return found
