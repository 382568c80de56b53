"""Deviations told to people: what one change of the description would settle is told once, with the YAML to paste."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

from .deviations import EVIDENCE, Deviation
from .schemas import combined, nest
from .snippets import to_yaml

HEADINGS = {
    "fault": "Faults: what the description rules out",
    "new": "New: what the service may add at any time, and the description lacks",
    "refused": "Refused: requests that were wrong, and answered so",
}


@dataclass
class Group:
    """Deviations that one change of the description would settle."""

    first: Deviation
    count: int
    operations: list[str]

    @property
    def patch(self) -> dict[str, Any]:
        """What to paste. A header that several operations have belongs to what all of them get."""
        if self.first.kind == "unknown header" and len(self.operations) > 1:
            name = self.first.pointer[-1]
            return nest(("x-defaults", "headers", name), {"description": EVIDENCE, "schema": {"type": "string"}})
        return self.first.patch


def grouped(deviations: Iterable[Deviation]) -> list[Group]:
    """Deviations of the same part of the description, put together; in the order in which they were first seen."""
    groups: dict[Any, Group] = {}
    for each in deviations:
        # A header is the same wherever it turns up; of a value, each new one counts.
        if each.kind == "unknown header":
            key: Any = (each.kind, each.pointer[-1])
        elif each.kind in (
            "unknown value",
            "unknown variant",
            "unknown operation",
            "unknown status",
            "unknown error status",
        ):
            key = (each.kind, each.pointer, each.found)
        else:
            key = (
                each.kind,
                each.severity,
                each.pointer,
                re.sub(r"\[\d+\]|\b\d+\b", "", each.place).rpartition(".")[2],
            )
        group = groups.setdefault(key, Group(each, 0, []))
        group.count += 1
        if each.operation not in group.operations:
            group.operations.append(each.operation)
    return list(groups.values())


def patches(groups: Iterable[Group]) -> list[dict[str, Any]]:
    """One document for each part of the description that changes, so that what belongs together is pasted together."""
    whole: dict[Any, dict[str, Any]] = {}
    for group in groups:
        whole[group.first.pointer[:3]] = combined(whole.get(group.first.pointer[:3], {}), group.patch)
    return [patch for patch in whole.values() if patch]


def markdown(deviations: Iterable[Deviation], where: Callable[[Deviation], str]) -> str:
    """Deviations for people, grouped by what would settle them, and what to paste."""
    groups = grouped(deviations)
    lines: list[str] = []
    for severity, heading in HEADINGS.items():
        fitting = [group for group in groups if group.first.severity == severity]
        if fitting:
            lines += [f"## {heading}", "", *(_line(group, where) for group in fitting), ""]
    documents = patches(group for group in groups if group.first.severity != "refused")
    if documents:
        lines += ["## To paste into spec/", ""]
        for document in documents:
            lines += ["```yaml", to_yaml(document).rstrip(), "```", ""]
    return "\n".join(lines)


def _line(group: Group, where: Callable[[Deviation], str]) -> str:
    each = group.first
    more = f" ({group.count} times: {', '.join(group.operations)})" if group.count > 1 else ""
    place = f"`{each.place}` of {each.operation}, {where(each)}"
    return f"- **{each.kind}** {place}: expected {each.expected}, found `{each.found}`{more}"


def plain(deviation: Deviation) -> dict[str, Any]:
    fields = asdict(deviation)
    return {
        **fields,
        "pointer": "/".join(map(str, deviation.pointer)),
        "patch": to_yaml(deviation.patch) if deviation.patch else "",
    }
