"""Adds a package for each older version to the newest one, with no more in it than what differs.

Each version is generated whole, in a temporary folder. A module goes into the package of its date if its text is another than in
the next newer version, or if it imports one that is; all others are imported from the version that has them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..emit.names import HEAD, package_name
from .trim import trim

_SHARED = ("client.py", "errors.py", "types.py")
_OWN = ("contract.py", "models/__init__.py", "resources/__init__.py")
Modules = dict[str, str]
"""Text of each module, by its path in the package."""


def add(package: Path, trees: Mapping[str, Path]) -> None:
    """Writes the packages of older versions, newest first, into the newest package."""
    newest = _modules(package)
    owners = dict.fromkeys(newest, "")
    newer = _trimmed(newest, newest)
    for date, tree in trees.items():
        name, modules = package_name(date), _trimmed(_modules(tree), newest)
        own = _different(modules, newer)
        owners = {path: name if path in own else owners[path] for path in modules}
        for path in own:
            _write(package / name / path, _moved(path, modules, owners, name))
        for folder in {parent for path in own for parent in Path(path).parents}:
            _write(package / name / folder / "__init__.py", modules.get(f"{folder}/__init__.py", ""), keep=True)
        _write(package / name / "__init__.py", _package_module(date))
        _write(package / name / "client.py", _client_module(date))
        newer = modules
    if trees:
        _write(package / "clients.py", _constructors(list(trees)))


def _modules(folder: Path) -> Modules:
    found = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py"))
    }
    return {path: text for path, text in found.items() if path != "__init__.py"}


def _trimmed(modules: Modules, newest: Modules) -> Modules:
    # All versions are trimmed before they are compared, the newest too: a difference in what is left out is none.
    return {path: trim(path, text, newest.get(path, "")) for path, text in modules.items()}


def _write(path: Path, text: str, *, keep: bool = False) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not (keep and path.exists()):
        path.write_text(text, encoding="utf-8")


def _different(modules: Modules, newer: Modules) -> set[str]:
    """The modules that are other than in the next newer version, themselves or by what they import."""
    importers: dict[str, set[str]] = {}
    for path, text in modules.items():
        for _, target in _imports(path, text, modules):
            importers.setdefault(target, set()).add(path)
    waiting = [path for path, text in modules.items() if path in _OWN or newer.get(path) != text]
    found: set[str] = set()
    while waiting:
        path = waiting.pop()
        if path not in found and path not in _SHARED:
            found.add(path)
            waiting.extend(importers.get(path, ()))
    return found


def _imports(path: str, text: str, modules: Modules) -> Iterator[tuple[tuple[ast.ImportFrom, ast.alias], str]]:
    """Each name that is imported from the package itself, and the module that it comes from."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom) and node.level:
            for alias in node.names:
                base = "/".join(_base(path, node))
                named = f"{base}/{alias.name}.py".lstrip("/")
                for target in (named, f"{base}.py", f"{base}/__init__.py"):
                    if target in modules:
                        yield (node, alias), target
                        break


def _base(path: str, node: ast.ImportFrom) -> tuple[str, ...]:
    folder = Path(path).parent.parts
    return (*folder[: len(folder) - node.level + 1], *(node.module.split(".") if node.module else ()))


def _moved(path: str, modules: Modules, owners: Mapping[str, str], name: str) -> str:
    """The text of a module with what other versions own imported from there."""
    up = "." * (len(Path(path).parent.parts) + 2)  # from the folder of the module to the newest package

    def place(owner: str, module: str) -> str:
        return f"{up}{owner}.{module}".rstrip(".") if owner else f"{up}{module}"

    text = modules[path]
    statements: dict[ast.ImportFrom, dict[str, list[ast.alias]]] = {}
    for (node, alias), target in _imports(path, text, modules):
        statements.setdefault(node, {}).setdefault(owners[target], []).append(alias)
    lines = text.splitlines(keepends=True)
    for node, by_owner in sorted(statements.items(), key=lambda item: -item[0].lineno):
        if set(by_owner) == {name}:
            continue
        spelled = [
            f"from {'.' * node.level + (node.module or '') if owner == name else place(owner, '.'.join(_base(path, node)))} "
            f"import {', '.join(map(ast.unparse, aliases))}"
            for owner, aliases in by_owner.items()
        ]
        assert node.end_lineno is not None
        rest = lines[node.end_lineno - 1].encode()[node.end_col_offset :].decode()
        indent = " " * node.col_offset
        lines[node.lineno - 1 : node.end_lineno] = [indent + f"\n{indent}".join(spelled) + rest]
    text = "".join(lines)
    if path == "models/__init__.py":
        # Names that are imported when they are asked for: "Voice": ".voice"
        def owned(match: re.Match[str]) -> str:
            owner = owners[f"models/{match[1]}.py"]
            return match[0] if owner == name else f'": "{place(owner, f"models.{match[1]}")}"'

        text = re.sub(r'": "\.(\w+)"', owned, text)
    return text


def _package_module(date: str) -> str:
    return f'''{HEAD}"""What Cartesia-Version {date} has of its own.

Docstrings leave out what they share with those of the newest version; its endpoint functions (`cartesia_api.api`) serve any.
"""
'''


def _client_module(date: str) -> str:
    return f'''{HEAD}"""The clients as type checkers see them when they are made with `version="{date}"`.

Nothing here exists at run time: `Cartesia(version="{date}")` is a `cartesia_client.Cartesia` with the resources of that version.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cartesia_client import client
    from .resources import AsyncResources, Resources

    # Their resources are other ones than those of the newest version: that is what they are for.
    class Cartesia(Resources, client.Cartesia):  # type: ignore[misc]
        """The sync client of Cartesia-Version {date}."""

    class AsyncCartesia(AsyncResources, client.AsyncCartesia):  # type: ignore[misc]
        """The asyncio client of Cartesia-Version {date}."""
'''


def _constructors(dates: list[str]) -> str:
    def overloads(client: str) -> str:
        return "\n".join(
            "        @overload\n"
            f"        def __new__(cls, *, version: {version}, **options: Unpack[ClientOptions]) -> {result}: ..."
            for version, result in (
                *((f'Literal["{date}"]', f"{package_name(date)}.{client}") for date in dates),
                ("str | None = None", "Self"),
            )
        )

    imports = "\n".join(f"    from .{package_name(date)} import client as {package_name(date)}" for date in dates)
    body = "\n\n\n".join(
        f'''class {name}:
    """Gives `{client}(version=...)` the types of that version, where it is one with types of its own."""

    if TYPE_CHECKING:
{overloads(client)}
        def __new__(cls, *, version: str | None = None, **options: Unpack[ClientOptions]) -> Any: ...'''
        for name, client in (("Versions", "Cartesia"), ("AsyncVersions", "AsyncCartesia"))
    )
    return f'''{HEAD}"""What type checkers know of the version that a client is made with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, Literal, Self, Unpack, overload
    from cartesia_client.client import ClientOptions
{imports}


{body}
'''
