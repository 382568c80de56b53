# Copied from scripts/codegen/runtime/resource.py: edit that file.
"""The base classes of the resources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .hints import Hinted

if TYPE_CHECKING:
    from cartesia_client.session import AsyncSession, Session


class Resource(Hinted):
    """A group of operations of the API."""

    def __init__(self, session: Session) -> None:
        self._session = session


class AsyncResource(Hinted):
    """A group of operations of the API, for asyncio."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session


class NotInThisVersion:
    """Marks a resource that a Cartesia-Version does not have: accessing it raises AttributeError."""
