"""Exchanges and sessions of sockets as a record has them, and how their bodies are read. No I/O."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP

# What programs write behind a text that they cut, and how the last word of JSON may begin.
_CUT = re.compile(r"\s*[\[(<]?\s*((\u2026|\.{3})\s*(truncated)?|truncated)\s*[\])>]?\s*\Z", re.IGNORECASE)
_OPEN_END = re.compile(r"\s*(t|tr|tru|f|fa|fal|fals|n|nu|nul|-|\\?u?[0-9a-fA-F]{0,3})")
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
    cut: int = 0
    """Number of messages of which the record has only a part: they are not among the frames."""

    def add(self, frame: Frame) -> None:
        """Add a frame, unless it is cut: that is counted."""
        if frame.text is not None and is_cut(frame.text):
            self.cut += 1
        else:
            self.frames.append(frame)


@dataclass
class Unreadable:
    """An entry that is not what its format prescribes."""

    number: int
    why: str


Traffic = Exchange | Session | Unreadable


def whole(text: str) -> str:
    """Return a text with U+FFFD in place of each half of a surrogate pair, which nothing could write."""
    return _HALF.sub("\ufffd", text)


def is_cut(text: str) -> bool:
    """Return whether a text is the beginning of an object or a list of JSON, perhaps with a mark of what cut it."""
    if not text.lstrip().startswith(("{", "[")):
        return False
    try:
        json.loads(text)
    except RecursionError:
        return False
    except ValueError:
        bare = _CUT.sub("", text)
        try:
            json.loads(bare)
        except json.JSONDecodeError as error:
            return error.msg.startswith("Unterminated string") or bool(_OPEN_END.fullmatch(bare, error.pos))
    return False


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
