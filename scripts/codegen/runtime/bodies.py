"""Request bodies, built from the keyword arguments of a method."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from enum import Enum
from typing import Any

from .files import file_part
from .types import UNSET

Part = tuple[str, tuple[str | None, Any] | tuple[str | None, Any, str | None]]


class JSONBody(dict[str, Any]):
    """A JSON body in the form that the generated functions take."""

    def to_dict(self) -> dict[str, Any]:
        """Return the body itself."""
        return self


class FormBody(list[Part]):
    """A multipart form in the form that the generated functions take."""

    def to_multipart(self) -> list[Part]:
        """Return the form itself."""
        return self


def json_body(fields: Mapping[str, Any]) -> Any:
    """Build a JSON body from the fields that are set. Models become JSON objects; dicts are sent as they are."""
    return JSONBody((name, to_json(value)) for name, value in fields.items() if value is not UNSET)


def form_body(fields: Mapping[str, Any], files: Sequence[str]) -> Any:
    """Build a form from the fields that are set. A form has no null, so fields that are None are left out too."""
    parts = FormBody()
    for name, value in fields.items():
        if value is UNSET or value is None:
            continue
        if name in files:
            parts.append((name, file_part(name, value)))
        else:
            parts.extend((part, (None, text)) for part, text in _flat(name, to_json(value)))
    return parts


def to_json(value: Any) -> Any:
    """Return the JSON value of an argument: models as objects, datetimes in ISO 8601, enums as their values."""
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


def _flat(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """Yield the form fields of a value: brackets for the fields of objects, one field of the same name per list item."""
    if isinstance(value, dict):
        for key, entry in value.items():
            yield from _flat(f"{name}[{key}]", entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _flat(name, entry)
    elif value is not None:
        yield name, str(value).lower() if isinstance(value, bool) else str(value)
