"""Python names, and the parts that every emitted file has in common."""

from __future__ import annotations

import ast
import re

from ..quoting import outside_strings

HEAD = "# Emitted by scripts/regenerate from spec/. Edit spec/, not this file.\n"

# Words that stand in capitals in the names of types.
ACRONYMS = ("tts", "stt", "sse")

STANDARD_IMPORTS = {
    "Any": "from typing import Any",
    "Literal": "from typing import Literal",
    "Callable": "from collections.abc import Callable",
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


def snake_case(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def pascal_case(name: str) -> str:
    return "".join(part.capitalize() for part in name.split("_"))


def upper_word(word: str) -> str:
    """Return a word as names of types have it: "Voice", "TTS"."""
    return word.upper() if word in ACRONYMS else word.capitalize()


def without(annotation: str, *names: str) -> str:
    parts = [part for part in split_union(annotation) if part not in names]
    return " | ".join(parts)


def split_union(annotation: str) -> list[str]:
    """Return the members of a union."""
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
    pattern = r"(?<![\w.])(?P<name>list|bytes|dict|set|type)(?=\W|$)"
    return outside_strings(pattern, lambda match: f"builtins.{match['name']}", annotation)
