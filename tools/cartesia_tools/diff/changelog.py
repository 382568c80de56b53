"""Changes as people and programs read them: Markdown in the shape of Keep a Changelog, and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ..contract import json_key
from .change import Change, step
from .rules import SECTIONS, VERDICTS, Verdict

_FIELD = {"call": "field", "send": "request field", "receive": "response field", "error": "error field"}
_SIDE = {"call": "calls", "send": "requests", "receive": "responses", "error": "errors"}
_MARKS = {"breaking": "**Breaking:** ", "review": "**Review:** ", "additive": "", "docs": ""}


def counts(changes: Iterable[Change]) -> dict[Verdict, int]:
    """Return the number of changes by verdict."""
    found = [change.verdict for change in changes]
    return {verdict: found.count(verdict) for verdict in VERDICTS}


def as_json(old: str, new: str, changes: Sequence[Change], operations: int) -> dict[str, Any]:
    """Return the report as JSON. `operations` is how many the new contract has."""
    return {
        "old": old,
        "new": new,
        "step": step(changes),
        "counts": counts(changes),
        "changes": [change.as_json() for change in changes],
        "changelog": "\n".join(changelog(changes, operations)),
    }


def markdown(old: str, new: str, changes: Sequence[Change], operations: int, *, level: int = 1) -> str:
    """Return the report as Markdown: a heading, the figures, the step of the version, and the changelog entry."""
    # Counted are lines, not changes: a catalog that was replaced is one change to a reader.
    number = counts({_alike(change): change for change in changes if change.verdict != "docs"}.values())
    texts = len({change.subject for change in changes if change.verdict == "docs"})
    lines = [f"{'#' * level} From {old} to {new}", ""]
    if not changes:
        return "\n".join([*lines, "No differences.", ""])
    figures = f"{number['breaking']} breaking, {number['review']} to review, {number['additive']} additive"
    lines += [f"{figures}, {texts} documentation only. Semantic version step: {step(changes)}.", ""]
    return "\n".join([*lines, *changelog(changes, operations, level=level + 1)])


def changelog(changes: Sequence[Change], operations: int, *, level: int = 3) -> list[str]:
    """Return the lines of the sections Added, Changed, Deprecated and Removed, breaking changes first."""
    lines = []
    texts = [change for change in changes if change.verdict == "docs"]
    for section in SECTIONS:
        groups: dict[str, list[Change]] = {}
        for change in changes:
            if change.verdict != "docs" and change.kind.rule.section == section:
                groups.setdefault(_alike(change), []).append(change)
        entries = [_entry(group, operations) for group in groups.values()]
        if section == "Changed" and texts:
            entries.append(f"- Descriptions and examples ({len({change.subject for change in texts})}).")
        if entries:
            lines += [f"{'#' * level} {section}", "", *entries, ""]
    return lines


def sentence(change: Change) -> str:
    """Return what changed, in a few words."""
    return _fill(change.kind.rule.sentence, [change])


def edit(change: Change, name: str) -> str:
    """Return what to do about it in a program that knows what changed as `name`."""
    return _fill(change.kind.rule.edit, [change], name)


def _alike(change: Change) -> str:
    """Return the key of a line: changes with the same key say the same of several fields, values or statuses."""
    group, subject, facts = change.kind.rule.group, change.subject, change.facts
    named = [change.verdict, change.kind.label, change.direction]
    if group == "kind":
        return json_key([*named, facts])
    if group == "values":
        facts = {key: value for key, value in facts.items() if key != "value"}
    elif group == "parent":
        subject = subject.rpartition(".")[0]
    where = [change.operations, sorted({use.part for use in change.uses})]
    return json_key([*named, subject, facts, where])


def _entry(group: Sequence[Change], operations: int) -> str:
    text = _fill(group[0].kind.rule.sentence, group)
    found = sorted({name for change in group for name in change.operations})
    names = [name for name in found if name and f"`{name}`" not in text]
    if not names:
        where = ""
    elif len(found) == operations > 1:
        where = " (every operation)"
    elif len(names) > 8:
        where = f" ({len(names)} operations)"
    else:
        where = f" ({', '.join(f'`{name}`' for name in names)})"
    return f"- {_MARKS[group[0].verdict]}{text[:1].upper()}{text[1:]}{where}."


def _fill(text: str, group: Sequence[Change], name: str | None = None) -> str:
    """Return a text of a rule with its fields filled in from changes that become one line."""
    change = group[0]
    subjects = list(dict.fromkeys(one.subject for one in group))
    facts = {key: _shown(value) for key, value in change.facts.items()}
    if "value" in change.facts:
        facts["value"] = _several(list(dict.fromkeys(_shown(one.facts["value"]) for one in group)))
    sent = change.direction == "send"
    return text.format_map(
        {
            "subject": _several([each if "`" in each or " " in each else f"`{each}`" for each in subjects]),
            "name": name or change.subject.rpartition(".")[2].strip("`"),
            "field": _FIELD[change.direction],
            "side": _SIDE[change.direction],
            "drop": "do not pass" if sent else "do not read",
            "present": "now required" if sent else "now always present",
            "absent": "now optional" if sent else "may now be missing",
            **facts,
        }
    )


def _several(values: Sequence[str]) -> str:
    """Return a list as text, not too long."""
    return ", ".join(values) if len(values) <= 12 else f"{', '.join(values[:6])} and {len(values) - 6} more"


def _shown(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        return _several([_shown(entry) for entry in value])
    text = value if isinstance(value, str) else json_key(value)
    return f"`{text if len(text) < 80 else text[:70] + '...'}`"
