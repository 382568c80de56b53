"""Faults on command: the one vocabulary of them, and the plan that says which request meets which."""

from __future__ import annotations

import dataclasses
import itertools
import threading
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..description.shape import Shape
from ..journal.redact import redact
from .fault import _SHAPES, HANDSHAKE, Fault


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
