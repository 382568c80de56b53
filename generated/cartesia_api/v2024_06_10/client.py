# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""The clients of `version="2024-06-10"`, as type checkers see them.

Nothing here exists at run time: `Cartesia(version="2024-06-10")` is a `cartesia_client.Cartesia` with the resources of that version.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cartesia_client import client

    from .resources import AsyncResources, Resources

    # Their resources are other ones than those of the newest version: that is what they are for.
    class Cartesia(Resources, client.Cartesia):  # type: ignore[misc]
        """The sync client of Cartesia-Version 2024-06-10."""

    class AsyncCartesia(AsyncResources, client.AsyncCartesia):  # type: ignore[misc]
        """The asyncio client of Cartesia-Version 2024-06-10."""
