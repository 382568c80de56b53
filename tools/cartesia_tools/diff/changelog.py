"""Changes as people read them: Markdown in the shape of Keep a Changelog, and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from .normalize import key_of
from .rules import VERDICTS, Change, step

SECTIONS = ("Added", "Changed", "Deprecated", "Removed")
_FIELD = {"call": "field", "send": "request field", "receive": "response field", "error": "error field"}
_SIDE = {"call": "calls", "send": "requests", "receive": "answers", "error": "errors"}
_MARKS = {"breaking": "**Breaking:** ", "review": "**Review:** ", "additive": "", "docs": ""}

# Kind: section, what to write, and the edit of a program that is concerned.
# {it} is the subject, {field} what sort of field it is, {name} its last name; the rest are the facts of the change.
SENTENCES: dict[str, tuple[str, str, str]] = {
    "operation added": ("Added", "operation {it}", ""),
    "operation removed": ("Removed", "operation {it}", "stop calling it; the service no longer describes it"),
    "operation moved": ("Changed", "{it}: now {new}", "call it by its method; a path of your own needs {new}"),
    "operation renamed": ("Changed", "method `{old}`: now called `{new}`", "call `{new}` instead of `{old}`"),
    "shape changed": ("Changed", "{it}: gives {new} instead of {old}", "handle a result of another kind: {new}"),
    "parameter added": ("Added", "optional {it}", ""),
    "required parameter added": ("Added", "required {it}", "pass `{name}`"),
    "parameter removed": ("Removed", "{it}", "do not pass `{name}`"),
    "parameter became required": ("Changed", "{it}: required now", "pass `{name}`"),
    "parameter became optional": ("Changed", "{it}: optional now", ""),
    "body added": ("Added", "optional {it}", ""),
    "required body added": ("Added", "required {it}", "send a body"),
    "body removed": ("Removed", "{it}", "send no body"),
    "body changed": ("Changed", "{it}", "compare the two descriptions"),
    "body became required": ("Changed", "{it}: required now", "always send a body"),
    "body became optional": ("Changed", "{it}: optional now", ""),
    "binary frames": ("Changed", "{it}: binary frames ({old} -> {new})", "send and expect other frames"),
    "media type added": ("Added", "media type {value} of {it}", ""),
    "media type removed": ("Removed", "media type {value} of {it}", "do not count on {value}"),
    "status added": ("Added", "{it}", "handle {it}"),
    "status removed": ("Removed", "{it}", "do not count on {it}"),
    "security alternative added": ("Added", "{it}: may be called with {value}", ""),
    "security alternative removed": ("Removed", "{it}: can no longer be called with {value}", "use another credential"),
    "security scopes extended": ("Changed", "{it}: {value} needs {scopes}", "ask for the grants {scopes}"),
    "security scopes reduced": ("Changed", "{it}: {value} no longer needs {scopes}", ""),
    "field added": ("Added", "{field} {it}", ""),
    "required field added": ("Added", "required {field} {it}", "pass `{name}`"),
    "field removed": ("Removed", "{field} {it}", "{drop} `{name}`"),
    "field became required": ("Changed", "{field} {it}: {always}", "pass `{name}`"),
    "field became optional": ("Changed", "{field} {it}: {maybe}", "be ready for `{name}` to be missing"),
    "null added": ("Changed", "{field} {it}: may be null now", "be ready for `{name}` to be None"),
    "null removed": ("Changed", "{field} {it}: never null now", "do not pass None as `{name}`"),
    "type changed": ("Changed", "{field} {it}: {new} instead of {old}", "treat `{name}` as {new}, not as {old}"),
    "value added": ("Added", "value {value} of {it} in {side}", "be ready for {value} in `{name}`"),
    "value removed": ("Removed", "value {value} of {it} in {side}", "use another value than {value} for `{name}`"),
    "values opened": ("Changed", "{field} {it}: other values than the listed ones, too", "be ready for other values"),
    "values closed": ("Changed", "{field} {it}: the listed values only", "use one of the listed values of `{name}`"),
    "values listed": ("Changed", "{field} {it}: known values are listed", ""),
    "values no longer listed": (
        "Changed",
        "{field} {it}: values are no longer listed",
        "see whether your value is known",
    ),
    "variant added": ("Added", "{field} {it}: may be {value}", "be ready for {value} in `{name}`"),
    "variant added to union": (
        "Added",
        "{field} {it}: may be {value}",
        "be ready for {value}; pass over what is unknown",
    ),
    "variant removed": ("Removed", "{field} {it}: no longer {value}", "use another form of `{name}` than {value}"),
    "tag added": ("Added", "{it}: tag {value}", ""),
    "tag removed": ("Removed", "{it}: tag {value}", "do not use {value}"),
    "discriminator changed": ("Changed", "{it}: told apart by another field", "compare the two descriptions"),
    "union exclusive or not": ("Changed", "{it}: {new} instead of {old}", ""),
    "limit loosened": ("Changed", "{field} {it}: {keyword} {new}, was {old}", "be ready for a wider range of `{name}`"),
    "limit tightened": ("Changed", "{field} {it}: {keyword} {new}, was {old}", "keep `{name}` to {keyword} {new}"),
    "extra fields allowed": ("Changed", "{it}: may have other fields", ""),
    "extra fields forbidden": ("Changed", "{it}: no other fields", "leave out fields that are not described"),
    "default changed": ("Changed", "{field} {it}: default {new}, was {old}", "pass `{name}` if you count on {old}"),
    "deprecated": ("Deprecated", "{it}", "plan to do without it"),
    "no longer deprecated": ("Changed", "{it}: no longer deprecated", ""),
    "server added": ("Added", "server {value}", ""),
    "server removed": ("Removed", "server {value}", "use the new address"),
    "keyword changed": ("Changed", "{it}: {keyword} {new}, was {old}", "compare the two descriptions"),
    "unknown change": ("Changed", "{it}: differs in a way that has no name", "compare the two descriptions"),
    "unused component changed": ("Changed", "{it}: differs, but no operation uses it", ""),
    "model removed": ("Removed", "model {it}", "do without the model; pass a dict, or see what took its place"),
    "model renamed": ("Changed", "model {it}: now called `{new}`", "import {new} instead"),
    "text changed": ("Changed", "text of {it}", ""),
}


def counts(changes: Iterable[Change]) -> dict[str, int]:
    found = [change.verdict for change in changes]
    return {verdict: found.count(verdict) for verdict in VERDICTS}


def as_json(old: str, new: str, changes: Sequence[Change], operations: int) -> dict[str, Any]:
    return {
        "old": old,
        "new": new,
        "step": step(list(changes)),
        "counts": counts(changes),
        "changes": [change.as_json() for change in changes],
        "changelog": "\n".join(changelog(changes, operations)),
    }


def markdown(old: str, new: str, changes: Sequence[Change], operations: int, *, level: int = 1) -> str:
    """The whole report: a heading, the figures, the step that the version has to take, and the changelog entry."""
    # As many as there are lines: a catalog that was replaced is one change to a reader.
    number = counts({_alike(change): change for change in changes if change.verdict != "docs"}.values())
    texts = len({change.subject for change in changes if change.verdict == "docs"})
    lines = [f"{'#' * level} From {old} to {new}", ""]
    if not changes:
        return "\n".join([*lines, "Nothing differs.", ""])
    figures = f"{number['breaking']} breaking, {number['review']} to review, {number['additive']} additive"
    lines += [f"{figures}, {texts} of texts only. Step of a version that follows: {step(list(changes))}.", ""]
    return "\n".join([*lines, *changelog(changes, operations, level=level + 1)])


def changelog(changes: Sequence[Change], operations: int, *, level: int = 3) -> list[str]:
    """The sections Added, Changed, Deprecated and Removed, breaking changes first."""
    lines = []
    texts = [change for change in changes if change.verdict == "docs"]
    for section in SECTIONS:
        groups: dict[str, list[Change]] = {}
        for change in changes:
            if change.verdict != "docs" and SENTENCES[change.kind][0] == section:
                groups.setdefault(_alike(change), []).append(change)
        entries = [_entry(group, operations) for group in groups.values()]
        if section == "Changed" and texts:
            entries.append(f"- Descriptions and examples ({len({change.subject for change in texts})}).")
        if entries:
            lines += [f"{'#' * level} {section}", "", *entries, ""]
    return lines


def sentence(change: Change) -> str:
    """What changed, in a few words."""
    return _filled(SENTENCES[change.kind][1], [change])


def edit(change: Change, name: str) -> str:
    """What to do about it in a program that calls the field `name`."""
    return _filled(SENTENCES[change.kind][2], [change], name)


def _alike(change: Change) -> str:
    """Changes with the same key become one line: the same thing said of several fields, values or statuses."""
    facts = {key: value for key, value in change.facts.items() if key != "value" or change.kind[:5] != "value"}
    if change.kind.startswith(("status", "media type", "security")):
        return key_of([change.verdict, change.kind, change.direction, facts])
    several = ("field added", "field removed", "required field added", "field became required", "field became optional")
    subject = change.subject.rpartition(".")[0] if change.kind in several else change.subject
    where = [change.operations, sorted({use.part for use in change.uses})]
    return key_of([change.verdict, change.kind, change.direction, subject, facts, where])


def _entry(group: Sequence[Change], operations: int) -> str:
    text = _filled(SENTENCES[group[0].kind][1], group)
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


def _filled(text: str, group: Sequence[Change], name: str | None = None) -> str:
    change = group[0]
    subjects = list(dict.fromkeys(one.subject for one in group))
    facts = {key: _shown(value) for key, value in change.facts.items()}
    if "value" in change.facts:
        facts["value"] = _several(list(dict.fromkeys(_shown(one.facts["value"]) for one in group)))
    sent = change.direction == "send"
    return text.format_map(
        {
            "it": _several([subject if "`" in subject or " " in subject else f"`{subject}`" for subject in subjects]),
            "name": name or change.subject.rpartition(".")[2].strip("`"),
            "field": _FIELD[change.direction],
            "side": _SIDE[change.direction],
            "drop": "do not pass" if sent else "do not read",
            "always": "required now" if sent else "always there now",
            "maybe": "optional now" if sent else "may be missing now",
            **facts,
        }
    )


def _several(values: Sequence[str]) -> str:
    """A list, not too long."""
    return ", ".join(values) if len(values) <= 12 else f"{', '.join(values[:6])} and {len(values) - 6} more"


def _shown(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        return _several([_shown(entry) for entry in value])
    text = value if isinstance(value, str) else key_of(value)
    return f"`{text if len(text) < 80 else text[:70] + '...'}`"
