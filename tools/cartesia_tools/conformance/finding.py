"""Findings and deviations: where a value or an entry of traffic is not what the contract says."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from .patch import Pointer

EVIDENCE = "Observed on the service, not documented."
Severity = Literal["new", "fault", "refused"]


class Finding(NamedTuple):
    """One way in which a value is not what its schema says."""

    kind: str
    """unknown field, unknown value, unknown variant, missing field, wrong type, or wrong value."""
    place: str
    """Where in the value, such as $.data[0].name."""
    expected: str
    found: str
    pointer: Pointer
    """The schema that it does not fit, as a place in the description."""
    patch: dict[str, Any]
    """What the description would have to say, from its root."""


@dataclass(frozen=True)
class Deviation:
    """One way in which traffic is not what the contract says."""

    kind: str
    """What it is, such as "unknown field" or "missing field"."""
    severity: Severity
    """new: the API may do that at any time. fault: it may not. refused: a request that was wrong, and was answered so."""
    entry: int
    """Number of the entry of a HAR file, or line of a journal."""
    version: str
    """The version whose description does not fit."""
    operation: str
    """Its operation or socket, such as "voices.list"; a method and a path if the contract has none."""
    place: str
    """Where in it, such as "response body $.data[0].name"."""
    expected: str
    found: str
    pointer: Pointer
    """The part of the description that does not fit."""
    patch: dict[str, Any]
    """What the description would have to say, from its root."""
    sent: bool = False
    """Whether it is the client's side that differs."""


_NEWS = {"field", "value", "variant", "header", "error status", "parameter", "operation"}


def is_news(kind: str) -> bool:
    """Whether a difference is one that the API reserves the right to make at any time."""
    return kind.removeprefix("unknown ") in _NEWS


def shown(value: Any) -> str:
    """A value for a message."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 80 else f"{text[:60]}... ({len(text)} characters)"


def step(place: str, key: str | int) -> str:
    """A JSON path, one step deeper."""
    if isinstance(key, int):
        return f"{place}[{key}]"
    return f"{place}.{key}" if re.fullmatch(r"[A-Za-z_]\w*", key) else f"{place}[{json.dumps(key)}]"
