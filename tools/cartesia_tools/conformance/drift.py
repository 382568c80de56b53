"""`cartesia-client drift FILE`: validate recorded traffic against the spec of the version that each entry names."""

from __future__ import annotations

import functools
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ..load import applicable, dates, read_dated
from ..traffic.entries import Traffic, TrafficError, read
from ..traffic.redact import Redactor
from .check import check
from .description import Description, asked_version
from .finding import Deviation
from .report import as_json, group_deviations, markdown, to_paste


class Descriptions:
    """The bundled contracts: of the newest version, and of the older ones, which are loaded when they are needed."""

    def __init__(self) -> None:
        self._dates = dates()
        self.newest = Description(read_dated(self._dates[-1]))
        self.notes: Counter[str] = Counter()
        """What was validated against another version than it names, and how often."""

    def has(self, version: str | None) -> bool:
        """Return whether a bundled contract applies to a version."""
        return version is None or applicable(version, self._dates) is not None

    def of(self, version: str | None) -> Description:
        """Return the contract that applies to a version; the newest if none does."""
        date = self.newest.version if version is None else applicable(version, self._dates)
        if date is None:
            self.notes[f"there is no spec of version {version}; {self.newest.version} was used"] += 1
        return self.newest if date in (None, self.newest.version) else self._older(date)

    @functools.cache  # noqa: B019  # the object lives as long as one run
    def _older(self, date: str) -> Description:
        return Description(read_dated(date))

    def check(self, item: Traffic) -> list[Deviation]:
        """Return the deviations of an entry from the contract of the version that it names."""
        return check(self.of(asked_version(item)), item)


@dataclass
class Drift:
    """The result of validating traffic."""

    checked: int = 0
    """Number of entries that belong to the API."""
    skipped: int = 0
    """Number of entries that do not."""
    deviations: list[Deviation] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        """Return the result as JSON."""
        groups = group_deviations(self.deviations)
        return {
            "checked": self.checked,
            "skipped": self.skipped,
            "notes": self.notes,
            "deviations": [as_json(each) for each in self.deviations],
            "paste": to_paste(group for group in groups if group.first.severity != "rejected"),
        }


def compare(traffic: Iterable[Traffic]) -> Drift:
    """Validate traffic against the contracts of the versions that its entries name."""
    descriptions, items, result = Descriptions(), list(traffic), Drift()
    # A request for the status names no version: it belongs to the API if others to the same host do.
    hosts = {urlsplit(item.url).netloc for item in items if descriptions.newest.concerns(item)}
    for item in items:
        if urlsplit(item.url).netloc not in hosts:
            result.skipped += 1
            continue
        result.checked += 1
        result.deviations += descriptions.check(item)
    result.notes = [f"{note} ({count} entries)" for note, count in descriptions.notes.items()]
    return result


def run(path: str, *, as_json: bool) -> int:
    """Validate a file, print the result, and return the exit code: 0 no deviations, 1 deviations."""
    items = read(Path(path).read_text(encoding="utf-8-sig", errors="replace"))
    result, redactor = compare(items), Redactor()
    for item in items:  # the report quotes the traffic, and the HAR files of browsers hold credentials
        redactor.headers(item.request_headers)
        redactor.url(item.url)
    text = json.dumps(result.to_dict(), indent=2, ensure_ascii=False) if as_json else _to_markdown(path, result)
    print(redactor.text(text))
    return 1 if result.deviations else 0


def _to_markdown(path: str, result: Drift) -> str:
    others = f", {result.skipped} skipped that do not belong to the API" if result.skipped else ""
    lines = [f"# {path}: {result.checked} entries checked{others}; {len(result.deviations)} deviations", ""]
    lines += (f"Note: {note}.\n" for note in result.notes)
    return "\n".join([*lines, markdown(result.deviations, lambda each: f"entry {each.entry}")]).rstrip()


__all__ = ["Descriptions", "Drift", "TrafficError", "compare", "run"]
