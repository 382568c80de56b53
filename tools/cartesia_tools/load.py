"""Where contracts come from: a file, a dated version that ships with the client, or a revision of this repository."""

from __future__ import annotations

import codecs
import functools
import json
import lzma
import re
import subprocess
from collections.abc import Callable, Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

import cartesia_api.contract as newest

from .deep import deeply
from .errors import UsageError
from .references import ReferenceFault, bundle

IN_REPOSITORY = "generated/cartesia_api/openapi.json"
PACKED = "contracts.json.xz"


class SourceError(UsageError):
    """The source has no contract; the message says what to give instead."""


def read(source: str) -> dict[str, Any]:
    """Return the contract of a file name, a date such as 2025-04-16, or a git revision such as HEAD~3."""
    try:
        return deeply(lambda: _read(source))
    except ReferenceFault as error:
        raise SourceError(str(error)) from None
    except RecursionError:
        raise SourceError(f"{source} is nested too deeply") from None
    except OSError as error:
        raise SourceError(f"{source} cannot be read: {error}") from None


def is_file(source: str) -> bool:
    """Return whether a source is a file, and not a date or a revision."""
    try:
        return Path(source).exists()
    except (OSError, ValueError):  # longer than a path may be, or no path at all
        return False


def _read(source: str) -> dict[str, Any]:
    if is_file(source):
        return _bundled(Path(source).as_posix(), _read_file)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", source):
        if source not in dates():
            raise SourceError(f"there is no contract for version {source}; available: {', '.join(dates())}")
        return read_dated(source)
    revision = _Revision(source)
    return _bundled(revision.path, revision.read)


def dates() -> list[str]:
    """Return the versions whose contracts ship with the client, oldest first."""
    return sorted({newest.API_VERSION, *newest.VERSIONS})


def applicable(version: str, among: Iterable[str]) -> str | None:
    """Return the most recent date that is not later than the version; None if all are later."""
    return max((date for date in among if date <= version), default=None)


def read_dated(date: str) -> dict[str, Any]:
    """Return the contract of a date that is one of `dates()`."""
    name = "openapi.json" if date == newest.API_VERSION else f"versions/{date}.json"
    folder = files("cartesia_api")  # a folder, or a place in an archive
    return _parse(_packed().get(name) or (folder / name).read_text(encoding="utf-8"), str(folder / name))


@functools.cache
def _packed() -> dict[str, str]:
    """Return the texts of the contracts by the names of their files, as a wheel holds them; a checkout has the files instead."""
    file = files("cartesia_api") / PACKED
    texts: dict[str, str] = json.loads(lzma.decompress(file.read_bytes())) if file.is_file() else {}
    return texts


class _Revision:
    """A file in a revision of this repository, and the files around it."""

    def __init__(self, source: str) -> None:
        if source.startswith("-"):
            raise SourceError(f"{source!r} is not a revision")
        self._revision, _, self.path = source.partition(":")
        self.path = self.path or IN_REPOSITORY

    def read(self, path: str) -> bytes:
        """Return a file of the revision."""
        name = f"{self._revision}:{path}"
        try:
            top = subprocess.run(["git", "rev-parse", "--show-toplevel"], capture_output=True, text=True, check=False)
            folder = top.stdout.strip() or None
            done = subprocess.run(["git", "show", name], capture_output=True, check=False, cwd=folder)
        except (OSError, ValueError) as error:
            raise SourceError(f"{name!r} is not a file, and git cannot be run: {error}") from None
        if done.returncode:
            hint = "give a file, a date such as 2025-04-16, or a git revision that has " + IN_REPOSITORY
            why = done.stderr.decode("utf-8", "replace").strip()
            raise SourceError(f"there is no contract {name!r} ({why}): {hint}")
        return done.stdout


def _read_file(path: str) -> bytes:
    """Return a file. A pipe or a device could be waited for, so it is none."""
    if not Path(path).is_file():
        raise SourceError(f"there is no file {path}")
    return Path(path).read_bytes()


def _bundled(path: str, read_bytes: Callable[[str], bytes]) -> dict[str, Any]:
    """Return a contract with the parts of it that other files hold."""
    doc = _parse(_text(read_bytes(path), path), path)
    return bundle(doc, path, lambda other: _parse_any(_text(read_bytes(other), other), other))


def _text(raw: bytes, source: str) -> str:
    try:
        return raw.decode("utf-16" if raw[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(f"{source} is not a text in UTF-8: {error}") from None


def _parse(text: str, source: str) -> dict[str, Any]:
    doc = _parse_any(text, source)
    if not isinstance(doc, dict) or not isinstance(doc.get("paths", doc.get("webhooks")), dict):
        raise SourceError(f"{source} is not a contract: it has no paths")
    if "swagger" in doc:
        raise SourceError(f"{source} is a contract of Swagger 2.0, which is not read: convert it to OpenAPI 3")
    for where in ("paths", "components"):
        if isinstance(doc.get(where), dict) and "$ref" in doc[where]:
            raise SourceError(f"{source}: {where} cannot be a reference: give one for each entry in it")
    return doc


def _parse_any(text: str, source: str) -> Any:
    if source.lower().endswith((".yaml", ".yml")):
        return _parse_yaml(text, source)
    try:
        return json.loads(text)
    except ValueError as error:
        fault = SourceError(f"{source} is not JSON: {error}")
    if source.lower().endswith(".json") or text.lstrip().startswith(("{", "[")):
        raise fault
    try:  # the name does not say what it is
        return _parse_yaml(text, source)
    except SourceError:
        raise fault from None


def _parse_yaml(text: str, source: str) -> Any:
    try:
        from .yaml_reading import parse
    except ImportError as error:
        raise SourceError(f"{source}: reading YAML needs pyyaml: pip install pyyaml ({error})") from error
    try:
        return parse(text)
    except ValueError as error:
        raise SourceError(f"{source} is not YAML: {error}") from None
