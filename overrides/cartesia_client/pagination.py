"""Pages under the official library's names."""

from __future__ import annotations

from cartesia_api.pages import AsyncPage as AsyncCursorIDPage
from cartesia_api.pages import Page as SyncCursorIDPage

__all__ = ["AsyncCursorIDPage", "SyncCursorIDPage"]
