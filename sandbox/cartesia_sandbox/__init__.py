"""A stand-in for the Cartesia API on this machine. It speaks, and needs no key and no internet.

    from cartesia_sandbox import Sandbox

    with Sandbox() as sandbox:
        ...  # any client, with base_url=sandbox.url

It is not the service: nothing in it proves that its description matches what the service does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .server import Sandbox

__all__ = ["Sandbox"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # Late, so that importing the package (or having the pytest plugin installed) costs nothing.
    from .server import Sandbox

    globals()[name] = Sandbox
    return Sandbox


def __dir__() -> list[str]:
    return sorted(__all__)
