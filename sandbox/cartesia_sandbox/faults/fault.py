"""The one vocabulary of faults: what can go wrong, to what, and when."""

from __future__ import annotations

import dataclasses
import shlex
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from typing import Any, Literal, get_args

from ..description.parse import is_text
from ..description.shape import Shape

FaultKind = Literal[
    "status",
    "delay",
    "stall",
    "cut",
    "reset",
    "garbage",
    "half_close",
    "drip",
    "content_type",
    "malformed",
    "error",
    "drop_done",
    "unknown_event",
    "close",
    "idle_close",
    "slow_handshake",
]
_RESPONSES: set[Shape] = {"json", "events", "bytes", "nothing", "socket"}
SHAPES: dict[FaultKind, set[Shape]] = {
    "status": _RESPONSES,
    "delay": {*_RESPONSES, "connection"},
    "stall": {*_RESPONSES, "connection"},
    "cut": {*_RESPONSES, "connection"},
    "reset": {*_RESPONSES, "connection"},
    "garbage": {*_RESPONSES, "connection"},
    "half_close": {"connection"},
    "drip": {"connection"},
    "content_type": {"json", "events", "bytes"},
    "malformed": {"json", "events", "socket"},
    "error": {"events", "socket"},
    "drop_done": {"events", "socket"},
    "unknown_event": {"events", "socket"},
    "close": {"socket"},
    "idle_close": {"socket"},
    "slow_handshake": {"socket"},
}
"""The responses that a kind applies to."""
HANDSHAKE: set[FaultKind] = {"status", "slow_handshake", "idle_close"}
"""Kinds that a socket gets when it is opened, or not at all."""
_MOST = 1e9
"""Of bytes, events, seconds and times. More would only be a mistake."""
_LONGEST_REASON = 123
"""Bytes."""
_AT_ONCE: set[FaultKind] = {"status", "content_type"}
"""Kinds that happen at the start of a response; the fields `after_...` do not apply."""


