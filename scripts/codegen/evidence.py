"""The table of what is uncertain, between two marks in spec/README.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .merge import Contract

BEGIN, END = "<!-- evidence -->", "<!-- /evidence -->"


def table(newest: Contract, older: Mapping[str, Contract]) -> str:
    """Return the table: all places of the newest version, and those of older ones that differ from the next newer one."""
    newer = dict(_places((), newest.doc))
    rows = [_row(place, text) for place, text in newer.items()]
    for date, contract in older.items():
        places = dict(_places((), contract.doc))
        rows += [_row(f"{date}: {place}", text) for place, text in places.items() if newer.get(place) != text]
        newer = places
    return "\n".join(
        (BEGIN, "", f"{len(rows)} places.", "", "| where | what is not certain |", "|---|---|", *rows, "", END)
    )


def _row(place: str, text: str) -> str:
    return f"| `{place}` | {' '.join(text.split())} |"


def refreshed(page: Path, newest: Contract, older: Mapping[str, Contract]) -> str | None:
    """Return the text of the page with today's table, or None if no page has the marks."""
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    return before + table(newest, older) + after if begin and end else None


def _places(place: tuple[str, ...], node: Any) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "x-evidence" and isinstance(value, str):  # a property may be called so
                yield _readable(place), value
            elif key not in ("example", "examples"):
                yield from _places((*place, str(key)), value)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            name = value.get("name", str(index)) if isinstance(value, dict) else str(index)
            yield from _places((*place, name), value)


def _readable(place: tuple[str, ...]) -> str:
    """Return the place without the words that all places share."""
    words = [word for word in place if word not in ("paths", "components", "schemas", "properties", "x-websocket")]
    return " ".join(words)
