"""What each kind of change means to the programs that use the API.

The service promises that for a dated version it only adds optional request fields, adds response fields, changes the
conditions of errors, and adds values to enum-like outputs. The table below is that promise, kind by kind, and by
direction: whether the client sends what changed, receives it, or receives it in an error. **What is not in the table
is breaking.** What the promise does not decide is marked so, with the reason for what was decided here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

Verdict = Literal["breaking", "review", "additive", "docs"]
Direction = Literal["call", "send", "receive", "error"]
Step = Literal["major", "minor", "patch", "none"]

VERDICTS: tuple[Verdict, ...] = ("breaking", "review", "additive", "docs")

_SAFE: Mapping[tuple[str, Direction], Verdict] = MappingProxyType(
    {
        # Optional request fields may be added.
        ("field added", "send"): "additive",
        ("parameter added", "send"): "additive",
        ("body added", "send"): "additive",
        # Response fields may be added; that one is always there now is more of the same.
        ("field added", "receive"): "additive",
        ("field added", "error"): "additive",
        ("field became required", "receive"): "additive",
        ("field became required", "error"): "additive",
        # The conditions of errors may change: which statuses and codes there are, not the shape of their bodies.
        ("status added", "error"): "additive",
        ("status removed", "error"): "additive",
        ("value added", "error"): "additive",
        ("value removed", "error"): "additive",
        # Enum-like outputs may get values, and unions of tagged objects may get members.
        ("value added", "receive"): "additive",
        ("values opened", "receive"): "additive",
        ("values opened", "error"): "additive",
        ("variant added to union", "receive"): "additive",
        ("variant added to union", "error"): "additive",
        # Decided here: whoever sends what was accepted before is still understood when more is accepted.
        ("field became optional", "send"): "additive",
        ("parameter became optional", "send"): "additive",
        ("body became optional", "send"): "additive",
        ("value added", "send"): "additive",
        ("values opened", "send"): "additive",
        **{("values listed", direction): "additive" for direction in ("send", "receive", "error")},
        ("variant added", "send"): "additive",
        ("variant added to union", "send"): "additive",
        ("null added", "send"): "additive",
        ("limit loosened", "send"): "additive",
        ("extra fields allowed", "send"): "additive",
        ("media type added", "send"): "additive",
        ("security scopes reduced", "call"): "additive",
        ("security alternative added", "call"): "additive",
        # Decided here: whoever was ready for more is ready for less.
        ("null removed", "receive"): "additive",
        ("null removed", "error"): "additive",
        ("limit tightened", "receive"): "additive",
        ("limit tightened", "error"): "additive",
        ("extra fields allowed", "receive"): "additive",
        ("extra fields allowed", "error"): "additive",
        # Decided here: nobody calls yet what is new, and the mark is only taken away.
        ("operation added", "call"): "additive",
        ("no longer deprecated", "call"): "additive",
        ("no longer deprecated", "send"): "additive",
        ("no longer deprecated", "receive"): "additive",
        ("no longer deprecated", "error"): "additive",
        # Not decided by the promise; a person should look. A default changes what a request without the field gets; a
        # deprecation breaks nothing today; another media type of an answer comes to those who asked for it, or to all; values
        # of an open list that nobody names any more may still do.
        **{("default changed", direction): "review" for direction in ("call", "send", "receive", "error")},
        **{("deprecated", direction): "review" for direction in ("call", "send", "receive", "error")},
        **{("values no longer listed", direction): "review" for direction in ("send", "receive", "error")},
        **{("union exclusive or not", direction): "review" for direction in ("send", "receive", "error")},
        ("media type added", "receive"): "review",
        ("media type added", "error"): "review",
        ("server added", "call"): "review",
        ("unused component changed", "call"): "review",
        # Texts.
        **{("text changed", direction): "docs" for direction in ("call", "send", "receive", "error")},
    }
)


def verdict(kind: str, direction: Direction) -> Verdict:
    return _SAFE.get((kind, direction), "breaking")


@dataclass(frozen=True)
class Use:
    """A place where a change is met: an operation, and the way to it from the request or the answer."""

    operation: str
    """Its method in the client, such as "voices.get"; a socket's name, such as "tts.websocket"."""
    part: str
    """parameters, body, response, error, send, receive or call."""
    path: tuple[str, ...] = ()
    """Names of fields, from the outside; `*` is any element."""


@dataclass
class Change:
    """One difference between two contracts."""

    kind: str
    direction: Direction
    subject: str
    """What changed, as in the description: "Voice.is_public", "query parameter `limit`", "POST /voices"."""
    facts: dict[str, Any] = field(default_factory=dict)
    """What it was and what it is, as far as the kind has it: old, new, value, default, type."""
    uses: list[Use] = field(default_factory=list)

    @property
    def verdict(self) -> Verdict:
        return verdict(self.kind, self.direction)

    @property
    def operations(self) -> list[str]:
        return sorted({use.operation for use in self.uses})

    def as_json(self) -> dict[str, Any]:
        uses = [{"operation": use.operation, "part": use.part, "path": list(use.path)} for use in self.uses]
        named = {"verdict": self.verdict, "kind": self.kind, "direction": self.direction, "subject": self.subject}
        return {**named, **self.facts, "uses": uses}


def step(changes: list[Change]) -> Step:
    """The part of a semantic version that has to grow."""
    found = {change.verdict for change in changes}
    if "breaking" in found:
        return "major"
    if found & {"additive", "review"}:
        return "minor"
    return "patch" if found else "none"
