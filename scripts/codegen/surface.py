"""python -m codegen.surface [--write]: what users of the packages can touch, as text, one thing a line.

Read from the Python itself with `ast`, so that it shows what there is and not what was meant: methods and their keywords,
models and their fields, values of enums, events, and what `cartesia_client` exports. The asyncio twins are left out; a test
holds them equal.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

Surface = dict[str, str]
"""What can be touched, such as "voices.list(limit)", and its type."""
OPTIONS = ("timeout", "max_retries", "extra_headers", "extra_query")
OPTIONAL = " = UNSET"


class Change(NamedTuple):
    breaking: bool
    text: str


def generated(package: Path) -> Surface:
    """The surface of a generated package, the newest or that of an older version."""
    found: Surface = {}
    for path in sorted((package / "resources").glob("*.py")):
        for definition in _classes(path):
            docstring = ast.get_docstring(definition) or ""
            place = re.match(r"Methods of `client\.([\w.]+)`", docstring)
            if not definition.name.startswith("Async") and (place or definition.name == "Resources"):
                found |= _methods(definition, f"{place[1]}." if place else "", leave_out=OPTIONS)
    for path in sorted((package / "models").glob("*.py")):
        for definition in _classes(path):
            found[definition.name] = "model"
            found |= {key: value for key, value in _fields(definition).items() if "additional_properties" not in key}
        for name, value in _aliases(path):
            found |= {f"{name}: {entry!r}": "value" for entry in value}
    events = package / "events.py"
    if events.exists():
        for definition in _classes(events):
            found[f"events.{definition.name}"] = "event"
            found |= {f"events.{key}": value for key, value in _fields(definition).items()}
    return found


def exported(package: Path) -> Surface:
    """The surface of the hand-written package: the names in its `__all__`."""
    definitions = {item.name: item for path in sorted(package.rglob("*.py")) for item in _classes(path)}
    init = ast.parse((package / "__init__.py").read_text(encoding="utf-8"))
    names = next(
        ast.literal_eval(node.value)
        for node in init.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    )
    found: Surface = {}
    for name in names:
        found[name] = "exported"
        waiting = [name]
        while waiting:
            definition = definitions.get(waiting.pop(0))
            if definition is not None:
                own = {**_methods(definition, f"{name}."), **_fields(definition, name)}
                overridden = {_item(key) for key in own} & {_item(key) for key in found}
                found |= {key: value for key, value in own.items() if _item(key) not in overridden}
                waiting += [re.sub(r"\[.*", "", ast.unparse(base)) for base in definition.bases]
    return found


def _item(key: str) -> str:
    """The method that a keyword belongs to, or the field itself."""
    return key.partition("(")[0]


def _classes(path: Path) -> Iterator[ast.ClassDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    yield from (node for node in tree.body if isinstance(node, ast.ClassDef))


def _aliases(path: Path) -> Iterator[tuple[str, list[object]]]:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            value = node.value
            if isinstance(value, ast.Subscript) and ast.unparse(value.value) == "Literal":
                inner = value.slice.elts if isinstance(value.slice, ast.Tuple) else [value.slice]
                yield node.targets[0].id, [ast.literal_eval(entry) for entry in inner]


def _methods(definition: ast.ClassDef, place: str, leave_out: tuple[str, ...] = ()) -> Surface:
    found: Surface = {}
    for node in definition.body:
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            continue
        if node.name.startswith("_") and node.name not in (
            "__init__",
            "__call__",
            "__enter__",
            "__iter__",
            "__getitem__",
        ):
            continue
        result = _type(node.returns)
        decorators = {ast.unparse(entry) for entry in node.decorator_list}
        if decorators & {"property", "cached_property", "functools.cached_property"}:
            if result != "NotInThisVersion" and not result.endswith("Resource"):
                found[f"{place}{node.name}"] = result
            continue
        found[f"{place}{node.name}()"] = f"-> {result}"
        arguments = node.args
        plain = [*arguments.posonlyargs, *arguments.args]
        defaults = [None] * (len(plain) - len(arguments.defaults)) + list(arguments.defaults)
        pairs = [*zip(plain, defaults, strict=True), *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)]
        for argument, default in pairs:
            if argument.arg in ("self", "cls", *leave_out):
                continue
            kind = _type(argument.annotation) + (f" = {ast.unparse(default)}" if default is not None else "")
            found[f"{place}{node.name}({argument.arg})"] = kind.replace(" | Unset = UNSET", OPTIONAL)
    return found


def _type(annotation: ast.expr | None) -> str:
    return ast.unparse(annotation).replace("builtins.", "") if annotation else ""


def _fields(definition: ast.ClassDef, name: str | None = None) -> Surface:
    found: Surface = {}
    for node in definition.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and not node.target.id.startswith("_"):
            kind = ast.unparse(node.annotation) + (f" = {ast.unparse(node.value)}" if node.value else "")
            found[f"{name or definition.name}.{node.target.id}"] = kind.replace(" | Unset = UNSET", OPTIONAL)
    return found


# -- comparing --------------------------------------------------------------------------------------------------------


def changes(old: Surface, new: Surface) -> list[Change]:
    """What a user notices, breaking changes first. Fields and values that are added to what comes back break nobody."""
    found = []
    for key in old.keys() | new.keys():
        was, now = old.get(key), new.get(key)
        if was is None and now is not None:
            required = "(" in key and not key.endswith("()") and " = " not in now
            known = required and f"{key[: key.index('(')]}()" in old
            found.append(Change(known, f"added {key}: {now}{' (required)' if known else ''}"))
        elif now is None:
            found.append(Change(True, f"removed {key}: {was}"))
        elif was is not None and was != now:
            found.append(Change(not ("(" in key and _accepts_more(was, now)), f"changed {key}: {was}  ->  {now}"))
    return sorted(found, key=lambda change: (not change.breaking, change.text))


def _accepts_more(was: str, now: str) -> bool:
    """Whether a keyword takes all that it took, and may be left out if it could be."""
    (old, _, old_default), (new, _, new_default) = was.partition(" = "), now.partition(" = ")
    return set(old.split(" | ")) <= set(new.split(" | ")) and bool(new_default or not old_default)


def summary(old: Path, new: Path) -> list[str]:
    """What the difference between two generated trees means, in lines to print."""
    found: list[Change] = []
    packages = {
        "": Path(),
        **{path.name: Path(path.name) for path in sorted(new.glob("v20*")) + sorted(old.glob("v20*"))},
    }
    for name, place in packages.items():
        was = generated(old / place) if (old / place).exists() else {}
        now = generated(new / place) if (new / place).exists() else {}
        found += [Change(each.breaking, f"{name + ': ' if name else ''}{each.text}") for each in changes(was, now)]
    added, removed = _lines(old, new)
    lines = [f"{'BREAKING' if change.breaking else 'additive'}  {change.text}" for change in found]
    breaking = sum(change.breaking for change in found)
    lines.append(
        f"public API: {len(found) - breaking} additive changes, {breaking} breaking; generated code: {added} lines more, "
        f"{removed} lines less"
    )
    return lines


def _lines(old: Path, new: Path) -> tuple[int, int]:
    """Lines of Python that came, and that went."""
    names = {path.relative_to(folder) for folder in (old, new) for path in folder.rglob("*.py")}
    added = removed = 0
    for name in names:
        was, now = (
            (f / name).read_text(encoding="utf-8").splitlines() if (f / name).exists() else [] for f in (old, new)
        )
        if was != now:
            for line in difflib.unified_diff(was, now, lineterm="", n=0):
                added += line.startswith("+") and not line.startswith("+++")
                removed += line.startswith("-") and not line.startswith("---")
    return added, removed


# -- the snapshot -----------------------------------------------------------------------------------------------------


def snapshot(root: Path) -> dict[str, str]:
    """Text of each file of the snapshot, by its name."""
    api = root / "generated" / "cartesia_api"
    surfaces = {"cartesia_client": exported(root / "overrides" / "cartesia_client"), "cartesia_api": generated(api)}
    surfaces |= {path.name: generated(path) for path in sorted(api.glob("v20*"))}
    return {
        f"{name}.txt": "".join(f"{key}  {value}\n" for key, value in found.items()) for name, found in surfaces.items()
    }


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/surface", description="The public API, one thing a line.")
    parser.add_argument("--write", action="store_true", help="refresh tests/golden/public_api")
    options = parser.parse_args()
    root = Path(__file__).parents[2]
    folder = root / "tests" / "golden" / "public_api"
    texts = snapshot(root)
    if options.write:
        folder.mkdir(exist_ok=True)
        for path in folder.glob("*.txt"):
            path.unlink()
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
        return 0
    differing = False
    for name in sorted({*texts, *(path.name for path in folder.glob("*.txt"))}):
        kept = (folder / name).read_text(encoding="utf-8") if (folder / name).exists() else ""
        lines = list(
            difflib.unified_diff(kept.splitlines(), texts.get(name, "").splitlines(), name, name, lineterm="", n=0)
        )
        differing = differing or bool(lines)
        if lines:
            print("\n".join(lines))
    return int(differing)


if __name__ == "__main__":
    sys.exit(main())
