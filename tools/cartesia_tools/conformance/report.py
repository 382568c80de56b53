"""The report of deviations: those that one change of the spec would settle are one line, with the YAML to paste."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from .finding import EVIDENCE, Deviation
from .patch import combine, nest
from .yaml_patch import to_yaml

HEADINGS = {
    "fault": "Faults: not allowed by the spec",
    "new": "New: additions that the service may make at any time, missing from the spec",
    "rejected": "Rejected: wrong requests that the service rejected",
}


@dataclass
class Group:
    """Deviations that one change of the spec would settle."""

    first: Deviation
    count: int = 0
    operations: list[str] = field(default_factory=list)
    _patch: dict[str, Any] = field(default_factory=dict)

    def add(self, each: Deviation) -> None:
        """Add a deviation to the group."""
        self.count += 1
        self._patch = combine(self._patch, each.patch)
        if each.operation not in self.operations:
            self.operations.append(each.operation)

    @property
    def patch(self) -> dict[str, Any]:
        """Return the document to paste. A header that several operations have goes to the defaults of all responses."""
        if self.first.kind == "unknown header" and len(self.operations) > 1:
            name = self.first.pointer[-1]
            return nest(("x-defaults", "headers", name), {"description": EVIDENCE, "schema": {"type": "string"}})
        return self._patch


def group_deviations(deviations: Iterable[Deviation]) -> list[Group]:
    """Group the deviations that concern the same part of the contract, in the order in which they were first seen."""
    groups: dict[Any, Group] = {}
    for each in deviations:
        # One change settles a header in all places, a field in all entries of a list, but only one value of an enum.
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
    """Return version and document for each part of the contract that changes, such as a path or a schema."""
    whole: dict[Any, dict[str, Any]] = {}
    for group in groups:
        key = group.first.version, group.first.pointer[:3]
        whole[key] = combine(whole.get(key, {}), group.patch)
    return [(version, patch) for (version, _), patch in whole.items() if patch]


def to_paste(groups: Iterable[Group]) -> list[dict[str, str]]:
    """Return the patches as JSON: version and YAML of each."""
    return [{"version": version, "yaml": to_yaml(patch)} for version, patch in patches(groups)]


def markdown(deviations: Iterable[Deviation], where: Callable[[Deviation], str]) -> str:
    """Return deviations as Markdown, grouped by the change that would settle them, and the YAML to paste.

    Args:
        deviations: The deviations.
        where: Says where a deviation was seen, such as "entry 3".
    """
    groups = group_deviations(deviations)
    lines: list[str] = []
    for severity, heading in HEADINGS.items():
        fitting = [group for group in groups if group.first.severity == severity]
        if fitting:
            lines += [f"## {heading}", "", *(_line(group, where) for group in fitting), ""]
    documents = patches(group for group in groups if group.first.severity != "rejected")
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


def as_json(deviation: Deviation) -> dict[str, Any]:
    """Return a deviation as JSON."""
    fields = asdict(deviation)
    return {
        **fields,
        "pointer": "/".join(map(str, deviation.pointer)),
        "patch": to_yaml(deviation.patch) if deviation.patch else "",
    }
