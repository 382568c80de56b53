# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.
"""What the resource classes share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from ..types import UNSET, Unset

if TYPE_CHECKING:
    import httpx
    from cartesia_client.session import AsyncSession, Session


class CallOptions(NamedTuple):
    """Options of one call; UNSET means what the client was made with."""

    timeout: float | httpx.Timeout | None | Unset = UNSET
    max_retries: int | Unset = UNSET
    extra_headers: Mapping[str, str] | None = None
    extra_query: Mapping[str, Any] | None = None


class Resource:
    """A group of operations of the API."""

    def __init__(self, session: Session) -> None:
        self._session = session


class AsyncResource:
    """A group of operations of the API."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session


class JSONBody(dict[str, Any]):
    """A JSON body as the generated functions take it."""

    def to_dict(self) -> dict[str, Any]:
        return self


def json_body(fields: Mapping[str, Any]) -> Any:
    """The body made of the fields that were given. Models become the JSON that they stand for; dicts pass as they are."""
    return JSONBody((name, to_json(value)) for name, value in fields.items() if value is not UNSET)


def to_json(value: Any) -> Any:
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if isinstance(value, Mapping):
        return {key: to_json(entry) for key, entry in value.items() if entry is not UNSET}
    if isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
        return [to_json(entry) for entry in value]
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return value
