"""`cartesia-client drift FILE`: does recorded traffic agree with the description?"""

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
from .report import grouped, markdown, plain, to_paste


class Descriptions:
    """The bundled descriptions: of the newest version, and of older ones as far as there are any."""

    def __init__(self) -> None:
        self._dates = dates()
        self.newest = Description(read_dated(self._dates[-1]))
        self.notes: Counter[str] = Counter()
        """What had to be checked against another version than the requested one."""

    def has(self, version: str | None) -> bool:
        """Return whether a bundled description applies to a version."""
        return version is None or applicable(version, self._dates) is not None

    def of(self, version: str | None) -> Description:
        """Return the description that applies to a version; the newest if none does."""
        date = self.newest.version if version is None else applicable(version, self._dates)
        if date is None:
            self.notes[f"no description of version {version} is here; {self.newest.version} was taken"] += 1
        return self.newest if date in (None, self.newest.version) else self._older(date)

    @functools.cache  # noqa: B019  # the object lives as long as one run
    def _older(self, date: str) -> Description:
        return Description(read_dated(date))

    def check(self, item: Traffic) -> list[Deviation]:
        """All deviations of an entry from the description of the version that it asked for."""
        return check(self.of(asked_version(item)), item)


@dataclass
class Drift:
    """What came out of looking at traffic."""

    checked: int = 0
    """Entries that concern the API."""
    skipped: int = 0
    """Entries that do not."""
    deviations: list[Deviation] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def to_dict(self) -> dict[str, Any]:
        """The result as JSON."""
        groups = grouped(self.deviations)
        return {
            "checked": self.checked,
            "skipped": self.skipped,
            "notes": self.notes,
            "deviations": [plain(each) for each in self.deviations],
            "paste": to_paste(group for group in groups if group.first.severity != "refused"),
        }


def compare(traffic: Iterable[Traffic]) -> Drift:
    """Lays traffic beside the descriptions of the versions that it asked for."""
    descriptions, items, result = Descriptions(), list(traffic), Drift()
    # A request for the health check names no version; its neighbours tell that the host is one of the API.
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
    """The command. Returns its exit code: 0 no deviation, 1 some."""
    items = read(Path(path).read_text(encoding="utf-8-sig", errors="replace"))
    result, redactor = compare(items), Redactor()
    for item in items:  # the report quotes the traffic, and HAR files of browsers hold credentials
        redactor.headers(item.request_headers)
        redactor.url(item.url)
    text = json.dumps(result.to_dict(), indent=2, ensure_ascii=False) if as_json else _told(path, result)
    print(redactor.text(text))
    return 1 if result.deviations else 0


def _told(path: str, result: Drift) -> str:
    others = f", {result.skipped} that do not concern the API" if result.skipped else ""
    lines = [f"# {path}: {result.checked} entries checked{others}; {len(result.deviations)} deviations", ""]
    lines += (f"Note: {note}.\n" for note in result.notes)
    return "\n".join([*lines, markdown(result.deviations, lambda each: f"entry {each.entry}")]).rstrip()


__all__ = ["Descriptions", "Drift", "TrafficError", "compare", "run"]
