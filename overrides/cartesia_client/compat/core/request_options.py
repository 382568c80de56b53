"""The options of a call of version 2."""

from __future__ import annotations

from ..requests import RequestOptions

__all__ = ["RequestOptions"]
