"""The files of a program, and the places in them that refer to the API."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

_SKIPPED = {"node_modules", "site-packages", "__pycache__", "venv"}
_MAGIC = re.compile(r"^(\s*)%(?:time|timeit|prun|memit)\s+(?:-\S+\s+)*(?=[^-\s])")
"""What measures the code behind it."""
_IPYTHON = re.compile(r"^(\s*)(?:[%!?].*|[\w.]+\?{1,2}\s*)$")
_OUTPUT = re.compile(r"^(\s*[\w, ]+=\s*)[%!].*$")
_CELLS = re.compile(r"%%(?!time|timeit|prun|capture|memit)\w")
"""What makes a cell another language, or the content of a file."""

ReferenceKind = Literal["call", "argument", "response", "model", "field", "name"]


@dataclass(frozen=True)
class Reference:
    """One place where a program refers to the API."""

    file: Path
    line: int
    kind: ReferenceKind
    """call; argument (passed to a call); response (a field read from one); model (imported); field (of a model);
    name (of an operation, as a text: in a fault, or a filter of a journal)."""
    owner: str
    """The operation, or the model."""
    path: tuple[str, ...] = ()
    """The way to the field, from the outside."""
    value: Any = ...
    """The literal that is passed or compared with; an Ellipsis if it is not known."""
    call: int = 0
    """A call and its arguments have the same number."""
    open: bool = False
    """Whether more may be passed than can be seen: `**options`, or a value that is made elsewhere."""
    code: str = ""


@dataclass(frozen=True)
class Unfollowed:
    """A place where a client or a response goes where this reading does not see it."""

    file: Path
    line: int
    code: str


def python_files(path: Path, *, notebooks: bool = False) -> Iterator[Path]:
    """Yield the Python files of a program, and its notebooks if wanted, without environments and hidden folders."""
    if path.is_file():
        yield path
    for found in sorted((*path.rglob("*.py"), *(path.rglob("*.ipynb") if notebooks else ()))) if path.is_dir() else ():
        parts = found.relative_to(path).parts
        if not any(part in _SKIPPED or part.startswith(".") for part in parts):
            yield found


def code_of(path: Path) -> str:
    """Return the code of a file. That of a notebook is its cells, without the lines that only IPython knows."""
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix != ".ipynb":
        return text
    cells = json.loads(text)["cells"]
    sources = [cell["source"] for cell in cells if cell.get("cell_type") == "code"]
    texts = [source if isinstance(source, str) else "".join(source) for source in sources]
    lines = "\n".join(text for text in texts if not _CELLS.match(text.lstrip())).splitlines()
    plain = (_MAGIC.sub(r"\1", line) for line in lines)
    return "\n".join(_OUTPUT.sub(r"\1None", _IPYTHON.sub(r"\1pass", line)) for line in plain)


def keyword(name: str) -> str:
    """Return the keyword argument for a field: fields of forms and queries may have brackets and capitals."""
    name = re.sub(r"\[(\w+)\]", r"_\1", name.removesuffix("[]"))
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
