"""Pages under the official library's names."""

from __future__ import annotations

from .http.pages import AsyncPage as AsyncCursorIDPage
from .http.pages import Page as SyncCursorIDPage

__all__ = ["AsyncCursorIDPage", "SyncCursorIDPage"]