@dataclasses.dataclass(frozen=True)
class Fault:
    """One way to misbehave: which requests get it, and when.

    As text, it is the kind and the fields: `status status=429 retry_after=1 times=2`.

    Attributes:
        kind: What happens.
            `status`: the request is rejected with an error status; a socket is not opened.
            `delay`: the response, or the part of it at that place, is late by `seconds`.
            `stall`: nothing more is sent, and the connection stays open.
            `cut`: the connection is closed, although more was announced.
            `reset`: the connection is reset (RST).
            `garbage`: invalid bytes are sent, neither HTTP nor frames, and the connection is closed.
            `content_type`: the response has the media type `text` (text/html).
            `malformed`: the JSON of the response, or of one event, is truncated.
            `error`: an error event is sent, in the shape of the requested version; it ends the stream, context or session.
            `drop_done`: the event `done` is not sent.
            `unknown_event`: an event of an unknown type is sent in between.
            `close`: the socket is closed with `code`.
            `idle_close`: the socket is closed after `seconds` without a frame from the client, as the service does.
            `slow_handshake`: the socket opens `seconds` late.
            `half_close` (proxy only): the direction of the response is closed; bytes of the client are still accepted.
            `drip` (proxy only): the response is sent in pieces of `after_bytes` bytes, `seconds` apart.
        operation: Name of the operation or socket (`tts.generate`, `tts.websocket`) or its path (`/tts/bytes`); `*` matches
            anything, as in `tts.*`. None matches every request that the kind applies to.
        times: How many requests (on an open socket: places) get it; None means every one.
        after_bytes: It happens after this many bytes of the content of the response.
        after_events: It happens after this many events of the stream or messages of the socket.
        after_seconds: It happens no sooner than this many seconds after the request.
        seconds: How long `delay`, `slow_handshake` and `idle_close` take; the other kinds wait this long before they happen.
        status: HTTP status of `status` (503) and of `error` (500).
        retry_after: Seconds in the header Retry-After of `status`.
        code: Close code of `close` (1011).
        error_code: Error code of `status` and `error`; by default that of the service where it is known.
        title: Title of `status` and `error`.
        text: Message of `status` and `error`, reason of `close`, media type of `content_type`, type of `unknown_event`.
        optional: Whether a test may pass although this fault never triggered (see the pytest plugin).

    Raises:
        ValueError: There is no such kind, a number is out of range, or a text cannot be sent where this kind sends it.
    """

    kind: FaultKind
    operation: str | None = None
    times: int | None = 1
    after_bytes: int = 0
    after_events: int = 0
    after_seconds: float = 0.0
    seconds: float = 0.0
    status: int | None = None
    retry_after: float | None = None
    code: int = 1011
    error_code: str | None = None
    title: str = ""
    text: str = ""
    optional: bool = False

    def __post_init__(self) -> None:
        if self.kind not in get_args(FaultKind):
            raise ValueError(f"there is no fault {self.kind!r}; there are {', '.join(get_args(FaultKind))}")
        for name in ("after_bytes", "after_events", "after_seconds", "seconds", "retry_after"):
            if (value := getattr(self, name)) is not None and not 0 <= value <= _MOST:
                raise ValueError(f"{name} must not be negative, and at most {_MOST:g}, but is {value}")
        if self.times is not None and not 1 <= self.times <= _MOST:
            raise ValueError(
                f"times must be at least 1 and at most {_MOST:g}, or None for every time, but is {self.times}"
            )
        if self.status is not None and not 200 <= self.status <= 599:
            raise ValueError(f"status must be from 200 to 599, but is {self.status}")
        if not 1000 <= self.code <= 4999 or self.code in (1004, 1005, 1006, 1015):
            raise ValueError(f"code must be a close code that may be sent, such as 1011, but is {self.code}")
        if self.kind == "drip" and not self.after_bytes:
            raise ValueError("after_bytes of a drip must be at least 1: the size of its pieces")
        self._check_texts()

    def _check_texts(self) -> None:
        """Raise ValueError for a text that could not be sent. A message may have any character: clients must cope."""
        for name in ("operation", "error_code", "title", "text"):
            if not is_text(getattr(self, name) or ""):
                raise ValueError(f"{name} has a lone surrogate, half of a UTF-16 pair, which is not a character")
        if self.kind == "close" and len(self.text.encode()) > _LONGEST_REASON:
            raise ValueError(f"the text of a close must have {_LONGEST_REASON} bytes at most: the frame holds no more")
        if self.kind in ("content_type", "unknown_event") and not self.text.isprintable():
            raise ValueError(f"the text of {self.kind} must be one line of printable characters")
        if self.kind == "content_type" and not self.text.isascii():
            raise ValueError("the text of a content_type must be ASCII, as headers are")

    @classmethod
    def parse(cls, text: str) -> Fault:
        """Return the fault that a text describes. Raise ValueError if it describes none."""
        words = shlex.split(text.replace(";", " "))
        if not words:
            raise ValueError("a fault begins with its kind, such as: status status=429 retry_after=1 times=2")
        fields: dict[str, Any] = {}
        for word in words[1:]:
            name, equals, value = word.partition("=")
            if not equals:
                raise ValueError(f"{word!r} in the fault {text!r} is not of the form name=value")
            fields[name] = value
        return cls.of({"kind": words[0], **fields})

    @classmethod
    def of(cls, fields: Mapping[str, Any]) -> Fault:
        """Return the fault with these fields; numbers may be texts. Raise ValueError if there is none."""
        known = {field.name: str(field.type) for field in dataclasses.fields(cls)}
        if unknown := sorted(set(fields) - set(known)):
            raise ValueError(f"a fault has no field {unknown[0]!r}; it has {', '.join(known)}")
        if "kind" not in fields:
            raise ValueError("a fault needs its kind")
        return cls(**{name: _value(name, known[name], value) for name, value in fields.items()})

    def fields(self) -> dict[str, Any]:
        """Return the kind and the fields that differ from the defaults, for JSON."""
        changed = {
            field.name: value
            for field in dataclasses.fields(self)
            if (value := getattr(self, field.name)) != field.default
        }
        return {"kind": self.kind, **changed}

    def __str__(self) -> str:
        fields = self.fields()
        return " ".join([fields.pop("kind"), *(f"{name}={_text(value)}" for name, value in fields.items())])

    @property
    def at_once(self) -> bool:
        """Whether it happens before any part of the response is sent."""
        return self.kind in _AT_ONCE or not (self.after_bytes or self.after_events or self.after_seconds)

    def fits(self, shape: Shape) -> bool:
        """Return whether it applies to responses of this shape."""
        return shape in SHAPES[self.kind]

    def matches(self, names: Iterable[str]) -> bool:
        """Return whether it is meant for an operation or path with one of these names."""
        return self.operation is None or any(fnmatchcase(name, self.operation) for name in names)


def _text(value: Any) -> str:
    """Return a field of a fault as text, which `_value` reads again."""
    if value is None:
        return "always"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return str(value).lower() if isinstance(value, bool) else shlex.quote(str(value))


def _value(name: str, kind: str, value: Any) -> Any:
    """Return a field of a fault from text or JSON, with the type of that field."""
    if value is None or (isinstance(value, str) and value.lower() in ("none", "always") and "None" in kind):
        if "None" not in kind:
            raise ValueError(f"{name} of a fault needs a value")
        return None
    try:
        if kind == "bool":
            return {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}[str(value).lower()]
        if isinstance(value, bool) and kind.startswith(("int", "float")):
            raise ValueError
        if kind.startswith("int"):
            if float(value) != int(float(value)):
                raise ValueError
            return int(float(value))
        if kind.startswith("float"):
            return float(value)
    except (ValueError, TypeError, KeyError, OverflowError):
        raise ValueError(f"{name} of a fault must be of type {kind.partition(' ')[0]}, but is {value!r}") from None
    if not isinstance(value, str):
        raise ValueError(f"{name} of a fault must be text, but is {value!r}")
    return value
