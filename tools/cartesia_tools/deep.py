"""Runs what recurses deeply, such as a walk of schemas that are nested a thousand times."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any, TypeVar

_STACK = 512 << 20
"""Bytes of address space; memory is used only as far as the recursion goes."""
_DEPTH = 200_000
_one_at_a_time = threading.Lock()

T = TypeVar("T")


def deeply(run: Callable[[], T]) -> T:
    """Call a function; where the usual depth is not enough, call it again in a thread with a large stack.

    The function must have no effects. The limit of recursion is that of all threads, so it is raised only meanwhile.

    Raises:
        RecursionError: Even that is not enough.
    """
    try:
        return run()
    except RecursionError:
        pass
    outcome: dict[str, Any] = {}

    def work() -> None:
        try:
            outcome["result"] = run()
        except BaseException as error:  # raised again by the caller's thread
            outcome["error"] = error

    with _one_at_a_time:
        depth, stack = sys.getrecursionlimit(), threading.stack_size(_STACK)
        try:
            sys.setrecursionlimit(_DEPTH)
            thread = threading.Thread(target=work)
            thread.start()
            thread.join()
        finally:
            threading.stack_size(stack)
            sys.setrecursionlimit(depth)
    if "error" in outcome:
        raise outcome["error"]
    result: T = outcome["result"]
    return result
