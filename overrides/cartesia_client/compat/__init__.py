"""Versions 1 and 2 of the official library, for programs that still spell like them.

    from cartesia_client.compat import Cartesia

Every old spelling works as it did and says once, as a DeprecationWarning, what to write today. Importing this package imports
nothing else. What else `cartesia_client` has can be imported from here, too.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .client import AsyncCartesia, Cartesia, CartesiaEnvironment
    from .core.api_error import ApiError

__all__ = ["ApiError", "AsyncCartesia", "Cartesia", "CartesiaEnvironment"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        module = ".core.api_error" if name == "ApiError" else ".client"
        value = globals()[name] = getattr(import_module(module, __name__), name)
        return value
    today = import_module("..", __name__)
    if name in today.__all__:  # programs of 3.x and 4.x have spellings of 2.x, too
        return getattr(today, name)
    return import_module(".names", __name__).find(__name__, name)
