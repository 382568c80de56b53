# Copied from scripts/codegen/runtime/hints.py: edit that file.
"""Lets `typing.get_type_hints` work on methods whose types are imported for type checkers only.

The annotations of a resource name models, pages and sockets. Importing those with the resource would make every program wait
for modules that it may never use, and import the client from the package below it. So they are imported when the annotations
are read: programs that read them, such as those that make tools of functions, read them by iterating.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import suppress
from types import FunctionType
from typing import Any


class Annotations(dict[str, Any]):
    """The annotations of a function or class. The names in them are imported when they are read."""

    __slots__ = ("_module",)

    def __init__(self, annotations: dict[str, Any], module: str) -> None:
        super().__init__(annotations)
        self._module = module

    def __iter__(self) -> Iterator[str]:
        import_names(self._module)
        return super().__iter__()

    def keys(self) -> Any:
        import_names(self._module)
        return super().keys()

    def items(self) -> Any:
        import_names(self._module)
        return super().items()

    def __reduce__(self) -> tuple[type[dict[str, Any]], tuple[list[tuple[str, Any]]]]:
        return dict, (list(super().items()),)


class Hinted:
    """A class whose annotations, and those of its methods, can be resolved at run time."""

    __slots__ = ()

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        if own := vars(cls).get("__annotations__"):
            cls.__annotations__ = Annotations(own, cls.__module__)
        for member in vars(cls).values():
            function = getattr(member, "__func__", getattr(member, "fget", member))
            if isinstance(function, FunctionType) and function.__annotations__:
                function.__annotations__ = Annotations(
                    function.__annotations__, function.__module__
                )


def import_names(name: str) -> None:
    """Import what a module imports under `if TYPE_CHECKING:`, into its namespace, as far as that is possible."""
    if name in _imported:
        return
    _imported.add(name)
    import ast  # programs that read no annotations need no parser

    module = sys.modules[name]
    read = getattr(getattr(module.__spec__, "loader", None), "get_source", None)
    for block in ast.parse((read and read(name)) or "").body:
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING":
            for statement in block.body:
                if isinstance(statement, (ast.Import, ast.ImportFrom)):
                    with suppress(ImportError):
                        exec(compile(ast.Module([statement], []), name, "exec"), vars(module))


_imported: set[str] = set()
