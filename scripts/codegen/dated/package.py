"""Adds a package for each older version to the newest one. It holds only the modules that differ.

Each version is generated whole, in a temporary folder. A module goes into the package of its version if its text is not that of
the next newer version, or if it imports a module that goes there. All others are imported from the version that has them.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..emit.names import HEAD, package_name
from .clients import client_module, clients_module
from .imports import imported_modules, redirected
from .parts import WHOLE, Modules, part, put_together, taken_apart
from .trim import comparable, trim

# Never in the package of an older version: the same in all of them.
_SHARED = ("client.py", "errors.py", "types.py")
# Always there: the client and its users find everything else by these.
_OWN = ("contract.py", "models/__init__.py", "resources/__init__.py")


def add(package: Path, trees: Mapping[str, Path]) -> None:
    """Write the packages of older versions, newest first, into the newest package.

    `trees` has the folder of each complete version by its date.
    """
    newest = _modules(package)
    newer = taken_apart(_trimmed(newest, newest))
    owners = dict.fromkeys(newer, "")
    for date, tree in trees.items():
        name, whole = package_name(date), _trimmed(_modules(tree), newest)
        modules = taken_apart(whole)
        own = _different(modules, newer)
        owners = {path: name if path in own else owners[path] for path in modules}
        texts = {path: redirected(path, modules, owners) for path in own}
        if parts := {path: texts.pop(path) for path in own if path.startswith(part(WHOLE, ""))}:
            texts[WHOLE] = put_together(parts, whole[WHOLE], owners)
        for path, text in texts.items():
            _write(package / name / path, text)
        for folder in {parent for path in texts for parent in Path(path).parents}:
            _write(package / name / folder / "__init__.py", modules.get(f"{folder}/__init__.py", ""), keep=True)
        _write(package / name / "__init__.py", _package_module(date))
        _write(package / name / "client.py", client_module(date))
        newer = modules
    if trees:
        _write(package / "clients.py", clients_module(list(trees)))


def _modules(folder: Path) -> Modules:
    paths = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*.py"))}
    return {name: path.read_text(encoding="utf-8") for name, path in paths.items() if name != "__init__.py"}


def _trimmed(modules: Modules, newest: Modules) -> Modules:
    # Trimmed before they are compared, the newest too, so that texts that differ only in what is left out are the same.
    return {path: trim(path, text, newest.get(path, "")) for path, text in modules.items()}


def _different(modules: Modules, newer: Modules) -> set[str]:
    """Return the modules that differ from the next newer version, by their text or by what they import."""
    importers: dict[str, set[str]] = {}
    for path in modules:
        for _, _, target in imported_modules(path, modules):
            importers.setdefault(target, set()).add(path)
    waiting = [path for path, text in modules.items() if path in _OWN or _text(newer, path) != comparable(path, text)]
    found: set[str] = set()
    while waiting:
        path = waiting.pop()
        if path not in found and path not in _SHARED:
            found.add(path)
            waiting.extend(importers.get(path, ()))
    return found


def _text(modules: Modules, path: str) -> str | None:
    return comparable(path, modules[path]) if path in modules else None


def _write(path: Path, text: str, *, keep: bool = False) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not (keep and path.exists()):
        path.write_text(text, encoding="utf-8")


def _package_module(date: str) -> str:
    return f'''{HEAD}"""What Cartesia-Version {date} has of its own.

Docstrings leave out what they share with those of the newest version; its endpoint functions (`cartesia_api.api`) serve any.
"""
'''
