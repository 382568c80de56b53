"""The connections that a pool is opening, which closing the pool does not end."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

import httpcore


class Opening:
    """The connections that a pool is opening."""

    def __init__(self) -> None:
        self._ends: set[Callable[[], object]] = set()
        self.is_closed = False

    @contextlib.contextmanager
    def until(self, end: Callable[[], object]) -> Iterator[None]:
        """Have closing call a function while this block opens a connection. Raise ConnectError if it is closed already."""
        self._ends.add(end)
        try:
            if self.is_closed:
                raise httpcore.ConnectError("the connections were closed")
            yield
        finally:
            self._ends.discard(end)

    def close(self) -> None:
        """End what is being opened, and let nothing more be opened."""
        self.is_closed = True
        for end in list(self._ends):
            end()
