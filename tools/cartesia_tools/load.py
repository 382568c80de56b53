"""Where contracts come from: a file, a dated version that ships with the client, or a revision of this repository."""

from __future__ import annotations

import functools
import json
import lzma
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import cartesia_api.contract as newest

from .errors import UsageError

IN_REPOSITORY = "generated/cartesia_api/openapi.json"


class SourceError(UsageError):
    """The source has no contract; the message says what to give instead."""


def read(source: str) -> dict[str, Any]:
    """Return the contract of a file name, a date such as 2025-04-16, or a git revision such as HEAD~3."""
    path = Path(source)
    if path.is_file():
        return _parse(path.read_text(encoding="utf-8"), source)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", source):
        if source not in dates():
            raise SourceError(f"there is no contract for version {source}; available: {', '.join(dates())}")
        return read_dated(source)
    return _parse(_show_revision(source), source)


def dates() -> list[str]:
    """Return the versions whose contracts ship with the client, oldest first."""
    return sorted({newest.API_VERSION, *newest.VERSIONS})


def applicable(version: str, among: Iterable[str]) -> str | None:
    """Return the most recent date that is not later than the version; None if all are later."""
    return max((date for date in among if date <= version), default=None)


def read_dated(date: str) -> dict[str, Any]:
    """Return the contract of a date that is one of `dates()`."""
    folder = Path(str(newest.__file__)).parent
    if date == newest.API_VERSION:
        path = folder / "openapi.json"
    elif (
        packed := folder / "versions/older.json.xz"
    ).exists():  # a wheel holds the older contracts compressed together
        return _parse(_unpacked(packed)[date], f"{packed}: {date}")
    else:
        path = folder / f"versions/{date}.json"
    return _parse(path.read_text(encoding="utf-8"), str(path))


@functools.cache
def _unpacked(path: Path) -> dict[str, str]:
    """Return the text of each older contract; decompressing them takes long enough to do it once."""
    texts: dict[str, str] = json.loads(lzma.decompress(path.read_bytes()))
    return texts


def _show_revision(source: str) -> str:
    name = source if ":" in source else f"{source}:{IN_REPOSITORY}"
    if source.startswith("-"):
        raise SourceError(f"{source!r} is not a revision")
    try:
        top = subprocess.run(["git", "rev-parse", "--show-toplevel"], capture_output=True, text=True, check=False)
        folder = top.stdout.strip() or None
        done = subprocess.run(["git", "show", name], capture_output=True, text=True, check=False, cwd=folder)
    except OSError as error:
        raise SourceError(f"{source!r} is not a file, and git cannot be run: {error}") from None
    if done.returncode:
        hint = "give a file, a date such as 2025-04-16, or a git revision that has " + IN_REPOSITORY
        raise SourceError(f"there is no contract {source!r} ({done.stderr.strip()}): {hint}")
    return done.stdout


def _parse(text: str, source: str) -> dict[str, Any]:
    doc = _parse_yaml(text, source) if source.endswith((".yaml", ".yml")) else _parse_json(text, source)
    if not isinstance(doc, dict) or not isinstance(doc.get("paths"), dict):
        raise SourceError(f"{source} is not a contract: it has no paths")
    return doc


def _parse_yaml(text: str, source: str) -> Any:
    try:
        import yaml
    except ImportError:
        raise SourceError(f"{source}: reading YAML needs pyyaml: pip install pyyaml") from None
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise SourceError(f"{source} is not YAML: {error}") from None


def _parse_json(text: str, source: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise SourceError(f"{source} is not JSON: {error}") from None
