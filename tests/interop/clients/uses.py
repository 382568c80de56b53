"""A list of uses of a client: each is tried, and a table says which work. Runs in the environment of that client."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import sys
import traceback
from collections.abc import Callable, Iterator
from typing import Any

USES: list[tuple[str, Callable[[], Any]]] = []


def use(name: str) -> Callable[[Callable[[], Any]], Callable[[], Any]]:
    """Marks a function, plain or async, as a use that fails when it raises or takes half a minute."""

    def register(function: Callable[[], Any]) -> Callable[[], Any]:
        USES.append((name, function))
        return function

    return register


@contextlib.contextmanager
def fails(kind: type[BaseException], sentence: str = "") -> Iterator[list[Any]]:
    """What is inside must raise this, with this in its message. What was raised is then in the list."""
    caught: list[Any] = []
    try:
        yield caught
    except kind as error:
        caught.append(error)
    if not caught:
        raise AssertionError(f"{kind.__name__} was not raised")
    if sentence not in str(caught[0]):
        raise AssertionError(f"{sentence!r} is not in {str(caught[0])!r}")


def main(title: str) -> None:
    """Tries them all in order, prints the table, and exits with 1 if one has failed."""
    print(title)
    failed = 0
    for name, function in USES:
        try:
            if inspect.iscoroutinefunction(function):
                asyncio.run(asyncio.wait_for(function(), 30))
            else:
                function()
            print(f"  {name} -> ok")
        except BaseException as error:  # a table of all uses is worth more than the first failure
            failed += 1
            print(f"  {name} -> {type(error).__name__}: {str(error)[:300]}")
            traceback.print_exc(file=sys.stderr)
    print(f"{len(USES) - failed} of {len(USES)} uses work")
    sys.exit(failed > 0)
