"""The plan of faults: which request gets which, and how often."""

from __future__ import annotations

import dataclasses
import itertools
import threading
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..description.names import unknown
from ..description.shape import Shape
from ..journal.redact import redact
from .fault import HANDSHAKE, SHAPES, Fault


class PlannedFault:
    """A fault in the plan, and how often it has triggered.

    Attributes:
        fault: The fault.
        number: Counts the faults of a plan, from 1.
        triggered: How many requests have got it.
        reserved: How many requests get it as soon as their responses come to its place.
    """

    def __init__(self, fault: Fault, number: int) -> None:
        self.fault = fault
        self.number = number
        self.triggered = 0
        self.reserved = 0

    def __repr__(self) -> str:
        return f"<{redact(str(self.fault))}, triggered {self.triggered} of {self.fault.times or 'any'} times>"

    @property
    def available(self) -> bool:
        """Whether another request may get it."""
        return self.fault.times is None or self.triggered + self.reserved < self.fault.times

    @property
    def is_missed(self) -> bool:
        """Whether it has triggered less often than planned, and is not optional."""
        return self.triggered < (self.fault.times or 1) and not self.fault.optional

    def fields(self) -> dict[str, Any]:
        """Return the number, the fault and the count, for JSON."""
        shown = {
            name: redact(value) if isinstance(value, str) else value for name, value in self.fault.fields().items()
        }
        return {"id": self.number, "fault": shown, "text": redact(str(self.fault)), "met": self.triggered}


class FaultPlan:
    """The planned faults. Each request or socket gets the first that matches it, one at a time.

    Args:
        operations: Name of each operation and socket, with its path and the shape of its response.
    """

    def __init__(self, operations: Mapping[str, tuple[str, Shape]]) -> None:
        self._operations = operations
        # Tests plan in one thread, the server triggers in another.
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._planned: list[PlannedFault] = []

    def add(self, fault: Fault | str | Mapping[str, Any], **fields: Any) -> PlannedFault:
        """Plan a fault, given as a `Fault`, as text, as a mapping of fields, or as its kind and fields.

        Raises:
            ValueError: There is no such fault, or no operation that it applies to.
        """
        checked = self._checked(fault, **fields)
        with self._lock:
            planned = PlannedFault(checked, next(self._numbers))
            self._planned.append(planned)
        return planned

    def add_all(self, faults: Iterable[Fault | str | Mapping[str, Any]]) -> None:
        """Plan faults, all of them or, if there is a mistake in one, none. Raise ValueError as `add` does."""
        for fault in [self._checked(fault) for fault in faults]:
            self.add(fault)

    def _checked(self, fault: Fault | str | Mapping[str, Any], **fields: Any) -> Fault:
        if isinstance(fault, str):
            fault = Fault.of({"kind": fault, **fields}) if fields else Fault.parse(fault)
        elif not isinstance(fault, Fault):
            fault = Fault.of({**fault, **fields})
        elif fields:
            fault = dataclasses.replace(fault, **fields)
        self._check(fault)
        return fault

    def __iter__(self) -> Iterator[PlannedFault]:
        with self._lock:
            return iter(list(self._planned))

    def __len__(self) -> int:
        return len(self._planned)

    def __repr__(self) -> str:
        return f"<FaultPlan: {', '.join(map(repr, self)) or 'no faults'}>"

    def reach(self, fault: Fault) -> set[str]:
        """Return the names of the operations and sockets that a fault applies to."""
        return {
            name
            for name, (path, shape) in self._operations.items()
            if fault.fits(shape) and fault.matches((name, path, f"{path}/"))
        }

    def missed(self) -> list[PlannedFault]:
        """Return the faults that have triggered less often than planned, without the optional ones."""
        return [planned for planned in self if planned.is_missed]

    def remove(self, number: int) -> bool:
        """Remove one fault. Return whether there was one of this number."""
        with self._lock:
            before = len(self._planned)
            self._planned = [planned for planned in self._planned if planned.number != number]
            return len(self._planned) < before

    def clear(self) -> None:
        """Remove all faults."""
        with self._lock:
            self._planned = []

    # A request reserves its fault when it begins, because the place of the fault comes later, if at all: then the fault
    # triggers, or is released for the next request. In between, no other request can get it in excess of `times`.

    def reserve(self, names: Iterable[str], shape: Shape, *, opening: bool) -> PlannedFault | None:
        """Return the fault that a request gets, if any. The caller must either trigger or release it.

        Args:
            names: Names and paths of the operation.
            shape: Shape of its response.
            opening: Whether this is the request itself, rather than a place on a socket that is open.
        """
        names = list(names)
        with self._lock:
            for planned in self._planned:
                fault = planned.fault
                if (
                    planned.available
                    and fault.fits(shape)
                    and (opening or fault.kind not in HANDSHAKE)
                    and fault.matches(names)
                ):
                    planned.reserved += 1
                    return planned
        return None

    def trigger(self, planned: PlannedFault) -> None:
        """Count a reserved fault as triggered."""
        with self._lock:
            planned.reserved -= 1
            planned.triggered += 1

    def release(self, planned: PlannedFault) -> None:
        """Return a reserved fault, for the next request."""
        with self._lock:
            planned.reserved -= 1

    def _check(self, fault: Fault) -> None:
        """Raise ValueError if no request can get this fault."""
        matching: dict[str, Shape] = {
            name: shape for name, (path, shape) in self._operations.items() if fault.matches((name, path, f"{path}/"))
        }
        if fault.operation is not None and not matching and not fault.operation.startswith("/"):
            raise ValueError(unknown("operation", fault.operation, self._operations))
        if matching and not any(fault.fits(shape) for shape in matching.values()):
            if SHAPES[fault.kind] == {"connection"}:
                raise ValueError(f"the fault {fault.kind!r} applies to whole connections: plan it with Sandbox.proxy()")
            raise ValueError(
                f"the fault {fault.kind!r} applies to responses of the shape {' or '.join(sorted(SHAPES[fault.kind]))}; "
                f"{fault.operation or 'what is here'} has {' or '.join(sorted(set(matching.values())))}"
            )
