"""The language of the code: docstrings in the imperative mood, and plain words."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import house

VERBS = frozenset(Path(__file__).with_name("verbs.txt").read_text(encoding="utf-8").split())
"""First words of the docstrings of functions. PEP 257 wants the imperative; an allow-list is the only check that tells a verb
from a noun. A verb that is missing is added here."""
RIDDLES = re.compile(
    r"\b(whoever|whatever|somebody|nobody|everybody|anybody|to be had|is told (?!apart)|are told (?!apart)|as new|takes? back)\b",
    re.IGNORECASE,
)
GENERATED = house.PROJECT / "generated" / "cartesia_api"
HAND_WRITTEN = [path for package in house.PACKAGES for path in house.files(package)]
EMITTED = sorted((GENERATED / "resources").glob("*.py"))
"""Methods that people call. What the stock generator writes is not ours."""
Function = ast.FunctionDef | ast.AsyncFunctionDef


def is_attribute(node: Function) -> bool:
    """Tell whether a definition reads like an attribute: PEP 257 wants a noun for these."""
    return any(ast.unparse(each).endswith(("property", ".setter")) for each in node.decorator_list)


def docstrings(path: Path) -> Iterator[tuple[Function, str]]:
    """Find the docstrings of functions and methods."""
    for node in ast.walk(house.parse(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and (text := ast.get_docstring(node)):
            yield node, text


@pytest.mark.parametrize("path", [*HAND_WRITTEN, *EMITTED], ids=str)
def test_docstrings_of_functions_are_imperative(path: Path) -> None:
    wrong = [
        f"{path.name}:{node.lineno}: {text.splitlines()[0]}"
        for node, text in docstrings(path)
        if not is_attribute(node) and text.split()[0].rstrip(",.:;") not in VERBS
    ]
    assert not wrong, "\n".join(wrong)


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Find the comments and strings of a module."""
    for token in tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline):
        if token.type in (tokenize.COMMENT, tokenize.STRING):
            yield token.start[0], token.string


@pytest.mark.parametrize("path", [*HAND_WRITTEN, *EMITTED, *sorted((house.PROJECT / "spec").rglob("*.yaml"))], ids=str)
def test_texts_are_plain(path: Path) -> None:
    found = texts(path) if path.suffix == ".py" else enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    wrong = [f"{path.name}:{line}: {text.strip()}" for line, text in found if RIDDLES.search(text)]
    assert not wrong, "\n".join(wrong)
