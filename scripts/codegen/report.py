"""What a run of scripts/regenerate prints: changed files by folder, then what the change means for users.

It fits on a screen: whole versions, models and methods are one line each, and so is a change that several versions share.
"""

from __future__ import annotations

import ast
import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from .surface import Surface, of_version
from .tree import Difference, tree_files

_SHOWN_VALUES = 5
_READ = ("AsyncIterable", "Collection", "Iterable", "Mapping", "Sequence", "tuple")
"""Containers that take a container of a narrower type, as nothing can be put into them."""
OLDER_TOO = "note      what is new enters the older dates too, unless spec/versions/<date>.overlay.yaml removes it"


class Change(NamedTuple):
    """A difference in the public API."""

    breaking: bool
    text: str

    def __str__(self) -> str:
        return f"{'BREAKING' if self.breaking else 'additive'}  {self.text}"


def report(differences: Iterable[Difference], old: Path, new: Path) -> list[str]:
    """Return the lines to print. `old` and `new` are the generated packages."""
    added, removed = _lines(old, new)
    try:
        found = public_api(old, new)
    except SyntaxError:
        # A merge leaves its marks in generated files; to regenerate is the way out of that.
        verdict = ["public API: not compared, because the old generated code is not valid Python"]
    else:
        breaking = sum(change.breaking for change in found)
        verdict = [*map(str, found), f"public API: {len(found) - breaking} additive changes, {breaking} breaking"]
        if any(change.text.startswith("added") and "(also in " in change.text for change in found):
            verdict.insert(-1, OLDER_TOO)
    verdict[-1] += f"; generated code: {added} lines added, {removed} lines removed"
    return [*files(differences), *verdict]


def files(differences: Iterable[Difference]) -> list[str]:
    """Count changed files by folder."""
    folders: dict[str, Counter[str]] = {}
    for difference in differences:
        folders.setdefault(_folder(difference.name), Counter())[difference.change] += 1
    return [
        f"{folder}: {', '.join(f'{count} {change}' for change, count in sorted(counts.items()))}"
        for folder, counts in sorted(folders.items())
    ]


def _folder(name: str) -> str:
    """Return the folder that a file is counted in: no deeper than `generated/cartesia_api/models`."""
    parents = PurePosixPath(name).parent.parts
    if len(parents) > 2 and parents[2].startswith("v20"):
        return f"{'/'.join(parents[:2])}/v20*"
    return "/".join(parents[:3] if "cartesia_api" in parents else parents[:2])


# -- the public API ---------------------------------------------------------------------------------------------------


def public_api(old: Path, new: Path) -> list[Change]:
    """Return what users notice, breaking changes first. What several versions share is one change."""
    before, after = _versions(old), _versions(new)
    found: dict[Change, list[str]] = {}
    lines = []
    for version in ("", *sorted(before | after, reverse=True)):
        if version in before and version not in after:
            lines.append(Change(True, f"removed Cartesia-Version {_date(version)}{_size(of_version(old, version))}"))
        elif version in after and version not in before:
            lines.append(Change(False, f"added Cartesia-Version {_date(version)}{_size(of_version(new, version))}"))
        else:
            for change in changes(of_version(old, version), of_version(new, version)):
                found.setdefault(change, []).append(version)
    lines += [Change(change.breaking, change.text + _where(versions)) for change, versions in found.items()]
    return sorted(lines, key=lambda change: (not change.breaking, change.text))


def _versions(package: Path) -> set[str]:
    return {path.name for path in package.glob("v20*")}


def _date(version: str) -> str:
    return version.removeprefix("v").replace("_", "-")


def _size(surface: Surface) -> str:
    methods, models = sum(key.endswith("()") for key in surface), sum(value == "model" for value in surface.values())
    return f" ({methods} methods, {models} models)"


def _where(versions: Sequence[str]) -> str:
    """Return in which versions a change is: nothing if only in the newest."""
    older = [_date(version) for version in versions if version]
    if not older:
        return ""
    names = " and ".join(older) if len(older) < 3 else f"{len(older)} older versions, {older[-1]} to {older[0]}"
    return f" ({'also ' if '' in versions else ''}in {names})"


