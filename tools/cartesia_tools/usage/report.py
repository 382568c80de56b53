"""The impacts on a program as people and programs read them: Markdown and JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..diff.changelog import sentence
from .impact import Impact, Upgrade


def as_json(result: Upgrade) -> list[dict[str, Any]]:
    """Return the impacts as JSON: each change with its places."""
    return [
        {
            **impact.change.as_json(),
            "places": [
                {"file": str(place.file), "line": place.line, "code": place.code, "edit": text}
                for place, text in impact.places
            ],
        }
        for impact in result.impacts
    ]


def markdown(path: Path, old: str, new: str, result: Upgrade) -> str:
    """Return the impacts on a program, each with its places and what to do there."""
    lines = [f"# Changes that {path} needs to move from {old} to {new}", ""]
    if not result.impacts and (result.unreadable or result.unfollowed):
        lines += ["Nothing in what could be read and followed.", ""]
    elif not result.impacts:
        used = len({each.owner for each in result.references if each.kind == "call"})
        return "\n".join([*lines, f"None: nothing that affects the {used} operations it calls has changed.", ""])
    for impact in _joined(result.impacts):
        said = sentence(impact.change)
        lines.append(f"- **{impact.change.verdict.capitalize()}:** {said[:1].upper()}{said[1:]}.")
        for place, text in impact.places:
            perhaps = "if passed, " if place.open and place.kind == "argument" else ""
            lines.append(f"  - {place.file}:{place.line} `{place.code or place.owner}`: {perhaps}{text}")
    if result.unfollowed:
        count = len(result.unfollowed)
        lines += [f"Not followed, so look there yourself: {count} place{'s' if count > 1 else ''}.", ""]
        lines += [f"- {each.file}:{each.line} `{each.code}`" for each in result.unfollowed]
    if result.unreadable:
        lines += [f"Not read: {len(result.unreadable)} of the files.", *(f"- {each}" for each in result.unreadable)]
    return "\n".join([*lines, ""])


def _joined(impacts: Sequence[Impact]) -> list[Impact]:
    """Return the impacts without those that read like another: a change of requests and of responses, say."""
    kept: dict[Any, Impact] = {}
    for impact in impacts:
        key = (sentence(impact.change), tuple((place.file, place.line) for place, _ in impact.places))
        kept.setdefault(key, replace(impact))
    return list(kept.values())
