"""The content of responses, for the page: kept apart from the journal, so that audio never drives requests out of it."""

from __future__ import annotations

import threading
from collections import OrderedDict

MEMORY = 24 * 1024 * 1024
"""Bytes that are kept in all; the oldest responses are dropped first."""
LARGEST = 4 * 1024 * 1024
"""Bytes that are kept of one response: a minute and a half of 24 kHz in 16 bits."""


class Responses:
    """The content of the newest responses, by the number of the request. Any thread may use it.

    Args:
        memory: Bytes that are kept in all.
        largest: Bytes that are kept of one response.
    """

    def __init__(self, memory: int = MEMORY, largest: int = LARGEST) -> None:
        self._memory = memory
        self._largest = largest
        self._lock = threading.Lock()
        self._kept: OrderedDict[int, bytearray] = OrderedDict()
        self._size = 0

    def add(self, number: int, data: bytes) -> None:
        """Add a part of the response to a request."""
        if not data:
            return
        with self._lock:
            content = self._kept.setdefault(number, bytearray())
            before = len(content)
            content += data[: self._largest - before]
            self._size += len(content) - before
            while self._size > self._memory:
                self._size -= len(self._kept.popitem(last=False)[1])

    def get(self, number: int) -> bytes:
        """Return what is kept of the response to a request; nothing if it was empty, or has been dropped."""
        with self._lock:
            return bytes(self._kept.get(number, b""))

    def clear(self) -> None:
        """Drop all."""
        with self._lock:
            self._kept.clear()
            self._size = 0
