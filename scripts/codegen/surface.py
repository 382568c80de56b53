"""python -m codegen.surface [--write]: the public API as text, one item a line.

It is read from the Python source with `ast`: methods and their keywords, models and their fields, values of enums, events, and
what `cartesia_client` exports. The asyncio twins are left out; a test holds them equal to the others.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import functools
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

Surface = dict[str, str]
"""Type of each item of the public API, such as "voices.list(limit)"."""
OPTIONS = ("timeout", "total", "max_retries", "extra_headers", "extra_query", "extra_body")
OPTIONAL = " = UNSET"
_ALONE = ("events.py", "contexts.py")
"""Modules beside the folders that hold something for users."""
_SPECIAL_METHODS = ("__init__", "__call__", "__enter__", "__iter__", "__getitem__")


class Module(NamedTuple):
    """What one generated module adds to the public API, and what it imports from its neighbors."""

    surface: Surface
    imports: tuple[tuple[int, tuple[str, ...]], ...]
    """Dots and names of each relative import."""


def generated(package: Path) -> Surface:
    """Return the public API of the modules that lie in a generated package."""
    modules = (*sorted((package / "resources").glob("*.py")), *sorted((package / "models").glob("*.py")))
    return _merged(_read(path) for path in (*modules, *(package / name for name in _ALONE)) if path.exists())


def of_version(package: Path, version: str = "") -> Surface:
    """Return the public API of a version: the newest, or the one that has the package `version`.

    An older version takes most modules from newer ones; its resources and models tell which.
    """
    root = package / version
    waiting = [root / "resources" / "__init__.py", root / "models" / "__init__.py", *(root / name for name in _ALONE)]
    found: dict[Path, Module] = {}
    while waiting:
        path = waiting.pop()
        if path not in found and _kind(path) and path.exists():
            found[path] = _read(path)
            for dots, names in found[path].imports:
                waiting.append(path.parents[dots - 1].joinpath(*names).with_suffix(".py"))
    return _merged(found.values())


def _kind(path: Path) -> str | None:
    """Return what a module holds for users: "resources", "models", "events", "contexts", or nothing."""
    if path.parent.name in ("resources", "models"):
        return path.parent.name
    return path.stem if path.name in _ALONE else None


def _merged(modules: Iterable[Module]) -> Surface:
    return {key: value for module in modules for key, value in module.surface.items()}


def _read(path: Path) -> Module:
    return _module(_kind(path), path.read_text(encoding="utf-8"))


@functools.cache
def _module(kind: str | None, text: str) -> Module:
    # Cached by text, because versions share most modules, and so do the trees before and after a change.
    tree = ast.parse(text)
    read = {"resources": _resources, "models": _models, "events": _events, "contexts": _contexts}[kind or ""]
    return Module(read(tree), tuple(_imports(tree)))


def _imports(tree: ast.Module) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield dots and names of what may be a module: in `from .a import b`, both `.a` and `.a.b`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            names = node.module.split(".") if node.module else []
            for last in ([], *([alias.name] for alias in node.names)):
                if names or last:
                    yield node.level, (*names, *last)


def _resources(tree: ast.Module) -> Surface:
    found: Surface = {}
    for definition in _classes(tree):
        place = re.match(r"Methods of `client\.([\w.]+)`", ast.get_docstring(definition) or "")
        if not definition.name.startswith("Async") and (place or definition.name == "Resources"):
            found |= _methods(definition, f"{place[1]}." if place else "", leave_out=OPTIONS)
    return found


def _models(tree: ast.Module) -> Surface:
    found: Surface = {}
    for definition in _classes(tree):
        found[definition.name] = "model"
        found |= {key: value for key, value in _fields(definition).items() if "additional_properties" not in key}
    for name, values in _aliases(tree):
        found |= {f"{name}: {value!r}": "value" for value in values}
    return found


def _events(tree: ast.Module) -> Surface:
    found: Surface = {}
    for definition in _classes(tree):
        found[f"events.{definition.name}"] = "event"
        found |= {f"events.{key}": value for key, value in _fields(definition).items()}
    return found


def _contexts(tree: ast.Module) -> Surface:
    found: Surface = {}
    for definition in _classes(tree):
        if not definition.name.startswith("Async"):
            found |= _methods(definition, f"{definition.name}.", leave_out=OPTIONS)
    return found


def exported(overrides: Path) -> Surface:
    """Return the public API of the handwritten package: the names in its `__all__`."""
    runtime = Path(__file__).parent / "runtime"
    below = [runtime / "arguments.py", runtime / "pages.py"]  # the root of the package's errors, and what lists are
    modules = [path for each in ("cartesia_client", "cartesia_io") for path in sorted((overrides / each).rglob("*.py"))]
    apart = overrides / "cartesia_client" / "compat"  # its classes have the names of those here
    ours = [path for path in modules if not path.is_relative_to(apart)]
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in (*below, *ours)]
    definitions = {item.name: item for tree in trees for item in _classes(tree)}
    found: Surface = {}
    for name in _names(ast.parse((overrides / "cartesia_client" / "__init__.py").read_text(encoding="utf-8"))):
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


def spellings(client: Path) -> Surface:
    """Return the public API of the modules that have the names of the official library: `compat`, `resources`, `pagination`."""
    found: Surface = {}
    paths = [client / "pagination.py", *(client / "compat").rglob("*.py"), *(client / "resources").rglob("*.py")]
    for path in sorted(paths):
        place = ".".join(path.relative_to(client).with_suffix("").parts).removesuffix(".__init__")
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found[place] = "module"
        found |= {f"{place}.{name}": "exported" for name in _names(tree)}
        for definition in _classes(tree):
            if not definition.name.startswith(("_", "Async")):
                name = f"{place}.{definition.name}"
                found |= {name: "class", **_methods(definition, f"{name}."), **_fields(definition, name)}
    return found


def _names(tree: ast.Module) -> list[str]:
    """Return what `__all__` of a module lists, for type checkers alone, too."""
    listed = [node.value for node in ast.walk(tree) if isinstance(node, ast.Assign) and _assigns(node, "__all__")]
    return [name for each in listed for name in ast.literal_eval(each)]


def _assigns(node: ast.Assign, name: str) -> bool:
    return ast.unparse(node.targets[0]) == name


def _item(key: str) -> str:
    """Return the method that a keyword belongs to, or the field itself."""
    return key.partition("(")[0]


def _classes(tree: ast.Module) -> Iterator[ast.ClassDef]:
    yield from (node for node in tree.body if isinstance(node, ast.ClassDef))


def _aliases(tree: ast.Module) -> Iterator[tuple[str, list[object]]]:
    """Yield name and values of each alias of a Literal."""
    for node in tree.body:
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
        if node.name.startswith("_") and node.name not in _SPECIAL_METHODS:
            continue
        result = _type(node.returns)
        decorators = {ast.unparse(entry) for entry in node.decorator_list}
        if decorators & {"property", "cached_property", "functools.cached_property"}:
            if result != "NotInThisVersion" and not result.endswith("Resource"):
                found[f"{place}{node.name}"] = result
            continue
        if any(each.endswith(".setter") for each in decorators):
            continue
        found[f"{place}{node.name}()"] = f"-> {result}"
        found |= _keywords(node.args, f"{place}{node.name}", ("self", "cls", *leave_out))
    return found


def _keywords(arguments: ast.arguments, method: str, leave_out: tuple[str, ...]) -> Surface:
    plain = [*arguments.posonlyargs, *arguments.args]
    defaults = [None] * (len(plain) - len(arguments.defaults)) + list(arguments.defaults)
    pairs = [*zip(plain, defaults, strict=True), *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)]
    return {
        f"{method}({argument.arg})": _with_default(_type(argument.annotation), default)
        for argument, default in pairs
        if argument.arg not in leave_out
    }


def _with_default(kind: str, default: ast.expr | None) -> str:
    shown = kind + (f" = {ast.unparse(default)}" if default is not None else "")
    return shown.replace(" | Unset = UNSET", OPTIONAL)


def _type(annotation: ast.expr | None) -> str:
    return ast.unparse(annotation).replace("builtins.", "") if annotation else ""


def _fields(definition: ast.ClassDef, name: str | None = None) -> Surface:
    found: Surface = {}
    for node in definition.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and not node.target.id.startswith("_"):
            kind = _with_default(ast.unparse(node.annotation), node.value)
            found[f"{name or definition.name}.{node.target.id}"] = kind
    return found


# -- the snapshot -----------------------------------------------------------------------------------------------------


def snapshot(root: Path) -> dict[str, str]:
    """Return the text of each file of the snapshot, by its name."""
    api = root / "generated" / "cartesia_api"
    surfaces = {"cartesia_client": exported(root / "overrides"), "cartesia_api": generated(api)}
    surfaces["spellings"] = spellings(root / "overrides" / "cartesia_client")
    surfaces |= {path.name: generated(path) for path in sorted(api.glob("v20*"))}
    return {
        f"{name}.txt": "".join(f"{key}  {value}\n" for key, value in found.items()) for name, found in surfaces.items()
    }


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/surface", description="Compare the public API with its snapshot.")
    parser.add_argument("--write", action="store_true", help="update the snapshot, tests/golden/public_api")
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
    names = sorted({*texts, *(path.name for path in folder.glob("*.txt"))})
    lines = [line for name in names for line in _differences(folder / name, texts.get(name, ""))]
    for line in lines:
        print(line)
    return 1 if lines else 0


def _differences(path: Path, text: str) -> Iterator[str]:
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    return difflib.unified_diff(kept.splitlines(), text.splitlines(), path.name, path.name, lineterm="", n=0)


if __name__ == "__main__":
    sys.exit(main())