def changes(old: Surface, new: Surface) -> list[Change]:
    """Return what users notice in one version. Fields and values that are added to a response break no program."""
    removed = {key: old[key] for key in old.keys() - new.keys()}
    added = {key: new[key] for key in new.keys() - old.keys()}
    # A keyword without a default breaks the callers of a method that they know.
    required = {key for key, kind in added.items() if _owner(key) in old and "(" in key and " = " not in kind}
    found = [Change(True, f"removed {text}") for text in _described(removed)]
    found += [Change(True, f"added {key}: {added.pop(key)} (required)") for key in required]
    found += [Change(False, f"added {text}") for text in _described(added)]
    for key in old.keys() & new.keys():
        if old[key] != new[key]:
            breaking = not ("(" in key and not key.endswith("()") and _accepts_more(old[key], new[key]))
            found.append(Change(breaking, f"changed {key}: {old[key]}  ->  {new[key]}"))
    return sorted(found, key=lambda change: (not change.breaking, change.text))


def _described(items: Surface) -> Iterator[str]:
    """Describe what came or went: a method with its keywords, a model with its fields, all values of an enum at once."""
    parts = Counter(_owner(key) for key in items)
    values: dict[str, list[str]] = {}
    for key in sorted(items):
        if items[key] == "value":
            name, _, value = key.partition(": ")
            values.setdefault(name, []).append(value)
        elif _owner(key) not in items:
            noun = ("keyword" if "(" in key else "field") + ("s" if parts[key] > 1 else "")
            yield f"{key}: {items[key]}" + (f" ({parts[key]} {noun})" if parts[key] else "")
    for name, each in values.items():
        more = f" and {len(each) - _SHOWN_VALUES} more values" if len(each) > _SHOWN_VALUES else ""
        yield f"{name}: {', '.join(each[:_SHOWN_VALUES])}{more}"


def _owner(key: str) -> str:
    """Return the method of a keyword, or the model or event of a field."""
    if key.endswith("()") or ": " in key:
        return ""
    return f"{key.partition('(')[0]}()" if "(" in key else key.rpartition(".")[0]


def _accepts_more(was: str, now: str) -> bool:
    """Return whether a keyword takes all that it took, and may be left out if it could be."""
    (old, _, old_default), (new, _, new_default) = was.partition(" = "), now.partition(" = ")
    return _is_wider(_parsed(old), _parsed(new)) and bool(new_default or not old_default)


def _parsed(kind: str) -> ast.expr:
    return ast.parse(kind or "None", mode="eval").body


def _is_wider(old: ast.expr, new: ast.expr) -> bool:
    """Return whether a type takes all that another one took. Containers that are only read may hold wider types."""
    if ast.unparse(old) == ast.unparse(new):
        return True
    if isinstance(old, ast.BinOp) or isinstance(new, ast.BinOp):
        return all(any(_is_wider(was, now) for now in _members(new)) for was in _members(old))
    if not isinstance(old, ast.Subscript) or not isinstance(new, ast.Subscript):
        return False
    kind, before, after = ast.unparse(old.value), _arguments(old), _arguments(new)
    if kind != ast.unparse(new.value) or kind not in _READ or len(before) != len(after):
        return False
    if kind == "Mapping" and ast.unparse(before[0]) != ast.unparse(after[0]):
        return False  # keys are looked up, so their type stays as it is
    return all(map(_is_wider, before, after))


def _arguments(kind: ast.Subscript) -> list[ast.expr]:
    return kind.slice.elts if isinstance(kind.slice, ast.Tuple) else [kind.slice]


def _members(kind: ast.expr) -> list[ast.expr]:
    """Return the members of a union."""
    return [*_members(kind.left), *_members(kind.right)] if isinstance(kind, ast.BinOp) else [kind]


def _lines(old: Path, new: Path) -> tuple[int, int]:
    """Count the lines of Python that were added, and those that were removed."""
    before, after = tree_files(old.parent), tree_files(new.parent)
    added = removed = 0
    for name in before.keys() | after.keys():
        if not name.endswith(".py"):
            continue
        was, now = (
            tree[name].read_text(encoding="utf-8").splitlines() if name in tree else [] for tree in (before, after)
        )
        if was != now:
            for line in difflib.unified_diff(was, now, lineterm="", n=0):
                added += line.startswith("+") and not line.startswith("+++")
                removed += line.startswith("-") and not line.startswith("---")
    return added, removed
