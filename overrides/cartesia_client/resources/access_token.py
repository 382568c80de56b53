"""Official names of the classes of `client.access_token`."""

from __future__ import annotations

from typing import Any

from . import find


def __getattr__(name: str) -> Any:
    return find(__name__, name)
