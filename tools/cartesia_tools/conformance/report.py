"""Deviations told to people: what one change of the description would settle is told once, with the YAML to paste."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from .finding import EVIDENCE, Deviation
from .patch import combined, nest
from .yaml_patch import to_yaml

HEADINGS = {
    "fault": "Faults: what the description rules out",
    "new": "New: what the service may add at any time, and the description lacks",
    "refused": "Refused: requests that were wrong, and answered so",
}


@dataclass
class Group:
    """Deviations that one change of the description would settle."""

    first: Deviation
    count: int = 0
    operations: list[str] = field(default_factory=list)
    _patch: dict[str, Any] = field(default_factory=dict)

    def add(self, each: Deviation) -> None:
        """One more of them."""
        self.count += 1
        self._patch = combined(self._patch, each.patch)
        if each.operation not in self.operations:
            self.operations.append(each.operation)

    @property
    def patch(self) -> dict[str, Any]:
        """What to paste. A header that several operations have belongs to what all of them get."""
        if self.first.kind == "unknown header" and len(self.operations) > 1:
            name = self.first.pointer[-1]
            return nest(("x-defaults", "headers", name), {"description": EVIDENCE, "schema": {"type": "string"}})
        return self._patch


def grouped(deviations: Iterable[Deviation]) -> list[Group]:
    """Deviations of the same part of a description, put together; in the order in which they were first seen."""
    groups: dict[Any, Group] = {}
    for each in deviations:
        # A header is the same wherever it turns up; of values, each new one counts; of fields, whichever item has it.
        if each.kind == "unknown header":
            what: Any = each.pointer[-1]
        elif each.kind.startswith("unknown") and each.kind != "unknown field":
            what = each.pointer, each.found
        else:
            what = each.pointer, each.place.rpartition(".")[2]
        group = groups.setdefault((each.version, each.kind, each.severity, what), Group(each))
        group.add(each)
    return list(groups.values())


def patches(groups: Iterable[Group]) -> list[tuple[str, dict[str, Any]]]:
    """Version and document for each part of a description that changes: what belongs together is pasted together."""
    whole: dict[Any, dict[str, Any]] = {}
    for group in groups:
        key = group.first.version, group.first.pointer[:3]
        whole[key] = combined(whole.get(key, {}), group.patch)
    return [(version, patch) for (version, _), patch in whole.items() if patch]


def to_paste(groups: Iterable[Group]) -> list[dict[str, str]]:
    """The same as JSON."""
    return [{"version": version, "yaml": to_yaml(patch)} for version, patch in patches(groups)]


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
        for version, document in documents:
            lines += [f"Cartesia-Version {version}:", "", "```yaml", to_yaml(document).rstrip(), "```", ""]
    return "\n".join(lines)


def _line(group: Group, where: Callable[[Deviation], str]) -> str:
    each = group.first
    found = each.found.replace("`", "'")
    more = f" ({group.count} times: {', '.join(group.operations)})" if group.count > 1 else ""
    place = f"`{each.place}` of {each.operation} in {each.version}, {where(each)}"
    return f"- **{each.kind}** {place}: expected {each.expected}, found `{found}`{more}"


def plain(deviation: Deviation) -> dict[str, Any]:
    fields = asdict(deviation)
    return {
        **fields,
        "pointer": "/".join(map(str, deviation.pointer)),
        "patch": to_yaml(deviation.patch) if deviation.patch else "",
    }
