"""`cartesia-client drift FILE`: validate recorded traffic against the spec of the version that each entry names."""

from __future__ import annotations

import functools
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from ..load import applicable, dates, read_dated
from ..traffic.entries import Exchange, Session, Traffic, TrafficError, Unreadable, read
from ..traffic.har import GZIP, unzipped
from ..traffic.items import whole
from ..traffic.redact import Redactor
from .check import check, is_of_transport, lacking_bodies
from .description import Description, asked_version
from .finding import Deviation
from .report import as_json, group_deviations, markdown, to_paste

_SCHEMES = ("https", "http", "wss", "ws", "")


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

    def check(self, item: Exchange | Session) -> list[Deviation]:
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
    unreadable: list[Unreadable] = field(default_factory=list)
    """Entries that are not what their format prescribes."""
    not_checked: int = 0
    """Number of bodies that the record does not have."""

    def to_dict(self) -> dict[str, Any]:
        """Return the result as JSON."""
        groups = group_deviations(self.deviations)
        return {
            "checked": self.checked,
            "skipped": self.skipped,
            "not_checked": self.not_checked,
            "unreadable": [asdict(each) for each in self.unreadable],
            "notes": self.notes,
            "deviations": [as_json(each) for each in self.deviations],
            "paste": to_paste(group for group in groups if group.first.severity != "rejected"),
        }


def compare(traffic: Iterable[Traffic], base_paths: Sequence[str] = ()) -> Drift:
    """Validate traffic against the contracts of the versions that its entries name.

    Args:
        traffic: The entries.
        base_paths: Paths, or addresses, under which a gateway offers the API: they are no part of the contract's paths.
    """
    descriptions, result, items = Descriptions(), Drift(), list[tuple[Exchange | Session, bool]]()
    for item in traffic:
        if isinstance(item, Unreadable):
            result.unreadable.append(item)
        else:
            items.append(_without_base(item, base_paths))
    # A request for the status names no version: it belongs to the API if others to the same host do.
    hosts = {urlsplit(item.url).netloc for item, based in items if based or descriptions.newest.concerns(item)}
    for item, _ in items:
        address = urlsplit(item.url)
        if address.netloc not in hosts or address.scheme not in _SCHEMES or is_of_transport(item):
            result.skipped += 1
            continue
        result.checked += 1
        result.not_checked += lacking_bodies(item)
        result.deviations += descriptions.check(item)
    result.notes = [f"{note} ({count} entries)" for note, count in descriptions.notes.items()]
    return result


def _without_base(item: Exchange | Session, base_paths: Sequence[str]) -> tuple[Exchange | Session, bool]:
    """Return an entry without the path of a gateway, and whether it had one."""
    address = urlsplit(item.url)
    for base in sorted(base_paths, key=len, reverse=True):
        at = urlsplit(base)
        path = f"/{at.path.strip('/')}".rstrip("/")
        if at.netloc in ("", address.netloc) and (address.path == path or address.path.startswith(f"{path}/")):
            bare = urlunsplit(address._replace(path=address.path.removeprefix(path) or "/"))
            return replace(item, url=bare), True
    return item, False


def run(path: str, *, as_json: bool, base_paths: Sequence[str] = ()) -> int:
    """Validate a file, print the result, and return the exit code.

    It is 0 for no deviations, 1 for deviations, 2 if there are none in what could be read, and some could not.
    """
    if Path(path).exists() and not Path(path).is_file() and not Path(path).is_dir():
        raise TrafficError(f"{path} is a pipe or a device, not a file: it could be waited for without end")
    raw = Path(path).read_bytes()
    raw = unzipped(raw) if raw[:2] == GZIP else raw
    encoding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    encoding = {b"{\0": "utf-16-le", b"\0{": "utf-16-be"}.get(raw[:2], encoding)
    items = read(raw.decode(encoding, errors="replace"))
    result, redactor = compare(items, base_paths), Redactor()
    for item in items:  # the report quotes the traffic, and the HAR files of browsers hold credentials
        if not isinstance(item, Unreadable):
            redactor.headers(item.request_headers)
            redactor.url(item.url)
    text = json.dumps(result.to_dict(), indent=2, ensure_ascii=False) if as_json else _to_markdown(path, result)
    print(redactor.text(whole(text)))
    return 1 if result.deviations else 2 if result.unreadable else 0


def _to_markdown(path: str, result: Drift) -> str:
    others = f", {result.skipped} skipped that do not belong to the API" if result.skipped else ""
    bodies = f", {result.not_checked} bodies not checked, which the file does not have" if result.not_checked else ""
    lines = [f"# {path}: {result.checked} entries checked{others}{bodies}; {len(result.deviations)} deviations", ""]
    lines += (f"Entry {each.number} cannot be read: {each.why}.\n" for each in result.unreadable)
    lines += (f"Note: {note}.\n" for note in result.notes)
    return "\n".join([*lines, markdown(result.deviations, lambda each: f"entry {each.entry}")]).rstrip()


__all__ = ["Descriptions", "Drift", "TrafficError", "compare", "run"]
