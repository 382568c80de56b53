"""Python names, and the parts that every emitted file has in common."""

from __future__ import annotations

import ast
import re
from pathlib import Path

TEMPLATES = Path(__file__).parents[1] / "templates"

HEAD = "# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.\n"

# Words that stand in capitals in the names of types.
ACRONYMS = ("tts", "stt", "sse")

STANDARD_IMPORTS = {
    "Any": "from typing import Any",
    "Literal": "from typing import Literal",
    "AsyncIterable": "from collections.abc import AsyncIterable",
    "AsyncIterator": "from collections.abc import AsyncIterator",
    "Iterable": "from collections.abc import Iterable",
    "Iterator": "from collections.abc import Iterator",
    "Mapping": "from collections.abc import Mapping",
    "Sequence": "from collections.abc import Sequence",
    "NotRequired": "from typing import NotRequired",
    "TypedDict": "from typing import TypedDict",
    "builtins": "import builtins",
    "datetime": "import datetime",
    "httpx": "import httpx",
}


def package_name(date: str) -> str:
    """Return the name of the package of an older version, within cartesia_api."""
    return "v" + date.replace("-", "_")


def keyword_argument(name: str, wire: str) -> str:
    """Return the keyword argument of a field: the generator's name, but voice_id for `voice[id]`."""
    return re.sub(r"\[_*(\w+)\]", r"_\1", wire.removesuffix("[]")) if "[" in wire else name


def identifier(name: str) -> str:
    """Return the generator's Python name of a parameter."""
    name = re.sub(r"[\[\]]", "", name)
    name = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", name)
    return re.sub(r"[^A-Za-z0-9]+", "_", name).lower().strip("_")


def snake_case(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def pascal_case(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))


def upper_word(word: str) -> str:
    """Return a word as names of types have it: "Voice", "TTS"."""
    return word.upper() if word in ACRONYMS else word.capitalize()


def without(annotation: str, *names: str) -> str:
    parts = [part for part in _split_union(annotation) if part not in names]
    return " | ".join(parts)


def _split_union(annotation: str) -> list[str]:
    node = ast.parse(annotation, mode="eval").body
    parts: list[str] = []

    def walk(item: ast.expr) -> None:
        if isinstance(item, ast.BinOp) and isinstance(item.op, ast.BitOr):
            walk(item.left)
            walk(item.right)
        else:
            parts.append(ast.unparse(item))

    walk(node)
    return parts


def qualify_builtins(annotation: str) -> str:
    """Spell builtins in full: a class may have methods called `list` or `bytes`, which shadow them."""
    return re.sub(r"(?<![\w.])(list|bytes|dict|set|type)(?=\W|$)", r"builtins.\1", annotation)


def without_strings(code: str) -> str:
    code = re.sub(r'r?""".*?"""', "", code, flags=re.DOTALL)
    return re.sub(r"'[^'\n]*'|\"[^\"\n]*\"", "", code)
