"""How a run of a program went, and whether two runs are the same: how it ended, its files, what it printed."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

TOLERANCE = 0.02
"""How much the lengths of audio may differ: where text is cut into pieces, time decides where the service buffers."""

_VARYING = [
    (r"\d{8}_\d{6}", "<time>"),
    (r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "<id>"),
    (r"\b[0-9a-f]{32}\b", "<id>"),
    (r"\d{4}-\d\d-\d\d[T ][\d:.]+(\+00:00|Z)?", "<time>"),
    (r"https?://127\.0\.0\.1:\d+", "<url>"),
    (
        r"^\w+\((?=\w+=)[^\n]*\)$|^\{?'?id'?[=:][^\n]*$|^\[\{[^\n]*$",
        "<object>",
    ),  # each library has its own way to show them
    (r"(\w+)\((?=\w+=)[^\n]*\)", r"<\1>"),
    (r"^\d+\.\d+\.\d+$", "<version>"),
    (r"(?<=^Bad request \(expected\): ).*", "<message>"),  # the words of an error are each library's own
    (r"at 0x[0-9a-f]+", "<address>"),
]


@dataclass(frozen=True)
class Made:
    """A file that a program made."""

    name: str
    format: str
    size: int

    def same(self, other: Made) -> bool:
        near = abs(self.size - other.size) <= TOLERANCE * max(self.size, other.size)
        return (self.name, self.format) == (other.name, other.format) and near


@dataclass(frozen=True)
class Outcome:
    failure: str | None
    printed: list[str]
    files: list[Made]
    seconds: float


def outcome(ran: dict[str, Any], folder: Path, given: set[str]) -> Outcome:
    """Read what a run left."""
    made = [
        Made(_steady(path.name), _format(path), path.stat().st_size)
        for path in sorted(folder.iterdir())
        if path.name not in given and path.is_file()
    ]
    lines = [_steady(line).rstrip() for line in ran["printed"].splitlines()]
    failure = ran["failure"]
    # The examples catch everything and say so.
    if failure and (said := re.search(r"^An error occurred during execution: (.*)$", ran["printed"], re.MULTILINE)):
        failure = said[0].removeprefix("An error occurred during execution: ")
    return Outcome(failure, lines, made, ran["seconds"])


def difference(theirs: Outcome, ours: Outcome, *, in_order: bool = True) -> str | None:
    """Say how two runs differ; None if they do not. Without `in_order`, lines may be printed in another order."""
    if not in_order:
        theirs, ours = (replace(each, printed=sorted(each.printed)) for each in (theirs, ours))
    if ours.failure != theirs.failure and _kind(ours.failure) != _kind(theirs.failure):
        return f"ends with {ours.failure or 'success'}, not {theirs.failure or 'success'}"
    if len(ours.files) != len(theirs.files) or not all(map(Made.same, ours.files, theirs.files)):
        return f"files: {_listed(ours.files)}, not {_listed(theirs.files)}"
    if ours.printed != theirs.printed:
        pairs = zip([*ours.printed, "<end>"], [*theirs.printed, "<end>"], strict=False)
        mine, other = next((pair for pair in pairs if pair[0] != pair[1]), ("", ""))
        return f"prints {mine[:120]!r}, not {other[:120]!r}"
    return None


def _kind(failure: str | None) -> str | None:
    return failure and failure.split(" in line ", 1)[0].split(":", 1)[0]


def _listed(files: list[Made]) -> str:
    return ", ".join(f"{each.name} ({each.format}, {each.size})" for each in files) or "none"


def _steady(text: str) -> str:
    for pattern, replacement in _VARYING:
        text = re.sub(pattern, replacement, text)
    return text


def _format(path: Path) -> str:
    with path.open("rb") as file:
        head = file.read(64)
    if head[:4] == b"RIFF" and (place := head.find(b"fmt ")) > 0:
        tag, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", head, place + 8)
        return f"wav {tag} {channels} {rate} {bits}"
    return "mp3" if head[:3] == b"ID3" or head[:1] == b"\xff" else "raw"
