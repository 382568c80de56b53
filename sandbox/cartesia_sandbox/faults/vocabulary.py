"""The vocabulary of faults as data, for a form: which kinds there are, what each does, and which fields it has."""

from __future__ import annotations

import dataclasses
import re
from typing import Any, get_args

from ..description.shape import Shape
from .fault import SHAPES, Fault, FaultKind

_OWN: dict[FaultKind, tuple[str, ...]] = {
    "status": ("status", "retry_after", "error_code", "title", "text"),
    "error": ("status", "error_code", "title", "text"),
    "close": ("code", "text"),
    "content_type": ("text",),
    "unknown_event": ("text",),
}
"""Fields that only some kinds have."""
_SECONDS_FIRST: set[FaultKind] = {"delay", "slow_handshake", "idle_close"}
"""Kinds that are nothing without `seconds`."""
_BEGINNINGS: set[FaultKind] = {"status", "content_type", "slow_handshake", "idle_close"}
"""Kinds that have no place within the response."""
_FOR_PROXIES: set[Shape] = {"connection"}


def vocabulary() -> dict[str, Any]:
    """Return the kinds of faults for requests, and the fields of faults, with their texts, types and defaults."""
    texts = _texts(Fault.__doc__ or "")
    kinds = [
        {"kind": kind, "text": texts.get(f"`{kind}`", ""), "shapes": sorted(SHAPES[kind]), "fields": _fields(kind)}
        for kind in get_args(FaultKind)
        if SHAPES[kind] != _FOR_PROXIES
    ]
    fields = {
        field.name: {"text": texts.get(field.name, ""), "type": str(field.type), "default": field.default}
        for field in dataclasses.fields(Fault)
        if field.name != "kind"
    }
    return {"kinds": kinds, "fields": fields}


def _fields(kind: FaultKind) -> list[str]:
    """Return the names of the fields that have an effect on a kind, the most important first."""
    own = [*(["seconds"] if kind in _SECONDS_FIRST else []), *_OWN.get(kind, ())]
    places = [] if kind in _BEGINNINGS else ["after_events", "after_bytes", "after_seconds"]
    if not {"events", "socket"} & SHAPES[kind]:
        places = [name for name in places if name != "after_events"]
    rest = [] if kind in _SECONDS_FIRST else ["seconds"]
    return [*own, "operation", "times", *places, *rest, "optional"]


def _texts(documentation: str) -> dict[str, str]:
    """Return the sentences about each kind, between grave accents, and each field in the documentation of a fault."""
    found: dict[str, str] = {}
    name = ""
    for line in documentation.partition("Attributes:")[2].partition("Raises:")[0].splitlines():
        if begun := re.match(r"\s+(`?\w+`?)(?: \(proxy only\))?: (.+)", line):
            name = begun[1]
            found[name] = begun[2]
        elif name and line.strip():
            found[name] += f" {line.strip()}"
    return {name: text.replace("`", "") for name, text in found.items()}
