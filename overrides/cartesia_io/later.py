"""Modules that are imported with their first use, because many a program has none.

Until the first chunk of its first socket, asyncio is a twelfth of what a program of threads does, and httpx an eighth of what any
program does that sends no request.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any


class Later:
    """Stands for a module among the names of another one, until that asks for something of it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        module = import_module(self._name)
        # The names of the caller get the module itself, so that no later use costs more than one.
        names = sys._getframe(1).f_globals
        if names is not globals() and names.get(self._name) is self:
            names[self._name] = module
        return getattr(module, name)


if TYPE_CHECKING:
    import asyncio as asyncio

    import httpx as httpx
else:
    asyncio = Later("asyncio")
    httpx = Later("httpx")
