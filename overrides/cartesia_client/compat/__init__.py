"""Versions 1 and 2 of the official library, for programs that still spell like them.

    from cartesia_client.compat import Cartesia

Every old spelling works as it did and says once, as a DeprecationWarning, what to write today. Importing this package imports
nothing else.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .client import AsyncCartesia, Cartesia, CartesiaEnvironment
    from .core.api_error import ApiError

__all__ = ["ApiError", "AsyncCartesia", "Cartesia", "CartesiaEnvironment"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        return import_module(".names", __name__).find(__name__, name)
    module = ".core.api_error" if name == "ApiError" else ".client"
    value = globals()[name] = getattr(import_module(module, __name__), name)
    return value
