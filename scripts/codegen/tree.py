"""The files of generated/: what differs, the sums in MANIFEST, and putting a new tree in the place of the old one.

Two folders of the tree stand outside of generated/: `cartesia_client.types` and `.resources` are emitted, in a package that is
written by hand, and type checkers look for all of a package in one folder.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

CLIENT = "overrides/cartesia_client"
OUTSIDE = {"cartesia_api/official": "types", "cartesia_api/official_resources": "resources"}
"""Where what has official names is built, and its folder in the hand-written package; without that package it stays."""


class Difference(NamedTuple):
    """A file of the tree that is not what the spec gives."""

    name: str
    change: str
    """What regenerating does to it: added, removed, or changed."""
    fault: str
    """What is wrong with it as it stands."""

    def __str__(self) -> str:
        return f"{self.name}: {self.fault}"


def _outside(tree: Path) -> dict[str, Path]:
    """Return the folders of a tree that are in the hand-written package beside it, if there is one, by their names there."""
    client = tree.parent / CLIENT
    return {name: client / folder for name, folder in OUTSIDE.items()} if client.is_dir() else {}


def tree_files(tree: Path) -> dict[str, Path]:
    """Return the files of a tree by their names in it, with those that stand outside of it."""
    return {
        f"{name}/{path.relative_to(folder).as_posix()}".lstrip("/"): path
        for name, folder in {"": tree, **_outside(tree)}.items()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def manifest(target: Path) -> str:
    """Return the text of MANIFEST: the tools that made the tree, and the sum of each file."""
    versions = [f"{name} {importlib.metadata.version(name)}" for name in ("openapi-python-client", "ruff")]
    lines = [f"# {', '.join(versions)}"]
    lines += [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}" for name, path in tree_files(target).items()]
    return "\n".join((*lines, ""))


def differences(fresh: Path, current: Path) -> list[Difference]:
    """Return what makes `current` other than `fresh`, file by file."""
    new, old = tree_files(fresh), tree_files(current)
    outside = OUTSIDE if _outside(current) else {}
    found = []
    for name in sorted(new.keys() | old.keys()):
        package, _, rest = name.partition("/")
        folder, _, module = rest.partition("/")
        inner = outside.get(f"{package}/{folder}")
        place = f"{CLIENT}/{inner}/{module}" if inner else f"{current.name}/{name}"
        if name not in new:
            found.append(Difference(place, "removed", "orphan; nothing in spec/ makes this file"))
        elif name not in old:
            found.append(Difference(place, "added", "missing"))
        elif new[name].read_bytes() != old[name].read_bytes():
            found.append(Difference(place, "changed", "not what spec/ gives (edited by hand, or stale)"))
    return found


def swap(fresh: Path, current: Path) -> None:
    """Put `fresh` in the place of `current`; if that fails, the old tree stays."""
    outside = _outside(current)
    _swap(fresh, current, shutil.ignore_patterns(*(Path(name).name for name in outside)))
    for name, folder in outside.items():
        if (fresh / name).is_dir():
            _swap(fresh / name, folder)


def _swap(fresh: Path, current: Path, ignore: Callable[[str, list[str]], set[str]] | None = None) -> None:
    # Copied beside it first: the temporary folder may be on another disk, where a rename is not possible.
    staged, old = current.with_name(current.name + ".new"), current.with_name(current.name + ".old")
    for path in (staged, old):
        shutil.rmtree(path, ignore_errors=True)
    shutil.copytree(fresh, staged, ignore=ignore)
    if current.exists():
        current.rename(old)
    staged.rename(current)
    shutil.rmtree(old, ignore_errors=True)
