"""The one vocabulary of faults: what can go wrong, to what, and when."""

from __future__ import annotations

import dataclasses
import shlex
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from typing import Any, Literal, get_args

from ..description.shape import Shape

Kind = Literal[
    "status",
    "delay",
    "stall",
    "cut",
    "reset",
    "garbage",
    "content_type",
    "malformed",
    "error",
    "drop_done",
    "unknown_event",
    "close",
    "idle_close",
    "slow_handshake",
]
_SHAPES: dict[str, set[Shape]] = {
    "content_type": {"json", "events", "bytes"},
    "malformed": {"json", "events", "socket"},
    "error": {"events", "socket"},
    "drop_done": {"events", "socket"},
    "unknown_event": {"events", "socket"},
    "close": {"socket"},
    "idle_close": {"socket"},
    "slow_handshake": {"socket"},
}
"""What a kind can be done to, where that is not everything."""
HANDSHAKE = {"status", "slow_handshake", "idle_close"}
"""Kinds that a socket meets when it is opened, or not at all."""


@dataclasses.dataclass(frozen=True)
class Fault:
    """One way to misbehave, whom it concerns, and when.

    Written as text, it is the kind and the fields: `status status=429 retry_after=1 times=2`.

    Attributes:
        kind: What happens.
            `status`: the request is answered with an error status; a socket is not opened.
            `delay`: the answer, or what comes at that place, is late by `seconds`.
            `stall`: nothing more comes, and the connection stays open.
            `cut`: the connection is closed, in the middle of what was promised.
            `reset`: the connection is reset (RST).
            `garbage`: bytes that are neither HTTP nor frames come, and the connection is closed.
            `content_type`: the answer is said to be `text` (text/html).
            `malformed`: JSON that ends too soon: the answer, or one event.
            `error`: an error event, in the shape of the version that was asked for; it ends the stream, the context or the
            session.
            `drop_done`: the event `done` does not come.
            `unknown_event`: an event of a type that nobody knows comes in between.
            `close`: the socket is closed with `code`.
            `idle_close`: the socket is closed after `seconds` without a frame from the client, as the service does.
            `slow_handshake`: the socket opens `seconds` late.
        operation: Name of the operation or socket (`tts.generate`, `tts.websocket`) or its path (`/tts/bytes`); `*` stands for
            anything, as in `tts.*`. None concerns every request that the kind can be done to.
        times: How many requests (on an open socket: places) meet it; None means every one.
        after_bytes: It happens after so many bytes of the answer's content.
        after_events: It happens after so many events of the stream or messages of the socket.
        after_seconds: It happens no sooner than so many seconds after the request.
        seconds: How long `delay`, `slow_handshake` and `idle_close` take; the others wait so long before they happen.
        status: HTTP status of `status` (503) and of `error` (500).
        retry_after: Seconds for the header Retry-After of `status`.
        code: Close code of `close` (1011).
        error_code: Error code of `status` and `error`; that of the service where it is known.
        title: Title of `status` and `error`.
        text: Message of `status` and `error`, reason of `close`, media type of `content_type`, type of `unknown_event`.
        optional: Whether a test may pass although this fault was never met (see the pytest plugin).

    Raises:
        ValueError: There is no such kind, or a number is not what it must be.
    """

    kind: Kind
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
        if self.kind not in get_args(Kind):
            raise ValueError(f"there is no fault {self.kind!r}; there are {', '.join(get_args(Kind))}")
        for name in ("after_bytes", "after_events", "after_seconds", "seconds", "retry_after"):
            if (value := getattr(self, name)) is not None and value < 0:
                raise ValueError(f"{name} must not be negative, but is {value}")
        if self.times is not None and self.times < 1:
            raise ValueError(f"times must be at least 1, or None for every time, but is {self.times}")
        if self.status is not None and not 200 <= self.status <= 599:
            raise ValueError(f"status must be from 200 to 599, but is {self.status}")
        if not 1000 <= self.code <= 4999 or self.code in (1004, 1005, 1006, 1015):
            raise ValueError(f"code must be a close code that may be sent, such as 1011, but is {self.code}")

    @classmethod
    def parse(cls, text: str) -> Fault:
        """The fault that a text stands for. Raises ValueError if it stands for none."""
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
        """The fault with these fields; numbers may be texts. Raises ValueError if there is none."""
        known = {field.name: str(field.type) for field in dataclasses.fields(cls)}
        if unknown := sorted(set(fields) - set(known)):
            raise ValueError(f"a fault has no field {unknown[0]!r}; it has {', '.join(known)}")
        if "kind" not in fields:
            raise ValueError("a fault needs its kind")
        return cls(**{name: _value(name, known[name], value) for name, value in fields.items()})

    def fields(self) -> dict[str, Any]:
        """The kind, and what differs from the defaults, for JSON."""
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
        """Whether it happens before anything of the answer."""
        return not (self.after_bytes or self.after_events or self.after_seconds)

    def fits(self, shape: Shape) -> bool:
        """Whether it can be done to an answer of this shape."""
        return shape in _SHAPES.get(self.kind, {shape})

    def concerns(self, names: Iterable[str]) -> bool:
        """Whether it is meant for the operation or path with one of these names."""
        return self.operation is None or any(fnmatchcase(name, self.operation) for name in names)


def _text(value: Any) -> str:
    if value is None:
        return "always"
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return str(value).lower() if isinstance(value, bool) else shlex.quote(str(value))


def _value(name: str, kind: str, value: Any) -> Any:
    """A field of a fault from text or JSON."""
    if value is None or (isinstance(value, str) and value.lower() in ("none", "always") and "None" in kind):
        if "None" not in kind:
            raise ValueError(f"{name} of a fault needs a value")
        return None
    try:
        if kind == "bool":
            return {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}[str(value).lower()]
        if kind.startswith("int"):
            if isinstance(value, bool) or float(value) != int(float(value)):
                raise ValueError
            return int(float(value))
        if kind.startswith("float"):
            return float(value)
    except (ValueError, TypeError, KeyError, OverflowError):
        raise ValueError(f"{name} of a fault must be of type {kind.partition(' ')[0]}, but is {value!r}") from None
    if not isinstance(value, str):
        raise ValueError(f"{name} of a fault must be a text, but is {value!r}")
    return value
