"""Asyncio for modules that threads load, too: it is imported with its first use, which a program of threads has none of.

It is a twelfth of what such a program does until the first chunk of its first socket.
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
else:
    asyncio = Later("asyncio")
