"""Emit modules of names that stand elsewhere, each loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from .names import HEAD


class Target(NamedTuple):
    """Where something is defined."""

    module: str
    name: str
    at_run_time: tuple[str, str] | None = None
    """Module and name of what stands for it at run time, if only type checkers know it."""


def import_of(name: str, target: Target) -> str:
    """Return the import of something under a name."""
    return f"from {target.module} import {target.name} as {name}"


def write_lazy_module(path: Path, doc: str, names: Mapping[str, Target]) -> None:
    """Write a module of names, each imported when it is first asked for."""
    ordered = dict(sorted(names.items()))
    imports = "\n".join(f"    {import_of(*each)}" for each in ordered.items()) or "    pass"
    listed = ", ".join(f'"{name}"' for name in ordered)
    table = "\n".join(
        '    "{}": ("{}", "{}"),'.format(name, *(target.at_run_time or target[:2])) for name, target in ordered.items()
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f'''{HEAD}"""{doc}"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
{imports}

_PLACES = {{
{table}
}}

__all__ = [{listed}]


def __getattr__(name: str) -> Any:
    if name not in _PLACES:
        raise AttributeError(f"module {{__name__!r}} has no attribute {{name!r}}")
    module, own = _PLACES[name]
    value = getattr(import_module(module), own)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
''',
        encoding="utf-8",
    )
