"""A stand-in for IPython.display: audio that says how long it is."""

from __future__ import annotations

from typing import Any


class Audio:
    def __init__(self, data: Any, rate: int) -> None:
        self._length = len(data), rate

    def __repr__(self) -> str:
        return f"<Audio {self._length}>"


def display(thing: object) -> None:
    print(thing)
