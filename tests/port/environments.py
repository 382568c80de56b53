"""The interpreters that `scripts/port` prepares, the programs of each official library, and the folder of what it downloaded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from email import message_from_string
from pathlib import Path
from typing import NamedTuple

from cartesia_tools.port.imports import COMPAT, MODERN

from . import programs
from .programs import Program

PROJECT = Path(__file__).parents[2]
HOME = PROJECT / ".venv-port"


class Library(NamedTuple):
    """A release of the official library."""

    name: str
    environment: str
    """Its group of dependencies in pyproject.toml, and the folder of its environment."""
    package: str
    """What its programs import instead."""
    read: Callable[[Library], Iterator[Program]]

    @property
    def python(self) -> Path:
        return HOME / self.environment / "bin" / "python"

    @property
    def source(self) -> Path:
        """The unpacked source distribution."""
        (found,) = (path for path in (HOME / "source").glob("cartesia-4*") if path.is_dir())
        return found


def _modern(library: Library) -> Iterator[Program]:
    source = library.source
    yield from programs.blocks((source / "README.md").read_text(encoding="utf-8"), "README")
    yield from programs.halves((source / "MIGRATING.md").read_text(encoding="utf-8"), "MIGRATING")
    for name in ("examples.py", "async_examples.py"):
        yield from programs.examples(source / "examples" / name)


def _described(library: Library) -> Iterator[Program]:
    """Yield the blocks of the README that an installed distribution carries."""
    (metadata,) = library.python.parents[1].glob("lib/python3*/site-packages/cartesia-*.dist-info/METADATA")
    text = message_from_string(metadata.read_text(encoding="utf-8")).get_payload()
    yield from programs.blocks(str(text), "README")


LIBRARIES: Sequence[Library] = (
    Library("official-4", "port-4", MODERN, _modern),
    Library("official-2", "interop-2", COMPAT, _described),
    Library("official-1", "interop-1", COMPAT, _described),
)


def chosen(words: Sequence[str]) -> Iterator[tuple[Library, Program]]:
    """Yield the programs whose names match one of the words; all, if there are none."""
    for library in LIBRARIES:
        for program in library.read(library):
            name = f"{library.name}/{program.name}"
            if not words or any(re.search(word, name) for word in words):
                yield library, program


__all__ = ["HOME", "LIBRARIES", "PROJECT", "Library", "chosen"]
