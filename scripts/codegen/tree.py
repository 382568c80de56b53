"""The files of generated/: what differs, the sums in MANIFEST, and putting a new tree in the place of the old one.

One folder of the tree stands outside of generated/: `cartesia_client.types` is emitted, in a package that is written by hand, and
type checkers look for all of a package in one folder.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

OFFICIAL = "cartesia_api/official"
"""Where the types under official names are built, and stay if there is no hand-written package for them."""
TYPES = "overrides/cartesia_client/types"


class Difference(NamedTuple):
    """A file of the tree that is not what the spec gives."""

    name: str
    change: str
    """What regenerating does to it: added, removed, or changed."""
    fault: str
    """What is wrong with it as it stands."""

    def __str__(self) -> str:
        return f"{self.name}: {self.fault}"


def _types(tree: Path) -> Path | None:
    """Return the folder of the hand-written package that has the types of a tree, if there is one beside it."""
    folder = tree.parent / TYPES
    return folder if folder.parent.is_dir() else None


def tree_files(tree: Path) -> dict[str, Path]:
    """Return the files of a tree by their names in it, with those that stand outside of it."""
    folders = {"": tree}
    if (types := _types(tree)) is not None:
        folders[f"{OFFICIAL}/"] = types
    return {
        start + path.relative_to(folder).as_posix(): path
        for start, folder in folders.items()
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
    outside = _types(current) is not None
    found = []
    for name in sorted(new.keys() | old.keys()):
        is_outside = outside and name.startswith(f"{OFFICIAL}/")
        place = TYPES + name.removeprefix(OFFICIAL) if is_outside else f"{current.name}/{name}"
        if name not in new:
            found.append(Difference(place, "removed", "orphan; nothing in spec/ makes this file"))
        elif name not in old:
            found.append(Difference(place, "added", "missing"))
        elif new[name].read_bytes() != old[name].read_bytes():
            found.append(Difference(place, "changed", "not what spec/ gives (edited by hand, or stale)"))
    return found


def swap(fresh: Path, current: Path) -> None:
    """Put `fresh` in the place of `current`; if that fails, the old tree stays."""
    types = _types(current)
    _swap(fresh, current, shutil.ignore_patterns("official") if types else None)
    if types is not None:
        _swap(fresh / OFFICIAL, types)


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
