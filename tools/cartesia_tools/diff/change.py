"""One difference between two contracts, and where programs meet it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Literal, NamedTuple

from .rules import Direction, Kind, Verdict

Step = Literal["major", "minor", "patch", "none"]
"""A part of a semantic version."""


@dataclass(frozen=True)
class Use:
    """Where an operation meets a change, and the way to it from the request or the response."""

    operation: str
    """Its method in the client, such as "voices.get"; a socket's name, such as "tts.websocket"."""
    part: str
    """parameters, body, response, error, send, receive or call."""
    path: tuple[str, ...] = ()
    """Names of fields, from the outside; `*` is any element."""


class Location(NamedTuple):
    """Where a comparison stands."""

    direction: Direction
    subject: str
    """What is compared, as in the contract: "Voice.is_public", "query parameter `limit`", "POST /voices"."""
    use: Use

    def at(self, name: str) -> Location:
        """Return the location of a field, or of any element (`*`)."""
        shown = f"{self.subject}[]" if name == "*" else f"{self.subject}.{name}"
        return Location(self.direction, shown, replace(self.use, path=(*self.use.path, name)))

    def called(self, *names: str | None) -> Location:
        """Return the same location under the first name that is not None."""
        return self._replace(subject=next((name for name in names if name), self.subject))


@dataclass
class Change:
    """One difference between two contracts."""

    kind: Kind
    direction: Direction
    subject: str
    facts: dict[str, Any] = field(default_factory=dict)
    """What it was and what it is, as far as the kind has it: old, new, value, values, keyword, scopes."""
    uses: list[Use] = field(default_factory=list)

    @property
    def verdict(self) -> Verdict:
        """What it means for programs."""
        return self.kind.rule.verdict(self.direction)

    @property
    def operations(self) -> list[str]:
        """The operations that meet it, by name."""
        return sorted({use.operation for use in self.uses})

    def as_json(self) -> dict[str, Any]:
        """Return the change as JSON."""
        uses = [{"operation": use.operation, "part": use.part, "path": list(use.path)} for use in self.uses]
        kind = self.kind.label
        named = {"verdict": self.verdict, "kind": kind, "direction": self.direction, "subject": self.subject}
        return {**named, **self.facts, "uses": uses}


def step(changes: Iterable[Change]) -> Step:
    """Return the part of a semantic version that has to increase."""
    found = {change.verdict for change in changes}
    if "breaking" in found:
        return "major"
    if found & {"additive", "review"}:
        return "minor"
    return "patch" if found else "none"
