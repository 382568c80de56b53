"""The manifest of `batch`: its rows, checked before anything is bought."""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from ..errors import UsageError
from ..terminal.parser import number as number_from
from ..terminal.parser import one_of, suggestion
from ..terminal.sound import BIT_RATES, ENCODINGS, SAMPLE_RATES, SPEEDS, VOLUMES
from .targets import CONTAINERS

TEXTS = ("voice", "model", "language", "emotion", "encoding", "format", "output")
NUMBERS: dict[str, Callable[[str], float]] = {
    "speed": number_from(*SPEEDS),
    "volume": number_from(*VOLUMES),
    "sample_rate": one_of(SAMPLE_RATES),
    "bit_rate": one_of(BIT_RATES),
}
"""They read as the options of the command line do."""
COLUMNS = ("text", *TEXTS, *NUMBERS)


class Row(NamedTuple):
    """One text to speak."""

    number: int
    """Its place in the manifest, from 1."""
    text: str
    name: str
    """The file to write, in the folder of the results."""
    options: Mapping[str, Any]
    """What it has in place of the options of the command line."""

    def key(self, options: Mapping[str, Any]) -> str:
        """Return a text that is the same for rows whose files would be the same. `options`: those of the command line."""
        facts = [self.text, self.name, {**options, **self.options}]
        return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:32]


def read_manifest(path: Path, container: str) -> list[Row]:
    """Return the rows of a manifest of JSON lines or CSV.

    Args:
        path: The manifest.
        container: That of rows that name neither a file nor a format.

    Raises:
        UsageError: It cannot be read, or a row has no text, an unknown column, or a name that cannot be used or is used twice.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        raise UsageError(f"cannot read {path}: {getattr(error, 'strerror', None) or 'it is not UTF-8'}") from None
    found = _csv(path, text) if path.suffix.lower() == ".csv" else _json_lines(path, text)
    rows = [_row(path, line, number, given, container) for number, (line, given) in enumerate(found, 1)]
    if not rows:
        raise UsageError(f"{path} has no rows")
    names: dict[str, int] = {}
    for row in rows:
        if (first := names.setdefault(row.name.casefold(), row.number)) != row.number:
            raise UsageError(f"{path}: rows {first} and {row.number} would both be written to {row.name}")
    return rows


def _csv(path: Path, text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    reader = csv.DictReader(text.splitlines(keepends=True), strict=True)
    try:
        for given in reader:
            if None in given or None in given.values():
                raise UsageError(
                    f"{path}, line {reader.line_num}: it has {'more' if None in given else 'fewer'} cells than columns"
                )
            yield reader.line_num, {name: value for name, value in given.items() if value.strip()}
    except csv.Error as error:
        raise UsageError(f"{path}, line {reader.line_num}: {error}") from None


def _json_lines(path: Path, text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            given = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UsageError(f"{path}, line {number}, is not JSON: {error}") from None
        if not isinstance(given, str | dict):
            raise UsageError(f'{path}, line {number}, must be a text or an object such as {{"text": "Hello."}}')
        yield number, {"text": given} if isinstance(given, str) else {k: v for k, v in given.items() if v is not None}


def _row(path: Path, line: int, number: int, given: dict[str, Any], container: str) -> Row:
    where = f"{path}, line {line}"
    if unknown := [name for name in given if name not in COLUMNS]:
        hint = suggestion(unknown[0], COLUMNS)
        raise UsageError(f"{where}: there is no column {unknown[0]!r}{hint}; known: {', '.join(COLUMNS)}")
    text = given.get("text")
    if not isinstance(text, str) or not text.strip():
        raise UsageError(f"{where}: there is no text")
    options: dict[str, Any] = {}
    for name, value in given.items():
        if name in TEXTS and not isinstance(value, str):
            raise UsageError(f"{where}: {name} must be a text, got {value!r}")
        options[name] = _number(where, name, value) if name in NUMBERS else value
    if options.get("encoding", ENCODINGS[0]) not in ENCODINGS:
        raise UsageError(f"{where}: encoding must be one of {', '.join(ENCODINGS)}, got {options['encoding']!r}")
    options.pop("text")
    made = options.pop("format", None)
    name = options.pop("output", None) or f"{number:04}.{made or container}"
    options["container"] = _container(where, name, made)
    return Row(number, text, name, options)


def _number(where: str, name: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise UsageError(f"{where}: {name} must be a number, got {value!r}")
    whole = isinstance(value, float) and value.is_integer()
    try:
        return NUMBERS[name](str(int(value) if whole else value))
    except argparse.ArgumentTypeError as error:
        raise UsageError(f"{where}: {name} {error}") from None


def _container(where: str, name: str, made: str | None) -> str:
    """Return the container of a file that a row names."""
    from cartesia_io.audio.files import container_of

    parts = PurePosixPath(name.replace("\\", "/"))
    if parts.is_absolute() or ".." in parts.parts or ":" in name or "\0" in name or not parts.name:
        raise UsageError(f"{where}: output must be a name within the folder of the results, got {name!r}")
    named = container_of(Path(name))
    container = made or named
    if container not in CONTAINERS or named not in (None, container):
        raise UsageError(f"{where}: {name!r} must be named .wav, .mp3 or .raw, as its format is")
    return container
