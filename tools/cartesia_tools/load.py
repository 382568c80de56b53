"""Where contracts come from: a file, a dated version that ships with the client, or a revision of this repository."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
from pathlib import Path
from typing import Any

IN_REPOSITORY = "generated/cartesia_api/openapi.json"


class SourceError(ValueError):
    """There is no such contract; the message says what can be given."""


def read(source: str) -> dict[str, Any]:
    """The contract that is meant by a file name, a date such as 2025-04-16, or a git revision such as HEAD~3."""
    path = Path(source)
    if path.is_file():
        return _parsed(path.read_text(encoding="utf-8"), source)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", source):
        known = dated()
        if source not in known:
            raise SourceError(f"there is no contract for version {source}; there are {', '.join(known)}")
        return _parsed(known[source].read_text(encoding="utf-8"), source)
    return _parsed(_of_revision(source), source)


def dated() -> dict[str, Path]:
    """The contracts that ship with the client, by their Cartesia-Version, oldest first."""
    spec = importlib.util.find_spec("cartesia_api")
    if spec is None or spec.origin is None:
        raise SourceError("the package cartesia_api is not installed; it is part of cartesia-client")
    newest = Path(spec.origin).with_name("openapi.json")
    found = {path.stem: path for path in newest.parent.glob("versions/*.json") if path.stem[:2] == "20"}
    found[_parsed(newest.read_text(encoding="utf-8"), str(newest))["info"]["version"]] = newest
    return dict(sorted(found.items()))


def _of_revision(source: str) -> str:
    name = source if ":" in source else f"{source}:{IN_REPOSITORY}"
    if source.startswith("-"):
        raise SourceError(f"{source!r} is no revision")
    try:
        top = subprocess.run(["git", "rev-parse", "--show-toplevel"], capture_output=True, text=True, check=False)
        folder = top.stdout.strip() or None
        done = subprocess.run(["git", "show", name], capture_output=True, text=True, check=False, cwd=folder)
    except OSError as error:
        raise SourceError(f"{source!r} is no file, and git cannot be run: {error}") from None
    if done.returncode:
        hint = "give a file, a date such as 2025-04-16, or a git revision that has " + IN_REPOSITORY
        raise SourceError(f"there is no contract {source!r} ({done.stderr.strip()}): {hint}")
    return done.stdout


def _parsed(text: str, source: str) -> dict[str, Any]:
    if source.endswith((".yaml", ".yml")):
        try:
            import yaml
        except ImportError:
            raise SourceError(f"{source}: reading YAML needs pyyaml: pip install pyyaml") from None
        try:
            doc = yaml.safe_load(text)
        except yaml.YAMLError as error:
            raise SourceError(f"{source} is not YAML: {error}") from None
    else:
        try:
            doc = json.loads(text)
        except ValueError as error:
            raise SourceError(f"{source} is not JSON: {error}") from None
    if not isinstance(doc, dict) or not isinstance(doc.get("paths"), dict):
        raise SourceError(f"{source} is no contract: it has no paths")
    return doc
