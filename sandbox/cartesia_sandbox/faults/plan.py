"""Faults on command: the one vocabulary of them, and the plan that says which request meets which."""

from __future__ import annotations

import dataclasses
import itertools
import shlex
import threading
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any, Literal, get_args

from ..journal.redact import redact

Shape = Literal["json", "events", "bytes", "nothing", "socket"]
"""What an operation answers with: JSON, a stream of events, audio or a file, no content; or it is a socket."""

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


class Planned:
    """A fault in the plan: how often it was met, and how often it will be."""

    def __init__(self, fault: Fault, number: int) -> None:
        self.fault = fault
        self.number = number
        self.met = 0
        """How many requests have met it."""
        self.held = 0
        """How many requests are about to meet it, if they come as far."""

    def __repr__(self) -> str:
        return f"<{redact(str(self.fault))}, met {self.met} of {self.fault.times or 'any'} times>"

    @property
    def left(self) -> bool:
        """Whether a further request may meet it."""
        return self.fault.times is None or self.met + self.held < self.fault.times

    @property
    def unmet(self) -> bool:
        """Whether it was met less often than it was planned for."""
        return self.met < (self.fault.times or 1) and not self.fault.optional

    def fields(self) -> dict[str, Any]:
        shown = {
            name: redact(value) if isinstance(value, str) else value for name, value in self.fault.fields().items()
        }
        return {"id": self.number, "fault": shown, "text": redact(str(self.fault)), "met": self.met}


class FaultPlan:
    """The faults that are planned. Each request or socket meets the first that concerns it, one at a time.

    Args:
        operations: Name of each operation and socket, with its path and what it answers with.
    """

    def __init__(self, operations: Mapping[str, tuple[str, Shape]]) -> None:
        self._operations = operations
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._planned: list[Planned] = []

    def add(self, fault: Fault | str | Mapping[str, Any], **fields: Any) -> Planned:
        """Plans a fault: as such, as text, as a mapping of fields, or as its kind and fields.

        Raises:
            ValueError: There is no such fault, or nothing that it could happen to.
        """
        if isinstance(fault, str):
            fault = Fault.of({"kind": fault, **fields}) if fields else Fault.parse(fault)
        elif not isinstance(fault, Fault):
            fault = Fault.of({**fault, **fields})
        elif fields:
            fault = dataclasses.replace(fault, **fields)
        self._check(fault)
        with self._lock:
            planned = Planned(fault, next(self._numbers))
            self._planned.append(planned)
        return planned

    def __iter__(self) -> Iterator[Planned]:
        with self._lock:
            return iter(list(self._planned))

    def __len__(self) -> int:
        return len(self._planned)

    def unmet(self) -> list[Planned]:
        """The faults that were met less often than they were planned for."""
        return [planned for planned in self if planned.unmet]

    def remove(self, number: int) -> bool:
        """Forgets one fault; whether there was one of this number."""
        with self._lock:
            before = len(self._planned)
            self._planned = [planned for planned in self._planned if planned.number != number]
            return len(self._planned) < before

    def clear(self) -> None:
        """Forgets all faults."""
        with self._lock:
            self._planned = []

    def take(self, names: Iterable[str], shape: Shape, *, opening: bool) -> Planned | None:
        """The fault that a request meets; it is held until it `strikes`, or is given back with `release`.

        opening: Whether this is the request itself, rather than a place on a socket that is open.
        """
        names = list(names)
        with self._lock:
            for planned in self._planned:
                fault = planned.fault
                if (
                    planned.left
                    and fault.fits(shape)
                    and (opening or fault.kind not in HANDSHAKE)
                    and fault.concerns(names)
                ):
                    planned.held += 1
                    return planned
        return None

    def strike(self, planned: Planned) -> None:
        with self._lock:
            planned.held -= 1
            planned.met += 1

    def release(self, planned: Planned) -> None:
        with self._lock:
            planned.held -= 1

    def _check(self, fault: Fault) -> None:
        concerned: dict[str, Shape] = {
            name: shape for name, (path, shape) in self._operations.items() if fault.concerns((name, path, f"{path}/"))
        }
        if fault.operation is not None and not concerned and not fault.operation.startswith("/"):
            near = ", ".join(sorted(self._operations))
            raise ValueError(f"there is no operation {fault.operation!r}; there are {near}")
        if concerned and not any(fault.fits(shape) for shape in concerned.values()):
            shapes = ", ".join(sorted(_SHAPES[fault.kind]))
            raise ValueError(
                f"the fault {fault.kind!r} happens to operations whose answer is one of: {shapes}; "
                f"that of {fault.operation} is: {', '.join(sorted(set(concerned.values())))}"
            )


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
