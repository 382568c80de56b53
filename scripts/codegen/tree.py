"""The files of generated/: what differs, the sums in MANIFEST, and putting a new tree in the place of the old one."""

from __future__ import annotations

import hashlib
import importlib.metadata
import shutil
from pathlib import Path
from typing import NamedTuple


class Difference(NamedTuple):
    """A file of the tree that is not what the spec gives."""

    name: str
    change: str
    """What regenerating does to it: added, removed, or changed."""
    fault: str
    """What is wrong with it as it stands."""

    def __str__(self) -> str:
        return f"{self.name}: {self.fault}"


def _files(folder: Path) -> dict[str, Path]:
    return {
        str(path.relative_to(folder).as_posix()): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def manifest(target: Path) -> str:
    """Return the text of MANIFEST: the tools that made the tree, and the sum of each file."""
    versions = [f"{name} {importlib.metadata.version(name)}" for name in ("openapi-python-client", "ruff")]
    lines = [f"# {', '.join(versions)}"]
    lines += [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}" for name, path in _files(target).items()]
    return "\n".join((*lines, ""))


def differences(fresh: Path, current: Path) -> list[Difference]:
    """Return what makes `current` other than `fresh`, file by file."""
    new, old = _files(fresh), _files(current)
    found = []
    for name in sorted(new.keys() | old.keys()):
        place = f"{current.name}/{name}"
        if name not in new:
            found.append(Difference(place, "removed", "orphan; nothing in spec/ makes this file"))
        elif name not in old:
            found.append(Difference(place, "added", "missing"))
        elif new[name].read_bytes() != old[name].read_bytes():
            found.append(Difference(place, "changed", "not what spec/ gives (edited by hand, or stale)"))
    return found


def swap(fresh: Path, current: Path) -> None:
    """Put `fresh` in the place of `current`; if that fails, the old tree stays."""
    # Copied beside it first: the temporary folder may be on another disk, where a rename is not possible.
    staged, old = current.with_name(current.name + ".new"), current.with_name(current.name + ".old")
    for path in (staged, old):
        shutil.rmtree(path, ignore_errors=True)
    shutil.copytree(fresh, staged)
    if current.exists():
        current.rename(old)
    staged.rename(current)
    shutil.rmtree(old, ignore_errors=True)
