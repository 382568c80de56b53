"""Findings and deviations: where a value or an entry of traffic is not what the contract says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from ..traffic.items import whole
from .patch import Pointer

EVIDENCE = "Observed on the service, not documented."
Severity = Literal["new", "fault", "rejected"]


class Finding(NamedTuple):
    """One way in which a value is not what its schema says."""

    kind: str
    """unknown field, unknown value, unknown variant, missing field, wrong type, or wrong value."""
    place: str
    """Where in the value, as a JSON path such as $.data[0].name."""
    expected: str
    found: str
    pointer: Pointer
    """The schema that the value does not match, as a place in the contract."""
    patch: dict[str, Any]
    """The change of the contract that would allow the value, as a document from its root."""


@dataclass(frozen=True)
class Deviation:
    """One way in which traffic is not what the contract says."""

    kind: str
    """What it is, such as "unknown field" or "missing field"."""
    severity: Severity
    """new: the API may add it at any time. fault: it may not. rejected: a wrong request that the service rejected."""
    entry: int
    """Number of the entry of a HAR file, or line of a journal."""
    version: str
    """The version of the contract."""
    operation: str
    """Its operation or socket, such as "voices.list"; method and path if the contract does not have it."""
    place: str
    """Where in the entry, such as "response body $.data[0].name"."""
    expected: str
    found: str
    pointer: Pointer
    """The part of the contract that does not match."""
    patch: dict[str, Any]
    """The change of the contract that would allow the value, as a document from its root."""
    sent: bool = False
    """Whether the client sent what differs."""


_ADDITIONS = {"field", "value", "variant", "header", "error status", "parameter", "operation"}


def is_addition(kind: str) -> bool:
    """Return whether the API may make such a difference at any time."""
    return kind.removeprefix("unknown ") in _ADDITIONS


def abbreviate(value: Any) -> str:
    """Return a value as JSON for a message, shortened to about 80 characters."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else f"{text[:60]}... ({len(text)} characters)"


def json_path(place: str, key: str | int) -> str:
    """Return the JSON path of an entry of the value at a JSON path."""
    if isinstance(key, int):
        return f"{place}[{key}]"
    return f"{place}.{key}" if re.fullmatch(r"[A-Za-z_]\w*", key) else f"{place}[{json.dumps(key)}]"


def inside(part: str, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Return findings whose places begin with the part of the entry that they are in."""
    return (each._replace(place=f"{part} {each.place}".strip()) for each in findings)


def _whole(value: Any) -> Any:
    """Return JSON without halves of surrogate pairs, which a validator does not take."""
    if isinstance(value, dict):
        return {whole(name): _whole(entry) for name, entry in value.items()}
    if isinstance(value, list):
        return [_whole(entry) for entry in value]
    return whole(value) if isinstance(value, str) else value


def parse_json(text: str, pointer: Pointer) -> tuple[Any, Finding | None]:
    """Return the JSON in a text, or the finding that it is not JSON."""
    try:
        value = json.loads(text)
        return _whole(value) if "\\ud" in text.lower() else value, None
    except (ValueError, RecursionError) as error:
        return None, Finding("wrong type", "", f"JSON ({error})", abbreviate(text), pointer, {})
